package io.vaportrail.conformance.logs;

import static org.assertj.core.api.Assertions.assertThat;

import io.vaportrail.core.json.Json;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Transformers as JSON, as AWS's documentation shows them. */
abstract class TransformerCalls extends LogsTest {
    Map<String, ?> call(String operation, Object input) {
        HttpRequest request = HttpRequest.newBuilder(emulator.endpoint())
                .header("X-Amz-Target", "Logs_20140328." + operation)
                .header("Content-Type", "application/x-amz-json-1.1")
                .POST(HttpRequest.BodyPublishers.ofString(Json.write(input)))
                .build();
        try {
            String body = HttpClient.newHttpClient()
                    .send(request, HttpResponse.BodyHandlers.ofString())
                    .body();
            Map<String, ?> answer = Json.readObject(body.isEmpty() ? "{}" : body);
            return Objects.requireNonNull(answer, body);
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    static Object read(String json) {
        return Objects.requireNonNull(Objects.requireNonNull(Json.readObject("{\"value\":" + json + "}"), json)
                .get("value"));
    }

    Map<String, ?> test(String processors, String message) {
        return call(
                "TestTransformer",
                Map.of("transformerConfig", read("[" + processors + "]"), "logEventMessages", List.of(message)));
    }

    /** What becomes of a message, or {@code null} when it cannot be transformed. */
    @Nullable Object transformed(String processors, String message) {
        Map<String, ?> answer = test(processors, message);
        assertThat(answer.get("transformedLogs")).as("%s", answer).isInstanceOf(List.class);
        Map<?, ?> record = (Map<?, ?>) ((List<?>) Objects.requireNonNull(answer.get("transformedLogs"))).get(0);
        assertThat(record.get("eventMessage")).isEqualTo(message);
        assertThat(((Number) Objects.requireNonNull(record.get("eventNumber"))).longValue())
                .isEqualTo(1);
        Object text = record.get("transformedEventMessage");
        return text == null ? null : read(text.toString());
    }
}
