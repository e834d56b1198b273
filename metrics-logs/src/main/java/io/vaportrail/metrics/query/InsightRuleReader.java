package io.vaportrail.metrics.query;

import io.vaportrail.metrics.statistic.TimeRange;
import java.util.Collections;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** Reads what Contributor Insights rules counted: what {@code INSIGHT_RULE_METRIC} gives. */
public interface InsightRuleReader {
    /** No rules. */
    InsightRuleReader NONE = new InsightRuleReader() {
        @Override
        public boolean isMetric(String metricName) {
            return false;
        }

        @Override
        public @Nullable SortedMap<Long, Double> read(
                String accountId, String region, String ruleName, String metricName, TimeRange range) {
            return null;
        }
    };

    /** The same for checks: a rule that does not exist may come, and has counted nothing so far. */
    default InsightRuleReader asIfAllExisted() {
        InsightRuleReader those = this;
        return new InsightRuleReader() {
            @Override
            public boolean isMetric(String metricName) {
                return those.isMetric(metricName);
            }

            @Override
            public SortedMap<Long, Double> read(
                    String accountId, String region, String ruleName, String metricName, TimeRange range) {
                return Collections.emptySortedMap();
            }
        };
    }

    /** Whether rules have such a metric, for example {@code UniqueContributors}. */
    boolean isMetric(String metricName);

    /**
     * A metric of a rule.
     *
     * @return its value in each period in which something was counted, by when that begins, in seconds since 1970; {@code null}
     *     when there is no such rule
     */
    @Nullable SortedMap<Long, Double> read(String accountId, String region, String ruleName, String metricName, TimeRange range);
}
