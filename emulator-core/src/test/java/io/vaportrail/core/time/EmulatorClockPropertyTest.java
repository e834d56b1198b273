package io.vaportrail.core.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The clock against a simple model: a sorted map of what is due. */
final class EmulatorClockPropertyTest {
    private static final long START = 1_000_000_000_000L;

    /** A step: what, and by how much. */
    record Step(Kind kind, int amount) {}

    enum Kind {
        SCHEDULE,
        SCHEDULE_CHAIN,
        CANCEL,
        ADVANCE,
        TICK,
        FREEZE,
        UNFREEZE
    }

    /** What the clock should do. */
    private static final class Model {
        private final TreeMap<Long, List<Integer>> due = new TreeMap<>();
        private final List<String> ran = new ArrayList<>();
        private long time = START;
        private boolean frozen;

        void schedule(long at, int name) {
            due.computeIfAbsent(at, key -> new ArrayList<>()).add(name);
        }

        void cancel(int name) {
            due.values().forEach(names -> names.remove((Integer) name));
            due.values().removeIf(List::isEmpty);
        }

        /** How far the machine's clock may go, at most so far, before a timer falls due by itself. */
        long undisturbed(long millis) {
            return frozen || due.isEmpty() ? millis : Math.min(millis, due.firstKey() - 1 - time);
        }

        void tick(long millis) {
            time += frozen ? 0 : millis;
        }

        void advance(long millis) {
            long end = time + millis;
            while (!due.isEmpty() && due.firstKey() <= end) {
                long at = due.firstKey();
                int name = due.firstEntry().getValue().remove(0);
                due.values().removeIf(List::isEmpty);
                ran.add(name + "@" + at);
                if (name < 0) {
                    schedule(at + 7, -name);
                }
            }
            time = end;
        }
    }

    @Property(tries = 500)
    void agreesWithTheModel(@ForAll("journeys") List<Step> steps) {
        Model model = new Model();
        AtomicLong machine = new AtomicLong(START);
        EmulatorClock clock = new EmulatorClock(machine::get, new PendingWork());
        List<String> ran = new ArrayList<>();
        List<Cancellable> timers = new ArrayList<>();
        for (Step step : steps) {
            int name = timers.size() + 1;
            switch (step.kind) {
                case SCHEDULE -> {
                    long at = clock.millis() + 1_000_000 + step.amount;
                    timers.add(clock.schedule(at, () -> ran.add(name + "@" + clock.millis())));
                    model.schedule(at, name);
                }
                case SCHEDULE_CHAIN -> {
                    long at = clock.millis() + 1_000_000 + step.amount;
                    timers.add(clock.schedule(at, () -> {
                        ran.add(-name + "@" + clock.millis());
                        clock.schedule(clock.millis() + 7, () -> ran.add(name + "@" + clock.millis()));
                    }));
                    model.schedule(at, -name);
                }
                case CANCEL -> {
                    if (!timers.isEmpty()) {
                        int index = step.amount % timers.size();
                        timers.get(index).cancel();
                        if (model.due.values().stream().anyMatch(names -> names.contains(-(index + 1)))) {
                            model.cancel(-(index + 1));
                        } else if (!model.ran.stream().anyMatch(line -> line.startsWith("-" + (index + 1) + "@"))) {
                            model.cancel(index + 1);
                        }
                    }
                }
                case ADVANCE -> {
                    clock.advance(Duration.ofMillis(step.amount * 5_000L));
                    model.advance(step.amount * 5_000L);
                }
                case TICK -> {
                    // What falls due by itself is run by the clock's thread at a moment of its own: no matter for a
                    // model.
                    long millis = model.undisturbed(step.amount);
                    machine.addAndGet(millis);
                    model.tick(millis);
                }
                case FREEZE -> {
                    clock.freeze();
                    model.frozen = true;
                }
                case UNFREEZE -> {
                    clock.unfreeze();
                    model.frozen = false;
                }
            }
            assertThat(clock.millis()).isEqualTo(model.time);
            assertThat(clock.frozen()).isEqualTo(model.frozen);
            assertThat(ran).isEqualTo(model.ran);
            assertThat(clock.timers())
                    .isEqualTo(model.due.values().stream().mapToInt(List::size).sum());
        }
        clock.stop();
    }

    @Provide
    Arbitrary<List<Step>> journeys() {
        return Combinators.combine(
                        Arbitraries.of(Kind.class), Arbitraries.integers().between(0, 300))
                .as(Step::new)
                .list()
                .ofMaxSize(60);
    }
}
