package io.vaportrail.conformance.iam.enforce;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.vaportrail.conformance.fixture.Clients;
import io.vaportrail.conformance.fixture.EmulatorTest;
import io.vaportrail.conformance.fixture.Protocol;
import io.vaportrail.conformance.fixture.TestEmulator;
import io.vaportrail.conformance.trail.Trail;
import io.vaportrail.core.service.IamMode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.model.Message;

/** What services deliver is decided by the policy of the target, whatever is enforced for callers. */
abstract class DeliveryTest {
    private static final String TOPIC = "arn:aws:sns:us-east-1:" + Household.ACCOUNT + ":news";

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

    private java.util.List<Message> delivered() {
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
}
