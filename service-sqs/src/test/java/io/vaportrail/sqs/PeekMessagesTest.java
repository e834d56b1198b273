package io.vaportrail.sqs;

import static org.assertj.core.api.Assertions.assertThat;

import io.vaportrail.model.sqs.MessageAttributeValue;
import io.vaportrail.model.sqs.SendMessageRequest;
import io.vaportrail.model.sqs.SqsService;
import io.vaportrail.support.FakeExchange;
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

        String json = get("QueueUrl=" + encoded(url), "application/json").text();
        assertThat(json)
                .startsWith("{\"ReceiveMessageResponse\":{\"ReceiveMessageResult\":{\"Message\":[{\"MessageId\":\"")
                .contains("\"Body\":\"<a> & \\\"b\\\"\"")
                .contains("{\"Name\":\"ApproximateReceiveCount\",\"Value\":\"0\"}")
                .contains("{\"Name\":\"k\",\"Value\":{\"DataType\":\"String\",\"StringValue\":\"v\"}}");
        assertThat(get("QueueUrl=" + encoded(url), null).text())
                .contains("<Body>&lt;a&gt; &amp; \"b\"</Body>")
                .contains("<Attribute><Name>ApproximateReceiveCount</Name><Value>0</Value></Attribute>");
        assertThat(sqs.receive(url)).hasSize(1);
    }

    @Test
    void hiddenMessagesAreShownOnRequest() {
        sqs.send(url, "flying");
        sqs.receive(url);

        assertThat(get("QueueUrl=" + encoded(url), "application/json").text()).doesNotContain("flying");
        assertThat(get("QueueUrl=" + encoded(url) + "&ShowInvisible=true", "application/json")
                        .text())
                .contains("flying");
    }

    @Test
    void missingQueueIsSaid() {
        assertThat(get("", null).response().status()).isEqualTo(400);
        FakeExchange missing = get("QueueUrl=" + encoded(url) + "x", "application/json");
        assertThat(missing.response().status()).isEqualTo(400);
        assertThat(missing.text()).contains("AWS.SimpleQueueService.NonExistentQueue");
        assertThat(get("QueueUrl=%zz", null).response().status()).isEqualTo(400);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private FakeExchange get(String query, @Nullable String accept) {
        return new FakeExchange("GET", PATH + "?" + query, accept).through(sqs.surroundings.routes);
    }
}
