package io.vaportrail.metrics.contributor;

import java.util.Map;

/**
 * A Contributor Insights rule.
 *
 * @param name its name
 * @param definition what it looks at and counts
 * @param enabled whether it does so
 * @param transformed whether it sees events as transformers make them, where there are any
 * @param observations what it has counted
 * @param tags its tags
 */
record InsightRule(
        String name,
        RuleDefinition definition,
        boolean enabled,
        boolean transformed,
        Observations observations,
        Map<String, String> tags) {
    /** The same, switched on or off. */
    InsightRule enabled(boolean on) {
        return new InsightRule(name, definition, on, transformed, observations, tags);
    }

    /** The same with other tags. */
    InsightRule tagged(Map<String, String> others) {
        return new InsightRule(name, definition, enabled, transformed, observations, others);
    }
}
