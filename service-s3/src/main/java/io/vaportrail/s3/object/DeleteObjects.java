package io.vaportrail.s3.object;

import io.vaportrail.core.http.HttpRequest;
import io.vaportrail.core.service.Call;
import io.vaportrail.core.service.Handler;
import io.vaportrail.model.s3.DeleteObjectsOutput;
import io.vaportrail.model.s3.DeleteObjectsRequest;
import io.vaportrail.model.s3.DeletedObject;
import io.vaportrail.model.s3.ObjectIdentifier;
import io.vaportrail.model.s3.S3Error;
import io.vaportrail.s3.S3Errors;
import io.vaportrail.s3.S3Limits;
import io.vaportrail.s3.bucket.BucketFinder;
import io.vaportrail.s3.checksum.Algorithm;
import io.vaportrail.s3.store.Bucket;
import io.vaportrail.s3.store.Deletion;
import io.vaportrail.schema.ServiceException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * DeleteObjects: deletes many objects, each as DeleteObject does; what fails is told for each.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteObjects.html">DeleteObjects</a>
 */
public final class DeleteObjects implements Handler<DeleteObjectsRequest, DeleteObjectsOutput> {
    private final BucketFinder finder;
    private final DeleteObject single;

    /** The operation. */
    public DeleteObjects(BucketFinder finder, DeleteObject single) {
        this.finder = finder;
        this.single = single;
    }

    @Override
    public DeleteObjectsOutput handle(DeleteObjectsRequest input, Call call) {
        Bucket bucket = finder.find(input.bucket(), input.expectedBucketOwner(), call);
        checkDigest(call.origin().request());
        List<ObjectIdentifier> objects = input.delete().objects();
        if (objects.isEmpty() || objects.size() > S3Limits.DELETED_OBJECTS) {
            throw S3Errors.malformedXml();
        }
        boolean quiet = Boolean.TRUE.equals(input.delete().quiet());
        List<DeletedObject> deleted = new ArrayList<>();
        List<S3Error> errors = new ArrayList<>();
        for (ObjectIdentifier object : objects) {
            try {
                DeletedObject done = delete(bucket, object, call);
                if (!quiet) {
                    deleted.add(done);
                }
            } catch (ServiceException e) {
                errors.add(S3Error.builder()
                        .key(object.key())
                        .versionId(object.versionId())
                        .code(e.error().code())
                        .message(e.getMessage())
                        .build());
            }
        }
        return DeleteObjectsOutput.builder().deleted(deleted).errors(errors).build();
    }

    private DeletedObject delete(Bucket bucket, ObjectIdentifier object, Call call) {
        ServiceException refusal = call.refusal(
                object.versionId() == null ? "s3:DeleteObject" : "s3:DeleteObjectVersion",
                bucket.arn() + "/" + object.key());
        if (refusal != null) {
            throw refusal;
        }
        Deletion deletion = single.delete(
                bucket,
                object.key(),
                object.versionId(),
                WriteConditions.ofDelete(object.eTag(), object.lastModifiedTime(), object.size()),
                call);
        boolean marker = deletion.deleteMarker();
        return DeletedObject.builder()
                .key(object.key())
                .versionId(object.versionId())
                .deleteMarker(marker ? true : null)
                .deleteMarkerVersionId(marker ? deletion.versionId() : null)
                .build();
    }

    /** Whoever deletes so much must prove that the list came whole. */
    private static void checkDigest(@Nullable HttpRequest request) {
        if (request == null || request.header("Content-MD5") != null) {
            return;
        }
        for (Algorithm algorithm : Algorithm.values()) {
            if (request.header(algorithm.header()) != null) {
                return;
            }
        }
        throw S3Errors.invalidRequest("Missing required header for this request: Content-MD5 OR x-amz-checksum-*");
    }
}
