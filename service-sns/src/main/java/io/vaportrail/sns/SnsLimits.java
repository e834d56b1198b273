package io.vaportrail.sns;

/**
 * Every limit of SNS, with the page of AWS's documentation that states it; those of the emulator say so. Limits of time are in the
 * unit of their name.
 *
 * <p>Request-rate quotas are left out on purpose: a test double that throttles helps nobody.
 */
public final class SnsLimits {
    /** <a href="https://docs.aws.amazon.com/sns/latest/api/API_CreateTopic.html">Name</a>. */
    public static final int TOPIC_NAME_LENGTH = 256;

    /** <a href="https://docs.aws.amazon.com/sns/latest/api/API_SetTopicAttributes.html">DisplayName</a>. */
    public static final int DISPLAY_NAME_LENGTH = 100;

    /** <a href="https://docs.aws.amazon.com/sns/latest/api/API_ListTopics.html">Topics a page</a>, as of subscriptions. */
    public static final int PAGE = 100;

    /** <a href="https://docs.aws.amazon.com/sns/latest/dg/sns-tags.html">Tags of a topic</a>. */
    public static final int TAGS = 50;

    /** <a href="https://docs.aws.amazon.com/sns/latest/api/API_Publish.html">Message</a>, with its attributes, in bytes. */
    public static final int MESSAGE_BYTES = 262_144;

    /** <a href="https://docs.aws.amazon.com/sns/latest/api/API_Publish.html">Subject</a>. */
    public static final int SUBJECT_LENGTH = 100;

    /** <a href="https://docs.aws.amazon.com/sns/latest/api/API_PublishBatch.html">PublishBatchRequestEntries</a>. */
    public static final int BATCH_ENTRIES = 10;

    /** <a href="https://docs.aws.amazon.com/sns/latest/api/API_PublishBatchRequestEntry.html">Id</a>. */
    public static final int BATCH_ENTRY_ID_LENGTH = 80;

    /** <a href="https://docs.aws.amazon.com/sns/latest/api/API_Publish.html">MessageGroupId, MessageDeduplicationId</a>. */
    public static final int TOKEN_LENGTH = 128;

    /** <a href="https://docs.aws.amazon.com/sns/latest/dg/fifo-message-dedup.html">Deduplication interval</a>. */
    public static final long DEDUPLICATION_MILLIS = 300_000;

    /** <a href="https://docs.aws.amazon.com/sns/latest/dg/sns-message-attributes.html">Name of a message attribute</a>. */
    public static final int ATTRIBUTE_NAME_LENGTH = 256;

    /** The emulator's: characters of a number in a message attribute; what SQS takes of raw deliveries. */
    public static final int NUMBER_LENGTH = 200;

    /** <a href="https://docs.aws.amazon.com/sns/latest/dg/subscription-filter-policy-constraints.html">Keys</a>. */
    public static final int FILTER_KEYS = 5;

    /** <a href="https://docs.aws.amazon.com/sns/latest/dg/subscription-filter-policy-constraints.html">Combinations</a>. */
    public static final int FILTER_COMBINATIONS = 150;

    /** <a href="https://docs.aws.amazon.com/sns/latest/dg/subscription-filter-policy-constraints.html">Size</a>. */
    public static final int FILTER_BYTES = 262_144;

    /** <a href="https://docs.aws.amazon.com/sns/latest/dg/subscription-filter-policy-constraints.html">Policies of a topic</a>. */
    public static final int FILTERS_OF_TOPIC = 200;

    /** <a href="https://docs.aws.amazon.com/sns/latest/dg/subscription-filter-policy-constraints.html">Numbers</a>, both ways. */
    public static final long FILTER_NUMBER = 1_000_000_000;

    /** <a href="https://docs.aws.amazon.com/sns/latest/dg/subscription-filter-policy-constraints.html">Digits after the point</a>. */
    public static final int FILTER_DIGITS = 5;

    /** <a href="https://docs.aws.amazon.com/sns/latest/api/API_ConfirmSubscription.html">Validity of a token</a>. */
    public static final long CONFIRMATION_DAYS = 2;

    /** <a href="https://docs.aws.amazon.com/sns/latest/dg/sns-message-delivery-retries.html">Delay of a retry</a>, and all of them. */
    public static final int RETRY_SECONDS = 3_600;

    /** <a href="https://docs.aws.amazon.com/sns/latest/dg/sns-message-delivery-retries.html">numRetries</a>. */
    public static final int RETRIES = 100;

