package io.vaportrail.conformance.golden;

import static io.vaportrail.conformance.golden.GoldenWorld.ACCOUNT;
import static io.vaportrail.conformance.golden.GoldenWorld.OTHER_ACCOUNT;

import io.vaportrail.conformance.fixture.AwsError;
import java.util.Map;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketCannedACL;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;
import software.amazon.awssdk.services.s3.model.ObjectCannedACL;

/** What is done with buckets and objects. */
@SuppressWarnings("unchecked") // Builders of the SDK take consumers as varargs.
final class S3Calls {
    private S3Calls() {}

    static void buckets(GoldenWorld world) {
        S3Client s3 = world.s3("sarah@" + ACCOUNT);
        s3.createBucket(r -> r.bucket("shop-orders").acl(BucketCannedACL.PRIVATE));
        s3.createBucket(r -> r.bucket("shop-invoices")
                .createBucketConfiguration(c -> c.tags(t -> t.key("Team").value("billing"))));
        s3.listBuckets();
        s3.headBucket(r -> r.bucket("shop-orders"));
        s3.getBucketLocation(r -> r.bucket("shop-orders"));
        s3.putBucketTagging(r -> r.bucket("shop-orders")
                .tagging(t -> t.tagSet(
                        s -> s.key("Team").value("billing"), s -> s.key("Stage").value("test"))));
        s3.getBucketTagging(r -> r.bucket("shop-orders"));
        s3.deleteBucketTagging(r -> r.bucket("shop-orders"));
        s3.putBucketVersioning(
                r -> r.bucket("shop-orders").versioningConfiguration(v -> v.status(BucketVersioningStatus.ENABLED)));
        s3.getBucketVersioning(r -> r.bucket("shop-orders"));
        s3.putPublicAccessBlock(r -> r.bucket("shop-orders")
                .publicAccessBlockConfiguration(c -> c.blockPublicPolicy(false).blockPublicAcls(true)));
        s3.getPublicAccessBlock(r -> r.bucket("shop-orders"));
        s3.putBucketPolicy(r -> r.bucket("shop-orders")
                .policy("{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":"
                        + "{\"AWS\":\"arn:aws:iam::" + OTHER_ACCOUNT + ":root\"},\"Action\":\"s3:GetObject\","
                        + "\"Resource\":\"arn:aws:s3:::shop-orders/*\"}]}"));
        s3.getBucketPolicy(r -> r.bucket("shop-orders"));
        s3.getBucketPolicyStatus(r -> r.bucket("shop-orders"));
        s3.deleteBucketPolicy(r -> r.bucket("shop-orders"));
        s3.getBucketAcl(r -> r.bucket("shop-orders"));
        s3.putBucketEncryption(r -> r.bucket("shop-orders")
                .serverSideEncryptionConfiguration(
                        c -> c.rules(rule -> rule.applyServerSideEncryptionByDefault(d -> d.sseAlgorithm("AES256")))));
        s3.getBucketEncryption(r -> r.bucket("shop-orders"));
        s3.putBucketOwnershipControls(r -> r.bucket("shop-orders")
                .ownershipControls(c -> c.rules(rule -> rule.objectOwnership("BucketOwnerEnforced"))));
        s3.getBucketAccelerateConfiguration(r -> r.bucket("shop-orders"));
        AwsError.of(() -> s3.getBucketCors(r -> r.bucket("shop-orders")));
        AwsError.of(() -> s3.getBucketLifecycleConfiguration(r -> r.bucket("shop-orders")));
        s3.putBucketLifecycleConfiguration(r -> r.bucket("shop-orders")
                .lifecycleConfiguration(c -> c.rules(
                        rule -> rule.status("Enabled").filter(f -> f.prefix("")).expiration(e -> e.days(30)))));
        s3.deleteBucketLifecycle(r -> r.bucket("shop-orders"));
        AwsError.of(() -> s3.getBucketReplication(r -> r.bucket("shop-orders")));
        AwsError.of(() -> s3.getBucketWebsite(r -> r.bucket("shop-orders")));
        s3.putObject(r -> r.bucket("shop-orders").key("left"), RequestBody.fromString("x"));
        AwsError.of(() -> s3.deleteBucket(r -> r.bucket("shop-orders")));
        s3.putBucketNotificationConfiguration(
                r -> r.bucket("shop-orders").notificationConfiguration(c -> c.eventBridgeConfiguration(e -> {})));
        s3.getBucketNotificationConfiguration(r -> r.bucket("shop-orders"));
        s3.deleteBucket(r -> r.bucket("shop-invoices"));
        AwsError.of(() -> s3.getBucketLocation(r -> r.bucket("shop-invoices")));
        AwsError.of(() -> world.s3("sam@" + OTHER_ACCOUNT).getBucketTagging(r -> r.bucket("shop-orders")));
    }

