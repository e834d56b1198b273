package io.vaportrail.trail.record;

import static io.vaportrail.trail.store.TrailFixture.ACCOUNT;
import static io.vaportrail.trail.store.TrailFixture.SARAH;
import static io.vaportrail.trail.store.TrailFixture.TLS;
import static io.vaportrail.trail.store.TrailFixture.call;
import static io.vaportrail.trail.store.TrailFixture.origin;
import static org.assertj.core.api.Assertions.assertThat;

import io.vaportrail.core.service.Call;
import io.vaportrail.core.service.CallOrigin;
import io.vaportrail.core.service.CommonError;
import io.vaportrail.model.sqs.AddPermissionRequest;
import io.vaportrail.model.sqs.CreateQueueRequest;
import io.vaportrail.model.sqs.CreateQueueResult;
import io.vaportrail.model.sqs.DeleteQueueRequest;
import io.vaportrail.model.sqs.ListQueuesRequest;
import io.vaportrail.model.sqs.ListQueuesResult;
import io.vaportrail.model.sqs.MessageAttributeValue;
import io.vaportrail.model.sqs.MessageSystemAttributeValue;
import io.vaportrail.model.sqs.QueueDoesNotExist;
import io.vaportrail.model.sqs.SendMessageBatchRequest;
import io.vaportrail.model.sqs.SendMessageBatchRequestEntry;
import io.vaportrail.model.sqs.SendMessageBatchResult;
import io.vaportrail.model.sqs.SendMessageBatchResultEntry;
import io.vaportrail.model.sqs.SendMessageRequest;
import io.vaportrail.model.sqs.SendMessageResult;
import io.vaportrail.model.sqs.SqsService;
import io.vaportrail.schema.ServiceException;
import io.vaportrail.schema.Struct;
import io.vaportrail.trail.store.StoredCall;
import io.vaportrail.trail.store.TrailFixture;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Whole records, character by character: order, casing, nulls and dates are all part of them. */
class RecordRendererTest {
    private static final String URL = "https://sqs.eu-west-1.amazonaws.com/111122223333/orders";
    private static final String ARN = "arn:aws:sqs:eu-west-1:111122223333:orders";

    private static final String SARAHS_IDENTITY = "\"userIdentity\":{\"type\":\"IAMUser\",\"principalId\":\""
            + SARAH.principalId()
            + "\",\"arn\":\"arn:aws:iam::111122223333:user/sarah\",\"accountId\":\"111122223333\","
            + "\"accessKeyId\":\"sarah@111122223333\",\"userName\":\"sarah\"}";

    private final TrailFixture trail = new TrailFixture();
    private final RecordRenderer renderer = new RecordRenderer();

    @Test
    void aManagementEvent() {
        String record = record(
                call(SqsService.CREATE_QUEUE),
                CreateQueueRequest.builder()
                        .queueName("orders")
                        .attributes(Map.of("VisibilityTimeout", "45"))
                        .build(),
                CreateQueueResult.builder().queueUrl(URL).build(),
                null);
        assertThat(record)
                .isEqualTo("{\"eventVersion\":\"1.11\"," + SARAHS_IDENTITY
                        + ",\"eventTime\":\"2026-03-09T14:05:06Z\",\"eventSource\":\"sqs.amazonaws.com\","
                        + "\"eventName\":\"CreateQueue\",\"awsRegion\":\"eu-west-1\",\"sourceIPAddress\":\"192.0.2.7\","
                        + "\"userAgent\":\"aws-cli/2.15.0\","
                        + "\"requestParameters\":{\"queueName\":\"orders\",\"attributes\":{\"VisibilityTimeout\":\"45\"}},"
                        + "\"responseElements\":{\"queueUrl\":\"" + URL + "\"},"
                        + "\"requestID\":\"5b4a7ad1-17f7-4d7f-9f0a-0d1c2e3f4a5b\",\"eventID\":\"" + eventId()
                        + "\",\"readOnly\":false,\"eventType\":\"AwsApiCall\",\"managementEvent\":true,"
                        + "\"recipientAccountId\":\"111122223333\",\"eventCategory\":\"Management\"}");
    }

