package io.vaportrail.metrics.contributor;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a rule looks at and counts.
 *
 * @param text JSON as it was given
 * @param groups names of log groups, each with an asterisk at its end for all that begin so
 * @param keys whose values together are a contributor
 * @param valueOf the field that is summed up, or {@code null} to count events
 * @param filters all of which an event must pass
 * @param aggregateOn {@code Count} or {@code Sum}
 */
record RuleDefinition(
        String text,
        List<String> groups,
        List<Field> keys,
        @Nullable Field valueOf,
        List<RuleFilter> filters,
        String aggregateOn) {
    /** The schema of every rule that is not AWS's own. */
    static final String SCHEMA = "{\"Name\": \"CloudWatchLogRule\", \"Version\": 1}";

    /**
     * What an event adds.
     *
     * @param contributor the values of the keys
     * @param value what counts for it
     */
    record Contribution(List<String> contributor, double value) {}

    /** Whether it looks at the events of a log group. */
    boolean watches(String groupName) {
        for (String group : groups) {
            boolean prefix = group.endsWith("*");
            if (prefix ? groupName.startsWith(group.substring(0, group.length() - 1)) : groupName.equals(group)) {
                return true;
            }
        }
        return false;
    }

    /** What an event adds, or {@code null} when it does not pass, lacks a key or has no number to sum up. */
    @Nullable Contribution of(Fields fields) {
        for (RuleFilter filter : filters) {
            if (!filter.passes(fields)) {
                return null;
            }
        }
        List<String> contributor = new ArrayList<>(keys.size());
        for (Field key : keys) {
            String value = key.in(fields);
            if (value == null) {
                return null;
            }
            contributor.add(shortened(value));
        }
        double value = valueOf == null ? 1 : Fields.number(valueOf.in(fields));
        return Double.isNaN(value) ? null : new Contribution(contributor, value);
    }

    /** Keys are cut off at a kilobyte, between characters. */
    private static String shortened(String key) {
        if (key.length() <= RuleLimits.KEY_BYTES / 4) {
            return key;
        }
        byte[] utf8 = key.getBytes(StandardCharsets.UTF_8);
        if (utf8.length <= RuleLimits.KEY_BYTES) {
            return key;
        }
        int end = RuleLimits.KEY_BYTES;
        while ((utf8[end] & 0xC0) == 0x80) {
            end--;
        }
        return new String(utf8, 0, end, StandardCharsets.UTF_8);
    }
}
