package io.vaportrail.core.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The thread that runs timers when nobody moves time. */
final class ClockThreadTest {
    private final EmulatorClock clock = new EmulatorClock(MachineClock.SYSTEM, new PendingWork());

    @AfterEach
    void stop() {
        clock.stop();
    }

    @Test
    void runsTimersWhenTheirTimeComes() throws InterruptedException {
        long due = clock.millis() + 20;
        AtomicReference<Long> at = new AtomicReference<>();
        CountDownLatch ran = new CountDownLatch(1);
        clock.schedule(due, () -> {
            at.set(clock.millis());
            ran.countDown();
        });

        assertThat(ran.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(at.get()).isGreaterThanOrEqualTo(due);
    }

    @Test
    void wakesForATimerThatIsDueEarlier() throws InterruptedException {
        CountDownLatch ran = new CountDownLatch(1);
        clock.schedule(clock.millis() + 3_600_000, () -> {});
        clock.schedule(clock.millis() + 1, ran::countDown);

        assertThat(ran.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void runsWhatIsDueWhileTimeStandsStill() throws InterruptedException {
        clock.freeze();
        CountDownLatch ran = new CountDownLatch(1);
        clock.schedule(clock.millis(), ran::countDown);

        assertThat(ran.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void runsWhatFellDueWhileTimeWasUnfrozen() throws InterruptedException {
        clock.freeze();
        CountDownLatch ran = new CountDownLatch(1);
        clock.schedule(clock.millis() + 2, ran::countDown);
        clock.unfreeze();

        assertThat(ran.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void runsEveryTimerOnceWhileOthersMoveTime() throws InterruptedException {
        int count = 2_000;
        CountDownLatch all = new CountDownLatch(count);
        AtomicInteger atOnce = new AtomicInteger();
        AtomicInteger overlaps = new AtomicInteger();
        Thread mover = new Thread(() -> {
            while (all.getCount() > 0) {
                clock.advance(Duration.ofMillis(3));
            }
        });
        mover.start();
        for (int i = 0; i < count; i++) {
            clock.schedule(clock.millis() + i % 50, () -> {
                overlaps.addAndGet(atOnce.getAndIncrement());
                all.countDown();
                atOnce.decrementAndGet();
            });
        }

        assertThat(all.await(30, TimeUnit.SECONDS)).isTrue();
        mover.join();
        assertThat(overlaps).hasValue(0);
        assertThat(clock.timers()).isZero();
    }

    @Test
    void runsNothingAfterTheStop() {
        clock.stop();
        clock.schedule(clock.millis(), () -> {
            throw new AssertionError("ran after the stop");
        });

        assertThat(clock.timers()).isEqualTo(1);
    }
}