    /** <a href="https://docs.aws.amazon.com/sns/latest/dg/sns-http-https-endpoint-as-subscriber.html">How long an endpoint has</a>. */
    public static final int HTTP_SECONDS = 15;

    /** <a href="https://docs.aws.amazon.com/sns/latest/api/API_AddPermission.html">Statements of a topic's policy</a>. */
    public static final int POLICY_STATEMENTS = 100;

    /** <a href="https://docs.aws.amazon.com/sns/latest/api/API_SetTopicAttributes.html">Policy</a>, in bytes. */
    public static final int POLICY_BYTES = 30_720;

    /** <a href="https://docs.aws.amazon.com/sns/latest/api/API_PutDataProtectionPolicy.html">DataProtectionPolicy</a>. */
    public static final int DATA_PROTECTION_LENGTH = 30_720;

    /** <a href="https://docs.aws.amazon.com/sns/latest/dg/sns-message-data-protection-operations.html">SampleRate</a>. */
    public static final int AUDIT_SAMPLE_RATE = 99;

    /** <a href="https://docs.aws.amazon.com/general/latest/gr/sns.html">Standard topics of an account in a region</a>. */
    public static final int TOPICS = 100_000;

    /** <a href="https://docs.aws.amazon.com/general/latest/gr/sns.html">FIFO topics of an account in a region</a>. */
    public static final int FIFO_TOPICS = 1_000;

    /** <a href="https://docs.aws.amazon.com/general/latest/gr/sns.html">Subscriptions to a FIFO topic</a>. */
    public static final int FIFO_SUBSCRIPTIONS = 100;

    /** <a href="https://docs.aws.amazon.com/general/latest/gr/sns.html">Subscriptions of an account that nobody has confirmed</a>. */
    public static final int PENDING_SUBSCRIPTIONS = 5_000;

    /** <a href="https://docs.aws.amazon.com/sns/latest/dg/subscription-filter-policy-constraints.html">Policies of an account</a>. */
    public static final int FILTERS_OF_ACCOUNT = 10_000;

    /** <a href="https://docs.aws.amazon.com/kms/latest/APIReference/API_GenerateDataKey.html">KeyId</a>. */
    public static final int KEY_ID_LENGTH = 2_048;

    /** <a href="https://docs.aws.amazon.com/sns/latest/dg/message-archiving-and-replay-topic-owner.html">Days of an archive</a>. */
    public static final int ARCHIVE_DAYS = 365;

    /** <a href="https://docs.aws.amazon.com/sns/latest/api/API_CreatePlatformApplication.html">Name</a>. */
    public static final int APPLICATION_NAME_LENGTH = 256;

    /** <a href="https://docs.aws.amazon.com/sns/latest/api/API_CreatePlatformEndpoint.html">CustomUserData</a>. */
    public static final int USER_DATA_BYTES = 2_048;

    /** <a href="https://docs.aws.amazon.com/sns/latest/dg/sns-sms-sandbox.html">Numbers in the sandbox</a>. */
    public static final int SANDBOX_NUMBERS = 10;

    /** The emulator's: deliveries over HTTP that wait, of one subscription; beyond it they go to the dead-letter queue. */
    public static final int HTTP_BACKLOG = 1_000;

    /** The emulator's: deliveries over HTTP under way to one subscription. */
    public static final int HTTP_PARALLEL = 8;

    /** The emulator's: bytes that wait for delivery over HTTP, of all subscriptions. */
    public static final long HTTP_BACKLOG_BYTES = 64L * 1024 * 1024;

    /** The emulator's: deliveries that cannot leave the machine and are kept, of each kind, account and region. */
    public static final int KEPT_DELIVERIES = 1_000;

    /** The emulator's: lines that wait for their log group or bucket; beyond it the oldest make room. */
    public static final int LOG_BACKLOG = 1_000;

    /** The emulator's: bytes of a topic's archive. */
    public static final long ARCHIVE_BYTES = 64L * 1024 * 1024;

    /** The emulator's: deliveries beyond which a publish leaves the event loop. */
    public static final int INLINE_DELIVERIES = 16;

    /** The emulator's: bytes of a message beyond which a publish that is filtered leaves the event loop. */
    public static final int INLINE_BYTES = 4_096;

    /** The emulator's: what a part of a text message costs, in US dollars, whatever the country. */
    public static final double SMS_PRICE_USD = 0.00645;

    private SnsLimits() {}
}
