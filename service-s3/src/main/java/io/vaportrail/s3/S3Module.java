package io.vaportrail.s3;

import io.vaportrail.core.service.AsyncHandler;
import io.vaportrail.core.service.DenialWording;
import io.vaportrail.core.service.EmulatorContext;
import io.vaportrail.core.service.Handler;
import io.vaportrail.core.service.OperationRegistry;
import io.vaportrail.core.service.RequestConventions;
import io.vaportrail.core.service.ServiceModule;
import io.vaportrail.core.validation.ViolationWording;
import io.vaportrail.model.s3.S3Service;
import io.vaportrail.s3.bucket.BucketFinder;
import io.vaportrail.s3.bucket.CreateBucket;
import io.vaportrail.s3.bucket.DeleteBucket;
import io.vaportrail.s3.bucket.GetBucketLocation;
import io.vaportrail.s3.bucket.HeadBucket;
import io.vaportrail.s3.bucket.ListBuckets;
import io.vaportrail.s3.configuration.AccessConfigurations;
import io.vaportrail.s3.configuration.Acls;
import io.vaportrail.s3.configuration.BucketEncryption;
import io.vaportrail.s3.configuration.BucketPolicies;
import io.vaportrail.s3.configuration.BucketTagging;
import io.vaportrail.s3.configuration.BucketVersioning;
import io.vaportrail.s3.configuration.CrossOrigin;
import io.vaportrail.s3.configuration.EffectivePolicy;
import io.vaportrail.s3.configuration.StoredConfigurations;
import io.vaportrail.s3.configuration.UnsetConfigurations;
import io.vaportrail.s3.lifecycle.BucketLifecycle;
import io.vaportrail.s3.lifecycle.LifecycleDays;
import io.vaportrail.s3.listing.ListObjectVersions;
import io.vaportrail.s3.listing.ListObjects;
import io.vaportrail.s3.listing.ListObjectsV2;
import io.vaportrail.s3.multipart.AbortMultipartUpload;
import io.vaportrail.s3.multipart.CompleteMultipartUpload;
import io.vaportrail.s3.multipart.CreateMultipartUpload;
import io.vaportrail.s3.multipart.ListMultipartUploads;
import io.vaportrail.s3.multipart.ListParts;
import io.vaportrail.s3.multipart.PartStore;
import io.vaportrail.s3.multipart.UploadPart;
import io.vaportrail.s3.multipart.UploadPartCopy;
import io.vaportrail.s3.notification.BucketNotifications;
import io.vaportrail.s3.notification.Notifications;
import io.vaportrail.s3.object.CopyObject;
import io.vaportrail.s3.object.DeleteObject;
import io.vaportrail.s3.object.DeleteObjects;
import io.vaportrail.s3.object.GetObject;
import io.vaportrail.s3.object.GetObjectAttributes;
import io.vaportrail.s3.object.HeadObject;
import io.vaportrail.s3.object.ObjectTagging;
import io.vaportrail.s3.object.PutObject;
import io.vaportrail.s3.storage.StorageMetrics;
import io.vaportrail.s3.store.Bucket;
import io.vaportrail.s3.store.Buckets;
import io.vaportrail.s3.store.ObjectMemory;
import io.vaportrail.s3.store.StoreEnvironment;
import io.vaportrail.schema.Blob;
import io.vaportrail.schema.OperationSchema;
import io.vaportrail.schema.ServiceSchema;
import io.vaportrail.schema.Struct;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** Amazon S3: general purpose buckets and their objects, of all accounts and regions. */
public final class S3Module implements ServiceModule {
    private static final String ARN = "arn:aws:s3:::";

