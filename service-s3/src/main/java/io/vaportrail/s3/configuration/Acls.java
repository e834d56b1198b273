package io.vaportrail.s3.configuration;

import io.vaportrail.core.service.Call;
import io.vaportrail.model.s3.AccessControlPolicy;
import io.vaportrail.model.s3.GetBucketAclOutput;
import io.vaportrail.model.s3.GetBucketAclRequest;
import io.vaportrail.model.s3.GetObjectAclOutput;
import io.vaportrail.model.s3.GetObjectAclRequest;
import io.vaportrail.model.s3.PutBucketAclRequest;
import io.vaportrail.model.s3.PutObjectAclOutput;
import io.vaportrail.model.s3.PutObjectAclRequest;
import io.vaportrail.s3.S3Errors;
import io.vaportrail.s3.access.Acl;
import io.vaportrail.s3.access.AclDocuments;
import io.vaportrail.s3.bucket.BucketFinder;
import io.vaportrail.s3.notification.Notifications;
import io.vaportrail.s3.notification.ObjectEvent;
import io.vaportrail.s3.object.ObjectFinder;
import io.vaportrail.s3.store.Bucket;
import io.vaportrail.s3.store.Buckets;
import io.vaportrail.s3.store.ObjectVersion;
import io.vaportrail.schema.Struct;
import io.vaportrail.schema.Unit;
import org.jspecify.annotations.Nullable;

/**
 * GetBucketAcl, PutBucketAcl, GetObjectAcl, PutObjectAcl.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/acl-overview.html">Access control lists</a>
 */
public final class Acls {
    private final BucketFinder finder;
    private final Buckets buckets;
    private final Notifications notifications;

    /** The operations. */
    public Acls(BucketFinder finder, Buckets buckets, Notifications notifications) {
        this.finder = finder;
        this.buckets = buckets;
        this.notifications = notifications;
    }

    /** GetBucketAcl. */
    public GetBucketAclOutput getOfBucket(GetBucketAclRequest input, Call call) {
        Acl acl = finder.find(input.bucket(), input.expectedBucketOwner(), call)
                .settings()
                .acl();
        return GetBucketAclOutput.builder()
                .owner(AclDocuments.owner(acl.owner()))
                .grants(AclDocuments.grants(acl))
                .build();
    }

    /** PutBucketAcl. */
    public Unit putOfBucket(PutBucketAclRequest input, Call call) {
        Bucket bucket = finder.find(input.bucket(), input.expectedBucketOwner(), call);
        Acl acl = stated(input, input.accessControlPolicy(), bucket.owner(), bucket);
        if (OwnershipControlsRules.enforced(bucket) && !acl.equals(Acl.ownedBy(bucket.owner()))) {
            throw S3Errors.aclNotSupported();
        }
        PublicAccess.checkAcl(bucket, acl);
        bucket.settings().setAcl(acl);
        buckets.report(bucket);
        return Unit.INSTANCE;
    }

    /** GetObjectAcl. */
    public GetObjectAclOutput getOfObject(GetObjectAclRequest input, Call call) {
        Bucket bucket = finder.findFor(input.key(), input.bucket(), input.expectedBucketOwner(), call);
        Acl acl =
                ObjectFinder.find(bucket, input.key(), input.versionId(), "GET").acl();
        return GetObjectAclOutput.builder()
                .owner(AclDocuments.owner(acl.owner()))
                .grants(AclDocuments.grants(acl))
                .build();
    }

    /** PutObjectAcl. */
    public PutObjectAclOutput putOfObject(PutObjectAclRequest input, Call call) {
        Bucket bucket = finder.findFor(input.key(), input.bucket(), input.expectedBucketOwner(), call);
        ObjectVersion version = ObjectFinder.find(bucket, input.key(), input.versionId(), "PUT");
        Acl asked = stated(input, input.accessControlPolicy(), version.owner(), bucket);
        Acl acl = OwnershipControlsRules.objectAcl(bucket, version.owner(), asked, input.acl());
        ObjectVersion changed = bucket.change(version, found -> found.withAcl(acl));
        if (changed == null) {
            throw S3Errors.noSuchKey(input.key());
        }
        notifications.publish(ObjectEvent.of(ObjectEvent.ACL_PUT, bucket, changed), call);
        return PutObjectAclOutput.builder().build();
    }

    private static Acl stated(Struct input, @Nullable AccessControlPolicy document, String owner, Bucket bucket) {
        Acl stated = AclDocuments.stated(input, owner, bucket.owner());
        if (stated != null && document != null) {
            throw S3Errors.unexpectedContent();
        }
        if (stated != null) {
            return stated;
        }
        if (document == null) {
            throw S3Errors.missingSecurityHeader();
        }
        return AclDocuments.parse(document, owner);
    }
}
