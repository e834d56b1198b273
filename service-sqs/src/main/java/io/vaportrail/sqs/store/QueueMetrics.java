package io.vaportrail.sqs.store;

import io.vaportrail.core.metric.GaugeSource;
import io.vaportrail.core.metric.MetricDimension;
import io.vaportrail.core.metric.MetricId;
import io.vaportrail.core.metric.MetricSink;
import io.vaportrail.core.metric.MetricUnit;
import io.vaportrail.sqs.SqsLimits;
import java.util.List;

/**
 * What one queue publishes to CloudWatch. Nothing here may be called under the queue's lock.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-available-cloudwatch-metrics.html">SQS
 *     metrics</a>
 */
public final class QueueMetrics {
    private static final String NAMESPACE = "AWS/SQS";

    private final SqsMetrics all;
    private final QueueArn arn;
    private final List<MetricDimension> dimensions;
    private final MetricId sent;
    private final MetricId sentSize;
    private final MetricId received;
    private final MetricId deleted;
    private final MetricId emptyReceives;
    private volatile long lastUsed;

    QueueMetrics(SqsMetrics all, QueueArn arn) {
        this.all = all;
        this.arn = arn;
        this.dimensions = List.of(new MetricDimension("QueueName", arn.name()));
        this.sent = metric("NumberOfMessagesSent");
        this.sentSize = metric("SentMessageSize");
        this.received = metric("NumberOfMessagesReceived");
        this.deleted = metric("NumberOfMessagesDeleted");
        this.emptyReceives = metric("NumberOfEmptyReceives");
    }

    private MetricId metric(String name) {
        return new MetricId(arn.accountId(), arn.region(), NAMESPACE, name, dimensions);
    }

    /** Some call has to do with the queue, which keeps it active for six hours. */
    public void used() {
        if (all.sink() != MetricSink.NONE) {
            lastUsed = all.now();
            all.wake();
        }
    }

    /** Messages were sent to it; what the redrive policy moves does not count. */
    public void sent(long bytes) {
        all.sink().count(sent, 1, MetricUnit.COUNT);
        all.sink().count(sentSize, bytes, MetricUnit.BYTES);
    }

    /** A receive was answered with so many messages. */
    public void received(int messages) {
        all.sink().count(messages == 0 ? emptyReceives : received, Math.max(1, messages), MetricUnit.COUNT);
    }

    /** A message was deleted; a repeated deletion counts too. */
    public void deleted() {
        all.sink().count(deleted, 1, MetricUnit.COUNT);
    }

    /** Whether the queue publishes: it was used within six hours, or holds messages. */
    boolean isActive(long now, QueueGauges gauges) {
        return now - lastUsed < SqsLimits.METRICS_ACTIVE_MILLIS || gauges.messages() > 0;
    }

    void sample(QueueGauges gauges, GaugeSource.Values values) {
        QueueCounts counts = gauges.counts();
        values.gauge(metric("ApproximateNumberOfMessagesVisible"), counts.visible(), MetricUnit.COUNT);
        values.gauge(metric("ApproximateNumberOfMessagesNotVisible"), counts.notVisible(), MetricUnit.COUNT);
        values.gauge(metric("ApproximateNumberOfMessagesDelayed"), counts.delayed(), MetricUnit.COUNT);
        values.gauge(metric("ApproximateAgeOfOldestMessage"), gauges.ageSeconds(), MetricUnit.SECONDS);
        for (MetricId counter : List.of(sent, received, deleted, emptyReceives)) {
            values.zero(counter, MetricUnit.COUNT);
        }
    }
}
