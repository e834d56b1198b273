package io.vaportrail.conformance.sns;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vaportrail.conformance.fixture.AwsError;
import io.vaportrail.conformance.fixture.Deadline;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.cloudwatch.model.Datapoint;
import software.amazon.awssdk.services.cloudwatch.model.Statistic;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;
import software.amazon.awssdk.services.sns.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sns.model.PublishBatchRequestEntry;
import software.amazon.awssdk.services.sns.model.PublishBatchResponse;

/** Data protection policies are applied to what is published and delivered. */
class DataProtectionTest extends SnsTest {
    private static final String GROUP = "/aws/vendedlogs/audit";
    private static final String CARD = "card 4539894458086459";
    private static final String DENY = "{\"Deny\":{}}";

    private static String policy(String... statements) {
        return "{\"Name\":\"p\",\"Version\":\"2021-06-01\",\"Statement\":[" + String.join(",", statements) + "]}";
    }

    private static String statement(String direction, String principal, String identifier, String operation) {
        return "{\"DataDirection\":\"" + direction + "\",\"Principal\":[\"" + principal + "\"],\"DataIdentifier\":[\""
                + "arn:aws:dataprotection::aws:data-identifier/" + identifier + "\"],\"Operation\":" + operation + "}";
    }

    private static String inbound(String identifier, String operation) {
        return statement("Inbound", "*", identifier, operation);
    }

    private static String audit(String findings, String noFindings) {
        return "{\"Audit\":{\"SampleRate\":\"99\",\"FindingsDestination\":" + findings + ",\"NoFindingsDestination\":"
                + noFindings + "}}";
    }

    private static final String TO_GROUP = "{\"CloudWatchLogs\":{\"LogGroup\":\"" + GROUP + "\"}}";

    private void protect(String topic, String... statements) {
        sns.putDataProtectionPolicy(r -> r.resourceArn(topic).dataProtectionPolicy(policy(statements)));
    }

    private static String denied(String topic) {
        return "The topic's data protection policy prohibits this message from being published to " + topic;
    }

    @Test
    void messagesAreKeptOut() {
        String topic = topic("orders");
        String inbox = queue("inbox");
        subscribeRaw(topic, "inbox");
        protect(topic, inbound("CreditCardNumber", DENY));

        assertRefused("AuthorizationError", 403, denied(topic), () -> publish(topic, CARD));
        publish(topic, "no card at all");

        assertThat(bodies(inbox)).containsExactly("no card at all");
    }

    @Test
    void statementsAreAboutWhomTheyName() {
        String topic = topic("orders");
        protect(topic, statement("Inbound", "arn:aws:iam::" + ACCOUNT + ":user/sarah", "CreditCardNumber", DENY));

        publish(topic, CARD);
        assertThat(AwsError.of(() -> emulator.clients().sns("sarah").publish(r -> r.topicArn(topic)
                                .message(CARD)))
                        .code())
                .isEqualTo("AuthorizationError");
    }

    @Test
    void entriesOfBatchesAreDeniedOneByOne() {
        String topic = topic("orders");
        String inbox = queue("inbox");
        subscribeRaw(topic, "inbox");
        protect(topic, inbound("CreditCardNumber", DENY));

        PublishBatchResponse answer = sns.publishBatch(r -> r.topicArn(topic)
                .publishBatchRequestEntries(
                        PublishBatchRequestEntry.builder()
                                .id("good")
                                .message("m")
                                .build(),
                        PublishBatchRequestEntry.builder()
                                .id("bad")
                                .message(CARD)
                                .build()));

        assertThat(answer.successful()).singleElement().satisfies(one -> assertThat(one.id())
                .isEqualTo("good"));
        assertThat(answer.failed())
                .containsExactly(BatchResultErrorEntry.builder()
                        .id("bad")
                        .code("AuthorizationError")
                        .message(denied(topic))
                        .senderFault(true)
                        .build());
        assertThat(bodies(inbox)).containsExactly("m");
    }

    @ParameterizedTest
    @CsvSource({
        "'{\"MaskConfig\":{\"MaskWithCharacter\":\"#\"}}', 'card ################ of #################'",
        "'{\"RedactConfig\":{}}', 'card  of '"
    })
    void dataIsMadeUnreadable(String configuration, String arrives) {
        String topic = topic("orders");
        String inbox = queue("inbox");
        subscribeRaw(topic, "inbox");
        protect(
                topic,
                inbound("CreditCardNumber", "{\"Deidentify\":" + configuration + "}"),
                inbound("EmailAddress", "{\"Deidentify\":" + configuration + "}"));

        publish(topic, CARD + " of sarah@example.com");

        assertThat(bodies(inbox)).containsExactly(arrives);
    }

    @Test
    void eachTextOfAStructuredMessageIsInspected() {
        String topic = topic("orders");
        String inbox = queue("inbox");
        subscribeRaw(topic, "inbox");
        protect(topic, inbound("EmailAddress", "{\"Deidentify\":{\"MaskConfig\":{}}}"));

        sns.publish(r -> r.topicArn(topic)
                .messageStructure("json")
                .message("{\"default\":\"a@example.com\",\"sqs\":\"for b@example.com\"}"));

        assertThat(bodies(inbox)).containsExactly("for *************");
    }

