package io.vaportrail.metrics.publish;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAccumulator;
import java.util.concurrent.atomic.LongAdder;

/** How often an operation was called, how often it was refused, how long it took. */
final class Tally {
    private final LongAdder calls = new LongAdder();
    private final LongAdder errors = new LongAdder();
    private final LongAdder nanos = new LongAdder();
    private final LongAccumulator longest = new LongAccumulator(Math::max, 0);

    void add(boolean refused, long elapsedNanos) {
        calls.increment();
        nanos.add(elapsedNanos);
        longest.accumulate(elapsedNanos);
        if (refused) {
            errors.increment();
        }
    }

    Map<String, Long> numbers() {
        Map<String, Long> numbers = new LinkedHashMap<>();
        long count = calls.sum();
        numbers.put("calls", count);
        numbers.put("errors", errors.sum());
        numbers.put("averageMicros", TimeUnit.NANOSECONDS.toMicros(nanos.sum() / Math.max(1, count)));
        numbers.put("longestMicros", TimeUnit.NANOSECONDS.toMicros(longest.get()));
        return numbers;
    }
}
