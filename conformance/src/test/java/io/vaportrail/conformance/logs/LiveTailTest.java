package io.vaportrail.conformance.logs;

import static org.assertj.core.api.Assertions.assertThat;

import io.vaportrail.conformance.fixture.AwsError;
import io.vaportrail.conformance.fixture.Deadline;
import io.vaportrail.core.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import software.amazon.eventstream.Message;
import software.amazon.eventstream.MessageDecoder;

/** Live tail, read with AWS's own decoder of event streams. */
class LiveTailTest extends LogsTest {
    /** What comes over one live tail. */
    private static final class Tail implements AutoCloseable {
        private final InputStream body;
        private final Deque<Message> messages = new ArrayDeque<>();
        private final MessageDecoder decoder = new MessageDecoder(messages::add);

        Tail(InputStream body) {
            this.body = body;
        }

        /** The next message, or {@code null} at the end. */
        @Nullable Message next() throws IOException {
            byte[] some = new byte[4096];
            while (messages.isEmpty()) {
                int count = body.read(some);
                if (count < 0) {
                    return null;
                }
                decoder.feed(some, 0, count);
            }
            return messages.remove();
        }

        private static String header(Message message, String name) {
            return Objects.requireNonNull(message.getHeaders().get(name), name).getString();
        }

        private static Map<String, ?> json(Message message) {
            return Objects.requireNonNull(Json.readObject(new String(message.getPayload(), StandardCharsets.UTF_8)));
        }

        /** Reads updates until so many events have come. */
        List<Map<?, ?>> events(int count) throws IOException {
            Deadline deadline = Deadline.soon();
            List<Map<?, ?>> events = new ArrayList<>();
            while (events.size() < count) {
                Message message = Objects.requireNonNull(next(), "an update");
                assertThat(header(message, ":event-type")).isEqualTo("sessionUpdate");
                for (Object event :
                        (List<?>) Objects.requireNonNull(json(message).get("sessionResults"))) {
                    events.add((Map<?, ?>) event);
                }
                deadline.check("events: " + events.size() + " (expected: " + count + ")");
            }
            return events;
        }

        @Override
        public void close() throws IOException {
            body.close();
        }
    }

    private Tail tail(String members) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(emulator.endpoint())
                .header("X-Amz-Target", "Logs_20140328.StartLiveTail")
                .header("Content-Type", "application/x-amz-json-1.1")
                .timeout(Duration.ofSeconds(20))
                .POST(HttpRequest.BodyPublishers.ofString(
                        "{\"logGroupIdentifiers\":[\"" + groupArn(GROUP) + "\"]" + members + "}"))
                .build();
        HttpResponse<InputStream> answer =
                HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofInputStream());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/vnd.amazon.eventstream");
        return new Tail(answer.body());
    }

    private Tail started(String members) throws IOException, InterruptedException {
        Tail tail = tail(members);
        assertThat(Tail.header(Objects.requireNonNull(tail.next()), ":event-type"))
                .isEqualTo("initial-response");
        Message start = Objects.requireNonNull(tail.next());
        assertThat(Tail.header(start, ":event-type")).isEqualTo("sessionStart");
        assertThat(Tail.json(start).get("logGroupIdentifiers")).isEqualTo(List.of(groupArn(GROUP)));
        return tail;
    }

    @Test
    void sendsWhatComesIn() throws IOException, InterruptedException {
        groupAndStream();
        putNow("before");
        try (Tail tail = started("")) {
            putNow("one", "two");

            List<Map<?, ?>> events = tail.events(2);
            assertThat(events.get(0).get("message")).isEqualTo("one");
            assertThat(events.get(0).get("logStreamName")).isEqualTo(STREAM);
            assertThat(events.get(0).get("logGroupIdentifier")).isEqualTo(ACCOUNT + ":" + GROUP);
            assertThat(events.get(1).get("ingestionTime")).isEqualTo(now());
        }
    }

    @Test
    void sendsWhatMatchesAlone() throws IOException, InterruptedException {
        groupAndStream();
        stream(GROUP, "two");
        try (Tail tail = started(",\"logStreamNamePrefixes\":[\"t\"],\"logEventFilterPattern\":\"ERROR\"")) {
            putNow("ERROR elsewhere");
            put("two", event(now(), "fine"), event(now(), "ERROR here"));

            assertThat(tail.events(1).get(0).get("message")).isEqualTo("ERROR here");
        }
    }

    @Test
    void endsAfterThreeHours() throws IOException, InterruptedException {
        groupAndStream();
        try (Tail tail = started("")) {
            emulator.advance(Duration.ofHours(3));

            Message last = Objects.requireNonNull(tail.next());
            while (!Tail.header(last, ":message-type").equals("exception")) {
                last = Objects.requireNonNull(tail.next());
            }
            assertThat(Tail.header(last, ":exception-type")).isEqualTo("SessionTimeoutException");
            assertThat(tail.next()).isNull();
        }
    }

    @Test
    void refusesWhatItCannotTail() {
        group(GROUP);

        assertThat(AwsError.of(() -> logs.filterLogEvents(r -> r.logGroupName("none")))
                        .code())
                .isEqualTo("ResourceNotFoundException");
    }
}
