package io.vaportrail.metrics.contributor;

import static io.vaportrail.metrics.MetricsFixture.ACCOUNT;
import static io.vaportrail.metrics.MetricsFixture.REGION;
import static io.vaportrail.metrics.MetricsFixture.START;
import static org.assertj.core.api.Assertions.assertThat;

import io.vaportrail.core.log.LogEvent;
import io.vaportrail.core.time.EmulatorClock;
import io.vaportrail.core.time.PendingWork;
import io.vaportrail.metrics.statistic.TimeRange;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class InsightRulesTest {
    private final EmulatorClock clock = new EmulatorClock(() -> START, new PendingWork());
    private long taken;
    private final Observations observations = new Observations(bytes -> taken += bytes);

    InsightRulesTest() {
        clock.freeze();
    }

    private void add(long timestampMillis, String contributor, double value) {
        observations.add(
                timestampMillis,
                new RuleDefinition.Contribution(List.of(contributor), value),
                timestampMillis - RuleLimits.KEPT.toMillis());
    }

    private static TimeRange range(long fromMillis, long toMillis, int period) {
        return TimeRange.of(fromMillis, toMillis, period, START);
    }

    @Test
    void everyMetricOfAPeriod() {
        add(START, "a", 5);
        add(START + 59_999, "b", -2);
        add(START + 60_000, "b", 9);

        Counted counted = Objects.requireNonNull(
                observations.in(range(START, START + 300_000, 300)).get(START / 1000));

        assertThat(counted.value(RuleMetric.UNIQUE_CONTRIBUTORS)).isEqualTo(2);
        assertThat(counted.value(RuleMetric.MAX_CONTRIBUTOR_VALUE)).isEqualTo(7);
        assertThat(counted.value(RuleMetric.SAMPLE_COUNT)).isEqualTo(3);
        assertThat(counted.value(RuleMetric.SUM)).isEqualTo(12);
        assertThat(counted.value(RuleMetric.MINIMUM)).isEqualTo(-2);
        assertThat(counted.value(RuleMetric.MAXIMUM)).isEqualTo(9);
        assertThat(counted.value(RuleMetric.AVERAGE)).isEqualTo(4);
    }

    @Test
    void periodsBeginAtTheStartOfTheRange() {
        add(START, "a", 1);
        add(START + 240_000, "a", 1);
        add(START + 300_000, "a", 1);

        assertThat(observations.in(range(START - 60_000, START + 600_000, 120)))
                .containsOnlyKeys(START / 1000 - 60, START / 1000 + 180, START / 1000 + 300);
        assertThat(observations.in(range(START, START + 300_000, 60))).hasSize(2);
    }

    @Test
    void whatIsOlderThanFifteenDaysGoes() {
        add(START, "a", 1);
        long before = taken;
        add(START + Duration.ofDays(15).toMillis() + 60_000, "a", 1);

        assertThat(taken).isEqualTo(before);
        assertThat(observations.in(range(START, START + 60_000, 60))).isEmpty();
    }

    private static InsightRule rule(InsightRules rules, String name, String group) {
        String text = RuleDefinitionTest.json(
                "'LogGroupNames': ['" + group + "']", "'LogFormat': 'CLF'", "{'Keys': ['1']}", "Count");
        InsightRule rule = new InsightRule(
                name, DefinitionReader.read(text, ACCOUNT, REGION), true, false, rules.newObservations(), Map.of());
        rules.in(ACCOUNT, REGION).put(name, rule);
        return rule;
    }

    /** The rule that takes most gives its oldest minutes. */
    @Test
    void memoryIsBounded() {
        InsightRules rules = new InsightRules(clock, 20_000);
        InsightRule small = rule(rules, "small", "few");
        InsightRule large = rule(rules, "large", "many");
        rules.written(ACCOUNT, REGION, "few", List.of(new LogEvent(START - 9_000_000, "one", "one")));
        for (int i = 0; i < 1000; i++) {
            rules.written(ACCOUNT, REGION, "many", List.of(new LogEvent(START + i * 60_000L, "contributor" + i, null)));
        }

        assertThat(rules.bytes()).isBetween(10_000L, 20_000L);
        assertThat(rules.bytes())
                .isEqualTo(small.observations().bytes() + large.observations().bytes());
        assertThat(small.observations().bytes()).isPositive();
        TreeMap<Long, Counted> left = large.observations().in(range(START, START + 60_000_000, 60));
        assertThat(left).hasSizeGreaterThan(100);
        assertThat(left.lastKey()).isEqualTo(START / 1000 + 999 * 60);
        rules.reset(null);
        assertThat(rules.bytes()).isZero();
    }

    @Test
    void deletedRulesTakeNothingMore() {
        add(START, "a", 1);
        observations.drop();
        add(START, "b", 1);

        assertThat(taken).isZero();
        assertThat(observations.in(range(START, START + 60_000, 60))).isEmpty();
    }

    @Test
    void groupsThatNobodyWatchesAreNotWanted() {
        InsightRules rules = new InsightRules(clock);
        assertThat(rules.wants(ACCOUNT, REGION, "g")).isFalse();
        assertThat(rules.isMetric("Sum")).isTrue();
        assertThat(rules.isMetric("sum")).isFalse();
        assertThat(rules.read(ACCOUNT, REGION, "none", "Sum", range(START, START + 1, 60)))
                .isNull();
    }
}
