package io.vaportrail.metrics;

import io.vaportrail.core.metric.MetricDimension;
import io.vaportrail.core.metric.MetricId;
import io.vaportrail.core.metric.MetricUnit;
import io.vaportrail.core.time.EmulatorClock;
import io.vaportrail.metrics.math.Queries;
import io.vaportrail.metrics.publish.Gauges;
import io.vaportrail.metrics.publish.MetricIntake;
import io.vaportrail.metrics.publish.PublishedMetrics;
import io.vaportrail.metrics.query.AnomalyBands;
import io.vaportrail.metrics.query.InsightRuleReader;
import io.vaportrail.metrics.query.MetricSeries;
import io.vaportrail.metrics.query.StoreReader;
import io.vaportrail.metrics.store.MetricStore;
import io.vaportrail.model.cloudwatch.Dimension;
import io.vaportrail.model.cloudwatch.Metric;
import io.vaportrail.model.cloudwatch.MetricDataQuery;
import io.vaportrail.model.cloudwatch.MetricStat;
import io.vaportrail.support.Surroundings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Metrics on a clock that stands still. */
public final class MetricsFixture {
    /** Where the clock stands. */
    public static final long START = Instant.parse("2026-03-02T12:00:00Z").toEpochMilli();

    /** Whose metrics. */
    public static final String ACCOUNT = "111122223333";

    /** Where. */
    public static final String REGION = "eu-west-1";

    /** The clock. */
    public final EmulatorClock clock = Surroundings.stillClock(START);

    /** The store. */
    public final MetricStore store;

    /** The way in. */
    public final MetricIntake intake;

    /** What services publish to. */
    public final PublishedMetrics sink;

    /** The way out. */
    public final StoreReader reader;

    /** Expressions. */
    public final Queries queries;

    /** No metrics, plenty of room. */
    public MetricsFixture() {
        this(1L << 30);
    }

    /** No metrics. */
    public MetricsFixture(long limitBytes) {
        store = new MetricStore(clock, limitBytes, Runnable::run);
        intake = new MetricIntake(store);
        Gauges gauges = new Gauges(intake, clock);
        sink = new PublishedMetrics(intake, gauges, clock);
        reader = new StoreReader(store, gauges, clock);
        queries = new Queries(reader, AnomalyBands.NONE, InsightRuleReader.NONE);
    }

    /** A metric in the namespace {@code Test}. */
    public static MetricId id(String name, String... dimensions) {
        return id("Test", name, dimensions);
    }

    /** A metric. */
    public static MetricId id(String namespace, String name, String[] dimensions) {
        List<MetricDimension> all = new ArrayList<>();
        for (int i = 0; i < dimensions.length; i += 2) {
            all.add(new MetricDimension(dimensions[i], dimensions[i + 1]));
        }
        return new MetricId(ACCOUNT, REGION, namespace, name, all);
    }

    /** Puts a value so many minutes before the clock. */
    public void put(MetricId id, int minutesAgo, double value) {
        intake.add(new MetricIntake.Point(id, clock.millis() - minutesAgo * 60_000L, false, MetricUnit.NONE), value, 1);
    }

    /** Puts values for minutes that follow each other, the last for the minute before the clock; NaN for none. */
    public void puts(String name, double... values) {
        for (int i = 0; i < values.length; i++) {
            if (!Double.isNaN(values[i])) {
                put(id(name), values.length - i, values[i]);
            }
        }
    }

    /** A query for the sum of a metric by the minute, under its name as id. */
    public static MetricDataQuery metric(String name) {
        return metric(name, id(name), "Sum");
    }

    /** A query for a metric by the minute. */
    public static MetricDataQuery metric(String id, MetricId metric, String statistic) {
        List<Dimension> dimensions = Dimensions.toModel(metric.dimensions());
        return MetricDataQuery.builder()
                .id(id)
                .metricStat(MetricStat.builder()
                        .metric(Metric.builder()
                                .namespace(metric.namespace())
                                .metricName(metric.metricName())
                                .dimensions(dimensions)
                                .build())
                        .stat(statistic)
                        .period(60)
                        .build())
                .build();
    }

    /** A query for an expression. */
    public static MetricDataQuery expression(String id, String expression) {
        return MetricDataQuery.builder()
                .id(id)
                .expression(expression)
                .period(60)
                .build();
    }

    /** What the last query gives over the last so many minutes. */
    public List<MetricSeries> evaluate(int minutes, MetricDataQuery... all) {
        long end = clock.millis();
        long start = end - Duration.ofMinutes(minutes).toMillis();
        return List.copyOf(java.util.Objects.requireNonNull(
                queries.evaluate(ACCOUNT, REGION, List.of(all), start, end).get(all[all.length - 1].id())));
    }
}