    @Test
    void aDataEventOverTls() {
        CallOrigin plain = origin();
        Call call = call(SqsService.SEND_MESSAGE, SARAH, "eu-west-1", plain.over(plain.protocol(), plain.host(), TLS));
        call.audit().resource("AWS::SQS::Queue", ARN);
        String record = record(
                call,
                SendMessageRequest.builder()
                        .queueUrl(URL)
                        .messageBody("my order")
                        .messageAttributes(Map.of(
                                "card",
                                MessageAttributeValue.builder()
                                        .dataType("String")
                                        .stringValue("4111")
                                        .build()))
                        .messageSystemAttributes(Map.of(
                                "AWSTraceHeader",
                                MessageSystemAttributeValue.builder()
                                        .dataType("String")
                                        .stringValue("Root=1")
                                        .build()))
                        .messageDeduplicationId("d1")
                        .messageGroupId("g1")
                        .build(),
                SendMessageResult.builder()
                        .md5OfMessageBody("9a4e3f7a614d9dd9f8722092dbda17a2")
                        .md5OfMessageSystemAttributes("f88f0587f951b7f5551f18ae699c3a9d")
                        .messageId("93bb6e2d-1090-416c-81b0-31eb1faa8cd8")
                        .sequenceNumber("18881790870905840128")
                        .build(),
                null);
        assertThat(record)
                .isEqualTo("{\"eventVersion\":\"1.11\"," + SARAHS_IDENTITY
                        + ",\"eventTime\":\"2026-03-09T14:05:06Z\",\"eventSource\":\"sqs.amazonaws.com\","
                        + "\"eventName\":\"SendMessage\",\"awsRegion\":\"eu-west-1\",\"sourceIPAddress\":\"192.0.2.7\","
                        + "\"userAgent\":\"aws-cli/2.15.0\",\"requestParameters\":{\"queueUrl\":\"" + URL
                        + "\",\"messageBody\":\"HIDDEN_DUE_TO_SECURITY_REASONS\","
                        + "\"messageAttributes\":\"HIDDEN_DUE_TO_SECURITY_REASONS\","
                        + "\"messageDeduplicationId\":\"d1\",\"messageGroupId\":\"g1\"},"
                        + "\"responseElements\":{\"mD5OfMessageBody\":\"9a4e3f7a614d9dd9f8722092dbda17a2\","
                        + "\"mD5OfMessageSystemAttributes\":\"f88f0587f951b7f5551f18ae699c3a9d\","
                        + "\"messageId\":\"93bb6e2d-1090-416c-81b0-31eb1faa8cd8\","
                        + "\"sequenceNumber\":\"18881790870905840128\"},"
                        + "\"requestID\":\"5b4a7ad1-17f7-4d7f-9f0a-0d1c2e3f4a5b\",\"eventID\":\"" + eventId()
                        + "\",\"readOnly\":false,\"resources\":[{\"accountId\":\"111122223333\","
                        + "\"type\":\"AWS::SQS::Queue\",\"ARN\":\"" + ARN + "\"}],\"eventType\":\"AwsApiCall\","
                        + "\"managementEvent\":false,\"recipientAccountId\":\"111122223333\","
                        + "\"eventCategory\":\"Data\",\"tlsDetails\":{\"tlsVersion\":\"TLSv1.3\","
                        + "\"cipherSuite\":\"TLS_AES_128_GCM_SHA256\","
                        + "\"clientProvidedHostHeader\":\"sqs.eu-west-1.amazonaws.com\"}}");
    }

    @Test
    void anError() {
        String record = record(
                call(SqsService.DELETE_QUEUE),
                DeleteQueueRequest.builder().queueUrl(URL).build(),
                null,
                QueueDoesNotExist.of("The specified queue does not exist."));
        assertThat(record)
                .contains("\"userAgent\":\"aws-cli/2.15.0\",\"errorCode\":\"QueueDoesNotExist\",\"errorMessage\":\"The"
                        + " specified queue does not exist.\",\"requestParameters\":{\"queueUrl\":\""
                        + URL + "\"},\"responseElements\":null,\"requestID\":");
    }

    @Test
    void anErrorMayComeWithoutMessage() {
        String record = record(
                call(SqsService.DELETE_QUEUE),
                null,
                null,
                QueueDoesNotExist.builder().build());
        assertThat(record)
                .contains("\"errorCode\":\"QueueDoesNotExist\",\"requestParameters\":null,\"responseElements\":null");
    }

