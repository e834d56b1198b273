package io.vaportrail.metrics.contributor;

import io.vaportrail.core.log.LogEvent;
import io.vaportrail.core.log.LogEventSink;
import io.vaportrail.core.service.Call;
import io.vaportrail.core.state.Regional;
import io.vaportrail.core.time.EmulatorClock;
import io.vaportrail.metrics.query.InsightRuleReader;
import io.vaportrail.metrics.statistic.TimeRange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The Contributor Insights rules of all accounts and regions. They see events as these are written, from the moment that they are
 * made or enabled, and take a bounded amount of memory together.
 */
public final class InsightRules implements LogEventSink, InsightRuleReader {
    private static final Logger log = LoggerFactory.getLogger(InsightRules.class);

    private final Regional<ConcurrentSkipListMap<String, InsightRule>> byRegion =
            new Regional<>((account, region) -> new ConcurrentSkipListMap<>());
    private final AtomicLong bytes = new AtomicLong();
    private final EmulatorClock clock;
    private final long limitBytes;

    /** No rules. */
    public InsightRules(EmulatorClock clock) {
        this(clock, RuleLimits.MEMORY_BYTES);
    }

    /**
     * No rules.
     *
     * @param limitBytes about how many bytes all that they count may take
     */
    InsightRules(EmulatorClock clock, long limitBytes) {
        this.clock = clock;
        this.limitBytes = limitBytes;
    }

    /** The rules of the account and region of a call, by name; whoever changes it holds its lock. */
    Map<String, InsightRule> of(Call call) {
        return in(call.accountId(), call.region());
    }

    /** The rules of an account in a region. */
    Map<String, InsightRule> in(String accountId, String region) {
        return byRegion.in(accountId, region);
    }

    /** Changes a rule; gives whether there is such a rule. */
    boolean change(Call call, String name, UnaryOperator<InsightRule> change) {
        Map<String, InsightRule> here = of(call);
        synchronized (here) {
            InsightRule rule = here.get(name);
            if (rule != null) {
                here.put(name, change.apply(rule));
            }
            return rule != null;
        }
    }

    /** The tags of a rule. */
    public Optional<Map<String, String>> tags(Call call, String name) {
        return Optional.ofNullable(of(call).get(name)).map(InsightRule::tags);
    }

    /** Changes the tags of a rule; gives whether there is such a rule. */
    public boolean changeTags(Call call, String name, UnaryOperator<Map<String, String>> tags) {
        return change(call, name, rule -> rule.tagged(tags.apply(rule.tags())));
    }

    @Override
    public boolean isMetric(String metricName) {
        return RuleMetric.of(metricName) != null;
    }

    @Override
    public @Nullable SortedMap<Long, Double> read(
            String accountId, String region, String ruleName, String metricName, TimeRange range) {
        Map<String, InsightRule> rules = byRegion.peek(accountId, region);
        InsightRule rule = rules == null ? null : rules.get(ruleName);
        RuleMetric metric = RuleMetric.of(metricName);
        if (rule == null || metric == null) {
            return null;
        }
        SortedMap<Long, Double> values = new TreeMap<>();
        rule.observations().in(range).forEach((start, counted) -> values.put(start, counted.value(metric)));
        return values;
    }

    /** Where a rule counts. */
    Observations newObservations() {
        return new Observations(bytes::addAndGet);
    }

    @Override
    public boolean wants(String accountId, String region, String groupName) {
        Map<String, InsightRule> rules = byRegion.peek(accountId, region);
        if (rules == null) {
            return false;
        }
        for (InsightRule rule : rules.values()) {
            if (rule.enabled() && rule.definition().watches(groupName)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void written(String accountId, String region, String groupName, List<LogEvent> events) {
        List<InsightRule> watching = new ArrayList<>();
        for (InsightRule rule : in(accountId, region).values()) {
            if (rule.enabled() && rule.definition().watches(groupName)) {
                watching.add(rule);
            }
        }
        long keptFrom = clock.millis() - RuleLimits.KEPT.toMillis();
        for (LogEvent event : events) {
            Fields original = new Fields(event.message());
            Fields transformed = fields(event.transformed(), event, original);
            for (InsightRule rule : watching) {
                Fields fields = rule.transformed() ? transformed : original;
                RuleDefinition.Contribution contribution =
                        fields == null ? null : rule.definition().of(fields);
                if (contribution != null) {
                    rule.observations().add(event.timestampMillis(), contribution, keptFrom);
                }
            }
        }
        if (bytes.get() > limitBytes) {
            makeRoom();
        }
    }

    /** Taken apart once where the text is the same. */
    private static @Nullable Fields fields(@Nullable String transformed, LogEvent event, Fields original) {
        if (transformed == null) {
            return null;
        }
        return transformed.equals(event.message()) ? original : new Fields(transformed);
    }

    /** The rule that takes most gives first. */
    private synchronized void makeRoom() {
        int minutes = 0;
        while (bytes.get() > limitBytes) {
            Observations largest = byRegion.all().stream()
                    .flatMap(rules -> rules.values().stream())
                    .map(InsightRule::observations)
                    .max(Comparator.comparingLong(Observations::bytes))
                    .orElse(null);
            if (largest == null || largest.bytes() == 0) {
                break;
            }
            largest.dropOldest();
            minutes++;
        }
        log.warn(
                "Contributor Insights: the oldest {} minutes of rules made room (limit: {} bytes)",
                minutes,
                limitBytes);
    }

    /** About how many bytes all that they count takes. */
    public long bytes() {
        return bytes.get();
    }

    /**
     * Forgets all rules, or all of one account.
     *
     * @param accountId 12 digits, or {@code null} for all accounts
     */
    public void reset(@Nullable String accountId) {
        for (Map<String, InsightRule> rules : byRegion.remove(accountId)) {
            rules.values().forEach(rule -> rule.observations().drop());
        }
    }
}
