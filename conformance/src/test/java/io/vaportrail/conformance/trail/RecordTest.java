package io.vaportrail.conformance.trail;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.vaportrail.conformance.facts.RecordFields;
import io.vaportrail.conformance.fixture.AwsError;
import io.vaportrail.conformance.fixture.EmulatorTest;
import io.vaportrail.conformance.fixture.Protocol;
import io.vaportrail.conformance.fixture.TestEmulator;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.SendMessageResponse;
import software.amazon.awssdk.services.sqs.model.SqsException;

/**
 * The record of each kind of SQS call, field by field, the same over both protocols.
 *
 * @see <a href="https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-record-contents.html">Record
 *     contents</a>
 * @see <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-logging-using-cloudtrail.html">Logging
 *     SQS calls</a>
 */
@ParameterizedClass(name = "{0}")
@EnumSource(Protocol.class)
@EmulatorTest
@SuppressWarnings("unchecked") // Builders of the SDK take consumers as varargs.
class RecordTest {
    private static final String UUID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    @Parameter
    private Protocol protocol = Protocol.AWS_JSON;

    private TestEmulator emulator;
    private SqsClient sqs;
    private Trail trail;

    @BeforeEach
    void connect(TestEmulator started) {
        emulator = started;
        sqs = emulator.clients().sqs(protocol, "sarah@111122223333");
        trail = new Trail(emulator);
    }

    @Test
    void recordsACreation() {
        String url = sqs.createQueue(r -> r.queueName("orders")
                        .attributesWithStrings(Map.of("VisibilityTimeout", "5"))
                        .tags(Map.of("Team", "billing")))
                .queueUrl();

        JsonNode event = trail.record("eventName=CreateQueue");

        assertThat(event.get("requestParameters"))
                .isEqualTo(Trail.parse("{\"queueName\":\"orders\",\"attributes\":{\"VisibilityTimeout\":\"5\"},"
                        + "\"tags\":{\"Team\":\"billing\"}}"));
        assertThat(event.get("responseElements")).isEqualTo(Trail.parse("{\"queueUrl\":\"" + url + "\"}"));
        assertThat(event.get("managementEvent").asBoolean()).isTrue();
        assertThat(event.get("eventCategory").asText()).isEqualTo("Management");
        assertThat(event.get("readOnly").asBoolean(true)).isFalse();
        assertThat(event.has("resources")).isFalse();
    }

    @Test
    void recordsWhoCalledWhenAndFromWhere() {
        sqs.createQueue(r -> r.queueName("orders"));

        JsonNode event = trail.record("eventName=CreateQueue");

        assertThat(fieldNames(event.get("userIdentity")))
                .containsExactly("type", "principalId", "arn", "accountId", "accessKeyId", "userName");
        assertThat(event.at("/userIdentity/type").asText()).isEqualTo("IAMUser");
        assertThat(event.at("/userIdentity/principalId").asText()).startsWith("AIDA");
        assertThat(event.at("/userIdentity/arn").asText()).isEqualTo("arn:aws:iam::111122223333:user/sarah");
        assertThat(event.at("/userIdentity/accessKeyId").asText()).isEqualTo("sarah@111122223333");
        assertThat(event.get("eventTime").asText())
                .isEqualTo(DateTimeFormatter.ISO_INSTANT.format(emulator.now().truncatedTo(ChronoUnit.SECONDS)));
        assertThat(event.get("awsRegion").asText()).isEqualTo("us-east-1");
        assertThat(event.get("sourceIPAddress").asText()).isEqualTo("127.0.0.1");
        assertThat(event.get("userAgent").asText()).containsIgnoringCase("aws-sdk-java");
        assertThat(event.get("recipientAccountId").asText()).isEqualTo("111122223333");
        assertThat(event.get("eventType").asText()).isEqualTo("AwsApiCall");
        assertThat(event.get("eventVersion").asText()).isEqualTo("1.11");
    }

    @Test
    void recordsTheRootOfAnAccount() {
        emulator.clients().sqs(protocol, "444455556666").createQueue(r -> r.queueName("orders"));

        JsonNode identity = trail.record("eventName=CreateQueue").get("userIdentity");

        assertThat(fieldNames(identity)).containsExactly("type", "principalId", "arn", "accountId", "accessKeyId");
        assertThat(identity.get("type").asText()).isEqualTo("Root");
        assertThat(identity.get("principalId").asText()).isEqualTo("444455556666");
        assertThat(identity.get("arn").asText()).isEqualTo("arn:aws:iam::444455556666:root");
    }

