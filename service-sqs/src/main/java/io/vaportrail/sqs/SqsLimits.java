package io.vaportrail.sqs;

/**
 * Every limit of SQS, with the page of AWS's documentation that states it. Limits of time are in the unit of their name.
 *
 * <p>Request-rate quotas are left out on purpose: a test double that throttles helps nobody.
 */
public final class SqsLimits {
    /** <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/quotas-queues.html">Queue name</a>. */
    public static final int QUEUE_NAME_LENGTH = 80;

    /** <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_ListQueues.html">MaxResults</a>. */
    public static final int LISTED_QUEUES = 1_000;

    /** <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_CreateQueue.html">DelaySeconds</a>. */
    public static final int DELAY_SECONDS_MAX = 900;

    /** <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_CreateQueue.html">MaximumMessageSize</a>. */
    public static final int MAXIMUM_MESSAGE_SIZE_MIN = 1_024;

    /** <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_CreateQueue.html">MaximumMessageSize</a>. */
    public static final int MAXIMUM_MESSAGE_SIZE_MAX = 1_048_576;

    /** <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_CreateQueue.html">MessageRetentionPeriod</a>. */
    public static final int RETENTION_SECONDS_MIN = 60;

    /** <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_CreateQueue.html">MessageRetentionPeriod</a>. */
    public static final int RETENTION_SECONDS_MAX = 1_209_600;

    /** <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_CreateQueue.html">MessageRetentionPeriod</a>. */
    public static final int RETENTION_SECONDS_DEFAULT = 345_600;

    /** <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_ReceiveMessage.html">WaitTimeSeconds</a>. */
    public static final int WAIT_SECONDS_MAX = 20;

    /** <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_CreateQueue.html">VisibilityTimeout</a>. */
    public static final int VISIBILITY_SECONDS_MAX = 43_200;

    /** <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_CreateQueue.html">VisibilityTimeout</a>. */
    public static final int VISIBILITY_SECONDS_DEFAULT = 30;

    /** <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_CreateQueue.html">KmsDataKeyReusePeriodSeconds</a>. */
    public static final int KMS_REUSE_SECONDS_MIN = 60;

    /** <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_CreateQueue.html">KmsDataKeyReusePeriodSeconds</a>. */
    public static final int KMS_REUSE_SECONDS_MAX = 86_400;

    /** <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_CreateQueue.html">KmsDataKeyReusePeriodSeconds</a>. */
    public static final int KMS_REUSE_SECONDS_DEFAULT = 300;

    /** <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_ReceiveMessage.html">MaxNumberOfMessages</a>. */
    public static final int RECEIVED_MESSAGES_MAX = 10;

    /** <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/quotas-messages.html">Message batch</a>. */
    public static final int BATCH_ENTRIES = 10;

    /** <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/quotas-messages.html">Batched message ID</a>. */
    public static final int BATCH_ENTRY_ID_LENGTH = 80;

    /**
     * All messages of one batch together, in bytes.
     * <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SendMessageBatch.html">SendMessageBatch</a>.
     */
    public static final int BATCH_BYTES = 1_048_576;

    /** <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/quotas-messages.html">Message attributes</a>. */
    public static final int MESSAGE_ATTRIBUTES = 10;

    /** <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-message-metadata.html">Name</a>, in characters. */
    public static final int MESSAGE_ATTRIBUTE_NAME_LENGTH = 256;

    /** <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-message-metadata.html">Type</a>, in bytes. */
    public static final int MESSAGE_ATTRIBUTE_TYPE_LENGTH = 256;

    /**
     * Message group ids, deduplication ids and receive request attempt ids.
     * <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SendMessage.html">SendMessage</a>.
     */
    public static final int FIFO_TOKEN_LENGTH = 128;

    /**
     * How long a deduplication id or a receive request attempt id is remembered.
     * <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/using-messagededuplicationid-property.html">Five
     * minutes</a>.
     */
    public static final long DEDUPLICATION_MILLIS = 300_000;

    /**
     * Messages in flight in one queue. A standard queue answers OverLimit to a short poll beyond it, a FIFO queue answers empty.
     * <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/quotas-queues.html">Messages per queue</a>.
     */
    public static final int IN_FLIGHT = 120_000;

    /** <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-dead-letter-queues.html">maxReceiveCount</a>. */
    public static final int MAX_RECEIVE_COUNT_MAX = 1_000;

    /** <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SetQueueAttributes.html">sourceQueueArns</a>. */
    public static final int REDRIVE_ALLOW_SOURCES = 10;

    /** <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_StartMessageMoveTask.html">MaxNumberOfMessagesPerSecond</a>. */
    public static final int MOVES_PER_SECOND_MAX = 500;

    /** <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_ListMessageMoveTasks.html">MaxResults</a>. */
    public static final int LISTED_MOVE_TASKS = 10;

    /** <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-configure-dead-letter-queue-redrive.html">Active tasks</a> of an account. */
    public static final int ACTIVE_MOVE_TASKS = 100;

    /** <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-configure-dead-letter-queue-redrive.html">36 hours</a>, after which a task ends. */
    public static final long MOVE_TASK_MILLIS = 36L * 3_600_000;

    /** <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-queue-tags.html">Tags</a> of a queue. */
    public static final int TAGS = 50;

    /** <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/quotas-queues.html">Queue tag</a>. */
    public static final int TAG_KEY_LENGTH = 128;

    /** <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/quotas-queues.html">Queue tag</a>. */
    public static final int TAG_VALUE_LENGTH = 256;

    /** <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/quotas-policies.html">Policy quotas</a>. */
    public static final int POLICY_BYTES = 8_192;

    /** <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/quotas-policies.html">Policy quotas</a>. */
    public static final int POLICY_STATEMENTS = 20;

    /** <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/quotas-policies.html">Policy quotas</a>. */
    public static final int POLICY_ACTIONS = 7;

    /** <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/quotas-policies.html">Policy quotas</a>. */
    public static final int POLICY_PRINCIPALS = 50;

    /** <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_AddPermission.html">Label</a>. */
    public static final int PERMISSION_LABEL_LENGTH = 80;

    /**
     * How long the name of a deleted queue is blocked (strict mode).
     * <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_DeleteQueue.html">DeleteQueue</a>.
     */
    public static final long NAME_BLOCKED_MILLIS = 60_000;

    /**
     * How long after one purge the next is refused (strict mode).
     * <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_PurgeQueue.html">PurgeQueue</a>.
     */
    public static final long PURGE_BLOCKED_MILLIS = 60_000;

    /**
     * In-flight messages from which a tenant of a fair queue can be noisy.
     * <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-fair-queues-detailed.html">Concurrency share</a>.
     */
    public static final int NOISY_IN_FLIGHT = 30;

    /**
     * A tenant is noisy that has more than one in so many of the in-flight messages, or of the recent processing time.
     * <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-fair-queues-detailed.html">10 percent</a>.
     */
    public static final int NOISY_SHARE = 10;

    /**
     * A tenant that sent nothing for so long is no longer noisy.
     * <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-fair-queues-detailed.html">5 minutes</a>.
     */
    public static final long NOISY_MILLIS = 300_000;

    /**
     * How long a queue publishes metrics after it was used.
     * <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/monitoring-using-cloudwatch.html">Active queues</a>.
     */
    public static final long METRICS_ACTIVE_MILLIS = 6L * 3600 * 1000;

    /**
     * Messages received so often do not count for ApproximateAgeOfOldestMessage.
     * <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-available-cloudwatch-metrics.html">Metrics</a>.
     */
    public static final int METRICS_POISON_RECEIVES = 3;

    private SqsLimits() {}
}
