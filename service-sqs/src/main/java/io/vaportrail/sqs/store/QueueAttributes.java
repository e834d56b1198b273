package io.vaportrail.sqs.store;

import io.vaportrail.sqs.SqsLimits;
import org.jspecify.annotations.Nullable;

/**
 * The attributes of a queue that its owner sets.
 *
 * @param delaySeconds DelaySeconds
 * @param maximumMessageSize MaximumMessageSize, in bytes
 * @param messageRetentionPeriod MessageRetentionPeriod, in seconds
 * @param receiveMessageWaitTimeSeconds ReceiveMessageWaitTimeSeconds
 * @param visibilityTimeout VisibilityTimeout, in seconds
 * @param policy Policy, or {@code null}
 * @param redrivePolicy RedrivePolicy, or {@code null}
 * @param redriveAllowPolicy RedriveAllowPolicy, or {@code null}
 * @param kmsMasterKeyId KmsMasterKeyId, or {@code null}
 * @param kmsDataKeyReusePeriodSeconds KmsDataKeyReusePeriodSeconds; shown only with a key
 * @param sqsManagedSseEnabled SqsManagedSseEnabled
 * @param contentBasedDeduplication ContentBasedDeduplication (FIFO queues)
 * @param deduplicationPerGroup whether DeduplicationScope is messageGroup (FIFO queues)
 * @param throughputPerGroup whether FifoThroughputLimit is perMessageGroupId (FIFO queues)
 */
public record QueueAttributes(
        int delaySeconds,
        int maximumMessageSize,
        int messageRetentionPeriod,
        int receiveMessageWaitTimeSeconds,
        int visibilityTimeout,
        @Nullable String policy,
        @Nullable RedrivePolicy redrivePolicy,
        @Nullable RedriveAllowPolicy redriveAllowPolicy,
        @Nullable String kmsMasterKeyId,
        int kmsDataKeyReusePeriodSeconds,
        boolean sqsManagedSseEnabled,
        boolean contentBasedDeduplication,
        boolean deduplicationPerGroup,
        boolean throughputPerGroup) {

    /** What a queue has whose creator stated nothing. */
    public static final QueueAttributes DEFAULT = new QueueAttributes(
            0,
            SqsLimits.MAXIMUM_MESSAGE_SIZE_MAX,
            SqsLimits.RETENTION_SECONDS_DEFAULT,
            0,
            SqsLimits.VISIBILITY_SECONDS_DEFAULT,
            null,
            null,
            null,
            null,
            SqsLimits.KMS_REUSE_SECONDS_DEFAULT,
            true,
            false,
            false,
            false);

    /** The same attributes with another policy, or none. */
    public QueueAttributes withPolicy(@Nullable String newPolicy) {
        return new QueueAttributes(
                delaySeconds,
                maximumMessageSize,
                messageRetentionPeriod,
                receiveMessageWaitTimeSeconds,
                visibilityTimeout,
                newPolicy,
                redrivePolicy,
                redriveAllowPolicy,
                kmsMasterKeyId,
                kmsDataKeyReusePeriodSeconds,
                sqsManagedSseEnabled,
                contentBasedDeduplication,
                deduplicationPerGroup,
                throughputPerGroup);
    }

    long retentionMillis() {
        return messageRetentionPeriod * 1000L;
    }
}
