package io.vaportrail.conformance.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.JsonNode;
import io.vaportrail.conformance.fixture.AwsError;
import io.vaportrail.conformance.fixture.EmulatorTest;
import io.vaportrail.conformance.fixture.TestEmulator;
import io.vaportrail.conformance.trail.Trail;
import io.vaportrail.core.service.IamMode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.DeleteObjectsResponse;

/** {@code --iam enforce}: policies of users and of buckets decide together. */
@EmulatorTest(iam = IamMode.ENFORCE)
final class EnforceTest {
    private static final String BUCKET = "orders";
    private static final String SARAH = "arn:aws:iam::000000000000:user/sarah";

    private TestEmulator emulator;
    private S3Client admin;

    @BeforeEach
    void make(TestEmulator started) {
        emulator = started;
        admin = started.clients().s3("test");
        admin.createBucket(r -> r.bucket(BUCKET));
        admin.putObject(r -> r.bucket(BUCKET).key("in/a"), RequestBody.fromString("hello"));
    }

    /** A user of the account with an inline policy of that statement, unless {@code null}. */
    private S3Client user(@Nullable String statement) {
        IamClient iam = emulator.clients().iam("test");
        iam.createUser(r -> r.userName("sarah"));
        if (statement != null) {
            iam.putUserPolicy(r -> r.userName("sarah").policyName("own").policyDocument(S3Test.policy(statement)));
        }
        return emulator.clients()
                .s3(iam.createAccessKey(r -> r.userName("sarah")).accessKey().accessKeyId());
    }

    private static String allow(String action, String resource) {
        return "{'Effect':'Allow','Action':" + action + ",'Resource':'" + resource + "'}";
    }

    private void bucketPolicy(String effect, String principal, String action, String resource) {
        admin.putBucketPolicy(r -> r.bucket(BUCKET)
                .policy(S3Test.policy("{'Effect':'" + effect + "','Principal':{'AWS':'" + principal + "'},'Action':'"
                        + action + "','Resource':'" + resource + "'}")));
    }

    private static String read(S3Client client) {
        return client.getObjectAsBytes(r -> r.bucket(BUCKET).key("in/a")).asUtf8String();
    }

    private static void assertDenied(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        AwsError error = AwsError.of(call);
        assertThat(List.of(error.code(), error.status())).as(error.message()).isEqualTo(List.of("AccessDenied", 403));
    }

    @Test
    void whoHasNoPoliciesMayNothing() {
        S3Client sarah = user(null);

        assertThat(AwsError.of(() -> read(sarah)))
                .isEqualTo(new AwsError(
                        "AccessDenied",
                        403,
                        "User: " + SARAH + " is not authorized to perform: s3:GetObject on resource:"
                                + " \"arn:aws:s3:::orders/in/a\" because no identity-based policy allows the s3:GetObject"
                                + " action"));
        assertDenied(() -> sarah.listBuckets());
        assertDenied(() -> sarah.createBucket(r -> r.bucket("mine")));
    }

    @Test
    void aPolicyOfTheUserSuffices() {
        S3Client sarah = user(allow("['s3:GetObject','s3:ListBucket']", "*"));

        assertThat(read(sarah)).isEqualTo("hello");
        assertThat(sarah.listObjectsV2(r -> r.bucket(BUCKET)).contents()).hasSize(1);
        assertDenied(() -> sarah.putObject(r -> r.bucket(BUCKET).key("b"), RequestBody.fromString("x")));
        assertDenied(() -> sarah.deleteObject(r -> r.bucket(BUCKET).key("in/a")));
        assertDenied(() -> sarah.getObjectAcl(r -> r.bucket(BUCKET).key("in/a")));
    }

    @Test
    void aPolicyOfTheBucketSuffices() {
        S3Client sarah = user(null);
        bucketPolicy("Allow", SARAH, "s3:GetObject", "arn:aws:s3:::orders/in/*");

        assertThat(read(sarah)).isEqualTo("hello");
        assertDenied(() -> sarah.getObjectAsBytes(r -> r.bucket(BUCKET).key("out/a")));
    }

    @Test
    void anExplicitDenialWins() {
        S3Client sarah = user(allow("'s3:*'", "*"));
        bucketPolicy("Deny", SARAH, "s3:GetObject", "arn:aws:s3:::orders/in/*");

        assertDenied(() -> read(sarah));
        assertThatCode(() -> sarah.headBucket(r -> r.bucket(BUCKET))).doesNotThrowAnyException();
    }