    @Test
    void recordsASend() {
        String url = sqs.createQueue(r -> r.queueName("orders.fifo").attributesWithStrings(Map.of("FifoQueue", "true")))
                .queueUrl();
        SendMessageResponse sent = sqs.sendMessage(r ->
                r.queueUrl(url).messageBody("a secret").messageGroupId("g-1").messageDeduplicationId("d-1"));

        JsonNode event = trail.record("eventName=SendMessage");

        assertThat(event.get("requestParameters"))
                .isEqualTo(
                        Trail.parse("{\"queueUrl\":\"" + url + "\",\"messageBody\":\"HIDDEN_DUE_TO_SECURITY_REASONS\","
                                + "\"messageDeduplicationId\":\"d-1\",\"messageGroupId\":\"g-1\"}"));
        assertThat(event.get("responseElements"))
                .isEqualTo(Trail.parse("{\"mD5OfMessageBody\":\"" + sent.md5OfMessageBody() + "\",\"messageId\":\""
                        + sent.messageId() + "\",\"sequenceNumber\":\"" + sent.sequenceNumber() + "\"}"));
        assertThat(event.get("resources"))
                .isEqualTo(Trail.parse("[{\"accountId\":\"111122223333\",\"type\":\"AWS::SQS::Queue\","
                        + "\"ARN\":\"arn:aws:sqs:us-east-1:111122223333:orders.fifo\"}]"));
        assertThat(event.get("managementEvent").asBoolean(true)).isFalse();
        assertThat(event.get("eventCategory").asText()).isEqualTo("Data");
        assertThat(event.get("readOnly").asBoolean(true)).isFalse();
    }

    @Test
    void recordsAPermissionInTheCasingOfAws() {
        String url = sqs.createQueue(r -> r.queueName("orders")).queueUrl();
        sqs.addPermission(r ->
                r.queueUrl(url).label("friends").awsAccountIds("444455556666").actions("SendMessage"));

        JsonNode event = trail.record("eventName=AddPermission");

        assertThat(fieldNames(event.get("requestParameters")))
                .containsExactlyInAnyOrder("queueUrl", "label", "AWSAccountIds", "actions");
        assertThat(event.get("responseElements").isNull()).isTrue();
    }

    @Test
    void recordsARefusal() {
        AwsError error =
                AwsError.of(() -> sqs.purgeQueue(r -> r.queueUrl(emulator.endpoint() + "/111122223333/nowhere")));

        JsonNode event = trail.record("eventName=PurgeQueue");

        assertThat(event.get("errorCode").asText()).isNotBlank();
        assertThat(event.get("errorMessage").asText()).isEqualTo(error.message());
        assertThat(event.get("responseElements").isNull()).isTrue();
        assertThat(event.at("/requestParameters/queueUrl").asText()).endsWith("/nowhere");
        assertThat(trail.records("error=true")).hasSize(1);
    }

    @Test
    void recordsACallRefusedByValidation() {
        String url = sqs.createQueue(r -> r.queueName("orders")).queueUrl();
        AwsError.of(() -> sqs.sendMessage(r -> r.queueUrl(url).messageBody("")));

        assertThat(trail.record("eventName=SendMessage").get("errorCode").asText())
                .isNotBlank();
    }

    @Test
    void carriesTheIdOfTheAnswer() {
        String requestId = sqs.listQueues().responseMetadata() == null || protocol == Protocol.AWS_QUERY
                ? refusedRequestId()
                : sqs.createQueue(r -> r.queueName("orders")).responseMetadata().requestId();

        List<JsonNode> found = trail.records("limit=100").stream()
                .filter(r -> r.get("requestID").asText().equals(requestId))
                .toList();

        assertThat(found).hasSize(1);
        assertThat(found.get(0).get("requestID").asText()).matches(UUID);
        assertThat(found.get(0).get("eventID").asText()).matches(UUID).isNotEqualTo(requestId);
    }

