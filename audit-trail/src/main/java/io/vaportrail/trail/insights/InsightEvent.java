package io.vaportrail.trail.insights;

import java.time.Instant;

/**
 * An Insights event: unusual activity began or ended.
 *
 * @param sequence its place in the order of all, from 1
 * @param kind what was unusual
 * @param accountId whose event it is
 * @param region where
 * @param eventId its own id
 * @param eventSource of the calls
 * @param eventName of the calls
 * @param time when the activity began or ended, to the second
 * @param json the record as text
 */
public record InsightEvent(
        long sequence,
        InsightKind kind,
        String accountId,
        String region,
        String eventId,
        String eventSource,
        String eventName,
        Instant time,
        String json) {}
