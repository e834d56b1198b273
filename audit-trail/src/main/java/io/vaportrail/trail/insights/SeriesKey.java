package io.vaportrail.trail.insights;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * Whose rate it is.
 *
 * @param kind of calls or of errors
 * @param accountId 12 digits
 * @param region as in records
 * @param eventSource for example {@code sqs.amazonaws.com}
 * @param eventName for example {@code CreateQueue}
 * @param errorCode the error, or {@code null} for calls
 */
record SeriesKey(
        InsightKind kind,
        String accountId,
        String region,
        String eventSource,
        String eventName,
        @Nullable String errorCode)
        implements Comparable<SeriesKey> {
    private static final Comparator<SeriesKey> ORDER = Comparator.comparing(SeriesKey::accountId)
            .thenComparing(SeriesKey::region)
            .thenComparing(SeriesKey::eventSource)
            .thenComparing(SeriesKey::eventName)
            .thenComparing(SeriesKey::kind)
            .thenComparing(key -> String.valueOf(key.errorCode));

    @Override
    public int compareTo(SeriesKey other) {
        return ORDER.compare(this, other);
    }
}
