package io.vaportrail.s3.notification;

import io.vaportrail.core.random.Ids;
import io.vaportrail.core.service.AsyncHandler;
import io.vaportrail.core.service.Call;
import io.vaportrail.model.s3.FilterRule;
import io.vaportrail.model.s3.GetBucketNotificationConfigurationRequest;
import io.vaportrail.model.s3.NotificationConfiguration;
import io.vaportrail.model.s3.NotificationConfigurationFilter;
import io.vaportrail.model.s3.PutBucketNotificationConfigurationRequest;
import io.vaportrail.model.s3.QueueConfiguration;
import io.vaportrail.model.s3.S3KeyFilter;
import io.vaportrail.model.s3.TopicConfiguration;
import io.vaportrail.s3.S3Error;
import io.vaportrail.s3.S3Errors;
import io.vaportrail.s3.bucket.BucketFinder;
import io.vaportrail.s3.store.Bucket;
import io.vaportrail.s3.store.BucketSettings.Document;
import io.vaportrail.s3.store.Buckets;
import io.vaportrail.schema.ServiceException;
import io.vaportrail.schema.Unit;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * PutBucketNotificationConfiguration, GetBucketNotificationConfiguration. A configuration is taken only when every destination
 * takes a test message.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketNotificationConfiguration.html">PutBucketNotificationConfiguration</a>
 */
public final class BucketNotifications implements AsyncHandler<PutBucketNotificationConfigurationRequest, Unit> {
    private static final int ID_LENGTH = 48;

    private final BucketFinder finder;
    private final Buckets buckets;
    private final Notifications notifications;

    /** The operations. */
    public BucketNotifications(BucketFinder finder, Buckets buckets, Notifications notifications) {
        this.finder = finder;
        this.buckets = buckets;
        this.notifications = notifications;
    }

    /** GetBucketNotificationConfiguration. */
    public NotificationConfiguration get(GetBucketNotificationConfigurationRequest input, Call call) {
        Bucket bucket = finder.find(input.bucket(), input.expectedBucketOwner(), call);
        return bucket.settings().document(Document.NOTIFICATION) instanceof NotificationConfiguration configuration
                ? configuration
                : NotificationConfiguration.builder().build();
    }

    /** PutBucketNotificationConfiguration. */
    @Override
    public CompletionStage<Unit> handle(PutBucketNotificationConfigurationRequest input, Call call) {
        Bucket bucket = finder.find(input.bucket(), input.expectedBucketOwner(), call);
        NotificationConfiguration given = input.notificationConfiguration();
        if (given.lambdaFunctionConfigurations() != null
                && !given.lambdaFunctionConfigurations().isEmpty()) {
            throw S3Errors.notImplemented("S3 notifications to Lambda functions");
        }
        NotificationConfiguration configuration =
                withIds(given, buckets.environment().ids());
        List<Destination> destinations = Notifications.destinations(configuration);
        check(destinations, bucket);
        CompletableFuture<?> tried = CompletableFuture.completedFuture(null);
        if (!Boolean.TRUE.equals(input.skipDestinationValidation())) {
            String message =
                    EventMessages.test(bucket, call, notifications.clock().now());
            for (Destination destination : destinations) {
                tried = tried.thenCompose(
                        done -> tryOut(destination, bucket, message, call).toCompletableFuture());
            }
        }
        return tried.thenApply(done -> {
            boolean any = !destinations.isEmpty() || configuration.eventBridgeConfiguration() != null;
            bucket.settings().setDocument(Document.NOTIFICATION, any ? configuration : null);
            buckets.report(bucket);
            return Unit.INSTANCE;
        });
    }

    private CompletionStage<?> tryOut(Destination destination, Bucket bucket, String message, Call call) {
        return notifications
                .deliveries()
                .send(destination, bucket, message, Cause.of(call))
                .handle((output, error) -> {
                    if (error != null) {
                        throw new CompletionException(refused(destination, error));
                    }
                    return output;
                });
    }

    private static S3Error refused(Destination destination, Throwable error) {
        Throwable cause = error instanceof CompletionException && error.getCause() != null ? error.getCause() : error;
        String code = cause instanceof ServiceException answer ? answer.error().code() : "";
        String kind = destination.service().equals("sns") ? "topic" : "queue";
        if (code.equals("NotImplemented")) {
            return S3Errors.notImplemented("S3 notifications to " + destination.arn());
        }
        boolean missing = code.contains("NonExistent") || code.contains("DoesNotExist") || code.equals("NotFound");
        return unable(
                destination,
                missing
                        ? "The destination " + kind + " does not exist"
                        : "Permissions on the destination " + kind
                                + " do not allow S3 to publish notifications from this bucket");
    }

    private static S3Error unable(Destination destination, String reason) {
        return S3Errors.invalidArgument(
                "Unable to validate the following destination configurations", destination.arn(), reason);
    }

    private static void check(List<Destination> destinations, Bucket bucket) {
        for (int i = 0; i < destinations.size(); i++) {
            Destination destination = destinations.get(i);
            if (destination.name().isEmpty()
                    || !destination.service().equals("sqs")
                            && !destination.service().equals("sns")) {
                throw S3Errors.invalidArgument("The ARN could not be parsed", "ARN", destination.arn());
            }
            if (!destination.region().equals(bucket.region())) {
                throw unable(
                        destination,
                        "The notification destination service region is not valid for the bucket location constraint");
            }
            if (destination.name().endsWith(".fifo")) {
                throw unable(destination, "FIFO destinations are not supported");
            }
            for (Destination other : destinations.subList(0, i)) {
                if (destination.overlaps(other)) {
                    throw S3Errors.overlappingConfigurations();
                }
            }
        }
    }

    /** A configuration without an id gets one. */
    private static NotificationConfiguration withIds(NotificationConfiguration given, Ids ids) {
        return NotificationConfiguration.builder()
                .queueConfigurations(
                        given.queueConfigurations() == null
                                ? null
                                : given.queueConfigurations().stream()
                                        .map(queue -> QueueConfiguration.builder()
                                                .id(idOf(queue.id(), ids))
                                                .queueArn(queue.queueArn())
                                                .events(queue.events())
                                                .filter(withCapitals(queue.filter()))
                                                .build())
                                        .toList())
                .topicConfigurations(
                        given.topicConfigurations() == null
                                ? null
                                : given.topicConfigurations().stream()
                                        .map(topic -> TopicConfiguration.builder()
                                                .id(idOf(topic.id(), ids))
                                                .topicArn(topic.topicArn())
                                                .events(topic.events())
                                                .filter(withCapitals(topic.filter()))
                                                .build())
                                        .toList())
                .eventBridgeConfiguration(given.eventBridgeConfiguration())
                .build();
    }

    /** The names of filters are answered with a capital, however they were sent. */
    private static @Nullable NotificationConfigurationFilter withCapitals(
            @Nullable NotificationConfigurationFilter filter) {
        S3KeyFilter keys = filter == null ? null : filter.key();
        if (keys == null || keys.filterRules() == null) {
            return filter;
        }
        List<FilterRule> rules = keys.filterRules().stream()
                .map(rule -> FilterRule.builder()
                        .name(String.valueOf(rule.name()).equalsIgnoreCase("prefix") ? "Prefix" : "Suffix")
                        .value(rule.value())
                        .build())
                .toList();
        return NotificationConfigurationFilter.builder()
                .key(S3KeyFilter.builder().filterRules(rules).build())
                .build();
    }

    private static String idOf(@Nullable String given, Ids ids) {
        return given == null || given.isEmpty() ? ids.alphanumeric(ID_LENGTH) : given;
    }
}
