package io.vaportrail.metrics.contributor;

import org.jspecify.annotations.Nullable;

/**
 * What a report tells of each period.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_GetInsightRuleReport.html">
 *     GetInsightRuleReport</a>
 */
enum RuleMetric {
    UNIQUE_CONTRIBUTORS("UniqueContributors"),
    MAX_CONTRIBUTOR_VALUE("MaxContributorValue"),
    SAMPLE_COUNT("SampleCount"),
    SUM("Sum"),
    MINIMUM("Minimum"),
    MAXIMUM("Maximum"),
    AVERAGE("Average");

    /** All of them, for messages. */
    static final String NAMES =
            "UniqueContributors, MaxContributorValue, SampleCount, Sum, Minimum, Maximum or Average";

    private final String text;

    RuleMetric(String text) {
        this.text = text;
    }

    /** The metric of that name, or {@code null}. */
    static @Nullable RuleMetric of(String text) {
        for (RuleMetric metric : values()) {
            if (metric.text.equals(text)) {
                return metric;
            }
        }
        return null;
    }
}