    @Test
    void parametersOfWhichNothingCouldBeReadAreNull() {
        String record = record(
                call(SqsService.LIST_QUEUES), null, null, CommonError.sender("SerializationException", 400, "?"));
        assertThat(record).contains("\"requestParameters\":null,\"responseElements\":null");
    }

    @Test
    void anInputWithoutMembersIsNull() {
        String record =
                record(call(SqsService.LIST_QUEUES), ListQueuesRequest.builder().build(), null, null);
        assertThat(record).contains("\"requestParameters\":null,\"responseElements\":null");
    }

    @Test
    void readOnlyCallsHaveNoResponseElements() {
        String record = record(
                call(SqsService.LIST_QUEUES),
                ListQueuesRequest.builder().queueNamePrefix("o").maxResults(7).build(),
                ListQueuesResult.builder().queueUrls(List.of(URL)).build(),
                null);
        assertThat(record)
                .contains(
                        "\"requestParameters\":{\"queueNamePrefix\":\"o\",\"maxResults\":7},\"responseElements\":null")
                .contains("\"readOnly\":true");
    }

    @Test
    void namesThatAreExceptionsToTheCasingRule() {
        String record = record(
                call(SqsService.ADD_PERMISSION),
                AddPermissionRequest.builder()
                        .queueUrl(URL)
                        .label("L")
                        .awsAccountIds(List.of("444455556666"))
                        .actions(List.of("SendMessage"))
                        .build(),
                null,
                null);
        assertThat(record)
                .contains(
                        "\"requestParameters\":{\"queueUrl\":\"" + URL + "\",\"label\":\"L\","
                                + "\"AWSAccountIds\":[\"444455556666\"],\"actions\":[\"SendMessage\"]},\"responseElements\":null");
    }

    @Test
    void batchesHideEveryBody() {
        String record = record(
                call(SqsService.SEND_MESSAGE_BATCH),
                SendMessageBatchRequest.builder()
                        .queueUrl(URL)
                        .entries(List.of(entry("1"), entry("2")))
                        .build(),
                SendMessageBatchResult.builder()
                        .successful(List.of(SendMessageBatchResultEntry.builder()
                                .id("1")
                                .messageId("m")
                                .md5OfMessageBody("5")
                                .build()))
                        .failed(List.of())
                        .build(),
                null);
        assertThat(record)
                .contains("\"entries\":[{\"id\":\"1\",\"messageBody\":\"HIDDEN_DUE_TO_SECURITY_REASONS\"},"
                        + "{\"id\":\"2\",\"messageBody\":\"HIDDEN_DUE_TO_SECURITY_REASONS\"}]")
                .contains("\"responseElements\":{\"successful\":[{\"id\":\"1\",\"messageId\":\"m\","
                        + "\"mD5OfMessageBody\":\"5\"}],\"failed\":[]}");
    }

    @Test
    void additionalEventDataKeepsItsTypes() {
        Call call = call(SqsService.LIST_QUEUES);
        call.audit().additionalEventData("SignatureVersion", "4");
        call.audit().additionalEventData("bytesTransferredOut", 1234L);
        call.audit().additionalEventData("ratio", 0.5);
        call.audit().additionalEventData("fine", true);
        assertThat(record(call, null, null, null))
                .contains("\"responseElements\":null,\"additionalEventData\":{\"SignatureVersion\":\"4\","
                        + "\"bytesTransferredOut\":1234,\"ratio\":0.5,\"fine\":true},\"requestID\"");
    }

    @Test
    void additionalEventDataOver28KilobytesIsLeftOut() {
        Call call = call(SqsService.LIST_QUEUES);
        call.audit().additionalEventData("much", "x".repeat(28 * 1024 + 1));
        assertThat(record(call, null, null, null)).doesNotContain("additionalEventData");
    }

