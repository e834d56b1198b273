package io.vaportrail.conformance.sns;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vaportrail.conformance.fixture.Deadline;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.ResourceNotFoundException;

/** Deliveries are logged where the owner of a topic asks for it, under a role that trusts SNS. */
class DeliveryStatusTest extends SnsTest {
    private static final String GROUP = "sns/us-east-1/" + ACCOUNT + "/orders";
    private static final String ROLE = "arn:aws:iam::" + ACCOUNT + ":role/feedback";

    private CloudWatchLogsClient logs;

    @BeforeEach
    void role() {
        logs = emulator.clients().logs("app");
        emulator.clients().iam("app").createRole(r -> r.roleName("feedback")
                .assumeRolePolicyDocument("{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\","
                        + "\"Principal\":{\"Service\":\"sns.amazonaws.com\"},\"Action\":\"sts:AssumeRole\"}]}"));
    }

    private List<JsonNode> logged(String group, int atLeast) throws Exception {
        Deadline deadline = Deadline.soon();
        List<JsonNode> lines = new ArrayList<>();
        while (true) {
            lines.clear();
            for (String text : texts(group)) {
                lines.add(new ObjectMapper().readTree(text));
            }
            if (lines.size() >= atLeast) {
                return lines;
            }
            deadline.check("lines in " + group + ": " + lines.size() + " (expected: " + atLeast + ")");
        }
    }

    private List<String> texts(String group) {
        try {
            return logs.filterLogEvents(r -> r.logGroupName(group)).events().stream()
                    .map(event -> event.message())
                    .toList();
        } catch (ResourceNotFoundException e) {
            return List.of();
        }
    }

    @Test
    void successesAreLogged() throws Exception {
        String topic =
                topic("orders", Map.of("SQSSuccessFeedbackRoleArn", ROLE, "SQSSuccessFeedbackSampleRate", "100"));
        queue("inbox");
        subscribeRaw(topic, "inbox");

        String id = publish(topic, "Hello world.");

        JsonNode line = logged(GROUP, 1).get(0);
        assertThat(line.get("status").asText()).isEqualTo("SUCCESS");
        JsonNode notification = line.get("notification");
        assertThat(notification.get("messageId").asText()).isEqualTo(id);
        assertThat(notification.get("topicArn").asText()).isEqualTo(topic);
        assertThat(notification.get("messageMD5Sum").asText()).isEqualTo("764569e58f53ea8b6404f6fa7fc0247f");
        assertThat(notification.get("timestamp").asText())
                .matches("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d\\.\\d{1,3}");
        JsonNode delivery = line.get("delivery");
        assertThat(delivery.get("destination").asText()).isEqualTo(queueArn("inbox"));
        assertThat(delivery.get("statusCode").asInt()).isEqualTo(200);
        assertThat(delivery.get("attempts").asInt()).isEqualTo(1);
        assertThat(delivery.get("dwellTimeMs").asInt()).isZero();
        assertThat(delivery.get("deliveryId").asText()).hasSize(36);
    }

    @Test
    void failuresHaveAGroupOfTheirOwnAndNeedNoSampleRate() throws Exception {
        String topic = topic("orders", Map.of("SQSFailureFeedbackRoleArn", ROLE, "SQSSuccessFeedbackRoleArn", ROLE));
        queue("inbox");
        subscribe(topic, "inbox");
        subscribe(topic, "gone");

        publish(topic, "m");

        JsonNode line = logged(GROUP + "/Failure", 1).get(0);
        assertThat(line.get("status").asText()).isEqualTo("FAILURE");
        assertThat(line.get("delivery").get("destination").asText()).isEqualTo(queueArn("gone"));
        assertThat(line.get("delivery").get("statusCode").asInt()).isEqualTo(400);
        assertThat(line.get("delivery").get("providerResponse").asText()).contains("ErrorCode");
        assertThat(texts(GROUP)).isEmpty();
    }

    @Test
    void manyLinesAreAllWritten() throws Exception {
        String topic =
                topic("orders", Map.of("SQSSuccessFeedbackRoleArn", ROLE, "SQSSuccessFeedbackSampleRate", "100"));
        for (int i = 0; i < 50; i++) {
            queue("q" + i);
            subscribeRaw(topic, "q" + i);
        }

        publish(topic, "one");
        publish(topic, "two");
        publish(topic, "three");

        assertThat(logged(GROUP, 150)).hasSize(150);
    }

    @Test
    void textMessagesFollowTheAccount() throws Exception {
        sns.setSMSAttributes(r -> r.attributes(Map.of(
                "DeliveryStatusIAMRole", ROLE,
                "DeliveryStatusSuccessSamplingRate", "100",
                "DefaultSMSType", "Transactional")));

        sns.publish(r -> r.phoneNumber("+15550100").message("m"));

        JsonNode line = logged("sns/us-east-1/" + ACCOUNT + "/DirectPublishToPhoneNumber", 1)
                .get(0);
        assertThat(line.get("delivery").get("destination").asText()).isEqualTo("+15550100");
        assertThat(line.get("delivery").get("smsType").asText()).isEqualTo("Transactional");
    }

    @Test
    void roleThatDoesNotTrustSnsKeepsNothingFromBeingDelivered() {
        String topic = topic(
                "orders",
                Map.of(
                        "SQSSuccessFeedbackRoleArn",
                        "arn:aws:iam::" + ACCOUNT + ":role/none",
                        "SQSSuccessFeedbackSampleRate",
                        "100"));
        String inbox = queue("inbox");
        subscribeRaw(topic, "inbox");

        publish(topic, "m");

        assertThat(bodies(inbox)).containsExactly("m");
        assertThat(texts(GROUP)).isEmpty();
    }
}
