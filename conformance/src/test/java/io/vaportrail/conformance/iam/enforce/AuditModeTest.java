package io.vaportrail.conformance.iam.enforce;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.vaportrail.conformance.fixture.EmulatorTest;
import io.vaportrail.conformance.fixture.TestEmulator;
import io.vaportrail.core.service.IamMode;
import org.junit.jupiter.api.Test;

/** {@code --iam audit}: every call passes, and what would have been denied is marked outside the record. */
@EmulatorTest(iam = IamMode.AUDIT)
final class AuditModeTest {
    private static final String MARK = "denied-if-enforced";

    @Test
    void marksWhatWouldBeDenied(TestEmulator emulator) throws JsonProcessingException {
        Household home = new Household(emulator);
        String denied = home.user("sarah", null);
        String allowed = home.user("sam", Household.allow("sqs:SendMessage"));

        home.send(allowed);
        assertThat(DenialRecordTest.trail(emulator, "eventName=SendMessage").toString())
                .doesNotContain(MARK);
        home.send(denied);

        JsonNode answer = DenialRecordTest.trail(emulator, "eventName=SendMessage");
        JsonNode record = answer.get("Records").get(0);
        assertThat(record.has("errorCode")).isFalse();
        assertThat(record.toString()).doesNotContain(MARK);
        assertThat(answer.toString()).contains(record.get("eventID").asText(), MARK);
    }
}
