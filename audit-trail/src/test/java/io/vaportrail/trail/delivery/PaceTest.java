package io.vaportrail.trail.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.vaportrail.support.ManualMachineTimer;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaceTest {
    private final ManualMachineTimer timer = new ManualMachineTimer();
    private final Pace pace = new Pace(timer, Runnable::run);

    @ParameterizedTest
    @CsvSource({
        "PT0.001S, PT0.03S", // thirty times
        "PT0.00001S, PT0.002S", // the shortest
        "PT1S, PT0.12S" // the longest
    })
    void restsThirtyTimesAsLongAsItWorksWithinBounds(Duration work, Duration rest) {
        long begin = pace.begin();
        timer.advance(work);

        CompletableFuture<?> rested = pace.restSince(begin).toCompletableFuture();

        timer.advance(rest.minusNanos(1));
        assertThat(rested).isNotDone();
        timer.advance(Duration.ofNanos(1));
        assertThat(rested).isCompleted();
    }
}
