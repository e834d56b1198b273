package io.vaportrail.logs.event;

import org.jspecify.annotations.Nullable;

/**
 * A range of time.
 *
 * @param startMillis the first millisecond since 1970 that belongs to it
 * @param endMillis the first behind it that does not
 */
record TimeRange(long startMillis, long endMillis) {
    static TimeRange of(@Nullable Long start, @Nullable Long end) {
        return new TimeRange(start == null ? 0 : start, end == null ? Long.MAX_VALUE : end);
    }
}
