package io.vaportrail.logs.event;

import io.vaportrail.core.metric.MetricDimension;
import io.vaportrail.core.metric.MetricId;
import io.vaportrail.core.metric.MetricSink;
import io.vaportrail.core.metric.MetricUnit;
import io.vaportrail.logs.store.LogGroup;
import java.util.List;

/**
 * The metrics of what comes in, for each group and for all together.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CloudWatch-Logs-Monitoring-CloudWatch-Metrics.html">
 *     Monitoring with CloudWatch metrics</a>
 */
public final class IngestionMetrics {
    private static final String NAMESPACE = "AWS/Logs";

    private final MetricSink metrics;

    /** Publishes there. */
    public IngestionMetrics(MetricSink metrics) {
        this.metrics = metrics;
    }

    void ingested(IngestedEvents events) {
        LogGroup group = events.stream().group();
        List<MetricDimension> dimensions = List.of(new MetricDimension("LogGroupName", group.name()));
        for (List<MetricDimension> each : List.of(List.<MetricDimension>of(), dimensions)) {
            count(group, "IncomingBytes", each, events.bytes(), MetricUnit.BYTES);
            count(group, "IncomingLogEvents", each, events.events().size(), MetricUnit.NONE);
        }
    }

    private void count(LogGroup group, String name, List<MetricDimension> dimensions, double value, MetricUnit unit) {
        metrics.count(new MetricId(group.accountId(), group.region(), NAMESPACE, name, dimensions), value, unit);
    }
}
