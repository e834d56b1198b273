package io.vaportrail.conformance.iam.enforce;

import static org.assertj.core.api.Assertions.assertThatCode;

import io.vaportrail.conformance.fixture.EmulatorTest;
import io.vaportrail.conformance.fixture.TestEmulator;
import org.junit.jupiter.api.Test;

/** Without {@code --iam} policies are kept and decide over nobody. */
@EmulatorTest
final class OffModeTest {
    @Test
    void everybodyMay(TestEmulator emulator) {
        Household home = new Household(emulator);
        home.queuePolicy(Household.grant("Deny", "'*'", "sqs:SendMessage"));
        String key = home.user("sarah", Household.deny("*"));

        assertThatCode(() -> home.send(key)).doesNotThrowAnyException();
        assertThatCode(() -> home.send("sam@" + Household.OTHER_ACCOUNT)).doesNotThrowAnyException();
    }
}
