package io.vaportrail.sns.status;

import io.vaportrail.core.audit.UrlPasswords;
import io.vaportrail.core.random.Ids;
import io.vaportrail.core.service.EmulatorContext;
import io.vaportrail.core.service.InternalCalls;
import io.vaportrail.core.time.EmulatorClock;
import io.vaportrail.sns.SnsLimits;
import io.vaportrail.sns.delivery.DeliveryListener;
import io.vaportrail.sns.delivery.Notification;
import io.vaportrail.sns.delivery.Outcome;
import io.vaportrail.sns.feed.LineFeed;
import io.vaportrail.sns.feed.LogStreamSink;
import io.vaportrail.sns.filter.FilterResult;
import io.vaportrail.sns.platform.PlatformApplication;
import io.vaportrail.sns.platform.PlatformEndpoint;
import io.vaportrail.sns.sms.SmsAccount;
import io.vaportrail.sns.sms.SmsAccounts;
import io.vaportrail.sns.sms.SmsParts;
import io.vaportrail.sns.sms.TextMessage;
import io.vaportrail.sns.store.Subscription;
import io.vaportrail.sns.store.Topic;
import io.vaportrail.sns.store.Topics;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Logs deliveries where the owner of a topic, an application or an account asks for it by naming roles: all failures, and as many
 * successes as the sample rate says, none unless there is one.
 *
 * @see <a href="https://docs.aws.amazon.com/sns/latest/dg/topics-attrib.html">Message delivery status</a>
 */
public final class DeliveryStatusLog implements DeliveryListener {
    private static final int HUNDRED = 100;
    private static final String CARRIER = "Vaportrail";
    private static final String SUCCESS_ROLE = "SuccessFeedbackRoleArn";
    private static final String FAILURE_ROLE = "FailureFeedbackRoleArn";
    private static final String SAMPLE_RATE = "SuccessFeedbackSampleRate";
    private static final String SMS_TYPE = "AWS.SNS.SMS.SMSType";

    private final Topics topics;
    private final SmsAccounts smsAccounts;
    private final InternalCalls calls;
    private final EmulatorClock clock;
    private final Ids ids;
    private final Executor workers;
    private final FeedbackRole role;
    private final Map<LogGroup, LineFeed> feeds = new ConcurrentHashMap<>();

    /** A log that has written nothing. */
    public DeliveryStatusLog(EmulatorContext context, Topics topics, SmsAccounts smsAccounts) {
        this.topics = topics;
        this.smsAccounts = smsAccounts;
        this.calls = context.calls();
        this.clock = context.clock();
        this.ids = context.ids();
        this.workers = context.workers();
        this.role = new FeedbackRole(calls);
    }

    @Override
    public void published(Notification notification) {
        // Only deliveries are logged.
    }

    @Override
    public void filteredOut(Subscription subscription, Notification notification, FilterResult why) {
        // Only deliveries are logged.
    }

    @Override
    public void redriven(Subscription subscription, Notification notification, boolean success) {
        // Only deliveries are logged.
    }

    @Override
    public void delivered(Subscription subscription, Notification notification, Outcome outcome) {
        ended(subscription, notification, outcome, true);
    }

    @Override
    public void failed(Subscription subscription, Notification notification, Outcome outcome, boolean again) {
        if (!again) {
            ended(subscription, notification, outcome, false);
        }
    }

    private void ended(Subscription subscription, Notification notification, Outcome outcome, boolean success) {
        Topic topic = topics.find(notification.topic());
        String account = notification.topic().accountId();
        String region = notification.topic().region();
        String kind = kind(subscription.protocol());
        if (topic == null || kind.isEmpty()) {
            return;
        }
        boolean text = subscription.protocol().equals("sms");
        String roleArn =
                text ? smsRole(account, region, success) : role(topic.settings().attributes(), kind, success);
        if (roleArn == null) {
            return;
        }
        String message = notification.content().messageFor(subscription.protocol());
        StatusRecord record = new StatusRecord(
                        notification.messageId(), notification.topicArn(), message, notification.publishedMillis())
                .with("deliveryId", ids.uuid())
                .with("destination", UrlPasswords.hidden(subscription.endpoint()));
        if (text) {
            int parts = SmsParts.of(message);
            record.with("phoneCarrier", CARRIER)
                    .with("numberOfMessageParts", parts)
                    .with("priceInUSD", success ? parts * SnsLimits.SMS_PRICE_USD : 0)
                    .with("smsType", smsType(notification.content(), account, region));
        }
        finish(record, outcome, notification.publishedMillis());
        write(LogGroup.of(account, region, notification.topic().resource(), success, roleArn), record.end(success));
    }

