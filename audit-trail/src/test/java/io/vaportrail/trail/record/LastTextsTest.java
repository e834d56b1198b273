package io.vaportrail.trail.record;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import io.vaportrail.core.identity.Caller;
import java.io.IOException;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Texts that are kept for the next record are never those of another. */
class LastTextsTest {
    private static final String ACCOUNT = "111122223333";

    @Test
    void callersThatTakeTurnsKeepTheirIdentities() throws IOException {
        LastIdentity identities = new LastIdentity(new JsonFactory());
        Caller first = Caller.root(ACCOUNT, "AKIAFIRST");
        Caller second = Caller.root(ACCOUNT, "AKIASECOND");
        for (int turn = 0; turn < 3; turn++) {
            assertThat(identities.json(first, true)).contains("AKIAFIRST");
            assertThat(identities.json(second, true)).contains("AKIASECOND");
        }
    }

    @Test
    void anotherAccountLearnsLessOfTheSameCaller() throws IOException {
        LastIdentity identities = new LastIdentity(new JsonFactory());
        Caller caller = Caller.root(ACCOUNT, "AKIAFIRST");
        assertThat(identities.json(caller, true)).contains("AKIAFIRST");
        assertThat(identities.json(caller, false)).contains("\"AWSAccount\"").doesNotContain("AKIAFIRST");
        assertThat(identities.json(caller, true)).contains("AKIAFIRST");
    }

    @Test
    void secondsThatComeAgainHaveTheirOwnText() {
        LastSecond seconds = new LastSecond();
        long[] order = {1_700_000_000L, 1_700_000_001L, 1_700_000_000L, 0, -1, 1_700_000_001L};
        for (long second : order) {
            assertThat(seconds.text(second))
                    .isEqualTo(Instant.ofEpochSecond(second).toString());
        }
    }
}
