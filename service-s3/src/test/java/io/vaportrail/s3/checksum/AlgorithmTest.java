package io.vaportrail.s3.checksum;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Checksums of the text {@code 123456789}, as the catalogues of checksums list them. */
final class AlgorithmTest {
    @ParameterizedTest
    @CsvSource({
        "CRC32, cbf43926",
        "CRC32C, e3069283",
        "CRC64NVME, ae8b14860a799888",
        "SHA1, f7c3bc1d808e04732adf679965ccc34ca7ae3441",
        "SHA256, 15e2b0d3c33891ebb0f1ef609ec419420c20e320ce94c65fbc8c3312448eb225",
        "MD5, 25f9e794323b453885f5181f1b624d0b"
    })
    void areThoseOfTheCatalogues(Algorithm algorithm, String hex) {
        String value = algorithm.of("123456789".getBytes(StandardCharsets.US_ASCII));

        assertThat(HexFormat.of().formatHex(Base64.getDecoder().decode(value))).isEqualTo(hex);
        assertThat(algorithm.isValue(value)).isTrue();
        assertThat(algorithm.isValue("AAA=")).isFalse();
    }
}
