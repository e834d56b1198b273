package io.vaportrail.core.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PercentCodingTest {
    @Test
    void plusIsASpaceOnlyWhereAsked() {
        assertThat(PercentCoding.decode("a+b%2B", true)).isEqualTo("a b+");
        assertThat(PercentCoding.decode("a+b%2B", false)).isEqualTo("a+b+");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "%4", "%zz", "%-1", "%ff", "%c3", "%ed%a0%80"})
    void refusesBrokenEscapesAndBrokenUtf8(String text) {
        assertThat(PercentCoding.decode(text, true)).isNull();
    }

    @Property
    void readsWhatJavaEncodes(@ForAll String text) {
        String valid = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        assertThat(PercentCoding.decode(URLEncoder.encode(valid, StandardCharsets.UTF_8), true))
                .isEqualTo(valid);
    }
}