    @Test
    void anotherAccountNeedsBoth() {
        S3Client stranger = emulator.clients().s3("eve@444455556666");

        assertDenied(() -> read(stranger));
        bucketPolicy("Allow", "arn:aws:iam::444455556666:root", "s3:GetObject", "arn:aws:s3:::orders/*");
        assertThat(read(stranger)).isEqualTo("hello");
    }

    @Test
    void aPrefixMayBeACondition() {
        S3Client sarah = user("{'Effect':'Allow','Action':'s3:ListBucket','Resource':'arn:aws:s3:::orders',"
                + "'Condition':{'StringLike':{'s3:prefix':'in/*'}}}");

        assertThat(sarah.listObjectsV2(r -> r.bucket(BUCKET).prefix("in/")).contents())
                .hasSize(1);
        assertDenied(() -> sarah.listObjectsV2(r -> r.bucket(BUCKET)));
    }

    @Test
    void aCopyNeedsBothObjects() {
        S3Client sarah = user(allow("['s3:PutObject']", "arn:aws:s3:::orders/out/*"));

        assertDenied(() -> sarah.copyObject(r -> r.sourceBucket(BUCKET)
                .sourceKey("in/a")
                .destinationBucket(BUCKET)
                .destinationKey("out/a")));
        emulator.clients().iam("test").putUserPolicy(r -> r.userName("sarah")
                .policyName("read")
                .policyDocument(S3Test.policy(allow("['s3:GetObject']", "arn:aws:s3:::orders/in/*"))));
        assertThatCode(() -> sarah.copyObject(r -> r.sourceBucket(BUCKET)
                        .sourceKey("in/a")
                        .destinationBucket(BUCKET)
                        .destinationKey("out/a")))
                .doesNotThrowAnyException();
    }

    @Test
    void aDenialAcrossAccountsIsToldToBoth() {
        assertDenied(() -> read(emulator.clients().s3("eve@444455556666")));

        List<JsonNode> records = new Trail(emulator).records("eventName=GetObject");
        assertThat(records)
                .extracting(r -> r.get("recipientAccountId").asText() + " " + r.get("resources"))
                .containsExactlyInAnyOrder(
                        "444455556666 " + resources(""), "000000000000 " + resources("000000000000"));
        assertThat(records.get(0).get("sharedEventID")).isEqualTo(records.get(1).get("sharedEventID"));
    }

    private static String resources(String owner) {
        return "[{\"type\":\"AWS::S3::Object\",\"ARN\":\"arn:aws:s3:::orders/in/a\"},{\"accountId\":\"" + owner
                + "\",\"type\":\"AWS::S3::Bucket\",\"ARN\":\"arn:aws:s3:::orders\"}]";
    }

    @Test
    void eachOfManyDeletesIsDecided() {
        admin.putObject(r -> r.bucket(BUCKET).key("out/b"), RequestBody.fromString("x"));
        S3Client sarah = user(allow("'s3:DeleteObject'", "arn:aws:s3:::orders/in/*"));

        DeleteObjectsResponse answer = sarah.deleteObjects(
                r -> r.bucket(BUCKET).delete(d -> d.objects(o -> o.key("in/a"), o -> o.key("out/b"))));

        assertThat(answer.deleted()).extracting(d -> d.key()).containsExactly("in/a");
        assertThat(answer.errors()).extracting(e -> e.key() + " " + e.code()).containsExactly("out/b AccessDenied");
        assertThat(admin.listObjectsV2(r -> r.bucket(BUCKET)).contents()).hasSize(1);
    }

    @Test
    void missingKeysAreToldToThoseWhoMayList() {
        S3Client reader = user(allow("'s3:GetObject'", "*"));

        assertDenied(() -> reader.getObjectAsBytes(r -> r.bucket(BUCKET).key("none")));
        emulator.clients().iam("test").putUserPolicy(r -> r.userName("sarah")
                .policyName("list")
                .policyDocument(S3Test.policy(allow("'s3:ListBucket'", "arn:aws:s3:::orders"))));
        assertThat(AwsError.of(() ->
                                reader.getObjectAsBytes(r -> r.bucket(BUCKET).key("none")))
                        .code())
                .isEqualTo("NoSuchKey");
    }
}
