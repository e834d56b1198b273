package io.vaportrail.conformance.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.vaportrail.core.http.HttpRequest;
import io.vaportrail.core.http.HttpResponse;
import io.vaportrail.core.http.ListHeaders;
import io.vaportrail.core.http.Origin;
import io.vaportrail.core.protocol.query.AwsQueryProtocol;
import io.vaportrail.core.routing.RoutedRequest;
import io.vaportrail.core.service.CommonError;
import io.vaportrail.model.sqs.BatchResultErrorEntry;
import io.vaportrail.model.sqs.GetQueueAttributesResult;
import io.vaportrail.model.sqs.Message;
import io.vaportrail.model.sqs.MessageAttributeValue;
import io.vaportrail.model.sqs.QueueDoesNotExist;
import io.vaportrail.model.sqs.ReceiveMessageRequest;
import io.vaportrail.model.sqs.ReceiveMessageResult;
import io.vaportrail.model.sqs.SendMessageBatchRequest;
import io.vaportrail.model.sqs.SendMessageBatchResult;
import io.vaportrail.model.sqs.SendMessageBatchResultEntry;
import io.vaportrail.model.sqs.SendMessageRequest;
import io.vaportrail.model.sqs.SqsService;
import io.vaportrail.schema.Blob;
import io.vaportrail.schema.OperationSchema;
import io.vaportrail.schema.Struct;
import io.vaportrail.schema.Unit;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SqsQueryFormTest {
    private static final String ID = "c6e8a0b4-6f0b-5b0e-9b0a-f5d1a6c1d4f2";
    private static final String XMLNS = " xmlns=\"http://queue.amazonaws.com/doc/2012-11-05/\"";
    private static final String METADATA = "<ResponseMetadata><RequestId>" + ID + "</RequestId></ResponseMetadata>";

    private final AwsQueryProtocol protocol = AwsQueryProtocol.INSTANCE;

    @Test
    void readsMessageAttributes() {
        SendMessageRequest input = decode(
                SqsService.SEND_MESSAGE,
                "Action=SendMessage&Version=2012-11-05&QueueUrl=http%3A%2F%2Flocalhost%2F000000000000%2Fq&MessageBody=a+b"
                        + "&DelaySeconds=5&MessageAttribute.1.Name=City&MessageAttribute.1.Value.DataType=String"
                        + "&MessageAttribute.1.Value.StringValue=K%C3%B6ln&MessageAttribute.2.Name=Bytes"
                        + "&MessageAttribute.2.Value.DataType=Binary&MessageAttribute.2.Value.BinaryValue=AQI%3D"
                        + "&MessageSystemAttribute.1.Name=AWSTraceHeader&MessageSystemAttribute.1.Value.DataType=String"
                        + "&MessageSystemAttribute.1.Value.StringValue=Root%3D1");

        assertThat(input.queueUrl()).isEqualTo("http://localhost/000000000000/q");
        assertThat(input.messageBody()).isEqualTo("a b");
        assertThat(input.delaySeconds()).isEqualTo(5);
        assertThat(input.messageAttributes())
                .isEqualTo(Map.of(
                        "City",
                        MessageAttributeValue.builder()
                                .dataType("String")
                                .stringValue("Köln")
                                .build(),
                        "Bytes",
                        MessageAttributeValue.builder()
                                .dataType("Binary")
                                .binaryValue(Blob.copyOf(new byte[] {1, 2}))
                                .build()));
        assertThat(input.messageSystemAttributes()).containsOnlyKeys("AWSTraceHeader");
    }

    @Test
    void readsBatches() {
        SendMessageBatchRequest input = decode(
                SqsService.SEND_MESSAGE_BATCH,
                "Action=SendMessageBatch&QueueUrl=q&SendMessageBatchRequestEntry.1.Id=a"
                        + "&SendMessageBatchRequestEntry.1.MessageBody=x&SendMessageBatchRequestEntry.3.Id=b"
                        + "&SendMessageBatchRequestEntry.3.MessageBody=y"
                        + "&SendMessageBatchRequestEntry.3.MessageAttribute.1.Name=n"
                        + "&SendMessageBatchRequestEntry.3.MessageAttribute.1.Value.DataType=Number"
                        + "&SendMessageBatchRequestEntry.3.MessageAttribute.1.Value.StringValue=1");

        assertThat(input.entries()).extracting(entry -> entry.id()).containsExactly("a", "b");
        assertThat(input.entries().get(1).messageAttributes()).containsOnlyKeys("n");
    }

    @Test
    void readsAttributeNamesWithAndWithoutNumber() {
        ReceiveMessageRequest numbered =
                decode(SqsService.RECEIVE_MESSAGE, "QueueUrl=q&AttributeName.1=SenderId&MessageAttributeName.1=.*");
        ReceiveMessageRequest bare = decode(SqsService.RECEIVE_MESSAGE, "QueueUrl=q&AttributeName=All");

        assertThat(numbered.messageSystemAttributeNames()).containsExactly("SenderId");
        assertThat(numbered.messageAttributeNames()).containsExactly(".*");
        assertThat(bare.messageSystemAttributeNames()).containsExactly("All");
    }

    @Test
    void writesMessages() {
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("SenderId", "AIDA");
        attributes.put("SentTimestamp", "1767600000000");
        MessageAttributeValue city = MessageAttributeValue.builder()
                .stringValue("K\u00f6ln")
                .dataType("String")
                .build();
        Message message = Message.builder()
                .messageId("m")
                .receiptHandle("h")
                .md5OfBody("0")
                .body("<a>&\r\n\"b\"")
                .attributes(attributes)
                .messageAttributes(Map.of("City", city))
                .build();

        assertBody(
                encode(
                        SqsService.RECEIVE_MESSAGE,
                        ReceiveMessageResult.builder()
                                .messages(List.of(message))
                                .build()),
                "<ReceiveMessageResponse" + XMLNS + "><ReceiveMessageResult><Message><MessageId>m</MessageId>"
                        + "<ReceiptHandle>h</ReceiptHandle><MD5OfBody>0</MD5OfBody>"
                        + "<Body>&lt;a&gt;&amp;&#xd;\n\"b\"</Body>"
                        + "<Attribute><Name>SenderId</Name><Value>AIDA</Value></Attribute>"
                        + "<Attribute><Name>SentTimestamp</Name><Value>1767600000000</Value></Attribute>"
                        + "<MessageAttribute><Name>City</Name><Value><StringValue>Köln</StringValue>"
                        + "<DataType>String</DataType></Value></MessageAttribute></Message></ReceiveMessageResult>"
                        + METADATA + "</ReceiveMessageResponse>");
    }

    @Test
    void writesBatchResults() {
        SendMessageBatchResult output = SendMessageBatchResult.builder()
                .successful(List.of(SendMessageBatchResultEntry.builder()
                        .id("a")
                        .messageId("m")
                        .md5OfMessageBody("0")
                        .build()))
                .failed(List.of(BatchResultErrorEntry.builder()
                        .id("b")
                        .senderFault(true)
                        .code("InvalidMessageContents")
                        .build()))
                .build();

        assertBody(
                encode(SqsService.SEND_MESSAGE_BATCH, output),
                "<SendMessageBatchResponse" + XMLNS + "><SendMessageBatchResult><SendMessageBatchResultEntry><Id>a</Id>"
                        + "<MessageId>m</MessageId><MD5OfMessageBody>0</MD5OfMessageBody></SendMessageBatchResultEntry>"
                        + "<BatchResultErrorEntry><Id>b</Id><SenderFault>true</SenderFault>"
                        + "<Code>InvalidMessageContents</Code></BatchResultErrorEntry></SendMessageBatchResult>"
                        + METADATA + "</SendMessageBatchResponse>");
    }

    @Test
    void writesResultsThatAreEmptyAndNone() {
        assertBody(
                encode(
                        SqsService.RECEIVE_MESSAGE,
                        ReceiveMessageResult.builder().build()),
                "<ReceiveMessageResponse" + XMLNS + "><ReceiveMessageResult/>" + METADATA
                        + "</ReceiveMessageResponse>");
        assertBody(
                encode(
                        SqsService.GET_QUEUE_ATTRIBUTES,
                        GetQueueAttributesResult.builder()
                                .attributes(Map.of("DelaySeconds", "0"))
                                .build()),
                "<GetQueueAttributesResponse" + XMLNS
                        + "><GetQueueAttributesResult><Attribute><Name>DelaySeconds</Name>"
                        + "<Value>0</Value></Attribute></GetQueueAttributesResult>" + METADATA
                        + "</GetQueueAttributesResponse>");
        assertBody(
                encode(SqsService.DELETE_QUEUE, Unit.INSTANCE),
                "<DeleteQueueResponse" + XMLNS + ">" + METADATA + "</DeleteQueueResponse>");
    }

    @Test
    void writesErrorsWithTheirQueryCodes() {
        HttpResponse response = protocol.encodeError(
                SqsService.SERVICE, QueueDoesNotExist.of("The specified queue does not exist."), ID);

        assertThat(response.status()).isEqualTo(400);
        assertBody(
                response,
                "<ErrorResponse" + XMLNS + "><Error><Type>Sender</Type>"
                        + "<Code>AWS.SimpleQueueService.NonExistentQueue</Code>"
                        + "<Message>The specified queue does not exist.</Message><Detail/></Error><RequestId>" + ID
                        + "</RequestId></ErrorResponse>");
    }

    @Test
    void writesErrorsOfTheServerAsTheReceivers() {
        HttpResponse response = protocol.encodeError(null, CommonError.internalFailure(), ID);

        assertThat(response.status()).isEqualTo(500);
        assertThat(text(response))
                .startsWith("<ErrorResponse><Error><Type>Receiver</Type><Code>InternalFailure</Code>")
                .endsWith("</Error><RequestId>" + ID + "</RequestId></ErrorResponse>");
    }

    private HttpResponse encode(OperationSchema<?, ?> operation, Struct output) {
        return protocol.encode(operation, output, ID);
    }

    private <I extends Struct> I decode(OperationSchema<I, ?> operation, String form) {
        HttpRequest request = new HttpRequest(
                "POST",
                "/",
                null,
                ListHeaders.of("Content-Type", "application/x-www-form-urlencoded; charset=utf-8"),
                form.getBytes(StandardCharsets.UTF_8),
                new Origin("127.0.0.1", null));
        return protocol.decode(operation, RoutedRequest.of(request));
    }

    private static void assertBody(HttpResponse response, String expected) {
        assertThat(response.header("Content-Type")).isEqualTo("text/xml");
        assertThat(response.header("x-amzn-RequestId")).isEqualTo(ID);
        assertThat(text(response)).isEqualTo("<?xml version=\"1.0\"?>" + expected);
    }

    private static String text(HttpResponse response) {
        return new String(response.body(), StandardCharsets.UTF_8);
    }
}
