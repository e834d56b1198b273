package io.vaportrail.sqs;

import static org.assertj.core.api.Assertions.assertThat;

import io.vaportrail.core.http.Exchange;
import io.vaportrail.core.http.HttpRequest;
import io.vaportrail.core.http.HttpResponse;
import io.vaportrail.core.http.ListHeaders;
import io.vaportrail.core.http.Origin;
import io.vaportrail.core.http.ResponseStream;
import io.vaportrail.model.sqs.MessageAttributeValue;
import io.vaportrail.model.sqs.SendMessageRequest;
import io.vaportrail.model.sqs.SqsService;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class PeekMessagesTest {
    private static final String PATH = "/_aws/sqs/messages";

    private final SqsFixture sqs = new SqsFixture().in("us-east-1");
    private final String url = sqs.queue("orders");

    @Test
    void messagesAreShownWithoutBeingReceived() {
        sqs.call(
                SqsService.SEND_MESSAGE,
                SendMessageRequest.builder()
                        .queueUrl(url)
                        .messageBody("<a> & \"b\"")
                        .messageAttributes(Map.of(
                                "k",
                                MessageAttributeValue.builder()
                                        .dataType("String")
                                        .stringValue("v")
                                        .build()))
                        .build());

        String json = body(get("QueueUrl=" + encoded(url), "application/json"));
        assertThat(json)
                .startsWith("{\"ReceiveMessageResponse\":{\"ReceiveMessageResult\":{\"Message\":[{\"MessageId\":\"")
                .contains("\"Body\":\"<a> & \\\"b\\\"\"")
                .contains("{\"Name\":\"ApproximateReceiveCount\",\"Value\":\"0\"}")
                .contains("{\"Name\":\"k\",\"Value\":{\"DataType\":\"String\",\"StringValue\":\"v\"}}");
        assertThat(body(get("QueueUrl=" + encoded(url), null)))
                .contains("<Body>&lt;a&gt; &amp; \"b\"</Body>")
                .contains("<Attribute><Name>ApproximateReceiveCount</Name><Value>0</Value></Attribute>");
        assertThat(sqs.receive(url)).hasSize(1);
    }

    @Test
    void hiddenMessagesAreShownOnRequest() {
        sqs.send(url, "flying");
        sqs.receive(url);

        assertThat(body(get("QueueUrl=" + encoded(url), "application/json"))).doesNotContain("flying");
        assertThat(body(get("QueueUrl=" + encoded(url) + "&ShowInvisible=true", "application/json")))
                .contains("flying");
    }

    @Test
    void missingQueueIsSaid() {
        assertThat(get("", null).status()).isEqualTo(400);
        HttpResponse missing = get("QueueUrl=" + encoded(url) + "x", "application/json");
        assertThat(missing.status()).isEqualTo(400);
        assertThat(body(missing)).contains("AWS.SimpleQueueService.NonExistentQueue");
        assertThat(get("QueueUrl=%zz", null).status()).isEqualTo(400);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String body(HttpResponse response) {
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    private HttpResponse get(String query, @Nullable String accept) {
        ListHeaders headers = new ListHeaders();
        if (accept != null) {
            headers.add("Accept", accept);
        }
        HttpRequest request = new HttpRequest("GET", PATH, query, headers, new byte[0], new Origin("127.0.0.1", null));
        HttpResponse[] answer = new HttpResponse[1];
        Exchange exchange = new Exchange() {
            @Override
            public HttpRequest request() {
                return request;
            }

            @Override
            public void respond(HttpResponse response) {
                answer[0] = response;
            }

            @Override
            public void onDisconnect(Runnable action) {
                throw new AssertionError("onDisconnect: called (expected: an answer at once)");
            }

            @Override
            public ResponseStream stream(HttpResponse head) {
                throw new AssertionError("stream: called (expected: a whole answer)");
            }
        };
        var route = sqs.routes.find("GET", PATH);
        assertThat(route).isNotNull();
        route.handle(exchange);
        return answer[0];
    }
}
