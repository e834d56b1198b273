package io.vaportrail.conformance.trail;

import static org.assertj.core.api.Assertions.assertThat;

import io.vaportrail.conformance.fixture.EmulatorTest;
import io.vaportrail.conformance.fixture.Protocol;
import io.vaportrail.conformance.fixture.TestEmulator;
import io.vaportrail.conformance.fixture.Wire;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Questions to the trail that make no sense, or are meant to cost: all are answered, soon, and with what was expected instead. */
@EmulatorTest
@Timeout(60)
class HostileQueriesTest {
    private static final String TRAIL = "/_vaportrail/trail";
    private static final List<String> ROUTES = List.of("", "/count", "/first", "/last", "/summary", "/policy");

    private Wire wire;

    @BeforeEach
    void work(TestEmulator emulator) {
        wire = new Wire(emulator.endpoint());
        for (int i = 0; i < 20; i++) {
            String name = "q" + "a".repeat(i);
            emulator.clients().sqs(Protocol.AWS_JSON, "app").createQueue(r -> r.queueName(name));
        }
    }

    static List<String> nonsense() {
        return List.of(
                "where=",
                "where=%00",
                "where=%ff%fe",
                "where=eventName",
                "where=eventName+%3D",
                "where=eventName+%3D+%27x",
                "where=eventName+%3D+%27x%27+and",
                "where=eventName+%3D+%27x%27%3B+drop+table",
                "where=a.b.c+%3D+1",
                "where=requestParameters%5B99999999999%5D+%3D+1",
                "where=requestParameters%5B-1%5D+%3D+1",
                "where=eventName+in+%28%29",
                "where=eventName+like+1",
                "where=eventName+%3C+true",
                "where=errorCode+%3D+1e400",
                "where=readOnly+%3D+" + "9".repeat(200),
                "where=" + "(".repeat(5_000),
                "where=" + "not+".repeat(1_500) + "eventName+exists",
                "where=" + "x".repeat(9_000),
                "where=eventName+exists&where=eventName+exists",
                "since=marker:",
                "since=marker:nowhere",
                "since=marker:" + "x".repeat(500),
                "since=marker:..%2F..%2Fetc",
                "since=P999999999999D",
                "until=yesterday",
                "until=9999-99-99T00:00:00Z",
                "since=2026-01-01T00:00:00Z&since=2026-01-01T00:00:00Z",
                "category=%00",
                "colour=blue",
                "%3D=%3D",
                "&&&=&&",
                "Where=eventName+exists");
    }

    @ParameterizedTest
    @MethodSource("nonsense")
    void whatMakesNoSenseIsRefusedInOneLine(String query) {
        for (String route : ROUTES) {
            HttpResponse<String> answer = wire.get(TRAIL + route + "?" + query);
            assertThat(answer.statusCode()).as(route + "?" + query).isIn(400, 414, 431);
            if (answer.statusCode() == 400) {
                assertThat(answer.body()).contains("expected").hasLineCount(1).hasSizeLessThan(2_000);
            }
        }
    }

    @Test
    void whatCostsMuchIsAnsweredSoon() {
        String stars = "'" + "*a".repeat(2_000) + "*b'";
        for (String where : List.of(
                "requestParameters.queueName like " + stars,
                "requestParameters.queueName like '" + "*".repeat(8_000) + "'",
                String.join(" or ", java.util.Collections.nCopies(300, "requestParameters.a = 1")),
                "eventName in ('" + String.join("','", java.util.Collections.nCopies(1_500, "x")) + "')",
                "requestParameters" + ".a".repeat(3_000) + " = 1",
                "requestParameters" + "[]".repeat(1_000) + " = 1")) {
            long start = System.nanoTime();
            HttpResponse<String> answer =
                    wire.get(TRAIL + "/count?where=" + URLEncoder.encode(where, StandardCharsets.UTF_8));
            assertThat(answer.statusCode()).as(where).isEqualTo(200);
            assertThat(answer.body()).matches("\\{\"Count\":(0|20)}\n");
            assertThat(Duration.ofNanos(System.nanoTime() - start)).as(where).isLessThan(Duration.ofSeconds(5));
        }
    }

    @Test
    void noiseIsNeverAnAccident() {
        String alphabet = "eventName ()[]='\"<>!.,*\\\u0000äand or not in like exists null true 0123456789-";
        for (long seed = 0; seed < 300; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            StringBuilder where = new StringBuilder();
            for (int length = random.nextInt(60); length >= 0; length--) {
                where.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            HttpResponse<String> answer =
                    wire.get(TRAIL + "/count?where=" + URLEncoder.encode(where.toString(), StandardCharsets.UTF_8));
            assertThat(answer.statusCode()).as("seed " + seed + ": " + where).isIn(200, 400);
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void markersOfBadNamesAreRefused(String name) {
        HttpResponse<String> answer = wire.post(TRAIL + "/markers/" + name, "");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("expected").hasLineCount(1);
    }

    static List<String> names() {
        return List.of(
                "", "a/b", "a%20b", "%00", "x".repeat(65), "%C3%A4", "a?account=1", "a?account=x&account=y", "a?x=1");
    }

    @Test
    void thereIsAnEndToMarkers() {
        for (int i = 0; i < 1_000; i++) {
            assertThat(wire.post(TRAIL + "/markers/m" + i, "").statusCode()).isEqualTo(201);
        }

        assertThat(wire.post(TRAIL + "/markers/one-more", "").statusCode()).isEqualTo(409);
        assertThat(wire.post(TRAIL + "/markers/m0", "").statusCode()).isEqualTo(201);
    }
}
