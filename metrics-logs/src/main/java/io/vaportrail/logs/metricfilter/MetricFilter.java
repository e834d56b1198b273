package io.vaportrail.logs.metricfilter;

import io.vaportrail.logs.pattern.FilterPattern;
import io.vaportrail.logs.store.LogGroup;

/**
 * A metric filter of a log group.
 *
 * @param group whose
 * @param name its name, one of its kind in the group
 * @param patternText the pattern as it was given
 * @param pattern the pattern
 * @param transformation what becomes of a match
 * @param applyOnTransformedLogs whether it sees transformed events, where there are any
 * @param creationMillis when it was made or last changed, in milliseconds since 1970
 */
record MetricFilter(
        LogGroup group,
        String name,
        String patternText,
        FilterPattern pattern,
        Transformation transformation,
        boolean applyOnTransformedLogs,
        long creationMillis) {}
