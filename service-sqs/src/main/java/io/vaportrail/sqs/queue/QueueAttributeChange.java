package io.vaportrail.sqs.queue;

import io.vaportrail.model.sqs.QueueAttributeName;
import io.vaportrail.sqs.SqsErrors;
import io.vaportrail.sqs.SqsLimits;
import io.vaportrail.sqs.deadletter.RedrivePolicies;
import io.vaportrail.sqs.permission.QueuePolicy;
import io.vaportrail.sqs.store.QueueArn;
import io.vaportrail.sqs.store.QueueAttributes;
import io.vaportrail.sqs.store.RedriveAllowPolicy;
import io.vaportrail.sqs.store.RedrivePolicy;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A change of a queue's attributes as a caller asks for it, checked value by value.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SetQueueAttributes.html">SetQueueAttributes</a>
 */
final class QueueAttributeChange {
    private final QueueArn arn;
    private final RedrivePolicies redrivePolicies;
    private final boolean fifo;

    private int delaySeconds;
    private int maximumMessageSize;
    private int messageRetentionPeriod;
    private int receiveMessageWaitTimeSeconds;
    private int visibilityTimeout;
    private @Nullable String policy;
    private @Nullable RedrivePolicy redrivePolicy;
    private @Nullable RedriveAllowPolicy redriveAllowPolicy;
    private @Nullable String kmsMasterKeyId;
    private int kmsDataKeyReusePeriodSeconds;
    private boolean sqsManagedSseEnabled;
    private boolean contentBasedDeduplication;
    private boolean deduplicationPerGroup;
    private boolean throughputPerGroup;

    private QueueAttributeChange(QueueAttributes from, QueueArn arn, RedrivePolicies redrivePolicies) {
        this.arn = arn;
        this.redrivePolicies = redrivePolicies;
        this.fifo = arn.isFifo();
        delaySeconds = from.delaySeconds();
        maximumMessageSize = from.maximumMessageSize();
        messageRetentionPeriod = from.messageRetentionPeriod();
        receiveMessageWaitTimeSeconds = from.receiveMessageWaitTimeSeconds();
        visibilityTimeout = from.visibilityTimeout();
        policy = from.policy();
        redrivePolicy = from.redrivePolicy();
        redriveAllowPolicy = from.redriveAllowPolicy();
        kmsMasterKeyId = from.kmsMasterKeyId();
        kmsDataKeyReusePeriodSeconds = from.kmsDataKeyReusePeriodSeconds();
        sqsManagedSseEnabled = from.sqsManagedSseEnabled();
        contentBasedDeduplication = from.contentBasedDeduplication();
        deduplicationPerGroup = from.deduplicationPerGroup();
        throughputPerGroup = from.throughputPerGroup();
    }

    /** The attributes after the change; nothing has changed when one of its values is refused. */
    static QueueAttributes apply(
            Map<String, String> change, QueueAttributes from, QueueArn arn, RedrivePolicies redrivePolicies) {
        QueueAttributeChange result = new QueueAttributeChange(from, arn, redrivePolicies);
        result.checkEncryption(change);
        change.forEach(result::set);
        if (result.throughputPerGroup && !result.deduplicationPerGroup) {
            throw SqsErrors.invalidAttributeValue(
                    QueueAttributeName.FIFO_THROUGHPUT_LIMIT,
                    "The perMessageGroupId value is allowed only when the value for DeduplicationScope is messageGroup.");
        }
        return result.attributes();
    }

    private QueueAttributes attributes() {
        return new QueueAttributes(
                delaySeconds,
                maximumMessageSize,
                messageRetentionPeriod,
                receiveMessageWaitTimeSeconds,
                visibilityTimeout,
                policy,
                redrivePolicy,
                redriveAllowPolicy,
                kmsMasterKeyId,
                kmsDataKeyReusePeriodSeconds,
                sqsManagedSseEnabled,
                contentBasedDeduplication,
                deduplicationPerGroup,
                throughputPerGroup);
    }

    private void checkEncryption(Map<String, String> change) {
        String key = change.get(QueueAttributeName.KMS_MASTER_KEY_ID);
        String managed = change.get(QueueAttributeName.SQS_MANAGED_SSE_ENABLED);
        if (key != null
                && !key.isEmpty()
                && managed != null
                && flag(QueueAttributeName.SQS_MANAGED_SSE_ENABLED, managed)) {
            throw SqsErrors.invalidAttributeName("You can use one type of server-side encryption (SSE) at one time."
                    + " You can either enable KMS SSE or SQS SSE.");
        }
    }

