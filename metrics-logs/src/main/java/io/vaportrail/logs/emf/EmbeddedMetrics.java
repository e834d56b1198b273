package io.vaportrail.logs.emf;

import io.vaportrail.core.json.Json;
import io.vaportrail.core.metric.MetricDimension;
import io.vaportrail.core.metric.MetricId;
import io.vaportrail.core.metric.MetricSink;
import io.vaportrail.core.metric.MetricUnit;
import io.vaportrail.logs.event.EventListener;
import io.vaportrail.logs.event.IngestedEvents;
import io.vaportrail.logs.store.LogGroup;
import io.vaportrail.logs.store.LogStream;
import java.util.List;
import java.util.Map;

/**
 * Publishes the metrics of events in the embedded metric format. An event that means to be one and is not counts as an error in
 * {@code AWS/Logs}, as with AWS; it stays a log event all the same.
 */
public final class EmbeddedMetrics implements EventListener {
    private static final String MARK = "\"_aws\"";
    private static final String DIRECTIVES = "\"CloudWatchMetrics\"";

    private final MetricSink metrics;

    /** A listener that publishes there. */
    public EmbeddedMetrics(MetricSink metrics) {
        this.metrics = metrics;
    }

    @Override
    public boolean listensTo(LogGroup group) {
        return group.isStandard();
    }

    @Override
    public void ingested(IngestedEvents events) {
        for (LogStream.Incoming event : events.events()) {
            String message = event.message();
            if (message.contains(MARK) && message.contains(DIRECTIVES)) {
                publish(message, events.stream().group());
            }
        }
    }

    private void publish(String message, LogGroup group) {
        Map<String, ?> root = Json.readObject(message);
        if (root == null) {
            error("EMFParsingErrors", 1, group);
            return;
        }
        try {
            EmfDocument document = EmfDocument.of(root);
            for (EmfDocument.Metric metric : document.metrics()) {
                publish(metric, document.timestampMillis(), group);
            }
            if (document.errors() > 0) {
                error("EMFValidationErrors", document.errors(), group);
            }
        } catch (EmfException e) {
            error("EMFValidationErrors", 1, group);
        }
    }

    private void publish(EmfDocument.Metric metric, long timestampMillis, LogGroup group) {
        MetricId id =
                new MetricId(group.accountId(), group.region(), metric.namespace(), metric.name(), metric.dimensions());
        for (double value : metric.values()) {
            if (metric.highResolution()) {
                metrics.recordHighResolution(id, timestampMillis, value, metric.unit());
            } else {
                metrics.record(id, timestampMillis, value, metric.unit());
            }
        }
    }

    private void error(String name, int count, LogGroup group) {
        List<MetricDimension> dimensions = List.of(new MetricDimension("LogGroupName", group.name()));
        MetricId errors = new MetricId(group.accountId(), group.region(), "AWS/Logs", name, dimensions);
        metrics.count(errors, count, MetricUnit.NONE);
    }
}
