package io.vaportrail.core.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class IdsTest {
    @Test
    void uuidsAreVersion4InTheirUsualForm() {
        Ids ids = new RandomIds();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 1000; i++) {
            String uuid = ids.uuid();
            assertThat(UUID.fromString(uuid)).hasToString(uuid);
            assertThat(UUID.fromString(uuid).version()).isEqualTo(4);
            assertThat(UUID.fromString(uuid).variant()).isEqualTo(2);
            seen.add(uuid);
        }
        assertThat(seen).hasSize(1000);
    }

    @Test
    void theSameSeedGivesTheSameSequence() {
        Ids one = new SeededIds(7);
        Ids two = new SeededIds(7);
        byte[] bytesOne = new byte[16];
        byte[] bytesTwo = new byte[16];

        assertThat(one.uuid()).isEqualTo(two.uuid());
        assertThat(one.alphanumeric(20)).isEqualTo(two.alphanumeric(20)).hasSize(20);
        one.nextSecureBytes(bytesOne);
        two.nextSecureBytes(bytesTwo);
        assertThat(bytesOne).isEqualTo(bytesTwo).isNotEqualTo(new byte[16]);
        assertThat(new SeededIds(8).uuid()).isNotEqualTo(new SeededIds(7).uuid());
    }

    @Test
    void textKeepsToItsAlphabet() {
        Ids ids = new RandomIds();

        assertThat(ids.upperAlphanumeric(200)).matches("[A-Z0-9]{200}");
        assertThat(ids.alphanumeric(200)).matches("[A-Za-z0-9]{200}");
        assertThat(ids.hex(200)).matches("[0-9a-f]{200}");
    }

    @Test
    void numbersStayBelowTheirBound() {
        Ids ids = new RandomIds();
        for (int i = 0; i < 1000; i++) {
            assertThat(ids.below(3)).isBetween(0, 2);
        }
        assertThatIllegalArgumentException().isThrownBy(() -> ids.below(0));
    }
}