    @Test
    void parametersOver100KilobytesAreLeftOut() {
        String record = record(
                call(SqsService.CREATE_QUEUE),
                CreateQueueRequest.builder()
                        .queueName("orders")
                        .attributes(Map.of("Policy", "x".repeat(100 * 1024)))
                        .build(),
                CreateQueueResult.builder().queueUrl(URL).build(),
                null);
        assertThat(record)
                .containsPattern("\"requestParameters\":\\{\"reason\":\"requestParameters too large\",\"omitted\":true,"
                        + "\"originalSize\":1024\\d\\d},\"responseElements\":\\{\"queueUrl\"")
                .hasSizeLessThan(2000);
    }

    @Test
    void parametersThatGrowPast100KilobytesAsJsonAreLeftOutToo() {
        String record = record(
                call(SqsService.CREATE_QUEUE),
                CreateQueueRequest.builder()
                        .queueName("orders")
                        .attributes(Map.of("Policy", "\"".repeat(60 * 1024)))
                        .build(),
                null,
                null);
        assertThat(record)
                .contains("{\"reason\":\"requestParameters too large\",\"omitted\":true,\"originalSize\":122");
    }

    @Test
    void resourcesStayWithinTheEventsLimit() {
        Call call = call(SqsService.SEND_MESSAGE);
        for (int i = 0; i < 2000; i++) {
            call.audit().resource("AWS::SQS::Queue", ARN + i);
        }
        assertThat(record(call, null, null, null))
                .hasSizeBetween(20_000, 256 * 1024)
                .contains(ARN + "7\"");
    }

    @Test
    void anAgentThatIsNotStatedIsLeftOut() {
        CallOrigin silent =
                CallOrigin.within("192.0.2.7", null, "http://localhost:4566").over(null, "localhost:4566", null);
        assertThat(record(call(SqsService.LIST_QUEUES, SARAH, "eu-west-1", silent), null, null, null))
                .doesNotContain("userAgent")
                .doesNotContain("tlsDetails");
    }

    @Test
    void copiesForOtherAccountsShareAnIdAndTellLessOfTheCaller() {
        Call call = call(SqsService.LIST_QUEUES);
        call.audit().sharedWith("444455556666");
        trail.store.record(call, null, null, null);
        List<String> records = trail.newestFirst(renderer::render);
        String shared = "\"sharedEventID\":\"" + trail.newest(stored -> String.valueOf(stored.sharedEventId())) + "\"";
        assertThat(records.get(1))
                .contains(SARAHS_IDENTITY)
                .contains("\"recipientAccountId\":\"" + ACCOUNT + "\"," + shared + ",\"eventCategory\"");
        assertThat(records.get(0))
                .contains("\"userIdentity\":{\"type\":\"AWSAccount\",\"principalId\":\"" + SARAH.principalId()
                        + "\",\"accountId\":\"" + ACCOUNT + "\"}")
                .contains("\"recipientAccountId\":\"444455556666\"," + shared);
    }

    @Test
    void ownersOfTheResourcesThatACallTouchedGetACopyOnce() {
        Call call = call(SqsService.LIST_QUEUES);
        call.audit().resource("AWS::SQS::Queue", "arn:aws:sqs:eu-west-1:444455556666:one");
        call.audit().resource("AWS::SQS::Queue", "arn:aws:sqs:eu-west-1:444455556666:two");
        call.audit().resource("AWS::SQS::Queue", ARN);
        call.audit().resource("AWS::S3::Bucket", "arn:aws:s3:::b", "777788889999");
        call.audit().resource("AWS::S3::Object", "arn:aws:s3:::b/k");
        call.audit().resource("AWS::IAM::Policy", "arn:aws:iam::aws:policy/ReadOnlyAccess");
        call.audit().resource("", "name");
        trail.store.record(call, null, null, null);

        assertThat(trail.newestFirst(StoredCall::recipientAccountId))
                .containsExactly("777788889999", "444455556666", ACCOUNT);
        assertThat(Set.copyOf(trail.<Object>newestFirst(StoredCall::sharedEventId)))
                .hasSize(1);
    }

    private static SendMessageBatchRequestEntry entry(String id) {
        return SendMessageBatchRequestEntry.builder()
                .id(id)
                .messageBody("secret " + id)
                .build();
    }

    private String eventId() {
        return trail.newest(stored -> stored.eventId());
    }

    private String record(
            Call call, @Nullable Struct input, @Nullable Struct output, @Nullable ServiceException error) {
        trail.store.record(call, input, output, error);
        return trail.newest(renderer::render);
    }
}
