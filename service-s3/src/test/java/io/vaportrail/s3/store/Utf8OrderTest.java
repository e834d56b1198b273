package io.vaportrail.s3.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

/** Keys are in the order of their UTF-8 bytes. */
final class Utf8OrderTest {
    @Property
    void isThatOfTheBytes(@ForAll @StringLength(max = 5) String one, @ForAll @StringLength(max = 5) String other) {
        String a = wellFormed(one);
        String b = wellFormed(other);

        int bytes = Arrays.compareUnsigned(a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));

        assertThat(Integer.signum(Utf8Order.INSTANCE.compare(a, b))).isEqualTo(Integer.signum(bytes));
    }

    @Property
    void nothingWithThePrefixComesAfterItsEnd(@ForAll @StringLength(max = 3) String start, @ForAll String rest) {
        String prefix = wellFormed(start);
        String after = Utf8Order.after(prefix);

        if (after != null) {
            assertThat(Utf8Order.INSTANCE.compare(prefix + wellFormed(rest), after))
                    .isNegative();
            assertThat(after.startsWith(prefix) && !prefix.isEmpty()).isFalse();
        }
    }

    @Test
    void charactersBeyondTheFirstPlaneComeLast() {
        assertThat(Utf8Order.INSTANCE.compare("\uFFFD", "\uD83D\uDE80")).isNegative();
        assertThat(Utf8Order.after("")).isNull();
    }

    private static String wellFormed(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }
}
