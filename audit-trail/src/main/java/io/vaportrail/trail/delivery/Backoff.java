package io.vaportrail.trail.delivery;

import java.time.Duration;
import java.time.Instant;

/** How long to wait after failures: the interval of deliveries at first, then twice as long each time, up to five minutes. */
final class Backoff {
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final Duration first;
    private Duration wait;
    private Instant until = Instant.MIN;

    Backoff(Duration first) {
        this.first = first;
        this.wait = first;
    }

    void failed(Instant now) {
        until = now.plus(wait);
        Duration longest = first.compareTo(LONGEST) > 0 ? first : LONGEST;
        Duration twice = wait.multipliedBy(2);
        wait = twice.compareTo(longest) < 0 ? twice : longest;
    }

    void clear() {
        wait = first;
        until = Instant.MIN;
    }

    boolean holds(Instant now) {
        return now.isBefore(until);
    }

    Instant until() {
        return until;
    }
}
