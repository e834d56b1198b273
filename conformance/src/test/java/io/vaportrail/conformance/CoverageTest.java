package io.vaportrail.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.vaportrail.conformance.fixture.EmulatorTest;
import io.vaportrail.conformance.fixture.TestEmulator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** {@code docs/coverage.md} says what the code does. {@code -Dvaportrail.coverage.write=true} writes it anew. */
@EmulatorTest
class CoverageTest {
    private static final Path PAGE = Path.of("..", "docs", "coverage.md");

    @Test
    void thePageSaysWhatTheCodeDoes(TestEmulator emulator) throws IOException {
        String page = emulator.coverage();
        if (Boolean.getBoolean("vaportrail.coverage.write")) {
            Files.createDirectories(PAGE.getParent());
            Files.writeString(PAGE, page);
        }

        assertThat(PAGE)
                .as("written by -Dvaportrail.coverage.write=true")
                .content()
                .isEqualTo(page);
    }
}
