package io.vaportrail.core.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

final class EmulatorClockTest {
    private static final long START = 1_000_000;

    private final AtomicLong machine = new AtomicLong(START);
    private final PendingWork pending = new PendingWork();
    private final EmulatorClock clock = new EmulatorClock(machine::get, pending);
    private final List<String> ran = new ArrayList<>();

    private Runnable note(String name) {
        return () -> ran.add(name + "@" + (clock.millis() - START));
    }

    @Test
    void showsTheMachinesTimeAndFollowsIt() {
        assertThat(clock.millis()).isEqualTo(START);
        machine.addAndGet(5);
        assertThat(clock.now()).isEqualTo(Instant.ofEpochMilli(START + 5));
    }

    @Test
    void neverGoesBackWithTheMachine() {
        assertThat(clock.millis()).isEqualTo(START);
        machine.addAndGet(-1000);
        assertThat(clock.millis()).isEqualTo(START);
        machine.addAndGet(1001);
        assertThat(clock.millis()).isEqualTo(START + 1);
    }

    @Test
    void advancesAndRunsOnFromThere() {
        assertThat(clock.advance(Duration.ofHours(1))).isTrue();
        machine.addAndGet(7);

        assertThat(clock.millis()).isEqualTo(START + 3_600_007);
        assertThat(clock.frozen()).isFalse();
    }

    @Test
    void runsTimersOnTheWayEachAtItsTime() {
        clock.schedule(START + 30, note("c"));
        clock.schedule(START + 10, note("a"));
        clock.schedule(START + 30, note("d"));
        clock.schedule(START + 20, note("b"));
        clock.schedule(START + 31, note("late"));
        clock.advance(Duration.ofMillis(30));

        assertThat(ran).containsExactly("a@10", "b@20", "c@30", "d@30");
        assertThat(clock.timers()).isEqualTo(1);
    }

    @Test
    void runsTimersThatTimersSchedule() {
        clock.schedule(START + 10, () -> {
            note("first").run();
            clock.schedule(clock.millis() + 5, note("second"));
            clock.schedule(clock.millis(), note("now"));
            clock.schedule(clock.millis() + 1000, note("later"));
        });
        clock.advance(Duration.ofMillis(20));

        assertThat(ran).containsExactly("first@10", "now@10", "second@15");
    }

    @Test
    void runsAWeekOfHourlyTimers() {
        AtomicInteger hours = new AtomicInteger();
        Runnable hourly = new Runnable() {
            @Override
            public void run() {
                hours.incrementAndGet();
                clock.schedule(clock.millis() + 3_600_000, this);
            }
        };
        clock.schedule(START + 3_600_000, hourly);
        clock.advance(Duration.ofDays(7));

        assertThat(hours).hasValue(168);
    }

    @Test
    void callsTimersOff() {
        clock.schedule(START + 10, note("a")).cancel();
        Cancellable cancelled = clock.schedule(START + 20, note("b"));
        clock.schedule(START + 15, cancelled::cancel);
        Cancellable run = clock.schedule(START + 5, note("c"));
        clock.advance(Duration.ofMillis(100));
        run.cancel();
        run.cancel();

        assertThat(ran).containsExactly("c@5");
        assertThat(clock.timers()).isZero();
    }

    @Test
    void forgetsManyTimersThatWereCalledOff() {
        for (int i = 0; i < 100_000; i++) {
            clock.schedule(START + 1_000_000 + i, note("never")).cancel();
        }
        clock.schedule(START + 1, note("a"));

        assertThat(clock.timers()).isEqualTo(1);
        clock.advance(Duration.ofHours(1));
        assertThat(ran).containsExactly("a@1");
    }

    @Test
    void goesOnAfterATimerThatFails() {
        clock.schedule(START + 1, () -> {
            throw new AssertionError("asked to");
        });
        clock.schedule(START + 2, note("b"));

        assertThat(clock.advance(Duration.ofMillis(2))).isTrue();
        assertThat(ran).containsExactly("b@2");
        assertThat(clock.millis()).isEqualTo(START + 2);
    }

    @Test
    void standsStillWhenFrozen() {
        clock.freeze();
        machine.addAndGet(1000);
        assertThat(clock.millis()).isEqualTo(START);

        clock.advance(Duration.ofMillis(10));
        machine.addAndGet(1000);
        assertThat(clock.millis()).isEqualTo(START + 10);
        assertThat(clock.frozen()).isTrue();

        clock.unfreeze();
        assertThat(clock.millis()).isEqualTo(START + 10);
        machine.addAndGet(1);
        assertThat(clock.millis()).isEqualTo(START + 11);
        clock.unfreeze();
        assertThat(clock.millis()).isEqualTo(START + 11);
    }

