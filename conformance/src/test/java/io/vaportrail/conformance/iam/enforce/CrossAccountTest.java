package io.vaportrail.conformance.iam.enforce;

import static io.vaportrail.conformance.iam.enforce.Household.ACCOUNT;
import static io.vaportrail.conformance.iam.enforce.Household.OTHER_ACCOUNT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.JsonNode;
import io.vaportrail.conformance.fixture.AwsError;
import io.vaportrail.conformance.fixture.Clients;
import io.vaportrail.conformance.fixture.EmulatorTest;
import io.vaportrail.conformance.fixture.Protocol;
import io.vaportrail.conformance.fixture.TestEmulator;
import io.vaportrail.conformance.trail.Trail;
import io.vaportrail.core.service.IamMode;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.iam.IamClient;

/** Whoever calls from another account needs both: the policy of the resource and its own. */
@EmulatorTest(iam = IamMode.ENFORCE)
final class CrossAccountTest {
    private static final String SAM = "arn:aws:iam::" + OTHER_ACCOUNT + ":user/sam";
    private static final String TOPIC_ARN = "arn:aws:sns:us-east-1:" + ACCOUNT + ":news";

    private final TestEmulator emulator;
    private final Clients clients;
    private Household home;
    private IamClient theirs;
    private String sam;

    CrossAccountTest(TestEmulator emulator) {
        this.emulator = emulator;
        this.clients = emulator.clients();
    }

    /** Sam is a user of the other account, with a key and without policies. */
    @BeforeEach
    void makeHousehold() {
        home = new Household(emulator);
        theirs = clients.iam(OTHER_ACCOUNT);
        theirs.createUser(r -> r.userName("sam"));
        sam = theirs.createAccessKey(r -> r.userName("sam")).accessKey().accessKeyId();
    }

    private void permitSam(String action) {
        theirs.putUserPolicy(
                r -> r.userName("sam").policyName("own").policyDocument(Household.policy(Household.allow(action))));
    }

    private static void assertDenied(ThrowingCallable call, String reason) {
        AwsError error = AwsError.of(call);
        assertThat(error.status()).isEqualTo(403);
        assertThat(error.message()).endsWith(reason);
    }

    @Test
    void aQueueTakesWhatBothAllow() {
        ThrowingCallable send = () -> home.send(sam);
        assertDenied(send, "because no resource-based policy allows the sqs:sendmessage action");

        home.queuePolicy(Household.grant("Allow", "{'AWS':'" + SAM + "'}", "sqs:SendMessage"));
        assertDenied(send, "because no identity-based policy allows the sqs:sendmessage action");

        permitSam("sqs:SendMessage");
        assertThatCode(send).doesNotThrowAnyException();

        home.queuePolicy(Household.grant("Deny", "{'AWS':'" + OTHER_ACCOUNT + "'}", "sqs:SendMessage"));
        assertDenied(send, "with an explicit deny in a resource-based policy");
    }

    @Test
    void aDenialIsRecordedWithTheCallerAlone() {
        AwsError error = AwsError.of(() -> home.send(sam));

        JsonNode record = new Trail(emulator).record("eventName=SendMessage");
        assertThat(record.get("recipientAccountId").asText()).isEqualTo(OTHER_ACCOUNT);
        assertThat(record.get("errorCode").asText()).isEqualTo("AccessDenied");
        assertThat(record.get("errorMessage").asText()).isEqualTo(error.message());
        assertThat(record.at("/userIdentity/arn").asText()).isEqualTo(SAM);
    }

    @Test
    void aTopicTakesWhatBothAllow() {
        clients.sns("test").createTopic(r -> r.name("news"));
        ThrowingCallable publish =
                () -> clients.sns(sam).publish(r -> r.topicArn(TOPIC_ARN).message("hello"));
        AwsError error = AwsError.of(publish);
        assertThat(error.code()).isEqualTo("AuthorizationError");
        assertThat(error.message())
                .isEqualTo("User: " + SAM + " is not authorized to perform: SNS:Publish on resource: " + TOPIC_ARN
                        + " because no resource-based policy allows the SNS:Publish action");

        String grant = "{'Effect':'Allow','Principal':{'AWS':'" + OTHER_ACCOUNT
                + "'},'Action':'sns:Publish','Resource':'" + TOPIC_ARN + "'}";
        clients.sns("test")
                .setTopicAttributes(
                        r -> r.topicArn(TOPIC_ARN).attributeName("Policy").attributeValue(Household.policy(grant)));
        assertDenied(publish, "because no identity-based policy allows the SNS:Publish action");

        permitSam("sns:Publish");
        assertThatCode(publish).doesNotThrowAnyException();
    }

    @Test
    void aBucketTakesWhatBothAllow() {
        clients.s3("test").createBucket(r -> r.bucket("parcels"));
        ThrowingCallable put =
                () -> clients.s3(sam).putObject(r -> r.bucket("parcels").key("in/a"), RequestBody.fromString("a"));
        assertThat(AwsError.of(put)).isEqualTo(new AwsError("AccessDenied", 403, "Access Denied"));

        String grant = "{'Effect':'Allow','Principal':{'AWS':'" + SAM
                + "'},'Action':'s3:PutObject','Resource':'arn:aws:s3:::parcels/in/*'}";
        clients.s3("test").putBucketPolicy(r -> r.bucket("parcels").policy(Household.policy(grant)));
        assertThat(AwsError.of(put).code()).isEqualTo("AccessDenied");

        permitSam("s3:PutObject");
        assertThatCode(put).doesNotThrowAnyException();
        assertThat(AwsError.of(() -> clients.s3(sam)
                                .putObject(r -> r.bucket("parcels").key("out/a"), RequestBody.fromString("a")))
                        .code())
                .isEqualTo("AccessDenied");
    }

    @Test
    void aBucketOfTheAccountSaysWhoMayNot() {
        clients.s3("test").createBucket(r -> r.bucket("parcels"));
        String sarah = home.user("sarah", null);

        AwsError error = AwsError.of(() -> clients.s3(sarah).listObjectsV2(r -> r.bucket("parcels")));

        assertThat(error.message())
                .isEqualTo("User: " + Household.USER_ARN + " is not authorized to perform: s3:ListBucket on resource:"
                        + " \"arn:aws:s3:::parcels\" because no identity-based policy allows the s3:ListBucket action");
    }

    @Test
    void aRoleOfTheOtherAccountIsTheWayAround() {
        String role = home.role("worker", Household.allow("sqs:*"));
        home.iam().updateAssumeRolePolicy(r -> r.roleName("worker")
                .policyDocument(Household.policy(
                        "{'Effect':'Allow','Principal':{'AWS':'" + OTHER_ACCOUNT + "'},'Action':'sts:AssumeRole'}")));
        assertThat(AwsError.of(() ->
                                clients.sts(sam).assumeRole(r -> r.roleArn(role).roleSessionName("job")))
                        .message())
                .isEqualTo("User: " + SAM + " is not authorized to perform: sts:AssumeRole on resource: " + role);

        permitSam("sts:AssumeRole");
        var session = clients.sts(sam)
                .assumeRole(r -> r.roleArn(role).roleSessionName("job"))
                .credentials();

        assertThatCode(() -> home.send(session)).doesNotThrowAnyException();
        assertThatCode(() -> clients.sqs(Protocol.AWS_JSON, sam).listQueues())
                .hasMessageContaining(
                        "sqs:listqueues on resource: arn:aws:sqs:us-east-1:" + OTHER_ACCOUNT + ": because");
    }
}