    private String refusedRequestId() {
        try {
            sqs.getQueueUrl(r -> r.queueName("nowhere"));
            throw new AssertionError("the call should be refused");
        } catch (SqsException e) {
            return e.requestId();
        }
    }

    @Test
    void keepsTheOrderOfFieldsAndTheTwoThatAreAlwaysThere() {
        String url = sqs.createQueue(r -> r.queueName("orders")).queueUrl();
        sqs.sendMessage(r -> r.queueUrl(url).messageBody("x"));
        sqs.receiveMessage(r -> r.queueUrl(url));
        sqs.listQueues();
        AwsError.of(() -> sqs.deleteMessage(r -> r.queueUrl(url).receiptHandle("x")));
        sqs.deleteQueue(r -> r.queueUrl(url));

        List<JsonNode> records = trail.records("limit=100");

        assertThat(records).hasSize(6);
        for (JsonNode event : records) {
            List<String> names = fieldNames(event);
            assertThat(RecordFields.ORDER).containsSubsequence(names);
            assertThat(names).contains("requestParameters", "responseElements");
        }
    }

    @Test
    void knowsWhatIsManagementAndWhatIsData() {
        String url = sqs.createQueue(r -> r.queueName("orders")).queueUrl();
        sqs.setQueueAttributes(r -> r.queueUrl(url).attributesWithStrings(Map.of("DelaySeconds", "0")));
        sqs.tagQueue(r -> r.queueUrl(url).tags(Map.of("a", "b")));
        sqs.untagQueue(r -> r.queueUrl(url).tagKeys("a"));
        sqs.sendMessage(r -> r.queueUrl(url).messageBody("x"));
        String handle =
                sqs.receiveMessage(r -> r.queueUrl(url)).messages().get(0).receiptHandle();
        sqs.changeMessageVisibility(r -> r.queueUrl(url).receiptHandle(handle).visibilityTimeout(1));
        sqs.deleteMessage(r -> r.queueUrl(url).receiptHandle(handle));
        sqs.sendMessageBatch(r -> r.queueUrl(url).entries(e -> e.id("a").messageBody("x")));
        sqs.purgeQueue(r -> r.queueUrl(url));
        sqs.getQueueUrl(r -> r.queueName("orders"));
        sqs.getQueueAttributes(r -> r.queueUrl(url));
        sqs.listQueues();
        sqs.listQueueTags(r -> r.queueUrl(url));
        sqs.deleteQueue(r -> r.queueUrl(url));

        assertThat(Trail.names(trail.records("category=Management")))
                .containsExactly(
                        "DeleteQueue", "PurgeQueue", "UntagQueue", "TagQueue", "SetQueueAttributes", "CreateQueue");
        assertThat(Trail.names(trail.records("category=Data")))
                .containsExactlyInAnyOrder(
                        "SendMessage",
                        "ReceiveMessage",
                        "ChangeMessageVisibility",
                        "DeleteMessage",
                        "SendMessageBatch",
                        "GetQueueUrl",
                        "GetQueueAttributes",
                        "ListQueues",
                        "ListQueueTags");
        assertThat(trail.records("category=Data").stream()
                        .filter(r -> r.get("readOnly").asBoolean())
                        .map(r -> r.get("eventName").asText()))
                .contains("GetQueueUrl", "GetQueueAttributes", "ListQueues", "ListQueueTags");
        assertThat(trail.records("category=Data"))
                .filteredOn(r -> r.get("readOnly").asBoolean())
                .allSatisfy(r -> assertThat(r.get("responseElements").isNull()).isTrue());
    }

    @Test
    void hidesWhatBatchesSay() {
        String url = sqs.createQueue(r -> r.queueName("orders")).queueUrl();
        sqs.sendMessageBatch(r -> r.queueUrl(url).entries(e -> e.id("a").messageBody("first secret"), e -> e.id("b")
                .messageBody("second secret")));

        JsonNode event = trail.record("eventName=SendMessageBatch");

        assertThat(event.toString()).doesNotContain("secret");
        assertThat(event.at("/requestParameters/entries")).hasSize(2);
        assertThat(event.at("/requestParameters/entries/1/messageBody").asText())
                .isEqualTo("HIDDEN_DUE_TO_SECURITY_REASONS");
        assertThat(event.at("/requestParameters/entries/1/id").asText()).isEqualTo("b");
    }

    private static List<String> fieldNames(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