    @Test
    void messageOfWhichNothingIsLeftIsRefused() {
        String topic = topic("orders");
        protect(topic, inbound("EmailAddress", "{\"Deidentify\":{\"RedactConfig\":{}}}"));

        assertRefused(
                "AuthorizationError",
                403,
                "The topic's data protection policy leaves nothing of this message to be published to " + topic,
                () -> publish(topic, "sarah@example.com"));
    }

    @Test
    void customIdentifiersAreLookedFor() {
        String topic = topic("orders");
        String inbox = queue("inbox");
        subscribeRaw(topic, "inbox");
        String policy = policy(inbound("x", "{\"Deidentify\":{\"MaskConfig\":{\"MaskWithCharacter\":\"#\"}}}"))
                .replace("arn:aws:dataprotection::aws:data-identifier/x", "EmployeeId")
                .replace(
                        "\"Statement\"",
                        "\"Configuration\":{\"CustomDataIdentifier\":[{\"Name\":\"EmployeeId\",\"Regex\":\"EID-\\\\d{9}-US\"}]},"
                                + "\"Statement\"");
        sns.putDataProtectionPolicy(r -> r.resourceArn(topic).dataProtectionPolicy(policy));

        publish(topic, "I am EID-123456789-US.");

        assertThat(bodies(inbox)).containsExactly("I am ################.");
    }

    @Test
    void messagesAreKeptFromSubscribers() throws Exception {
        String role = "arn:aws:iam::" + ACCOUNT + ":role/feedback";
        emulator.clients().iam("app").createRole(r -> r.roleName("feedback")
                .assumeRolePolicyDocument("{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\","
                        + "\"Principal\":{\"Service\":\"sns.amazonaws.com\"},\"Action\":\"sts:AssumeRole\"}]}"));
        String topic = topic("orders", Map.of("SQSFailureFeedbackRoleArn", role));
        String inbox = queue("inbox");
        String open = queue("open");
        String dead = queue("dead");
        String arn = subscribe(
                topic,
                "inbox",
                Map.of(
                        "RawMessageDelivery",
                        "true",
                        "RedrivePolicy",
                        "{\"deadLetterTargetArn\":\"" + queueArn("dead") + "\"}"));
        emulator.clients().sns("tom").subscribe(r -> r.topicArn(topic)
                .protocol("sqs")
                .endpoint(queueArn("open"))
                .attributes(Map.of("RawMessageDelivery", "true")));
        String app = attributes(arn).get("SubscriptionPrincipal");
        protect(topic, statement("Outbound", String.valueOf(app), "CreditCardNumber", DENY));

        publish(topic, CARD);
        publish(topic, "harmless");

        assertThat(bodies(open)).containsExactlyInAnyOrder(CARD, "harmless");
        assertThat(bodies(inbox)).containsExactly("harmless");
        assertThat(bodies(dead)).isEmpty();
        JsonNode line = logged("sns/us-east-1/" + ACCOUNT + "/orders/Failure");
        assertThat(line.get("delivery").get("statusCode").asInt()).isEqualTo(403);
        assertThat(line.get("delivery").get("providerResponse").asText())
                .isEqualTo("The topic's data protection policy prohibits this message from being delivered to " + arn);
        assertThat(sum("NumberOfNotificationsFailed")).isEqualTo(1);
    }

    private double sum(String metric) {
        return emulator
                .clients()
                .cloudWatch("app")
                .getMetricStatistics(r -> r.namespace("AWS/SNS")
                        .metricName(metric)
                        .dimensions(d -> d.name("TopicName").value("orders"))
                        .startTime(emulator.now().minus(Duration.ofHours(1)))
                        .endTime(emulator.now().plus(Duration.ofHours(1)))
                        .period(7_200)
                        .statistics(Statistic.SUM))
                .datapoints()
                .stream()
                .mapToDouble(Datapoint::sum)
                .sum();
    }

    /** The first line of a log group, waited for. */
    private JsonNode logged(String group) throws Exception {
        CloudWatchLogsClient logs = emulator.clients().logs("app");
        Deadline deadline = Deadline.soon();
        while (true) {
            List<String> groups = logs.describeLogGroups(r -> r.logGroupNamePrefix(group)).logGroups().stream()
                    .map(one -> one.logGroupName())
                    .toList();
            if (groups.contains(group)) {
                List<String> lines = logs.filterLogEvents(r -> r.logGroupName(group)).events().stream()
                        .map(event -> event.message())
                        .toList();
                if (!lines.isEmpty()) {
                    return new ObjectMapper().readTree(lines.get(0));
                }
            }
            deadline.check("lines in " + group + ": none (expected: 1)");
        }
    }

