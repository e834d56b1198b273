package io.vaportrail.s3.object;

import io.vaportrail.core.http.HttpRequest;
import io.vaportrail.core.service.Call;
import io.vaportrail.core.service.Handler;
import io.vaportrail.model.s3.PutObjectOutput;
import io.vaportrail.model.s3.PutObjectRequest;
import io.vaportrail.s3.access.Acl;
import io.vaportrail.s3.access.AclDocuments;
import io.vaportrail.s3.bucket.BucketFinder;
import io.vaportrail.s3.checksum.Algorithm;
import io.vaportrail.s3.checksum.BodyIntegrity;
import io.vaportrail.s3.checksum.ChecksumMembers;
import io.vaportrail.s3.checksum.Digests;
import io.vaportrail.s3.configuration.OwnershipControlsRules;
import io.vaportrail.s3.configuration.Tags;
import io.vaportrail.s3.form.FormUpload;
import io.vaportrail.s3.lifecycle.LifecycleRules;
import io.vaportrail.s3.notification.Notifications;
import io.vaportrail.s3.notification.ObjectEvent;
import io.vaportrail.s3.store.Bucket;
import io.vaportrail.s3.store.Checksum;
import io.vaportrail.s3.store.Encryption;
import io.vaportrail.s3.store.ObjectContent;
import io.vaportrail.s3.store.ObjectVersion;
import io.vaportrail.s3.store.StoreEnvironment;
import io.vaportrail.schema.Blob;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * PutObject: stores an object whole.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutObject.html">PutObject</a>
 */
public final class PutObject implements Handler<PutObjectRequest, PutObjectOutput> {
    private final BucketFinder finder;
    private final StoreEnvironment environment;
    private final Notifications notifications;

    /** The operation. */
    public PutObject(BucketFinder finder, StoreEnvironment environment, Notifications notifications) {
        this.finder = finder;
        this.environment = environment;
        this.notifications = notifications;
    }

    @Override
    public PutObjectOutput handle(PutObjectRequest input, Call call) {
        Bucket bucket = finder.findFor(input.key(), input.bucket(), input.expectedBucketOwner(), call);
        Keys.check(input.key());
        SentHeaders.refuseWhatIsMissing(input);
        ObjectVersion stored = bucket.put(
                object(input, call, bucket),
                WriteConditions.ofWrite(input.key(), input.ifMatch(), input.ifNoneMatch()));
        call.audit().additionalEventData("SSEApplied", Encryptions.recorded(input, stored.encryption()));
        notifications.publish(ObjectEvent.of(eventName(call), bucket, stored), call);
        return answer(stored, bucket);
    }

    private static String eventName(Call call) {
        HttpRequest request = call.origin().request();
        return request != null && FormUpload.isOne(request) ? ObjectEvent.CREATED_POST : ObjectEvent.CREATED_PUT;
    }

    private ObjectVersion object(PutObjectRequest input, Call call, Bucket bucket) {
        Encryption encryption = Encryptions.of(input, bucket);
        String owner = OwnershipControlsRules.ownerOf(bucket, call.accountId(), input.acl());
        Acl acl = OwnershipControlsRules.objectAcl(
                bucket, owner, AclDocuments.stated(input, owner, bucket.owner()), input.acl());
        return new ObjectVersion(
                input.key(),
                ObjectVersion.NULL,
                environment.now(),
                owner,
                content(input, call),
                SentHeaders.of(input),
                SentHeaders.storageClass(input),
                encryption,
                Tags.ofHeader(input.tagging()),
                acl);
    }

    private static ObjectContent content(PutObjectRequest input, Call call) {
        Blob body = input.body();
        byte[] bytes = body == null ? Blob.EMPTY.unsafeBytes() : body.unsafeBytes();
        byte[] md5 = Digests.md5(bytes);
        BodyIntegrity.check(input, call, bytes, md5);
        Algorithm wanted = BodyIntegrity.announcedOrDefault(input.checksumAlgorithm());
        Checksum checksum = BodyIntegrity.checksum(input, bytes, wanted);
        return new ObjectContent(bytes, HexFormat.of().formatHex(md5), checksum, List.of());
    }

    private static PutObjectOutput answer(ObjectVersion stored, Bucket bucket) {
        ObjectContent content = stored.contentOrThrow();
        PutObjectOutput.Builder output = PutObjectOutput.builder()
                .eTag(ETags.quoted(content.eTag()))
                .versionId(visible(stored))
                .expiration(LifecycleRules.expiration(bucket, stored));
        ChecksumMembers.set(PutObjectOutput.SCHEMA, output, content.checksum());
        Encryptions.set(PutObjectOutput.SCHEMA, output, stored.encryption());
        return output.build();
    }

    /** The version id that answers to writes show: none while versioning is not enabled. */
    public static @Nullable String visible(ObjectVersion stored) {
        return stored.versionId().equals(ObjectVersion.NULL) ? null : stored.versionId();
    }
}
