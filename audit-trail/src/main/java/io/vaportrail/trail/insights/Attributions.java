package io.vaportrail.trail.insights;

import io.vaportrail.core.identity.Caller;
import io.vaportrail.trail.record.RecordStyle;
import io.vaportrail.trail.store.StoredCall;
import io.vaportrail.trail.store.TrailCursor;
import io.vaportrail.trail.store.TrailStore;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Who and what was behind some calls, during unusual activity and in the baseline. Taken from the trail as far as it reaches back.
 */
final class Attributions {
    /** How many values are told of an attribute. */
    static final int MOST_VALUES = 5;

    /** How many are told apart. */
    private static final int MOST_COUNTED = 1000;

    /** What stands for calls without an error, and for callers without a user agent. */
    private static final String NONE = "null";

    private static final long MINUTE = 60_000;

    private final Map<String, Counts> counts = new LinkedHashMap<>();

    /**
     * A value and its calls a minute.
     *
     * @param value for example an ARN
     * @param average calls a minute
     */
    record Average(String value, double average) {}

    /** How often each value came. */
    private record Counts(Map<String, Long> insight, Map<String, Long> baseline) {}

    private Attributions(SeriesKey key) {
        names(key).forEach(name -> counts.put(name, new Counts(new HashMap<>(), new HashMap<>())));
    }

    /** All errors of an error rate are the same, so that they are no attribute of it. */
    private static List<String> names(SeriesKey key) {
        return key.errorCode() == null
                ? List.of("userIdentityArn", "userAgent", "errorCode")
                : List.of("userIdentityArn", "userAgent");
    }

    static Attributions of(Detector.Insight insight, TrailStore store) {
        SeriesKey key = insight.key();
        Attributions found = new Attributions(key);
        long baseline = (insight.start() - InsightRule.BASELINE_MINUTES) * MINUTE;
        try (TrailCursor cursor = store.newestManagementFirst()) {
            for (StoredCall call = cursor.next(); call != null; call = cursor.next()) {
                if (call.millis() >= baseline && call.millis() < insight.end() * MINUTE && isOf(key, call)) {
                    found.add(call, call.millis() >= insight.start() * MINUTE);
                }
            }
        }
        return found;
    }

    private static boolean isOf(SeriesKey key, StoredCall call) {
        return call.eventName().equals(key.eventName())
                && call.eventSource().equals(key.eventSource())
                && call.recipientAccountId().equals(key.accountId())
                && RecordStyle.regionOf(call).equals(key.region())
                && (key.errorCode() == null || key.errorCode().equals(call.errorCode()));
    }

    private void add(StoredCall call, boolean unusual) {
        counts.forEach((name, both) -> {
            Map<String, Long> into = unusual ? both.insight : both.baseline;
            String value = value(name, call);
            if (into.size() < MOST_COUNTED || into.containsKey(value)) {
                into.merge(value, 1L, Long::sum);
            }
        });
    }

    private static String value(String name, StoredCall call) {
        return switch (name) {
            case "userIdentityArn" -> identity(call.sender().caller());
            case "userAgent" -> {
                String agent = call.sender().userAgent();
                yield Objects.requireNonNullElse(
                        agent == null ? call.sender().caller().invokedBy() : agent, NONE);
            }
            default -> Objects.requireNonNullElse(call.errorCode(), NONE);
        };
    }

    /** Role sessions without their name, as in AWS's examples; services by their name. */
    private static String identity(Caller caller) {
        if (caller.arn().isEmpty()) {
            return caller.principalId().isEmpty() ? NONE : caller.principalId();
        }
        return caller.type() == Caller.Type.ASSUMED_ROLE
                ? caller.arn().substring(0, caller.arn().lastIndexOf('/'))
                : caller.arn();
    }

    /** The attributes. */
    Iterable<String> names() {
        return counts.keySet();
    }

    /** The values during the insight, the most frequent first. */
    List<Average> insight(String name, long minutes) {
        return top(Objects.requireNonNull(counts.get(name), name).insight, minutes);
    }

    /** The values in the baseline, the most frequent first. */
    List<Average> baseline(String name) {
        return top(Objects.requireNonNull(counts.get(name), name).baseline, InsightRule.BASELINE_MINUTES);
    }

    private static List<Average> top(Map<String, Long> counts, long minutes) {
        return counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST_VALUES)
                .map(entry -> new Average(entry.getKey(), (double) entry.getValue() / minutes))
                .toList();
    }
}
