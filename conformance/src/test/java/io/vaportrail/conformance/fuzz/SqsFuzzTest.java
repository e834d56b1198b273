package io.vaportrail.conformance.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.vaportrail.conformance.fixture.Protocol;
import io.vaportrail.conformance.fixture.RawConnection;
import io.vaportrail.conformance.fixture.Wire;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterProperty;
import net.jqwik.api.lifecycle.BeforeProperty;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * Spoiled requests for every operation of SQS over both protocols: none is answered with a status of 500 or above but 501, none is
 * left without an answer.
 */
@PropertyDefaults(edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
class SqsFuzzTest extends FuzzTest {
    private static final int AT_ONCE_MILLIS = 500;
    private static final int AT_MOST_SECONDS = 10;

    private final List<Map.Entry<String, String>> bodies = new ArrayList<>();
    private List<Map<String, String>> forms = List.of();

    @BeforeProperty
    void prepare() {
        emulator().restart();
        SqsClient sqs = emulator().clients().sqs(Protocol.AWS_JSON, "000000000000");
        String url = sqs.createQueue(r -> r.queueName("orders")).queueUrl();
        sqs.sendMessage(r -> r.queueUrl(url).messageBody("x"));
        String handle =
                sqs.receiveMessage(r -> r.queueUrl(url)).messages().get(0).receiptHandle();
        String arn = "arn:aws:sqs:us-east-1:000000000000:orders";
        bodies.addAll(Templates.json(url, handle, arn).entrySet());
        forms = Templates.forms(url, handle, arn);
    }

    @AfterProperty
    void stillWorks() {
        SqsClient sqs = emulator().clients().sqs(Protocol.AWS_JSON, "000000000000");
        assertThat(sqs.createQueue(r -> r.queueName("after")).queueUrl()).endsWith("/after");
        emulator().checkInvariants();
    }

    @Example
    void takesTheTemplatesAsTheyAre() throws Exception {
        for (Map.Entry<String, String> body : bodies) {
            assertThat(status(json(body.getKey(), body.getValue().getBytes(StandardCharsets.UTF_8))))
                    .as(body.getKey())
                    .isLessThan(NOT_IMPLEMENTED);
        }
        for (Map<String, String> form : forms) {
            assertThat(status(form(Wire.encode(form).getBytes(StandardCharsets.UTF_8))))
                    .as(form.get("Action"))
                    .isLessThan(NOT_IMPLEMENTED);
        }
    }

    @Example
    void answersADocumentThatIsTooDeep() throws Exception {
        assertThat(status(json("CreateQueue", Mutator.deep().getBytes(StandardCharsets.UTF_8))))
                .isEqualTo(400);
    }

    @Property(tries = 1500)
    void answersSpoiledJson(@ForAll long seed) throws Exception {
        Mutator mutator = new Mutator(seed);
        Map.Entry<String, String> body = mutator.pick(bodies);

        assertAnswered(json(body.getKey(), mutator.json(body.getValue())));
    }

    @Property(tries = 1500)
    void answersSpoiledForms(@ForAll long seed) throws Exception {
        Mutator mutator = new Mutator(seed);

        assertAnswered(form(mutator.form(mutator.pick(forms))));
    }

    @Property(tries = 500)
    void answersOrClosesOnSpoiledBytes(@ForAll long seed) throws IOException {
        Mutator mutator = new Mutator(seed);
        Map.Entry<String, String> body = mutator.pick(bodies);
        String request = "POST /?a=b%20c HTTP/1.1\r\nHost: localhost:4566\r\nX-Amz-Target: AmazonSQS." + body.getKey()
                + "\r\nContent-Type: application/x-amz-json-1.0\r\nAuthorization: "
                + Wire.authorization("app", "us-east-1", "sqs") + "\r\nAccept-Encoding: gzip\r\nContent-Length: "
                + body.getValue().length() + "\r\n\r\n" + body.getValue();

        try (RawConnection connection = new RawConnection(emulator().endpoint())) {
            String answer = connection.exchange(mutator.bytes(request.getBytes(StandardCharsets.ISO_8859_1)));
            if (!answer.isEmpty()) {
                assertThat(answer).startsWith("HTTP/1.1 ");
                int status = Integer.parseInt(answer.substring(9, 12));
                assertThat(status == NOT_IMPLEMENTED || status == 505 || status < 500)
                        .as(answer)
                        .isTrue();
            }
        }
    }

    private HttpRequest.Builder json(String operation, byte[] body) {
        return new Wire(emulator().endpoint(), HTTP).json("000000000000", operation, BodyPublishers.ofByteArray(body));
    }

    private HttpRequest.Builder form(byte[] body) {
        return new Wire(emulator().endpoint(), HTTP)
                .request("/")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofByteArray(body));
    }

    private void assertAnswered(HttpRequest.Builder request) throws Exception {
        int status = status(request);
        assertThat(status == NOT_IMPLEMENTED || status < 500)
                .as("status %d", status)
                .isTrue();
    }

    /** A poll that a spoiled number has opened ends when time moves. */
    private int status(HttpRequest.Builder request) throws Exception {
        CompletableFuture<HttpResponse<String>> answer = HTTP.sendAsync(request.build(), BodyHandlers.ofString());
        try {
            return answer.get(AT_ONCE_MILLIS, TimeUnit.MILLISECONDS).statusCode();
        } catch (TimeoutException waiting) {
            emulator().advanceSeconds(20);
            return answer.get(AT_MOST_SECONDS, TimeUnit.SECONDS).statusCode();
        }
    }
}
