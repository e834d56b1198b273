package io.vaportrail.conformance.iam.enforce;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vaportrail.conformance.fixture.AwsError;
import io.vaportrail.conformance.fixture.EmulatorTest;
import io.vaportrail.conformance.fixture.TestEmulator;
import io.vaportrail.conformance.fixture.Wire;
import io.vaportrail.core.service.IamMode;
import org.junit.jupiter.api.Test;

/** A denial leaves a record as CloudTrail keeps it. */
@EmulatorTest(iam = IamMode.ENFORCE)
final class DenialRecordTest {
    @Test
    void isRecordedWithoutParameters(TestEmulator emulator) throws JsonProcessingException {
        Household home = new Household(emulator);
        String key = home.user("sarah", null);
        String message = AwsError.of(() -> home.send(key)).message();

        JsonNode record =
                trail(emulator, "eventName=SendMessage").get("Records").get(0);

        assertThat(record.get("errorCode").asText()).isEqualTo("AccessDenied");
        assertThat(message).startsWith(record.get("errorMessage").asText());
        assertThat(record.get("requestParameters").isNull()).isTrue();
        assertThat(record.get("responseElements").isNull()).isTrue();
        assertThat(record.get("userIdentity").get("arn").asText()).isEqualTo(Household.USER_ARN);
        assertThat(record.get("userIdentity").get("accessKeyId").asText()).isEqualTo(key);
    }

    static JsonNode trail(TestEmulator emulator, String query) throws JsonProcessingException {
        String body =
                new Wire(emulator.endpoint()).get("/_vaportrail/trail?" + query).body();
        return new ObjectMapper().readTree(body);
    }
}
