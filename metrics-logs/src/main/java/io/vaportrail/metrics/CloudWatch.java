package io.vaportrail.metrics;

import io.vaportrail.core.http.HttpResponse;
import io.vaportrail.core.http.HttpRoutes;
import io.vaportrail.core.json.Json;
import io.vaportrail.core.log.LogEventSink;
import io.vaportrail.core.metric.MetricSink;
import io.vaportrail.core.pipeline.CallListener;
import io.vaportrail.core.service.ServiceModule;
import io.vaportrail.core.time.EmulatorClock;
import io.vaportrail.metrics.contributor.InsightRules;
import io.vaportrail.metrics.publish.CallCounts;
import io.vaportrail.metrics.publish.Gauges;
import io.vaportrail.metrics.publish.MetricIntake;
import io.vaportrail.metrics.publish.PublishedMetrics;
import io.vaportrail.metrics.query.StoreReader;
import io.vaportrail.metrics.store.MetricStore;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * The metrics of an emulator: one store that services publish to from the start, and the CloudWatch service over it, which is made
 * when its first call arrives.
 */
public final class CloudWatch {
    private static final String CALLS = "/_vaportrail/calls";

    private final MetricStore store;
    private final MetricIntake intake;
    private final Gauges gauges;
    private final MetricSink sink;
    private final CallCounts calls;
    private final InsightRules insightRules;
    private final EmulatorClock clock;

    /**
     * No metrics.
     *
     * @param memoryBytes about how many bytes all metrics together may take
     * @param workers makes room when they are used up
     */
    public CloudWatch(EmulatorClock clock, long memoryBytes, Executor workers) {
        this.clock = clock;
        this.store = new MetricStore(clock, memoryBytes, workers);
        this.intake = new MetricIntake(store);
        this.gauges = new Gauges(intake, clock);
        this.sink = new PublishedMetrics(intake, gauges, clock);
        this.calls = new CallCounts(intake, clock);
        this.insightRules = new InsightRules(clock);
    }

    /** Takes what services publish of themselves. */
    public MetricSink sink() {
        return sink;
    }

    /** Takes the log events that Contributor Insights rules look at. */
    public LogEventSink logEvents() {
        return insightRules;
    }

    /** Counts the calls of all APIs. */
    public CallListener calls() {
        return calls;
    }

    /** Adds the numbers of calls to the routes of the emulator. */
    public void addRoutes(HttpRoutes routes) {
        routes.add(
                "GET",
                CALLS,
                exchange -> exchange.respond(
                        HttpResponse.text(200, "application/json", Json.write(calls.numbers()) + "\n")));
    }

    /** The CloudWatch module. */
    public ServiceModule.Factory module() {
        return context -> new CloudWatchModule(context, intake, new StoreReader(store, gauges, clock), insightRules);
    }

    /** What the metrics take, for health; by name, in the order to show it in. */
    public Map<String, Long> numbers() {
        Map<String, Long> numbers = new LinkedHashMap<>();
        numbers.put("metrics", (long) store.metrics());
        numbers.put("bytes", store.bytes());
        numbers.put("limitBytes", store.limitBytes());
        numbers.put("evictedBytes", store.evictedBytes());
        numbers.put("insightRuleBytes", insightRules.bytes());
        return numbers;
    }

    /**
     * Forgets everything, or everything of one account.
     *
     * @param accountId 12 digits, or {@code null} for all accounts
     */
    public void reset(@Nullable String accountId) {
        if (accountId == null) {
            gauges.reset();
        }
        if (accountId == null) {
            calls.reset();
        }
        store.reset(accountId);
        insightRules.reset(accountId);
    }
}
