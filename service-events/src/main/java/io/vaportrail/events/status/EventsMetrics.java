package io.vaportrail.events.status;

import io.vaportrail.core.metric.MetricId;
import io.vaportrail.core.metric.MetricSink;
import io.vaportrail.core.metric.MetricUnit;
import io.vaportrail.events.store.EventBus;
import io.vaportrail.events.store.Rule;
import java.util.List;

/**
 * The metrics of AWS/Events: of rules by {@code RuleName} (on custom buses with {@code EventBusName}), some of them for all rules
 * together as well.
 *
 * @see <a href="https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-monitoring.html">Monitoring EventBridge</a>
 */
public final class EventsMetrics {
    private static final String NAMESPACE = "AWS/Events";

    private final MetricSink sink;

    /** Metrics that go there. */
    public EventsMetrics(MetricSink sink) {
        this.sink = sink;
    }

    /** Entries were put. */
    public void put(String accountId, String region, int entries, int failed, int bytes) {
        all(accountId, region, "PutEventsApproximateCallCount", 1, MetricUnit.COUNT);
        all(accountId, region, "PutEventsEntriesCount", entries, MetricUnit.COUNT);
        all(accountId, region, "PutEventsRequestSize", bytes, MetricUnit.BYTES);
        if (failed > 0) {
            all(accountId, region, "PutEventsFailedEntriesCount", failed, MetricUnit.COUNT);
            all(accountId, region, "PutEventsApproximateFailedCount", 1, MetricUnit.COUNT);
        } else {
            all(accountId, region, "PutEventsApproximateSuccessCount", 1, MetricUnit.COUNT);
        }
    }

    /** An event matched a rule. */
    public void matched(Rule rule) {
        both(rule, "MatchedEvents");
        both(rule, "TriggeredRules");
    }

    /** A rule fired on its own. */
    public void triggered(Rule rule) {
        both(rule, "TriggeredRules");
    }

    /** A target is called, for the first time or again. */
    public void attempted(Rule rule, boolean again) {
        both(rule, "InvocationAttempts");
        if (again) {
            both(rule, "RetryInvocationAttempts");
        }
    }

    /** A target took an event. */
    public void delivered(Rule rule, long millisSinceIngestion) {
        both(rule, "Invocations");
        both(rule, "SuccessfulInvocationAttempts");
        sink.count(metric(rule, "IngestionToInvocationSuccessLatency"), millisSinceIngestion, MetricUnit.MILLISECONDS);
    }

    /** A delivery was given up. */
    public void failed(Rule rule) {
        both(rule, "Invocations");
        both(rule, "FailedInvocations");
    }

    /** A target was not called since that could go round in a circle. */
    public void stopped(Rule rule) {
        both(rule, "DeadLetterInvocations");
    }

    /** What was given up went to a dead-letter queue, or did not get there. */
    public void deadLetter(Rule rule, boolean sent) {
        both(rule, sent ? "InvocationsSentToDlq" : "InvocationsFailedToBeSentToDlq");
    }

    private void both(Rule rule, String metric) {
        sink.count(metric(rule, metric), 1, MetricUnit.COUNT);
        EventBus bus = rule.bus();
        all(bus.accountId(), bus.region(), metric, 1, MetricUnit.COUNT);
    }

    private static MetricId metric(Rule rule, String name) {
        EventBus bus = rule.bus();
        return new MetricId(bus.accountId(), bus.region(), NAMESPACE, name, rule.dimensions());
    }

    private void all(String accountId, String region, String metric, double value, MetricUnit unit) {
        sink.count(new MetricId(accountId, region, NAMESPACE, metric, List.of()), value, unit);
    }
}