    @Test
    void findingsGoToALogGroup() throws Exception {
        String topic = topic("orders");
        emulator.clients().logs("app").createLogGroup(r -> r.logGroupName(GROUP));
        protect(topic, inbound("CreditCardNumber", audit(TO_GROUP, "{}")));

        publish(topic, "nothing");
        String id = publish(topic, CARD);
        publish(topic, "nothing");

        JsonNode line = logged(GROUP);
        assertThat(line.get("messageId").asText()).isEqualTo(id);
        assertThat(line.get("resourceArn").asText()).isEqualTo(topic);
        assertThat(line.get("callerPrincipal").asText()).isEqualTo("arn:aws:iam::" + ACCOUNT + ":user/app");
        assertThat(line.get("auditTimestamp").asText()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ");
        assertThat(line.get("dataIdentifiers"))
                .hasToString("[{\"name\":\"CreditCardNumber\",\"count\":1,\"detections\":[{\"start\":5,\"end\":21}]}]");
        assertThat(sum("MessagesWithFindings")).isEqualTo(1);
        assertThat(sum("MessagesWithNoFindings")).isEqualTo(2);
    }

    @Test
    void findingsGoToABucket() throws Exception {
        S3Client s3 = emulator.clients().s3("app");
        s3.createBucket(r -> r.bucket("audit-findings"));
        String topic = topic("orders");
        protect(topic, inbound("EmailAddress", audit("{}", "{\"S3\":{\"Bucket\":\"audit-findings\"}}")));

        String id = publish(topic, "no address");

        Deadline deadline = Deadline.soon();
        List<S3Object> objects = List.of();
        while (objects.isEmpty()) {
            objects = s3.listObjectsV2(r -> r.bucket("audit-findings")).contents();
            deadline.check("objects: none (expected: 1)");
        }
        String key = objects.get(0).key();
        assertThat(key).startsWith("AWSLogs/" + ACCOUNT + "/SNSDataProtection/us-east-1/orders/");
        byte[] zipped =
                s3.getObjectAsBytes(r -> r.bucket("audit-findings").key(key)).asByteArray();
        String text = new String(
                new GZIPInputStream(new ByteArrayInputStream(zipped)).readAllBytes(), StandardCharsets.UTF_8);
        assertThat(new ObjectMapper().readTree(text).get("messageId").asText()).isEqualTo(id);
    }

    @Test
    void destinationsMustBeThere() {
        String topic = topic("orders");

        assertInvalid(
                "DataProtectionPolicy Reason: The destination in CloudWatchLogs cannot be used: there is no log group "
                        + GROUP,
                () -> protect(topic, inbound("EmailAddress", audit(TO_GROUP, "{}"))));
        assertThat(AwsError.of(() -> protect(
                                topic, inbound("EmailAddress", audit("{\"S3\":{\"Bucket\":\"nowhere\"}}", "{}"))))
                        .message())
                .startsWith("Invalid parameter: DataProtectionPolicy Reason: The destination in S3 cannot be used: ");
        assertThat(sns.getDataProtectionPolicy(r -> r.resourceArn(topic)).dataProtectionPolicy())
                .isNull();
    }

    @Test
    void policiesComeWithTopicsAndGo() {
        String given = policy(inbound("EmailAddress", DENY));
        String topic = sns.createTopic(r -> r.name("orders").dataProtectionPolicy(given))
                .topicArn();
        assertThat(sns.getDataProtectionPolicy(r -> r.resourceArn(topic)).dataProtectionPolicy())
                .isEqualTo(given);
        assertThat(AwsError.of(() -> publish(topic, "a@example.com")).status()).isEqualTo(403);

        sns.putDataProtectionPolicy(r -> r.resourceArn(topic).dataProtectionPolicy(""));

        publish(topic, "a@example.com");
        assertInvalid(
                "DataProtectionPolicy Reason: Data protection is not supported for FIFO topics",
                () -> sns.createTopic(r -> r.name("orders.fifo")
                        .attributes(Map.of("FifoTopic", "true"))
                        .dataProtectionPolicy(given)));
    }

    @Test
    void policiesAreBounded() {
        String topic = topic("orders");
        String given = policy(inbound("EmailAddress", DENY));
        String longest = given + " ".repeat(30_720 - given.length());

        sns.putDataProtectionPolicy(r -> r.resourceArn(topic).dataProtectionPolicy(longest));
        assertInvalid(
                "DataProtectionPolicy Reason: The policy is longer than 30720",
                () -> sns.putDataProtectionPolicy(r -> r.resourceArn(topic).dataProtectionPolicy(longest + " ")));
    }

    @Test
    void whatCannotBeFoundIsRefused() {
        String topic = topic("orders");

        assertThat(AwsError.of(() -> protect(topic, inbound("Address", DENY))).code())
                .isEqualTo("NotImplemented");
        assertInvalid(
                "DataProtectionPolicy Reason: there is no data identifier"
                        + " arn:aws:dataprotection::aws:data-identifier/ShoeSize",
                () -> protect(topic, inbound("ShoeSize", DENY)));
    }
}