    private void set(String name, String value) {
        switch (name) {
            case QueueAttributeName.DELAY_SECONDS -> delaySeconds = number(name, value, 0, SqsLimits.DELAY_SECONDS_MAX);
            case QueueAttributeName.MAXIMUM_MESSAGE_SIZE ->
                maximumMessageSize =
                        number(name, value, SqsLimits.MAXIMUM_MESSAGE_SIZE_MIN, SqsLimits.MAXIMUM_MESSAGE_SIZE_MAX);
            case QueueAttributeName.MESSAGE_RETENTION_PERIOD ->
                messageRetentionPeriod =
                        number(name, value, SqsLimits.RETENTION_SECONDS_MIN, SqsLimits.RETENTION_SECONDS_MAX);
            case QueueAttributeName.RECEIVE_MESSAGE_WAIT_TIME_SECONDS ->
                receiveMessageWaitTimeSeconds = number(name, value, 0, SqsLimits.WAIT_SECONDS_MAX);
            case QueueAttributeName.VISIBILITY_TIMEOUT ->
                visibilityTimeout = number(name, value, 0, SqsLimits.VISIBILITY_SECONDS_MAX);
            case QueueAttributeName.POLICY -> policy = value.isEmpty() ? null : QueuePolicy.checked(value);
            case QueueAttributeName.REDRIVE_POLICY ->
                redrivePolicy = value.isEmpty() ? null : redrivePolicies.redrivePolicy(value, arn);
            case QueueAttributeName.REDRIVE_ALLOW_POLICY ->
                redriveAllowPolicy = value.isEmpty() ? null : redrivePolicies.redriveAllowPolicy(value);
            default -> setEncryptionOrFifo(name, value);
        }
    }

    private void setEncryptionOrFifo(String name, String value) {
        switch (name) {
            case QueueAttributeName.KMS_MASTER_KEY_ID -> {
                kmsMasterKeyId = value.isEmpty() ? null : value;
                sqsManagedSseEnabled &= value.isEmpty();
            }
            case QueueAttributeName.KMS_DATA_KEY_REUSE_PERIOD_SECONDS ->
                kmsDataKeyReusePeriodSeconds =
                        number(name, value, SqsLimits.KMS_REUSE_SECONDS_MIN, SqsLimits.KMS_REUSE_SECONDS_MAX);
            case QueueAttributeName.SQS_MANAGED_SSE_ENABLED -> {
                sqsManagedSseEnabled = flag(name, value);
                kmsMasterKeyId = sqsManagedSseEnabled ? null : kmsMasterKeyId;
            }
            case QueueAttributeName.FIFO_QUEUE -> checkType(name, value);
            case QueueAttributeName.CONTENT_BASED_DEDUPLICATION -> {
                if (!fifo) {
                    throw SqsErrors.unknownAttribute(name);
                }
                contentBasedDeduplication = flag(name, value);
            }
            case QueueAttributeName.DEDUPLICATION_SCOPE ->
                deduplicationPerGroup = choice(name, value, "queue", "messageGroup");
            case QueueAttributeName.FIFO_THROUGHPUT_LIMIT ->
                throughputPerGroup = choice(name, value, "perQueue", "perMessageGroupId");
            default -> throw SqsErrors.unknownAttribute(name);
        }
    }

    private void checkType(String name, String value) {
        if (!fifo) {
            throw SqsErrors.unknownAttribute(name);
        }
        if (!flag(name, value)) {
            throw SqsErrors.invalidAttributeValue(name, "Modifying queue type is not supported.");
        }
    }

    /** Whether the value is the second of the two that a FIFO queue's attribute can have. */
    private boolean choice(String name, String value, String first, String second) {
        if (!fifo) {
            throw SqsErrors.invalidAttributeName(
                    "You can specify the " + name + " only when FifoQueue is set to true.");
        }
        if (!value.equals(first) && !value.equals(second)) {
            throw SqsErrors.invalidAttributeValue(name);
        }
        return value.equals(second);
    }

    private static int number(String name, String value, int min, int max) {
        try {
            int number = Integer.parseInt(value);
            if (number >= min && number <= max) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw SqsErrors.invalidAttributeValue(name);
        }
        throw SqsErrors.invalidAttributeValue(name);
    }

    /** Reads true or false in any case, as SQS does. */
    static boolean flag(String name, String value) {
        return switch (value.toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw SqsErrors.invalidAttributeValue(name);
        };
    }
}
