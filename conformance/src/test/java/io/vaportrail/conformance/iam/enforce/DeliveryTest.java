package io.vaportrail.conformance.iam.enforce;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.vaportrail.conformance.fixture.AwsError;
import io.vaportrail.conformance.fixture.Clients;
import io.vaportrail.conformance.fixture.EmulatorTest;
import io.vaportrail.conformance.fixture.Protocol;
import io.vaportrail.conformance.fixture.TestEmulator;
import io.vaportrail.conformance.trail.Trail;
import io.vaportrail.core.service.IamMode;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudtrail.CloudTrailClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;
import software.amazon.awssdk.services.sqs.model.Message;

/** What services deliver is decided by the policy of the target, whatever is enforced for callers. */
abstract class DeliveryTest {
    private static final String TOPIC = "arn:aws:sns:us-east-1:" + Household.ACCOUNT + ":news";

    private static final String BUCKET_POLICY = Household.policy("""
            {'Sid':'AWSCloudTrailAclCheck','Effect':'Allow','Principal':{'Service':'cloudtrail.amazonaws.com'},
            'Action':'s3:GetBucketAcl','Resource':'arn:aws:s3:::trail-logs',
            'Condition':{'StringEquals':{'aws:SourceArn':'arn:aws:cloudtrail:us-east-1:000000000000:trail/all-calls'}}},
            {'Sid':'AWSCloudTrailWrite','Effect':'Allow','Principal':{'Service':'cloudtrail.amazonaws.com'},
            'Action':'s3:PutObject','Resource':'arn:aws:s3:::trail-logs/AWSLogs/000000000000/*',
            'Condition':{'StringEquals':{'s3:x-amz-acl':'bucket-owner-full-control',
            'aws:SourceArn':'arn:aws:cloudtrail:us-east-1:000000000000:trail/all-calls'}}}""");

    private TestEmulator emulator;
    private Clients clients;
    private Household home;

    /** While nothing else is enforced. */
    @EmulatorTest(iam = IamMode.OFF)
    static final class OffTest extends DeliveryTest {}

    /** While denials are marked alone. */
    @EmulatorTest(iam = IamMode.AUDIT)
    static final class AuditTest extends DeliveryTest {}

    /** While everything is enforced. */
    @EmulatorTest(iam = IamMode.ENFORCE)
    static final class EnforcedTest extends DeliveryTest {}

    @BeforeEach
    void subscribe(TestEmulator started) {
        emulator = started;
        clients = started.clients();
        home = new Household(started);
        clients.sns("test").createTopic(r -> r.name("news"));
        clients.sns("test").subscribe(r -> r.topicArn(TOPIC).protocol("sqs").endpoint(Household.QUEUE_ARN));
    }

    private List<Message> delivered() {
        clients.sns("test").publish(r -> r.topicArn(TOPIC).message("hello"));
        emulator.advanceSeconds(0);
        return clients.sqs(Protocol.AWS_JSON, "test")
                .receiveMessage(r -> r.queueUrl(home.queueUrl()))
                .messages();
    }

    private static String grant(String principal, String condition) {
        return Household.grant("Allow", principal, "sqs:SendMessage").replaceFirst("}$", "," + condition + "}");
    }

    @Test
    void needsThePolicyOfTheQueue() {
        assertThat(delivered()).isEmpty();

        JsonNode record = new Trail(emulator).records("eventName=SendMessage").get(0);
        assertThat(record.get("errorCode").asText()).isEqualTo("AccessDenied");
        assertThat(record.at("/userIdentity/type").asText()).isEqualTo("AWSService");
        assertThat(record.at("/userIdentity/invokedBy").asText()).isEqualTo("sns.amazonaws.com");
    }

    @Test
    void goesWhereThePolicyLetsTheTopic() {
        home.queuePolicy(grant(
                "{'Service':'sns.amazonaws.com'}", "'Condition':{'ArnEquals':{'aws:SourceArn':'" + TOPIC + "'}}"));

        assertThat(delivered()).hasSize(1);
        JsonNode record = new Trail(emulator).record("eventName=SendMessage");
        assertThat(record.has("errorCode")).isFalse();
        assertThat(record.get("userIdentity").toString())
                .isEqualTo("{\"type\":\"AWSService\",\"invokedBy\":\"sns.amazonaws.com\"}");
        assertThat(record.get("sourceIPAddress").asText()).isEqualTo("sns.amazonaws.com");
    }

    @Test
    void doesNotGoForAnotherTopicOrAccountOrService() {
        home.queuePolicy(grant(
                "{'Service':'sns.amazonaws.com'}", "'Condition':{'ArnEquals':{'aws:SourceArn':'" + TOPIC + "-2'}}"));
        assertThat(delivered()).isEmpty();

        home.queuePolicy(grant(
                "{'Service':'sns.amazonaws.com'}",
                "'Condition':{'StringEquals':{'aws:SourceAccount':'" + Household.OTHER_ACCOUNT + "'}}"));
        assertThat(delivered()).isEmpty();

        home.queuePolicy(Household.grant("Allow", "{'Service':'events.amazonaws.com'}", "sqs:SendMessage"));
        assertThat(delivered()).isEmpty();
    }

    @Test
    void isStoppedByADenial() {
        home.queuePolicy(Household.grant("Allow", "'*'", "sqs:SendMessage") + ","
                + Household.grant("Deny", "{'Service':'sns.amazonaws.com'}", "sqs:SendMessage"));

        assertThat(delivered()).isEmpty();
    }

    /** With the policy that AWS documents for it. */
    @Test
    void ofATrailGoesToTheBucketThatLetsIt() {
        CloudTrailClient cloudTrail = clients.cloudTrail("test");
        S3Client s3 = clients.s3("test");
        s3.createBucket(r -> r.bucket("trail-logs"));
        assertThat(AwsError.of(() ->
                                cloudTrail.createTrail(r -> r.name("all-calls").s3BucketName("trail-logs")))
                        .code())
                .isEqualTo("InsufficientS3BucketPolicyException");

        s3.putBucketPolicy(r -> r.bucket("trail-logs").policy(BUCKET_POLICY));
        cloudTrail.createTrail(r -> r.name("all-calls").s3BucketName("trail-logs"));
        cloudTrail.startLogging(r -> r.name("all-calls"));
        clients.sqs(Protocol.AWS_JSON, "test").createQueue(r -> r.queueName("watched"));
        emulator.advance(Duration.ofHours(1));

        assertThat(s3.listObjectsV2(r -> r.bucket("trail-logs")).contents())
                .extracting(S3Object::key)
                .anyMatch(key -> key.startsWith("AWSLogs/" + Household.ACCOUNT + "/CloudTrail/us-east-1/"));
    }
}
