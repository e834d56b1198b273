package io.vaportrail.trail.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.vaportrail.support.ManualMachineTimer;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaceTest {
    private final ManualMachineTimer timer = new ManualMachineTimer();
    private final AtomicLong calls = new AtomicLong();
    private final Pace pace = new Pace(timer, Runnable::run, calls::get);

    @ParameterizedTest
    @CsvSource({
        "5000, PT0.001S, PT0.006S", // six times
        "5000, PT0.0001S, PT0.001S", // the shortest
        "5000, PT1S, PT0.25S", // the longest
        "5001, PT0.001S, PT0.06S", // sixty times
        "5001, PT0.00001S, PT0.001S", // the shortest
        "5001, PT0.01S, PT0.25S", // the longest
    })
    void restsTheLongerTheLongerItWorkedAndMuchLongerInARush(int callsASecond, Duration work, Duration rest) {
        timer.advance(Duration.ofSeconds(1).minus(work));
        long begin = pace.begin();
        timer.advance(work);
        calls.set(callsASecond);

        CompletableFuture<?> rested = pace.restSince(begin).toCompletableFuture();

        timer.advance(rest.minusNanos(1));
        assertThat(rested).isNotDone();
        timer.advance(Duration.ofNanos(1));
        assertThat(rested).isCompleted();
    }

    @Test
    void aRushIsOverWhenNoMoreCallsCome() {
        timer.advance(Duration.ofSeconds(1));
        calls.set(50_000);
        pace.restSince(pace.begin());
        long begin = pace.begin();
        timer.advance(Duration.ofMillis(1));

        CompletableFuture<?> rested = pace.restSince(begin).toCompletableFuture();

        timer.advance(Duration.ofMillis(6));
        assertThat(rested).isCompleted();
    }
}
