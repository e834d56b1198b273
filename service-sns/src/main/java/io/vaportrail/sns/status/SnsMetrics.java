package io.vaportrail.sns.status;

import io.vaportrail.core.metric.MetricDimension;
import io.vaportrail.core.metric.MetricId;
import io.vaportrail.core.metric.MetricSink;
import io.vaportrail.core.metric.MetricUnit;
import io.vaportrail.sns.delivery.DeliveryListener;
import io.vaportrail.sns.delivery.Notification;
import io.vaportrail.sns.delivery.Outcome;
import io.vaportrail.sns.filter.FilterResult;
import io.vaportrail.sns.platform.PlatformApplication;
import io.vaportrail.sns.store.Subscription;
import java.util.List;

/**
 * The metrics of AWS/SNS: of topics by {@code TopicName}, of messages to devices by {@code Application} and {@code Platform}, of text
 * messages to numbers by {@code PhoneNumber}. What text messages cost is not known here, so there are no metrics of spending.
 *
 * @see <a href="https://docs.aws.amazon.com/sns/latest/dg/sns-monitoring-using-cloudwatch.html">Monitoring topics</a>
 */
public final class SnsMetrics implements DeliveryListener {
    private static final String NAMESPACE = "AWS/SNS";
    private static final String PUBLISHED = "NumberOfMessagesPublished";
    private static final String DELIVERED = "NumberOfNotificationsDelivered";
    private static final String FAILED = "NumberOfNotificationsFailed";
    private static final String FILTERED_OUT = "NumberOfNotificationsFilteredOut";

    private final MetricSink sink;

    /** Metrics that go there. */
    public SnsMetrics(MetricSink sink) {
        this.sink = sink;
    }

    @Override
    public void published(Notification notification) {
        count(notification, PUBLISHED);
        size(
                notification.topic().accountId(),
                notification.topic().region(),
                dimensions(notification),
                notification.content().bytes());
    }

    @Override
    public void filteredOut(Subscription subscription, Notification notification, FilterResult why) {
        count(notification, FILTERED_OUT);
        count(
                notification,
                switch (why) {
                    case MESSAGE_BODY -> FILTERED_OUT + "-MessageBody";
                    case INVALID_MESSAGE_BODY -> FILTERED_OUT + "-InvalidMessageBody";
                    case INVALID_ATTRIBUTES -> FILTERED_OUT + "-InvalidAttributes";
                    case NO_MESSAGE_ATTRIBUTES -> FILTERED_OUT + "-NoMessageAttributes";
                    case MESSAGE_ATTRIBUTES, ACCEPTED -> FILTERED_OUT + "-MessageAttributes";
                });
    }

    @Override
    public void delivered(Subscription subscription, Notification notification, Outcome outcome) {
        count(notification, DELIVERED);
    }

    /** What SNS gives up counts once, what it tries over HTTP each time. */
    @Override
    public void failed(Subscription subscription, Notification notification, Outcome outcome, boolean again) {
        count(notification, FAILED);
    }

    @Override
    public void redriven(Subscription subscription, Notification notification, boolean success) {
        count(
                notification,
                success ? "NumberOfNotificationsRedrivenToDlq" : "NumberOfNotificationsFailedToRedriveToDlq");
    }

    /** A message was sent to a device, without a topic. */
    public void sentToDevice(PlatformApplication application, long bytes) {
        String account = application.arn().accountId();
        String region = application.arn().region();
        List<MetricDimension> dimensions = List.of(
                new MetricDimension("Application", application.name()),
                new MetricDimension("Platform", application.platform()));
        count(account, region, dimensions, PUBLISHED);
        size(account, region, dimensions, bytes);
        count(account, region, dimensions, DELIVERED);
    }

    /** A text message was sent to a number, without a topic, or was not since its owner wants none. */
    public void sentToPhone(String account, String region, String phoneNumber, long bytes, boolean delivered) {
        List<MetricDimension> dimensions = List.of(new MetricDimension("PhoneNumber", phoneNumber));
        count(account, region, dimensions, PUBLISHED);
        size(account, region, dimensions, bytes);
        count(account, region, dimensions, delivered ? DELIVERED : FAILED);
    }

    private void count(Notification notification, String metric) {
        count(notification.topic().accountId(), notification.topic().region(), dimensions(notification), metric);
    }

    private void count(String account, String region, List<MetricDimension> dimensions, String metric) {
        sink.count(new MetricId(account, region, NAMESPACE, metric, dimensions), 1, MetricUnit.COUNT);
    }

    private void size(String account, String region, List<MetricDimension> dimensions, long bytes) {
        MetricId size = new MetricId(account, region, NAMESPACE, "PublishSize", dimensions);
        sink.count(size, (double) bytes, MetricUnit.BYTES);
    }

    private static List<MetricDimension> dimensions(Notification notification) {
        return notification.metricDimensions();
    }
}
