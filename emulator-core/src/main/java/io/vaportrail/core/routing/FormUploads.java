package io.vaportrail.core.routing;

import io.vaportrail.core.http.HttpRequest;
import io.vaportrail.schema.OperationSchema;
import io.vaportrail.schema.ServiceSchema;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Objects that browsers' forms bring to buckets of S3, which the model does not speak of: PutObject in another form. The key is in the form,
 * so that routing knows the bucket alone.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/RESTObjectPOST.html">POST Object</a>
 */
final class FormUploads {
    private static final String OPERATION = "PutObject";
    private static final String BUCKET = "Bucket";

    private FormUploads() {}

    /** What an upload by a form means, or {@code null} when the request is none. */
    static @Nullable OperationSchema<?, ?> operation(ServiceSchema service, HttpRequest request) {
        if (!request.method().equals("POST") || !service.id().equals("s3")) {
            return null;
        }
        String type = request.header("Content-Type");
        boolean form = type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/form-data");
        return form ? service.operation(OPERATION) : null;
    }

    /** Whether the path is that of a bucket. */
    static boolean leadsToBucket(Map<String, String> labels) {
        return labels.size() == 1 && labels.containsKey(BUCKET);
    }
}
