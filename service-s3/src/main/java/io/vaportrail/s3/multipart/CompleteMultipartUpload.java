package io.vaportrail.s3.multipart;

import io.vaportrail.core.service.Call;
import io.vaportrail.core.service.Handler;
import io.vaportrail.model.s3.CompleteMultipartUploadOutput;
import io.vaportrail.model.s3.CompleteMultipartUploadRequest;
import io.vaportrail.model.s3.CompletedMultipartUpload;
import io.vaportrail.s3.Members;
import io.vaportrail.s3.ObjectAddress;
import io.vaportrail.s3.S3Errors;
import io.vaportrail.s3.bucket.BucketFinder;
import io.vaportrail.s3.checksum.Algorithm;
import io.vaportrail.s3.checksum.ChecksumMembers;
import io.vaportrail.s3.listing.KeyEncoding;
import io.vaportrail.s3.notification.Notifications;
import io.vaportrail.s3.notification.ObjectEvent;
import io.vaportrail.s3.object.ETags;
import io.vaportrail.s3.object.Encryptions;
import io.vaportrail.s3.object.PutObject;
import io.vaportrail.s3.object.SentHeaders;
import io.vaportrail.s3.object.WriteConditions;
import io.vaportrail.s3.store.Bucket;
import io.vaportrail.s3.store.Checksum;
import io.vaportrail.s3.store.Condition;
import io.vaportrail.s3.store.ObjectContent;
import io.vaportrail.s3.store.ObjectVersion;
import io.vaportrail.s3.store.StoreEnvironment;
import io.vaportrail.s3.store.Upload;
import io.vaportrail.s3.store.UploadedPart;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * CompleteMultipartUpload: makes an object of the parts listed. Bytes are put together outside the bucket's lock; the upload ends
 * in the same moment in which the object appears.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_CompleteMultipartUpload.html">CompleteMultipartUpload</a>
 */
public final class CompleteMultipartUpload
        implements Handler<CompleteMultipartUploadRequest, CompleteMultipartUploadOutput> {
    private final BucketFinder finder;
    private final StoreEnvironment environment;
    private final Notifications notifications;

    /** The operation. */
    public CompleteMultipartUpload(BucketFinder finder, StoreEnvironment environment, Notifications notifications) {
        this.finder = finder;
        this.environment = environment;
        this.notifications = notifications;
    }

    @Override
    public CompleteMultipartUploadOutput handle(CompleteMultipartUploadRequest input, Call call) {
        Bucket bucket = finder.findFor(input.key(), input.bucket(), input.expectedBucketOwner(), call);
        SentHeaders.refuseWhatIsMissing(input);
        Condition condition = WriteConditions.ofWrite(input.key(), input.ifMatch(), input.ifNoneMatch());
        Upload upload = PartStore.find(bucket, input.key(), input.uploadId());
        CompletedMultipartUpload listed = input.multipartUpload();
        if (listed == null || listed.parts() == null || listed.parts().isEmpty()) {
            throw S3Errors.malformedXml();
        }
        Map<Integer, UploadedPart> parts = bucket.withUploads(uploads -> new TreeMap<>(upload.parts()));
        Assembly assembly = new Assembly(upload, parts);
        assembly.choose(listed.parts());
        ObjectContent content = assembly.assemble();
        checkStated(input, content, upload);
        ObjectVersion stored = store(bucket, upload, content, condition);
        notifications.publish(ObjectEvent.of(ObjectEvent.CREATED_MULTIPART, bucket, stored), call);
        return answer(input, call, stored);
    }

    private ObjectVersion store(Bucket bucket, Upload upload, ObjectContent content, Condition condition) {
        ObjectVersion object = upload.target().withContent(content, environment.now());
        return bucket.put(object, upload.memory(), current -> {
            condition.check(current);
            Upload removed =
                    bucket.withUploads(uploads -> uploads.remove(upload.target().key(), upload.id()));
            if (removed == null) {
                throw S3Errors.noSuchUpload(upload.id());
            }
        });
    }

    private static void checkStated(CompleteMultipartUploadRequest input, ObjectContent content, Upload upload) {
        Long size = input.mpuObjectSize();
        if (size != null && size != content.size()) {
            throw S3Errors.invalidRequest("The provided 'x-amz-mp-object-size' header value " + size
                    + " does not match what was computed: " + content.size());
        }
        Checksum checksum = content.checksum();
        if (checksum != null
                && input.checksumType() != null
                && !input.checksumType().equals(checksum.type())) {
            throw S3Errors.invalidRequest("The upload was created using the " + checksum.type()
                    + " checksum mode. The complete request must use the same checksum mode.");
        }
        Algorithm stated = Algorithm.stated(input);
        if (stated != null && !fits(Members.text(input, stated.member()), stated, content, upload)) {
            throw S3Errors.badChecksum(stated.name());
        }
    }

    private static boolean fits(@Nullable String value, Algorithm stated, ObjectContent content, Upload upload) {
        Checksum checksum = content.checksum();
        Upload.ChecksumPlan plan = upload.checksum();
        boolean chosen = plan != null && plan.chosen();
        if (checksum != null && (chosen || checksum.algorithm().equals(stated.name()))) {
            return checksum.algorithm().equals(stated.name())
                    && (checksum.value().equals(value) || checksum.value().startsWith(value + "-"));
        }
        return stated.of(content.bytes()).equals(value);
    }

    private static CompleteMultipartUploadOutput answer(
            CompleteMultipartUploadRequest input, Call call, ObjectVersion stored) {
        CompleteMultipartUploadOutput.Builder output = CompleteMultipartUploadOutput.builder()
                .bucket(input.bucket())
                .key(input.key())
                .location(ObjectAddress.of(
                        call, input.bucket(), KeyEncoding.of("url").encode(input.key())))
                .eTag(ETags.quoted(stored.contentOrThrow().eTag()))
                .versionId(PutObject.visible(stored));
        ChecksumMembers.set(
                CompleteMultipartUploadOutput.SCHEMA,
                output,
                stored.contentOrThrow().checksum());
        Encryptions.set(CompleteMultipartUploadOutput.SCHEMA, output, stored.encryption());
        return output.build();
    }
}
