package io.vaportrail.s3.object;

import io.vaportrail.core.identity.Caller;
import io.vaportrail.core.service.Call;
import io.vaportrail.core.service.Handler;
import io.vaportrail.model.s3.GetObjectOutput;
import io.vaportrail.model.s3.GetObjectRequest;
import io.vaportrail.s3.S3Errors;
import io.vaportrail.s3.bucket.BucketFinder;
import io.vaportrail.s3.store.Bucket;
import io.vaportrail.s3.store.ObjectContent;
import io.vaportrail.s3.store.ObjectVersion;
import io.vaportrail.schema.Blob;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * GetObject: an object or a part of it, with what was said of it.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObject.html">GetObject</a>
 */
public final class GetObject implements Handler<GetObjectRequest, GetObjectOutput> {
    private final BucketFinder finder;

    /** The operation. */
    public GetObject(BucketFinder finder) {
        this.finder = finder;
    }

    @Override
    public GetObjectOutput handle(GetObjectRequest input, Call call) {
        Bucket bucket = finder.findFor(input.key(), input.bucket(), input.expectedBucketOwner(), call);
        SentHeaders.refuseWhatIsMissing(input);
        ObjectVersion version = ObjectFinder.findFor(call, bucket, input.key(), input.versionId(), "GET");
        new ReadConditions(input.ifMatch(), input.ifNoneMatch(), input.ifModifiedSince(), input.ifUnmodifiedSince())
                .checkRead(version);
        if (version.isArchived()) {
            throw S3Errors.archived(version.storageClass());
        }
        ObjectContent content = version.contentOrThrow();
        ByteRange range = ReadRange.of(input.range(), input.partNumber(), content);
        Blob body = body(content, range);
        GetObjectOutput.Builder output = GetObjectOutput.builder().body(body).contentLength((long) body.size());
        ObjectView.set(GetObjectOutput.SCHEMA, output, version, bucket);
        ReadRange.set(GetObjectOutput.SCHEMA, output, content, range, input.partNumber());
        if ("ENABLED".equals(input.checksumMode())) {
            ReadRange.setChecksum(GetObjectOutput.SCHEMA, output, content, range, input.partNumber());
        }
        override(input, call, output);
        return output.build();
    }

    private static Blob body(ObjectContent content, @Nullable ByteRange range) {
        if (range == null || range.length() == content.size()) {
            return Blob.ofOwned(content.bytes());
        }
        return Blob.ofOwned(Arrays.copyOfRange(content.bytes(), (int) range.from(), (int) range.to() + 1));
    }

    /** A signed request may have answers say something else than what was said of the object. */
    private static void override(GetObjectRequest input, Call call, GetObjectOutput.Builder output) {
        String[] texts = {
            input.responseContentType(),
            input.responseContentLanguage(),
            input.responseCacheControl(),
            input.responseContentDisposition(),
            input.responseContentEncoding()
        };
        boolean any = input.responseExpires() != null;
        for (String text : texts) {
            any |= text != null;
            if (text != null && text.chars().anyMatch(c -> c < ' ')) {
                throw S3Errors.invalidArgument("Header value cannot contain control characters.", "response", text);
            }
        }
        if (any && call.caller().type() == Caller.Type.ANONYMOUS) {
            throw S3Errors.invalidRequest(
                    "Request specific response headers cannot be used for anonymous GET requests.");
        }
        if (input.responseContentType() != null) {
            output.contentType(input.responseContentType());
        }
        if (input.responseContentLanguage() != null) {
            output.contentLanguage(input.responseContentLanguage());
        }
        if (input.responseCacheControl() != null) {
            output.cacheControl(input.responseCacheControl());
        }
        if (input.responseContentDisposition() != null) {
            output.contentDisposition(input.responseContentDisposition());
        }
        if (input.responseContentEncoding() != null) {
            output.contentEncoding(input.responseContentEncoding());
        }
        if (input.responseExpires() != null) {
            output.expires(input.responseExpires());
        }
    }
}