    @Test
    void setsATimeThatIsNotPast() {
        Instant future = Instant.parse("2030-01-01T00:00:00Z");
        clock.schedule(Instant.parse("2029-01-01T00:00:00Z").toEpochMilli(), () -> ran.add("on the way"));

        assertThat(clock.set(future)).isTrue();
        assertThat(clock.now()).isEqualTo(future);
        assertThat(clock.set(future)).isTrue();
        assertThat(ran).containsExactly("on the way");
    }

    @Test
    void refusesToGoBackOrTooFar() {
        Instant before = clock.now();

        assertThatThrownBy(() -> clock.advance(Duration.ofMillis(-1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("advance: PT-0.001S (expected: not negative, up to 9999-12-31T23:59:59.999Z)");
        assertThatThrownBy(() -> clock.advance(Duration.ofSeconds(Long.MAX_VALUE)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> clock.advance(Duration.ofDays(365 * 10_000)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> clock.set(before.minusMillis(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("set: 1970-01-01T00:16:39.999Z (expected: not before 1970-01-01T00:16:40Z");
        assertThatThrownBy(() -> clock.set(Instant.MAX)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> clock.set(EmulatorClock.LATEST.plusMillis(1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(clock.now()).isEqualTo(before);
        assertThat(clock.frozen()).isFalse();
        assertThat(clock.set(EmulatorClock.LATEST)).isTrue();
    }

    @Test
    void advancesByNothingWhileTheMachineTicks() {
        EmulatorClock ticking = new EmulatorClock(machine::incrementAndGet, pending);

        for (int i = 0; i < 1000; i++) {
            assertThat(ticking.advance(Duration.ZERO)).isTrue();
        }
    }

    @Test
    void letsNoTimerMoveTime() {
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        clock.schedule(START + 1, () -> {
            try {
                clock.advance(Duration.ofDays(1));
            } catch (IllegalStateException e) {
                thrown.set(e);
            }
        });
        clock.advance(Duration.ofMillis(1));

        assertThat(thrown.get()).hasMessageStartingWith("clock: moved by a timer");
        assertThat(clock.millis()).isEqualTo(START + 1);
    }

    @Test
    void dropsTimersAndReturnsToTheMachineOnReset() {
        clock.schedule(START + 10, note("a"));
        clock.freeze();
        clock.advance(Duration.ofMillis(5));
        clock.reset();
        clock.advance(Duration.ofMillis(100));

        assertThat(ran).isEmpty();
        assertThat(clock.millis()).isEqualTo(START + 100);
        assertThat(clock.frozen()).isFalse();
        clock.reset();
        assertThat(clock.millis()).isEqualTo(START);
    }

    @Test
    void waitsForWorkThatTimersSetOff() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        clock.schedule(START + 1, () -> {
            pending.begin();
            begun.countDown();
        });
        clock.schedule(START + 2, note("after the work"));
        CompletableFuture<Boolean> moved = CompletableFuture.supplyAsync(() -> clock.advance(Duration.ofMillis(5)));
        assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(clock.millis()).isEqualTo(START + 1);
        ran.add("work");
        pending.end();

        assertThat(moved.get(10, TimeUnit.SECONDS)).isTrue();
        assertThat(ran).containsExactly("work", "after the work@2");
    }

    @Test
    void spendsItsPatienceOnce() {
        PendingWork stuck = new PendingWork(Duration.ofMillis(50), Duration.ofMillis(50));
        EmulatorClock waiting = new EmulatorClock(machine::get, stuck);
        stuck.begin();
        for (int i = 1; i <= 1_000; i++) {
            waiting.schedule(START + i, note("t"));
        }
        long start = System.nanoTime();

        assertThat(waiting.advance(Duration.ofSeconds(1))).isFalse();
        assertThat(ran).hasSize(1_000);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
    }

    @Test
    void countsPendingWorkStrictly() {
        assertThatThrownBy(pending::end).isInstanceOf(IllegalStateException.class);
        pending.begin();
        assertThat(pending.count()).isEqualTo(1);
        pending.end();
        assertThat(pending.awaitSettled()).isTrue();
    }
}
