package io.vaportrail.conformance.trail;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.vaportrail.conformance.fixture.EmulatorTest;
import io.vaportrail.conformance.fixture.TestEmulator;
import io.vaportrail.conformance.fixture.Wire;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Nothing that a caller sends makes a record larger than CloudTrail's are.
 *
 * @see <a href="https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-record-contents.html">Record
 *     contents</a>
 */
@EmulatorTest
class RecordLimitsTest {
    private static final int KIB = 1024;

    private Wire wire;
    private Trail trail;

    @BeforeEach
    void connect(TestEmulator emulator) {
        wire = new Wire(emulator.endpoint());
        trail = new Trail(emulator);
    }

    @Test
    void parametersOfUpTo100KilobytesAreShown() {
        JsonNode record = describe("x".repeat(100 * KIB - 30));

        assertThat(record.at("/requestParameters/description").asText()).hasSize(100 * KIB - 30);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "\u0001", "\"", "ä", "\ud83d\ude39"})
    void largerOnesAreLeftOutWithTheirSize(String character) {
        JsonNode record = describe(character.repeat(100 * KIB));

        JsonNode parameters = record.get("requestParameters");
        assertThat(parameters.get("reason").asText()).isEqualTo("requestParameters too large");
        assertThat(parameters.get("omitted").asBoolean()).isTrue();
        assertThat(parameters.get("originalSize").asLong()).isGreaterThan(100 * KIB);
        assertThat(record.toString().getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(256 * KIB);
    }

    @Test
    void textsAreCutAtAKilobyte() {
        wire.send(wire.json("app", "CreateQueue", BodyPublishers.ofString("{\"QueueName\":\"a\"}"))
                .header("User-Agent", "u".repeat(3 * KIB)));

        assertThat(trail.record("eventName=CreateQueue").get("userAgent").asText())
                .hasSize(KIB);
    }

    @Test
    void anErrorThatRepeatsWhatWasSentIsCutToo() {
        wire.send(wire.json(
                "app", "GetQueueUrl", BodyPublishers.ofString("{\"QueueName\":\"" + "n".repeat(9 * KIB) + "\"}")));

        JsonNode message = trail.record("eventName=GetQueueUrl").path("errorMessage");
        assertThat(message.asText()).isNotEmpty().hasSizeLessThanOrEqualTo(KIB);
    }

    private JsonNode describe(String description) {
        wire.send(wire.request("/")
                .header("Content-Type", "application/x-amz-json-1.1")
                .header("X-Amz-Target", "TrentService.CreateKey")
                .header("Authorization", Wire.authorization("sarah", "us-east-1", "kms"))
                .POST(BodyPublishers.ofString("{\"Description\":\""
                        + description
                                .replace("\\", "\\\\")
                                .replace("\"", "\\\"")
                                .replace("\u0001", "\\u0001")
                        + "\"}")));
        return trail.record("eventName=CreateKey");
    }
}
