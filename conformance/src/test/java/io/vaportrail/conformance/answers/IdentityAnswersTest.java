package io.vaportrail.conformance.answers;

import static org.assertj.core.api.Assertions.assertThat;

import io.vaportrail.conformance.fixture.Clients;
import io.vaportrail.conformance.fixture.EmulatorTest;
import io.vaportrail.conformance.fixture.TestEmulator;
import io.vaportrail.conformance.fixture.Wire;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * STS and IAM answer as AWS does. In the situations {@code bucket} makes a bucket, {@code keep} remembers a part of an answer for later
 * steps, {@code key} and {@code token} are the credentials of a call, and a document that is expected stands as {@code json}. Nothing that is
 * known of the two was left out.
 */
@EmulatorTest
class IdentityAnswersTest {
    private static final Map<String, QueryForm> FORMS = Map.of(
            "iam", new QueryForm("2010-05-08", "https://iam.amazonaws.com/doc/2010-05-08/"),
            "sts", new QueryForm("2011-06-15", "https://sts.amazonaws.com/doc/2011-06-15/"));

    private final TestEmulator emulator;
    private final Wire wire;
    private final Kept kept = new Kept();

    IdentityAnswersTest(TestEmulator emulator) {
        this.emulator = emulator;
        this.wire = new Wire(emulator.endpoint());
    }

    static Stream<Situation> situations() {
        return Stream.of("/answers/iam.json", "/answers/sts.json").flatMap(resource -> Situation.of(resource).stream());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("situations")
    void answersAsAwsDoes(Situation situation) {
        int number = 1;
        for (Map<String, @Nullable Object> one : situation.steps()) {
            Map<String, @Nullable Object> step = kept.filled(one);
            if (step.get("bucket") instanceof String bucket) {
                emulator.clients().s3("app").createBucket(r -> r.bucket(bucket));
            } else {
                play(number++ + " " + step.get("call"), step);
            }
        }
    }

    private void play(String place, Map<String, @Nullable Object> step) {
        String[] call = String.valueOf(step.get("call")).split("\\.");
        String operation = call[1];
        QueryForm form = Objects.requireNonNull(FORMS.get(call[0]), place);
        HttpResponse<String> answer = wire.send(request(call[0], step)
                .POST(BodyPublishers.ofString(Wire.encode(form.fields(operation, Situation.map(step.get("with")))))));
        Object tree = form.read(operation, answer.body());
        if (step.get("error") instanceof Map<?, ?> error) {
            assertThat(answer.statusCode()).as(place + " " + answer.body()).isEqualTo(error.get("status"));
            Object code = Objects.requireNonNull(error.get("code"), place);
            Object message = Objects.requireNonNull(error.get("message"), place);
            Expectation.check(place, Map.of("Type", "Sender", "Code", code, "Message", message), tree);
            return;
        }
        assertThat(answer.statusCode()).as(place + " " + answer.body()).isEqualTo(200);
        if (step.containsKey("answer")) {
            Object expected = step.get("answer");
            Expectation.check(place, expected, tree.equals(Map.of()) ? "" : JsonTexts.parsed(expected, tree));
        }
        kept.keep(step, tree);
    }

    private HttpRequest.Builder request(String service, Map<String, @Nullable Object> step) {
        String key = String.valueOf(step.getOrDefault("key", "app"));
        HttpRequest.Builder request = wire.request("/")
                .header("Content-Type", "application/x-www-form-urlencoded; charset=utf-8")
                .header("Authorization", Wire.authorization(key, Clients.REGION, service));
        return step.get("token") instanceof String token ? request.header("X-Amz-Security-Token", token) : request;
    }
}
