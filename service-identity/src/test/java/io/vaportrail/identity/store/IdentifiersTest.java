package io.vaportrail.identity.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.vaportrail.core.random.SeededIds;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdentifiersTest {
    private static final String BASE_32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private final SeededIds ids = new SeededIds(7);

    @Test
    void makesUniqueIds() {
        Set<String> made = new HashSet<>();
        for (int i = 0; i < 1000; i++) {
            made.add(Identifiers.uniqueId(ids, "AIDA"));
        }

        assertThat(made).hasSize(1000).allSatisfy(id -> assertThat(id).matches("AIDA[A-Z2-7]{17}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"000000000000", "000000000001", "123456789012", "999999999999"})
    void writesTheAccountIntoAccessKeys(String accountId) {
        String key = Identifiers.accessKeyId(ids, "AKIA", accountId);

        assertThat(key).matches("AKIA[A-Z2-7]{16}");
        long bits = 0;
        for (int i = 4; i < 14; i++) {
            bits = bits << 5 | BASE_32.indexOf(key.charAt(i));
        }
        assertThat(bits >>> 9 & (1L << 40) - 1).isEqualTo(Long.parseLong(accountId));
        assertThat(Identifiers.accountOf(key)).isEqualTo(accountId);
    }

    @Test
    void makesSecretsOfFortyCharacters() {
        assertThat(Identifiers.secretAccessKey(ids)).hasSize(40).isNotEqualTo(Identifiers.secretAccessKey(ids));
    }
}
