package io.vaportrail.s3.object;

import io.vaportrail.core.audit.AuditScope;
import io.vaportrail.core.http.HttpRequest;
import io.vaportrail.core.service.Call;
import io.vaportrail.core.service.Handler;
import io.vaportrail.model.s3.DeleteObjectRequest;
import io.vaportrail.model.s3.DeleteObjectsOutput;
import io.vaportrail.model.s3.DeleteObjectsRequest;
import io.vaportrail.model.s3.DeletedObject;
import io.vaportrail.model.s3.ObjectIdentifier;
import io.vaportrail.model.s3.S3Error;
import io.vaportrail.model.s3.S3Service;
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
 * DeleteObjects: deletes many objects, each as DeleteObject does; what fails is told for each. CloudTrail records the call and, as an
 * event DeleteObject, each deletion; that those carry the request's id and data is UNVERIFIED.
 *
 * @see <a href="https://aws.amazon.com/about-aws/whats-new/2025/06/aws-cloudtrail-logging-amazon-s3-deleteobjects-api/">CloudTrail's
 *     logging of DeleteObjects</a>
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
                Deletion done = delete(bucket, object, call);
                record(bucket, object, done, null, call);
                if (!quiet) {
                    deleted.add(shown(object, done));
                }
            } catch (ServiceException e) {
                record(bucket, object, null, e, call);
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

    private Deletion delete(Bucket bucket, ObjectIdentifier object, Call call) {
        ServiceException refusal = call.refusal(
                object.versionId() == null ? "s3:DeleteObject" : "s3:DeleteObjectVersion",
                bucket.arn() + "/" + object.key());
        if (refusal != null) {
            throw refusal;
        }
        return single.delete(
                bucket,
                object.key(),
                object.versionId(),
                WriteConditions.ofDelete(object.eTag(), object.lastModifiedTime(), object.size()),
                call);
    }

    private static DeletedObject shown(ObjectIdentifier object, Deletion deletion) {
        boolean marker = deletion.deleteMarker();
        return DeletedObject.builder()
                .key(object.key())
                .versionId(object.versionId())
                .deleteMarker(marker ? true : null)
                .deleteMarkerVersionId(marker ? deletion.versionId() : null)
                .build();
    }

    /** Of what was denied a record names no resource, as nothing was touched. */
    private static void record(
            Bucket bucket,
            ObjectIdentifier object,
            @Nullable Deletion deletion,
            @Nullable ServiceException error,
            Call call) {
        boolean denied = error != null && error.auditCode().equals("AccessDenied");
        call.audit()
                .part(new AuditScope.Part(
                        S3Service.DELETE_OBJECT,
                        DeleteObjectRequest.builder()
                                .bucket(bucket.name())
                                .key(object.key())
                                .versionId(object.versionId())
                                .build(),
                        deletion == null ? null : DeleteObject.answer(deletion),
                        error,
                        denied ? List.of() : BucketFinder.resources(bucket, object.key())));
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
