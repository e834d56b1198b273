package io.vaportrail.conformance.sqs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vaportrail.conformance.fixture.EmulatorTest;
import io.vaportrail.conformance.fixture.TestEmulator;
import io.vaportrail.conformance.fixture.Wire;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** SQS byte by byte: what SDKs hide of the two protocols. */
@EmulatorTest
class SqsWireTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String UUID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    private TestEmulator emulator;
    private Wire wire;
    private String url;

    @BeforeEach
    void createQueue(TestEmulator started) throws JsonProcessingException {
        emulator = started;
        wire = new Wire(emulator.endpoint());
        url = JSON.readTree(
                        wire.json("CreateQueue", "{\"QueueName\":\"orders\"}").body())
                .get("QueueUrl")
                .asText();
    }

    @Test
    void answersJson() throws JsonProcessingException {
        HttpResponse<String> answer =
                wire.json("SendMessage", "{\"QueueUrl\":\"" + url + "\",\"MessageBody\":\"hello\"}");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/x-amz-json-1.0");
        assertThat(answer.headers().firstValue("x-amzn-RequestId").orElseThrow())
                .matches(UUID);
        JsonNode body = JSON.readTree(answer.body());
        assertThat(body.fieldNames()).toIterable().containsExactlyInAnyOrder("MD5OfMessageBody", "MessageId");
    }

    @Test
    void answersXml() {
        HttpResponse<String> answer = wire.form(
                "/000000000000/orders",
                Map.of("Action", "SendMessage", "Version", "2012-11-05", "MessageBody", "hello"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/xml");
        assertThat(answer.body())
                .contains("<SendMessageResponse xmlns=\"http://queue.amazonaws.com/doc/2012-11-05/\">")
                .contains("<SendMessageResult>")
                .contains("<MD5OfMessageBody>5d41402abc4b2a76b9719d911017c592</MD5OfMessageBody>")
                .contains("<ResponseMetadata><RequestId>"
                        + answer.headers().firstValue("x-amzn-RequestId").orElseThrow()
                        + "</RequestId></ResponseMetadata>");
    }

    @ParameterizedTest
    @CsvSource({
        "GetQueueUrl, '{\"QueueName\":\"nowhere\"}', 400, QueueDoesNotExist, AWS.SimpleQueueService.NonExistentQueue",
        "CreateQueue, '{\"QueueName\":\"orders\",\"Attributes\":{\"DelaySeconds\":\"1\"}}', 400, QueueNameExists,"
                + " QueueAlreadyExists",
        "CreateQueue, '{\"QueueName\":\"a b\"}', 400, InvalidParameterValueException, InvalidParameterValue",
        "SendMessage, '{\"MessageBody\":\"x\"}', 400, MissingRequiredParameterException, MissingParameter",
        "DeleteMessage, '{\"QueueUrl\":\"@\",\"ReceiptHandle\":\"x\"}', 404, ReceiptHandleIsInvalid, ReceiptHandleIsInvalid",
        "SendMessageBatch, '{\"QueueUrl\":\"@\",\"Entries\":[]}', 400, EmptyBatchRequest,"
                + " AWS.SimpleQueueService.EmptyBatchRequest",
        "SetQueueAttributes, '{\"QueueUrl\":\"@\",\"Attributes\":{\"Nope\":\"1\"}}', 400, InvalidAttributeName,"
                + " InvalidAttributeName"
    })
    void namesAnErrorForBothProtocols(String operation, String body, int status, String type, String queryCode)
            throws JsonProcessingException {
        HttpResponse<String> answer = wire.json(operation, body.replace("@", url));

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("x-amzn-query-error")).hasValue(queryCode + ";Sender");
        JsonNode error = JSON.readTree(answer.body());
        assertThat(error.get("__type").asText()).matches("com\\.amazon[a-z.]*#" + type);
        assertThat(error.get("message").asText()).isNotBlank();
    }

    @Test
    void writesAnErrorInXml() {
        HttpResponse<String> answer =
                wire.form("/", Map.of("Action", "GetQueueUrl", "Version", "2012-11-05", "QueueName", "nowhere"));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("x-amzn-query-error")).isEmpty();
        assertThat(answer.body())
                .contains("<ErrorResponse xmlns=\"http://queue.amazonaws.com/doc/2012-11-05/\">")
                .contains("<Type>Sender</Type>")
                .contains("<Code>AWS.SimpleQueueService.NonExistentQueue</Code>")
                .contains("<Message>The specified queue does not exist for this wsdl version.</Message>")
                .contains("<RequestId>");
    }

    @Test
    void takesAQueryStringAsCurlSendsIt() {
        assertThat(wire.get("/?Action=ListQueues").body()).contains("<QueueUrl>" + url + "</QueueUrl>");
        assertThat(wire.get("/000000000000/orders?Action=SendMessage&MessageBody=by%20hand+and%20curl")
                        .statusCode())
                .isEqualTo(200);
        assertThat(wire.get("/000000000000/orders?Action=ReceiveMessage").body())
                .contains("<Body>by hand and curl</Body>");
    }

    @Test
    void takesTheQueueFromTheParametersToo() {
        assertThat(wire.form("/", Map.of("Action", "SendMessage", "QueueUrl", url, "MessageBody", "x"))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void takesAPresignedCall() {
        HttpResponse<String> answer = wire.get("/000000000000/orders?"
                + Wire.encode(Map.of(
                        "Action",
                        "SendMessage",
                        "MessageBody",
                        "presigned",
                        "X-Amz-Algorithm",
                        "AWS4-HMAC-SHA256",
                        "X-Amz-Credential",
                        "sarah/20300101/us-east-1/sqs/aws4_request",
                        "X-Amz-Date",
                        "20300101T000000Z",
                        "X-Amz-Expires",
                        "60",
                        "X-Amz-SignedHeaders",
                        "host",
                        "X-Amz-Signature",
                        "00")));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(wire.json(
                                "ReceiveMessage",
                                "{\"QueueUrl\":\"" + url + "\",\"MessageSystemAttributeNames\":[\"SenderId\"]}")
                        .body())
                .contains("presigned")
                .contains("AIDA");
    }

    @Test
    void takesAnUnsignedCallForTheRootOfTheDefaultAccount() throws JsonProcessingException {
        HttpResponse<String> answer = wire.send(wire.request("/")
                .header("Content-Type", "application/x-amz-json-1.0")
                .header("X-Amz-Target", "AmazonSQS.ListQueues")
                .POST(java.net.http.HttpRequest.BodyPublishers.ofString("{}")));

        assertThat(JSON.readTree(answer.body()).at("/QueueUrls/0").asText()).isEqualTo(url);
    }

    @Test
    void takesTheTraceOfTheRequestForTheMessage() throws JsonProcessingException {
        String trace = "Root=1-6543a1b2-0123456789abcdef01234567;Parent=0123456789abcdef;Sampled=0";

        HttpResponse<String> sent = wire.send(wire.json(
                        "app",
                        "SendMessage",
                        java.net.http.HttpRequest.BodyPublishers.ofString(
                                "{\"QueueUrl\":\"" + url + "\",\"MessageBody\":\"traced\"}"))
                .header("X-Amzn-Trace-Id", trace));

        assertThat(JSON.readTree(sent.body()).fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("MD5OfMessageBody", "MessageId");
        HttpResponse<String> received = wire.json(
                "ReceiveMessage",
                "{\"QueueUrl\":\"" + url + "\",\"MessageSystemAttributeNames\":[\"AWSTraceHeader\"]}");
        assertThat(JSON.readTree(received.body())
                        .at("/Messages/0/Attributes/AWSTraceHeader")
                        .asText())
                .isEqualTo(trace);
    }

    @Test
    void takesAJsonCallAtTheAddressOfTheQueue() {
        HttpResponse<String> answer = wire.send(wire.request("/000000000000/orders")
                .header("Content-Type", "application/x-amz-json-1.0")
                .header("X-Amz-Target", "AmazonSQS.ReceiveMessage")
                .POST(java.net.http.HttpRequest.BodyPublishers.ofString(
                        "{\"QueueUrl\":\"" + url + "\",\"WaitTimeSeconds\":0}")));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{}");
    }

    @Test
    void saysThatAnActionDoesNotExist() {
        HttpResponse<String> query = wire.form("/", Map.of("Action", "PaintQueue", "Version", "2012-11-05"));
        assertThat(query.statusCode()).isEqualTo(400);
        assertThat(query.body()).contains("<Code>InvalidAction</Code>").contains("PaintQueue");

        HttpResponse<String> json = wire.json("PaintQueue", "{}");
        assertThat(json.statusCode()).isBetween(400, 404);
        assertThat(json.body()).contains("UnknownOperationException");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "{",
                "[]",
                "nothing",
                "{\"QueueName\":{}}",
                "{\"QueueName\":[\"a\"]}",
                "{\"QueueName\":\"a\"} trailing"
            })
    void refusesWhatItCannotRead(String body) {
        HttpResponse<String> answer = wire.json("CreateQueue", body);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body())
                .contains("SerializationException")
                .doesNotContain("jackson")
                .doesNotContain("\tat ");
    }

    @Test
    void namesAQueueByTheHostOfTheRequest() throws java.io.IOException {
        try (var connection = new io.vaportrail.conformance.fixture.RawConnection(emulator.endpoint())) {
            String body = connection
                    .write("GET /?Action=GetQueueUrl&QueueName=orders HTTP/1.1\r\nHost: emulator:4566\r\n\r\n")
                    .flush()
                    .read()
                    .body();
            assertThat(body).contains("<QueueUrl>http://emulator:4566/000000000000/orders</QueueUrl>");
        }
    }

    @Test
    void takesTheHostsOfLocalStack() throws java.io.IOException {
        try (var connection = new io.vaportrail.conformance.fixture.RawConnection(emulator.endpoint())) {
            String body = connection
                    .write("GET /?Action=CreateQueue&QueueName=by-host HTTP/1.1\r\n"
                            + "Host: sqs.eu-west-2.localhost.localstack.cloud:4566\r\n\r\n")
                    .flush()
                    .read()
                    .body();
            assertThat(body).contains("/000000000000/by-host</QueueUrl>");
        }
        assertThat(emulator.clients()
                        .sqs(io.vaportrail.conformance.fixture.Protocol.AWS_JSON, "app", "eu-west-2")
                        .listQueues()
                        .queueUrls())
                .hasSize(1);
    }
}