    /** Logs a message that was sent to a device without a topic. */
    public void sentToDevice(
            PlatformApplication application, PlatformEndpoint endpoint, String messageId, String message) {
        String roleArn = role(application.attributes(), "", true);
        if (roleArn != null) {
            StatusRecord record = new StatusRecord(messageId, null, message, clock.millis())
                    .with("deliveryId", ids.uuid())
                    .with("destination", endpoint.arn())
                    .with("token", endpoint.token());
            finish(record, new Outcome(200, "kept by the emulator", 1), clock.millis());
            write(
                    LogGroup.of(
                            application.arn().accountId(),
                            application.arn().region(),
                            application.arn().resource(),
                            true,
                            roleArn),
                    record.end(true));
        }
    }

    /** Logs a text message that was sent to a number without a topic, or was not since its owner wants none. */
    public void sentToPhone(String account, String region, String phoneNumber, String messageId, TextMessage sent) {
        String roleArn = smsRole(account, region, sent.delivered());
        if (roleArn != null) {
            StatusRecord record = new StatusRecord(messageId, null, null, clock.millis())
                    .with("phoneCarrier", CARRIER)
                    .with("destination", phoneNumber)
                    .with("numberOfMessageParts", sent.parts())
                    .with("priceInUSD", sent.delivered() ? sent.priceUsd() : 0)
                    .with("smsType", sent.smsType())
                    .with("providerResponse", sent.answer())
                    .with("dwellTimeMs", 0);
            if (sent.delivered()) {
                record.with("dwellTimeMsUntilDeviceAck", 0);
            }
            write(
                    LogGroup.of(account, region, "DirectPublishToPhoneNumber", sent.delivered(), roleArn),
                    record.end(sent.delivered()));
        }
    }

    private void finish(StatusRecord record, Outcome outcome, long publishedMillis) {
        record.with("providerResponse", outcome.answer())
                .with("dwellTimeMs", clock.millis() - publishedMillis)
                .with("attempts", outcome.attempts())
                .with("statusCode", outcome.statusCode());
    }

    private static String kind(String protocol) {
        return switch (protocol) {
            case "http", "https" -> "HTTP";
            case "sqs" -> "SQS";
            case "lambda" -> "Lambda";
            case "firehose" -> "Firehose";
            case "application" -> "Application";
            case "sms" -> "SMS";
            default -> "";
        };
    }

    /** The role to log an outcome under, or {@code null} when it is not to be logged. */
    private @Nullable String role(Map<String, String> attributes, String kind, boolean success) {
        String roleArn = attributes.get(kind + (success ? SUCCESS_ROLE : FAILURE_ROLE));
        boolean wanted = !success || sampled(attributes.get(kind + SAMPLE_RATE));
        return roleArn == null || roleArn.isEmpty() || !wanted ? null : roleArn;
    }

    private @Nullable String smsRole(String account, String region, boolean success) {
        Map<String, String> attributes = smsAccounts.in(account, region).attributes();
        String roleArn = attributes.get(SmsAccount.STATUS_ROLE);
        boolean wanted = !success || sampled(attributes.get(SmsAccount.STATUS_SAMPLE_RATE));
        return roleArn == null || roleArn.isEmpty() || !wanted ? null : roleArn;
    }

    private boolean sampled(@Nullable String rate) {
        int percent = rate == null || rate.isEmpty() ? 0 : Integer.parseInt(rate);
        return percent > 0 && (percent >= HUNDRED || ids.below(HUNDRED) < percent);
    }

    private String smsType(Notification.Content content, String account, String region) {
        var given = content.attributes().get(SMS_TYPE);
        String type = given == null ? null : given.stringValue();
        return type != null
                ? type
                : smsAccounts.in(account, region).attributes().getOrDefault("DefaultSMSType", "Promotional");
    }

    private void write(LogGroup group, String line) {
        feeds.computeIfAbsent(group, this::feed).add(line);
    }

    private LineFeed feed(LogGroup group) {
        LogStreamSink.Stream stream = new LogStreamSink.Stream(group.region(), group.name(), ids.uuid(), true);
        return new LineFeed(new LogStreamSink(calls, stream, new StatusWriter(group, role, clock)), clock, workers);
    }

    /** Forgets the logs of all accounts or of one; what waits is lost. */
    public void reset(@Nullable String accountId) {
        feeds.keySet().removeIf(group -> accountId == null || group.accountId().equals(accountId));
    }
}
