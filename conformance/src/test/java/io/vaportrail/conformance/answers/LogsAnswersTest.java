package io.vaportrail.conformance.answers;

import static org.assertj.core.api.Assertions.assertThat;

import io.vaportrail.conformance.fixture.Clients;
import io.vaportrail.conformance.fixture.EmulatorTest;
import io.vaportrail.conformance.fixture.TestEmulator;
import io.vaportrail.conformance.fixture.Wire;
import io.vaportrail.core.json.Json;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * CloudWatch Logs answers as AWS does. In the situations {@code bucket} makes a bucket, {@code keep} remembers a part of an answer for
 * later steps, <code>@x513@</code> is a text of so many characters, and a text that is expected to be JSON stands as {@code json}. Left out is
 * one thing: AWS gives a token that leads to an empty page when groups are described by a pattern.
 */
@EmulatorTest
class LogsAnswersTest {
    private static final Pattern LONG = Pattern.compile("@x(\\d+)@");

    private final TestEmulator emulator;
    private final Wire wire;
    private final Kept kept = new Kept();

    LogsAnswersTest(TestEmulator emulator) {
        this.emulator = emulator;
        this.wire = new Wire(emulator.endpoint());
    }

    static List<Situation> situations() {
        return Situation.of("/answers/logs.json");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("situations")
    void answersAsAwsDoes(Situation situation) {
        int number = 1;
        for (Map<String, @Nullable Object> one : situation.steps()) {
            Map<String, @Nullable Object> step = filled(one);
            if (step.get("bucket") instanceof String bucket) {
                emulator.clients().s3("app").createBucket(r -> r.bucket(bucket));
                continue;
            }
            play(number++ + " " + step.get("call"), step);
        }
    }

    private Map<String, @Nullable Object> filled(Map<String, @Nullable Object> step) {
        String text = Json.write(kept.filled(step));
        return Objects.requireNonNull(
                Json.readObject(LONG.matcher(text).replaceAll(found -> "x".repeat(Integer.parseInt(found.group(1))))));
    }

    private void play(String place, Map<String, @Nullable Object> step) {
        Object parameters = millis(Situation.timed(step.getOrDefault("with", Map.of()), emulator.now()));
        HttpResponse<String> answer = wire.send(wire.request("/")
                .header("Content-Type", "application/x-amz-json-1.1")
                .header("X-Amz-Target", "Logs_20140328." + step.get("call"))
                .header("Authorization", Wire.authorization("app", Clients.REGION, "logs"))
                .POST(BodyPublishers.ofString(Json.write(parameters))));
        String body = answer.body();
        Object tree = body.isEmpty() ? "" : Json.readObject(body);
        if (step.get("error") instanceof Map<?, ?> error) {
            assertThat(answer.statusCode()).as(place + " " + body).isEqualTo(400);
            Expectation.check(
                    place, Map.of("__type", String.valueOf(error.get("code")), "message", error.get("message")), tree);
            return;
        }
        assertThat(answer.statusCode()).as(place + " " + body).isEqualTo(200);
        if (step.containsKey("answer")) {
            Expectation.check(place, step.get("answer"), JsonTexts.parsed(step.get("answer"), tree));
        }
        kept.keep(step, tree);
    }

    /** Times as Logs has them. */
    private static @Nullable Object millis(@Nullable Object tree) {
        if (tree instanceof Instant time) {
            return time.toEpochMilli();
        }
        if (tree instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> converted = new LinkedHashMap<>();
            map.forEach((name, value) -> converted.put(String.valueOf(name), millis(value)));
            return converted;
        }
        return tree instanceof List<?> list
                ? list.stream().map(LogsAnswersTest::millis).toList()
                : tree;
    }
}
