package io.vaportrail.core.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Utf8Test {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "80",
                "c080",
                "c1bf",
                "c2",
                "c241",
                "e08080",
                "e09fbf",
                "eda080",
                "edbfbf",
                "e282",
                "f0808080",
                "f08fbfbf",
                "f4908080",
                "f5808080",
                "ff",
                "6161616161616161c3"
            })
    void refusesWhatIsNotWellFormed(String hex) {
        byte[] bytes = HexFormat.of().parseHex(hex);
        assertThat(Utf8.isWellFormed(bytes, 0, bytes.length)).isFalse();
        assertThat(Utf8.decode(bytes, 0, bytes.length)).isNull();
    }

    @Property
    void agreesWithTheStrictDecoderOfJava(@ForAll byte[] bytes) {
        boolean wellFormed;
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            wellFormed = true;
        } catch (CharacterCodingException e) {
            wellFormed = false;
        }
        assertThat(Utf8.isWellFormed(bytes, 0, bytes.length)).isEqualTo(wellFormed);
    }

    @Property
    void readsAllThatJavaWrites(@ForAll String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        assertThat(Utf8.decode(bytes, 0, bytes.length)).isEqualTo(new String(bytes, StandardCharsets.UTF_8));
    }

    @Property
    void findsEveryPairOfCharacters(@ForAll String text) {
        byte[] bytes = (text + "\\u").getBytes(StandardCharsets.UTF_8);
        assertThat(Utf8.mayContain(bytes, '\\', 'u')).isTrue();
    }

    @Test
    void missesPairsThatAreNotThere() {
        byte[] bytes = "a long text of the letter u, without any backslash directly before it: u\\"
                .getBytes(StandardCharsets.UTF_8);
        assertThat(Utf8.mayContain(bytes, '\\', 'u')).isFalse();
        assertThat(Utf8.mayContain(new byte[0], '\\', 'u')).isFalse();
    }

    @Test
    void knowsLoneSurrogates() {
        assertThat(Utf8.hasLoneSurrogate("\ud83d\ude39")).isFalse();
        assertThat(Utf8.hasLoneSurrogate("a\ud83d")).isTrue();
        assertThat(Utf8.hasLoneSurrogate("\ude39\ud83d")).isTrue();
        assertThat(Utf8.hasLoneSurrogate("\ud83dx")).isTrue();
    }
}
