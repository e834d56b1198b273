package io.vaportrail.s3;

import io.vaportrail.core.service.EmulatorContext;
import io.vaportrail.core.service.OperationRegistry;
import io.vaportrail.core.service.ServiceModule;
import io.vaportrail.core.validation.ViolationWording;
import io.vaportrail.model.s3.S3Service;
import io.vaportrail.s3.bucket.BucketFinder;
import io.vaportrail.s3.bucket.CreateBucket;
import io.vaportrail.s3.bucket.DeleteBucket;
import io.vaportrail.s3.bucket.GetBucketLocation;
import io.vaportrail.s3.bucket.HeadBucket;
import io.vaportrail.s3.bucket.ListBuckets;
import io.vaportrail.s3.configuration.Acls;
import io.vaportrail.s3.configuration.BucketPolicies;
import io.vaportrail.s3.listing.ListObjects;
import io.vaportrail.s3.listing.ListObjectsV2;
import io.vaportrail.s3.notification.Notifications;
import io.vaportrail.s3.object.DeleteObject;
import io.vaportrail.s3.object.GetObject;
import io.vaportrail.s3.object.HeadObject;
import io.vaportrail.s3.object.PutObject;
import io.vaportrail.s3.store.Bucket;
import io.vaportrail.s3.store.Buckets;
import io.vaportrail.s3.store.ObjectMemory;
import io.vaportrail.s3.store.StoreEnvironment;
import io.vaportrail.schema.Blob;
import io.vaportrail.schema.ServiceSchema;
import org.jspecify.annotations.Nullable;

/** Amazon S3: general purpose buckets and their objects, of all accounts and regions. */
public final class S3Module implements ServiceModule {
    private static final String ARN = "arn:aws:s3:::";

    private final EmulatorContext context;
    private final Buckets buckets;
    private final BucketFinder finder;
    private final Notifications notifications;

    /**
     * A module without buckets.
     *
     * @param memoryBytes how much all objects may take together
     */
    public S3Module(EmulatorContext context, long memoryBytes) {
        this.context = context;
        this.buckets = new Buckets(new StoreEnvironment(
                context.clock(), context.ids(), context.stateLog(), new ObjectMemory(memoryBytes)));
        this.finder = new BucketFinder(buckets);
        this.notifications = new Notifications();
    }

    @Override
    public ServiceSchema schema() {
        return S3Service.SERVICE;
    }

    @Override
    public ViolationWording violations() {
        return new S3Violations();
    }

    @Override
    public void register(OperationRegistry registry) {
        OperationRegistry operations = new AuditedOperations(registry, new RequestGate(context.clock()));
        registerBuckets(operations);
        registerObjects(operations);
    }

    private void registerBuckets(OperationRegistry operations) {
        BucketPolicies policies = new BucketPolicies(finder, buckets);
        Acls acls = new Acls(finder, buckets, notifications);
        operations
                .inline(S3Service.CREATE_BUCKET, new CreateBucket(buckets))
                .inline(S3Service.HEAD_BUCKET, new HeadBucket(finder))
                .inline(S3Service.DELETE_BUCKET, new DeleteBucket(finder, buckets))
                .inline(S3Service.LIST_BUCKETS, new ListBuckets(buckets))
                .inline(S3Service.GET_BUCKET_LOCATION, new GetBucketLocation(finder))
                .inline(S3Service.PUT_BUCKET_POLICY, policies::put)
                .inline(S3Service.GET_BUCKET_POLICY, policies::get)
                .inline(S3Service.DELETE_BUCKET_POLICY, policies::delete)
                .inline(S3Service.GET_BUCKET_POLICY_STATUS, policies::status)
                .inline(S3Service.GET_BUCKET_ACL, acls::getOfBucket)
                .inline(S3Service.PUT_BUCKET_ACL, acls::putOfBucket)
                .inline(S3Service.GET_OBJECT_ACL, acls::getOfObject)
                .inline(S3Service.PUT_OBJECT_ACL, acls::putOfObject);
    }

    private void registerObjects(OperationRegistry operations) {
        operations
                .async(
                        S3Service.PUT_OBJECT,
                        new SizedExecution<>(
                                new PutObject(finder, buckets.environment(), notifications),
                                input -> size(input.body()),
                                context.workers()))
                .inline(S3Service.GET_OBJECT, new GetObject(finder))
                .inline(S3Service.HEAD_OBJECT, new HeadObject(finder))
                .inline(S3Service.DELETE_OBJECT, new DeleteObject(finder, notifications))
                .inline(S3Service.LIST_OBJECTS, new ListObjects(finder))
                .inline(S3Service.LIST_OBJECTS_V2, new ListObjectsV2(finder));
    }

    private static long size(@Nullable Blob body) {
        return body == null ? 0 : body.size();
    }

    @Override
    public @Nullable String resourcePolicy(String arn) {
        if (!arn.startsWith(ARN)) {
            return null;
        }
        int slash = arn.indexOf('/');
        Bucket bucket = buckets.find(arn.substring(ARN.length(), slash < 0 ? arn.length() : slash));
        return bucket == null ? null : bucket.settings().policy();
    }

    @Override
    public void reset(@Nullable String accountId) {
        buckets.reset(accountId);
    }

    /** All buckets, for checks. */
    public Buckets buckets() {
        return buckets;
    }
}
