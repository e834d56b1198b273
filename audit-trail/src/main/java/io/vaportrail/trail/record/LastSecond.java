package io.vaportrail.trail.record;

import java.time.Instant;

/** The text of a second, kept for the records of the same one: records come in the order of time. Safe for any thread. */
final class LastSecond {
    private volatile Second last = new Second(0, Instant.EPOCH.toString());

    private record Second(long epochSecond, String text) {}

    /** For example {@code 2026-01-31T23:59:59Z}. */
    String text(long epochSecond) {
        Second known = last;
        if (known.epochSecond != epochSecond) {
            known = new Second(epochSecond, Instant.ofEpochSecond(epochSecond).toString());
            last = known;
        }
        return known.text;
    }
}