    static void objects(GoldenWorld world) {
        S3Client s3 = world.s3("app@" + ACCOUNT);
        s3.createBucket(r -> r.bucket("shop-orders"));
        s3.putBucketVersioning(
                r -> r.bucket("shop-orders").versioningConfiguration(v -> v.status(BucketVersioningStatus.ENABLED)));
        s3.putObject(
                r -> r.bucket("shop-orders")
                        .key("2098/first.json")
                        .acl(ObjectCannedACL.PRIVATE)
                        .contentType("application/json")
                        .metadata(Map.of("table", "seven"))
                        .tagging("Team=billing"),
                RequestBody.fromString("{\"order\":42}"));
        s3.getObjectAsBytes(r -> r.bucket("shop-orders").key("2098/first.json").range("bytes=0-3"));
        world.getPresigned("app@" + ACCOUNT, "/shop-orders/2098/first.json");
        s3.headObject(r -> r.bucket("shop-orders").key("2098/first.json"));
        s3.getObjectAttributes(
                r -> r.bucket("shop-orders").key("2098/first.json").objectAttributesWithStrings("ObjectSize"));
        s3.getObjectAcl(r -> r.bucket("shop-orders").key("2098/first.json"));
        s3.putObjectTagging(r -> r.bucket("shop-orders")
                .key("2098/first.json")
                .tagging(t -> t.tagSet(s -> s.key("Stage").value("test"))));
        s3.getObjectTagging(r -> r.bucket("shop-orders").key("2098/first.json"));
        s3.copyObject(r -> r.sourceBucket("shop-orders")
                .sourceKey("2098/first.json")
                .destinationBucket("shop-orders")
                .destinationKey("2098/copy.json"));
        s3.listObjects(r -> r.bucket("shop-orders").prefix("2098/"));
        s3.listObjectsV2(r -> r.bucket("shop-orders").prefix("2098/").maxKeys(10));
        s3.listObjectVersions(r -> r.bucket("shop-orders"));
        String upload = s3.createMultipartUpload(
                        r -> r.bucket("shop-orders").key("large").contentType("text/plain"))
                .uploadId();
        String tag = s3.uploadPart(
                        r -> r.bucket("shop-orders")
                                .key("large")
                                .uploadId(upload)
                                .partNumber(1),
                        RequestBody.fromString("large"))
                .eTag();
        s3.listParts(r -> r.bucket("shop-orders").key("large").uploadId(upload));
        s3.listMultipartUploads(r -> r.bucket("shop-orders"));
        s3.completeMultipartUpload(r -> r.bucket("shop-orders")
                .key("large")
                .uploadId(upload)
                .multipartUpload(m -> m.parts(p -> p.partNumber(1).eTag(tag))));
        s3.deleteObject(r -> r.bucket("shop-orders").key("large"));
        s3.deleteObjects(r -> r.bucket("shop-orders")
                .delete(d -> d.objects(o -> o.key("2098/first.json"), o -> o.key("2098/copy.json"))));
        AwsError.of(() -> s3.getObjectAsBytes(r -> r.bucket("shop-orders").key("gone")));
        AwsError.of(() -> s3.headObject(r -> r.bucket("shop-orders").key("gone")));
        AwsError.of(() ->
                world.unsignedS3().getObjectAsBytes(r -> r.bucket("shop-orders").key("2098/first.json")));
    }
}
