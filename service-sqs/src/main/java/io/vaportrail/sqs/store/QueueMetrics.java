package io.vaportrail.sqs.store;

import io.vaportrail.core.metric.GaugeSource;
import io.vaportrail.core.metric.MetricDimension;
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
    private static final String SENT = "NumberOfMessagesSent";
    private static final String RECEIVED = "NumberOfMessagesReceived";
    private static final String DELETED = "NumberOfMessagesDeleted";
    private static final String EMPTY_RECEIVES = "NumberOfEmptyReceives";

    private final SqsMetrics all;
    private final QueueArn arn;
    private final List<MetricDimension> dimensions;
    private volatile long lastUsed;

    QueueMetrics(SqsMetrics all, QueueArn arn) {
        this.all = all;
        this.arn = arn;
        this.dimensions = List.of(new MetricDimension("QueueName", arn.name()));
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
        count(SENT, 1, MetricUnit.COUNT);
        count("SentMessageSize", bytes, MetricUnit.BYTES);
    }

    /** A receive was answered with so many messages. */
    public void received(int messages) {
        count(messages == 0 ? EMPTY_RECEIVES : RECEIVED, Math.max(1, messages), MetricUnit.COUNT);
    }

    /** A message was deleted; a repeated deletion counts too. */
    public void deleted() {
        count(DELETED, 1, MetricUnit.COUNT);
    }

    private void count(String metric, double value, MetricUnit unit) {
        all.sink().count(arn.accountId(), arn.region(), NAMESPACE, metric, dimensions, value, unit);
    }

    /** Whether the queue publishes: it was used within six hours, or holds messages. */
    boolean isActive(long now, QueueGauges gauges) {
        return now - lastUsed < SqsLimits.METRICS_ACTIVE_MILLIS || gauges.messages() > 0;
    }

    void sample(QueueGauges gauges, GaugeSource.Values values) {
        QueueCounts counts = gauges.counts();
        gauge(values, "ApproximateNumberOfMessagesVisible", counts.visible(), MetricUnit.COUNT);
        gauge(values, "ApproximateNumberOfMessagesNotVisible", counts.notVisible(), MetricUnit.COUNT);
        gauge(values, "ApproximateNumberOfMessagesDelayed", counts.delayed(), MetricUnit.COUNT);
        gauge(values, "ApproximateAgeOfOldestMessage", gauges.ageSeconds(), MetricUnit.SECONDS);
        for (String counter : List.of(SENT, RECEIVED, DELETED, EMPTY_RECEIVES)) {
            values.zero(arn.accountId(), arn.region(), NAMESPACE, counter, dimensions, MetricUnit.COUNT);
        }
    }

    private void gauge(GaugeSource.Values values, String metric, double value, MetricUnit unit) {
        values.gauge(arn.accountId(), arn.region(), NAMESPACE, metric, dimensions, value, unit);
    }
}
