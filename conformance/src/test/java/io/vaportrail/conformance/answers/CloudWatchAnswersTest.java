package io.vaportrail.conformance.answers;

import static org.assertj.core.api.Assertions.assertThat;

import io.vaportrail.conformance.fixture.EmulatorTest;
import io.vaportrail.conformance.fixture.TestEmulator;
import java.net.http.HttpClient;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * CloudWatch answers as AWS does, in all of its protocols. What AWS says of Lambda functions is not among the situations, since there
 * are none here; nor is what it tells topics and queues of alarms, which has tests of its own, nor {@code LogAlarms}, which the
 * model does not know.
 */
@EmulatorTest
class CloudWatchAnswersTest {
    private final TestEmulator emulator;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    CloudWatchAnswersTest(TestEmulator emulator) {
        this.emulator = emulator;
    }

    static List<Arguments> situations() {
        List<Arguments> all = new ArrayList<>();
        for (Situation situation : Situation.of("/answers/cloudwatch.json")) {
            for (WireForm form : WireForm.values()) {
                all.add(Arguments.of(situation, form));
            }
        }
        return all;
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("situations")
    void answersAsAwsDoes(Situation situation, WireForm form) {
        int number = 1;
        for (Map<String, @Nullable Object> step : situation.steps()) {
            if (step.get("advance") instanceof Number seconds) {
                emulator.advanceSeconds(seconds.longValue());
                continue;
            }
            String operation = String.valueOf(step.get("call"));
            Instant now = emulator.now();
            Map<String, @Nullable Object> parameters =
                    Situation.map(Situation.timed(step.getOrDefault("with", Map.of()), now));
            WireForm.Answer answer = form.call(http, emulator.endpoint(), operation, parameters);
            String place = number++ + " " + operation;
            if (step.get("error") instanceof Map<?, ?> error) {
                checkError(place, form, Situation.map(error), answer);
            } else {
                assertThat(answer.status()).as(place + " " + answer.body()).isEqualTo(200);
                Expectation.check(place, Situation.timed(step.getOrDefault("answer", "*"), now), some(answer.body()));
            }
        }
    }

    /** Answers without members may come without a body. */
    private static @Nullable Object some(@Nullable Object body) {
        return body == null || Map.of().equals(body) ? "" : body;
    }

    private static void checkError(
            String place, WireForm form, Map<String, @Nullable Object> error, WireForm.Answer answer) {
        assertThat(answer.status()).as(place + " " + answer.body()).isEqualTo(error.get("status"));
        Object message = error.get("message");
        Map<String, @Nullable Object> expected = new LinkedHashMap<>();
        if (form == WireForm.QUERY) {
            expected.put("Type", "Sender");
            expected.put("Code", error.get("code"));
        } else {
            assertThat(answer.queryError()).as(place).isEqualTo(error.get("code") + ";Sender");
            expected.put("__type", "~.*#" + error.get("type"));
        }
        if (message != null) {
            expected.put(form == WireForm.QUERY ? "Message" : "message", message);
        }
        Expectation.check(place, expected, answer.body());
    }
}