    private final EmulatorContext context;
    private final Buckets buckets;
    private final BucketFinder finder;
    private final Notifications notifications;
    private final LifecycleDays lifecycle;
    private final StorageMetrics storage;

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
        this.notifications = new Notifications(context.clock(), context.calls());
        this.lifecycle = new LifecycleDays(buckets, notifications);
        this.storage = new StorageMetrics(buckets, context.metrics());
    }

    @Override
    public ServiceSchema schema() {
        return S3Service.SERVICE;
    }

    @Override
    public RequestConventions requests() {
        return new S3Requests(new CrossOrigin(buckets));
    }

    @Override
    public DenialWording denials() {
        return S3Denials::word;
    }

    @Override
    public ViolationWording violations() {
        return new S3Violations();
    }

    @Override
    public void register(OperationRegistry registry) {
        OperationRegistry operations = new GatedOperations(registry, new RequestGate(context.clock()));
        registerBuckets(operations);
        registerConfigurations(operations);
        registerObjects(operations);
        registerUploads(operations);
    }

    private void registerBuckets(OperationRegistry operations) {
        BucketPolicies policies = new BucketPolicies(finder, buckets);
        Acls acls = new Acls(finder, buckets, notifications);
        operations
                .inline(S3Service.CREATE_BUCKET, new CreateBucket(buckets, storage))
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

    private void registerConfigurations(OperationRegistry operations) {
        BucketVersioning versioning = new BucketVersioning(finder, buckets);
        BucketTagging tagging = new BucketTagging(finder, buckets);
        AccessConfigurations access = new AccessConfigurations(finder, buckets);
        BucketEncryption encryption = new BucketEncryption(finder, buckets);
        BucketNotifications destinations = new BucketNotifications(finder, buckets, notifications);
        operations
                .inline(S3Service.PUT_BUCKET_VERSIONING, versioning::put)
                .inline(S3Service.GET_BUCKET_VERSIONING, versioning::get)
                .inline(S3Service.PUT_BUCKET_TAGGING, tagging::put)
                .inline(S3Service.GET_BUCKET_TAGGING, tagging::get)
                .inline(S3Service.DELETE_BUCKET_TAGGING, tagging::delete)
                .inline(S3Service.PUT_PUBLIC_ACCESS_BLOCK, access::putPublicAccessBlock)
                .inline(S3Service.GET_PUBLIC_ACCESS_BLOCK, access::getPublicAccessBlock)
                .inline(S3Service.DELETE_PUBLIC_ACCESS_BLOCK, access::deletePublicAccessBlock)
                .inline(S3Service.PUT_BUCKET_OWNERSHIP_CONTROLS, access::putOwnershipControls)
                .inline(S3Service.GET_BUCKET_OWNERSHIP_CONTROLS, access::getOwnershipControls)
                .inline(S3Service.DELETE_BUCKET_OWNERSHIP_CONTROLS, access::deleteOwnershipControls)
                .inline(S3Service.PUT_BUCKET_ENCRYPTION, encryption::put)
                .inline(S3Service.GET_BUCKET_ENCRYPTION, encryption::get)
                .inline(S3Service.DELETE_BUCKET_ENCRYPTION, encryption::delete)
                .async(S3Service.PUT_BUCKET_NOTIFICATION_CONFIGURATION, destinations)
                .inline(S3Service.GET_BUCKET_NOTIFICATION_CONFIGURATION, destinations::get);
        new BucketLifecycle(finder, buckets, lifecycle).register(operations);
        new StoredConfigurations(finder, buckets).register(operations);
        new UnsetConfigurations(finder).register(operations);
    }

    private void registerObjects(OperationRegistry operations) {
        DeleteObject delete = new DeleteObject(finder, notifications);
        ObjectTagging tagging = new ObjectTagging(finder, notifications);
        PutObject put = new PutObject(finder, buckets.environment(), notifications);
        operations
                .async(S3Service.PUT_OBJECT, bySize(put, input -> size(input.body())))
                .onWorker(S3Service.COPY_OBJECT, new CopyObject(finder, buckets.environment(), notifications))
                .inline(S3Service.GET_OBJECT, new GetObject(finder))
                .inline(S3Service.HEAD_OBJECT, new HeadObject(finder))
                .inline(S3Service.GET_OBJECT_ATTRIBUTES, new GetObjectAttributes(finder))
                .inline(S3Service.DELETE_OBJECT, delete)
                .onWorker(S3Service.DELETE_OBJECTS, new DeleteObjects(finder, delete))
                .inline(S3Service.PUT_OBJECT_TAGGING, tagging::put)
                .inline(S3Service.GET_OBJECT_TAGGING, tagging::get)
                .inline(S3Service.DELETE_OBJECT_TAGGING, tagging::delete)
                .inline(S3Service.LIST_OBJECTS, new ListObjects(finder))
                .inline(S3Service.LIST_OBJECTS_V2, new ListObjectsV2(finder))
                .inline(S3Service.LIST_OBJECT_VERSIONS, new ListObjectVersions(finder));
    }

    private void registerUploads(OperationRegistry operations) {
        StoreEnvironment environment = buckets.environment();
        PartStore parts = new PartStore(environment);
        UploadPart upload = new UploadPart(finder, parts);
        operations
                .inline(S3Service.CREATE_MULTIPART_UPLOAD, new CreateMultipartUpload(finder, environment))
                .async(S3Service.UPLOAD_PART, bySize(upload, input -> size(input.body())))
                .onWorker(S3Service.UPLOAD_PART_COPY, new UploadPartCopy(finder, parts))
                .onWorker(
                        S3Service.COMPLETE_MULTIPART_UPLOAD,
                        new CompleteMultipartUpload(finder, environment, notifications))
                .inline(S3Service.ABORT_MULTIPART_UPLOAD, new AbortMultipartUpload(finder, environment))
                .inline(S3Service.LIST_PARTS, new ListParts(finder))
                .inline(S3Service.LIST_MULTIPART_UPLOADS, new ListMultipartUploads(finder));
    }

    private <I extends Struct, O extends Struct> AsyncHandler<I, O> bySize(
            Handler<I, O> handler, ToLongFunction<I> size) {
        return new SizedExecution<>(handler, size, context.workers());
    }

    private static long size(@Nullable Blob body) {
        return body == null ? 0 : body.size();
    }

    @Override
    public @Nullable String resourcePolicy(String arn) {
        Bucket bucket = bucketOf(arn);
        return bucket == null ? null : EffectivePolicy.of(bucket, arn);
    }

    @Override
    public boolean decidesEach(OperationSchema<?, ?> operation) {
        return operation == S3Service.DELETE_OBJECTS;
    }

    @Override
    public boolean hasResource(String arn) {
        return bucketOf(arn) != null;
    }

    @Override
    public @Nullable String resourceOwner(String arn) {
        Bucket bucket = bucketOf(arn);
        return bucket == null ? null : bucket.owner();
    }

    private @Nullable Bucket bucketOf(String arn) {
        if (!arn.startsWith(ARN)) {
            return null;
        }
        int slash = arn.indexOf('/');
        return buckets.find(arn.substring(ARN.length(), slash < 0 ? arn.length() : slash));
    }

    @Override
    public void reset(@Nullable String accountId) {
        buckets.reset(accountId);
        if (accountId == null) {
            lifecycle.reset();
            storage.reset();
        }
    }

    /** All buckets, for checks. */
    public Buckets buckets() {
        return buckets;
    }
}
