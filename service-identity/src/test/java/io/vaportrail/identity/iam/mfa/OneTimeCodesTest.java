package io.vaportrail.identity.iam.mfa;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The values come from <a href="https://www.rfc-editor.org/rfc/rfc6238#appendix-B">RFC 6238</a>, with six digits. */
class OneTimeCodesTest {
    private static final byte[] SEED = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    @ParameterizedTest
    @CsvSource({"59, 287082", "1111111109, 081804", "1111111111, 050471", "1234567890, 005924", "20000000000, 353130"})
    void makesTheCodesOfTheStandard(long seconds, String code) {
        assertThat(OneTimeCodes.code(SEED, seconds / 30)).isEqualTo(code);
    }

    @Test
    void wantsTwoCodesInARow() {
        Instant now = Instant.ofEpochSecond(1111111109);
        String first = OneTimeCodes.code(SEED, 1111111109 / 30);
        String second = OneTimeCodes.code(SEED, 1111111109 / 30 + 1);

        assertThat(OneTimeCodes.areConsecutive(SEED, first, second, now)).isTrue();
        assertThat(OneTimeCodes.areConsecutive(SEED, second, first, now)).isFalse();
        assertThat(OneTimeCodes.areConsecutive(SEED, first, second, now.plusSeconds(299)))
                .isTrue();
        assertThat(OneTimeCodes.areConsecutive(SEED, first, second, now.plusSeconds(360)))
                .isFalse();
    }

    @Test
    void writesSeedsInBase32() {
        assertThat(Base32.encode("fooba".getBytes(StandardCharsets.US_ASCII))).isEqualTo("MZXW6YTB");
    }
}
