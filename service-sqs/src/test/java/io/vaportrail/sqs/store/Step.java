package io.vaportrail.sqs.store;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Something that happens to a queue in a property test. */
sealed interface Step {
    /** A send. */
    record Send(int group, int delaySeconds, int deduplication) implements Step {}

    /** A receive. */
    record Receive(int max, int visibilityTimeout) implements Step {}

    /** A delete with one of the handles handed out so far. */
    record Delete(int handle) implements Step {}

    /** A change of visibility with one of the handles handed out so far. */
    record Change(int handle, int visibilityTimeout) implements Step {}

    /** Time passes. */
    record Advance(int millis) implements Step {}

    /** All is deleted. */
    record Purge() implements Step {}

    /** Many steps; time is coarse, so that things often fall together. */
    static Arbitrary<List<Step>> many(int groups) {
        Arbitrary<Integer> handle = Arbitraries.integers().between(0, 40);
        Arbitrary<Integer> seconds = Arbitraries.of(0, 1, 1, 2, 3, 5);
        Arbitrary<Step> send = Combinators.combine(
                        Arbitraries.integers().between(0, groups - 1),
                        Arbitraries.of(0, 0, 0, 1, 2),
                        Arbitraries.integers().between(0, 30))
                .as(Send::new);
        Arbitrary<Step> receive =
                Combinators.combine(Arbitraries.of(1, 2, 3, 10), seconds).as(Receive::new);
        Arbitrary<Step> delete = handle.map(Delete::new);
        Arbitrary<Step> change = Combinators.combine(handle, seconds).as(Change::new);
        Arbitrary<Step> advance =
                Arbitraries.of(0, 500, 1_000, 1_000, 2_500, 60_000).map(Advance::new);
        return Arbitraries.frequencyOf(
                        net.jqwik.api.Tuple.of(6, send),
                        net.jqwik.api.Tuple.of(6, receive),
                        net.jqwik.api.Tuple.of(4, delete),
                        net.jqwik.api.Tuple.of(2, change),
                        net.jqwik.api.Tuple.of(3, advance),
                        net.jqwik.api.Tuple.of(1, Arbitraries.just((Step) new Purge())))
                .list()
                .ofMaxSize(80);
    }
}
