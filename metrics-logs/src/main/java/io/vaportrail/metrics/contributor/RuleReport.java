package io.vaportrail.metrics.contributor;

import io.vaportrail.core.service.Call;
import io.vaportrail.core.service.Handler;
import io.vaportrail.core.time.EmulatorClock;
import io.vaportrail.metrics.statistic.TimeRange;
import io.vaportrail.model.cloudwatch.GetInsightRuleReportInput;
import io.vaportrail.model.cloudwatch.GetInsightRuleReportOutput;
import io.vaportrail.model.cloudwatch.InsightRuleContributor;
import io.vaportrail.model.cloudwatch.InsightRuleContributorDatapoint;
import io.vaportrail.model.cloudwatch.InsightRuleMetricDatapoint;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/**
 * GetInsightRuleReport.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_GetInsightRuleReport.html">
 *     GetInsightRuleReport</a>
 */
final class RuleReport implements Handler<GetInsightRuleReportInput, GetInsightRuleReportOutput> {
    private static final int MINUTE = 60;

    private final InsightRules rules;
    private final EmulatorClock clock;

    RuleReport(InsightRules rules, EmulatorClock clock) {
        this.rules = rules;
        this.clock = clock;
    }

    /** What the values of a contributor are ranked by. */
    private enum Order {
        SUM,
        MAXIMUM;

        double of(List<Double> values) {
            double rank = this == SUM ? 0 : Double.NEGATIVE_INFINITY;
            for (double value : values) {
                rank = this == SUM ? rank + value : Math.max(rank, value);
            }
            return rank;
        }
    }

    private record Ranked(List<String> contributor, double rank) {}

    @Override
    public GetInsightRuleReportOutput handle(GetInsightRuleReportInput input, Call call) {
        TimeRange range = range(input);
        int most = contributors(input);
        Order order = order(input);
        Set<RuleMetric> metrics = metrics(input);
        InsightRule rule = rules.of(call).get(input.ruleName());
        if (rule == null) {
            throw RuleErrors.notFound(input.ruleName());
        }
        TreeMap<Long, Counted> periods = rule.observations().in(range);
        Counted all = new Counted();
        periods.values().forEach(all::add);
        List<InsightRuleContributor> top = new ArrayList<>();
        for (Ranked ranked : ranked(periods, order)) {
            if (top.size() < most) {
                top.add(contributor(ranked.contributor(), periods, all));
            }
        }
        List<InsightRuleMetricDatapoint> datapoints = new ArrayList<>();
        if (!metrics.isEmpty()) {
            periods.forEach((start, counted) -> datapoints.add(datapoint(start, counted, metrics)));
        }
        return GetInsightRuleReportOutput.builder()
                .keyLabels(rule.definition().keys().stream().map(Field::label).toList())
                .aggregationStatistic(rule.definition().aggregateOn())
                .aggregateValue(all.sum())
                .approximateUniqueCount((long) all.contributors().size())
                .contributors(top)
                .metricDatapoints(datapoints)
                .build();
    }

    private TimeRange range(GetInsightRuleReportInput input) {
        Instant start = input.startTime();
        Instant end = input.endTime();
        if (!start.isBefore(end)) {
            throw RuleErrors.parameter("StartTime", "It must be before EndTime.");
        }
        if (Duration.between(start, end).compareTo(RuleLimits.REPORT) > 0) {
            throw RuleErrors.parameter("StartTime", "A report covers at most 24 hours.");
        }
        if (input.period() % MINUTE != 0) {
            throw RuleErrors.parameter("Period", "It must be a multiple of 60.");
        }
        return TimeRange.of(start.toEpochMilli(), end.toEpochMilli(), input.period(), clock.millis());
    }

    private static int contributors(GetInsightRuleReportInput input) {
        Integer most = input.maxContributorCount();
        if (most == null) {
            return RuleLimits.DEFAULT_CONTRIBUTORS;
        }
        if (most < 1 || most > RuleLimits.CONTRIBUTORS) {
            throw RuleErrors.parameter(
                    "MaxContributorCount", "It must be between 1 and " + RuleLimits.CONTRIBUTORS + ".");
        }
        return most;
    }

    private static Order order(GetInsightRuleReportInput input) {
        String text = input.orderBy();
        if (text == null || text.equals("Sum")) {
            return Order.SUM;
        }
        if (text.equals("Maximum")) {
            return Order.MAXIMUM;
        }
        throw RuleErrors.parameter("OrderBy", "It must be Sum or Maximum.");
    }

    private static Set<RuleMetric> metrics(GetInsightRuleReportInput input) {
        Set<RuleMetric> metrics = EnumSet.noneOf(RuleMetric.class);
        for (String name : input.metrics() == null ? List.<String>of() : input.metrics()) {
            RuleMetric metric = RuleMetric.of(name);
            if (metric == null) {
                throw RuleErrors.parameter("Metrics", "It must hold " + RuleMetric.NAMES + ".");
            }
            metrics.add(metric);
        }
        return metrics;
    }

    /** The contributors from the top; those of the same rank by their keys, so that a report is always the same. */
    private static List<Ranked> ranked(TreeMap<Long, Counted> periods, Order order) {
        Map<List<String>, List<Double>> values = new HashMap<>();
        for (Counted counted : periods.values()) {
            counted.contributors()
                    .forEach((contributor, value) -> values.computeIfAbsent(contributor, key -> new ArrayList<>(1))
                            .add(value));
        }
        List<Ranked> ranked = new ArrayList<>(values.size());
        values.forEach((contributor, each) -> ranked.add(new Ranked(contributor, order.of(each))));
        ranked.sort(Comparator.comparingDouble(Ranked::rank)
                .reversed()
                .thenComparing(each -> String.join("\0", each.contributor())));
        return ranked;
    }

    private static InsightRuleContributor contributor(
            List<String> contributor, TreeMap<Long, Counted> periods, Counted all) {
        List<InsightRuleContributorDatapoint> datapoints = new ArrayList<>();
        periods.forEach((start, counted) -> {
            Double value = counted.contributors().get(contributor);
            if (value != null) {
                datapoints.add(InsightRuleContributorDatapoint.builder()
                        .timestamp(Instant.ofEpochSecond(start))
                        .approximateValue(value)
                        .build());
            }
        });
        return InsightRuleContributor.builder()
                .keys(contributor)
                .approximateAggregateValue(
                        Objects.requireNonNull(all.contributors().get(contributor)))
                .datapoints(datapoints)
                .build();
    }

    private static InsightRuleMetricDatapoint datapoint(long start, Counted counted, Set<RuleMetric> metrics) {
        InsightRuleMetricDatapoint.Builder point =
                InsightRuleMetricDatapoint.builder().timestamp(Instant.ofEpochSecond(start));
        for (RuleMetric metric : metrics) {
            double value = counted.value(metric);
            switch (metric) {
                case UNIQUE_CONTRIBUTORS -> point.uniqueContributors(value);
                case MAX_CONTRIBUTOR_VALUE -> point.maxContributorValue(value);
                case SAMPLE_COUNT -> point.sampleCount(value);
                case SUM -> point.sum(value);
                case MINIMUM -> point.minimum(value);
                case MAXIMUM -> point.maximum(value);
                case AVERAGE -> point.average(value);
            }
        }
        return point.build();
    }
}
