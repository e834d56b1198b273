package io.vaportrail.sns.topic;

import io.vaportrail.sns.SnsLimits;
import io.vaportrail.sns.delivery.DeliveryPolicy;
import io.vaportrail.sns.permission.TopicPolicy;
import io.vaportrail.sns.store.SnsArn;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The attributes of topics that owners set, and what values they take.
 *
 * @see <a href="https://docs.aws.amazon.com/sns/latest/api/API_SetTopicAttributes.html">SetTopicAttributes</a>
 */
public final class TopicAttributes {
    private static final Logger log = LoggerFactory.getLogger(TopicAttributes.class);

    static final String DISPLAY_NAME = "DisplayName";
    static final String POLICY = "Policy";
    static final String DELIVERY_POLICY = "DeliveryPolicy";
    static final String FIFO_TOPIC = "FifoTopic";
    static final String ARCHIVE_POLICY = "ArchivePolicy";

    /** Whether a FIFO topic tells messages apart by their bodies. */
    public static final String CONTENT_BASED_DEDUPLICATION = "ContentBasedDeduplication";

    /** Within what a FIFO topic tells messages apart. */
    public static final String FIFO_THROUGHPUT_SCOPE = "FifoThroughputScope";

    /** How messages are signed. */
    public static final String SIGNATURE_VERSION = "SignatureVersion";

    private static final String KMS_MASTER_KEY_ID = "KmsMasterKeyId";
    private static final String TRACING_CONFIG = "TracingConfig";
    private static final String SAMPLE_RATE = "SuccessFeedbackSampleRate";

    /** What an attribute is that its owner has not set. */
    private static final Map<String, String> DEFAULTS = Map.of(
            DISPLAY_NAME,
            "",
            SIGNATURE_VERSION,
            "1",
            FIFO_TOPIC,
            "false",
            CONTENT_BASED_DEDUPLICATION,
            "false",
            TRACING_CONFIG,
            "PassThrough",
            FIFO_THROUGHPUT_SCOPE,
            "Topic");

    private static final Set<String> FEEDBACK = feedback();

    private TopicAttributes() {}

    private static Set<String> feedback() {
        Set<String> names = new TreeSet<>();
        for (String protocol : List.of("HTTP", "Firehose", "Lambda", "Application", "SQS")) {
            names.add(protocol + "SuccessFeedbackRoleArn");
            names.add(protocol + SAMPLE_RATE);
            names.add(protocol + "FailureFeedbackRoleArn");
        }
        return names;
    }

    /** Says aloud what is not done about an attribute that has been set: there is no KMS here, so nothing is encrypted. */
    static void warn(SnsArn topic, String name, String value) {
        if (name.equals(KMS_MASTER_KEY_ID) && !value.isEmpty()) {
            log.warn("{}: messages are not encrypted under {}: there is no KMS", topic, value);
        }
    }

    /** What the attribute is unless its owner sets it. */
    static String defaultOf(String name) {
        return DEFAULTS.getOrDefault(name, "");
    }

    /** Whether topics have such an attribute. */
    static boolean isKnown(String name) {
        return switch (name) {
            case POLICY, DELIVERY_POLICY, KMS_MASTER_KEY_ID, ARCHIVE_POLICY -> true;
            default -> DEFAULTS.containsKey(name) || FEEDBACK.contains(name);
        };
    }

    /** Whether the attribute is one of FIFO topics alone. */
    static boolean isOfFifo(String name) {
        return switch (name) {
            case CONTENT_BASED_DEDUPLICATION, FIFO_THROUGHPUT_SCOPE, ARCHIVE_POLICY -> true;
            default -> false;
        };
    }

    /**
     * What is wrong with a value.
     *
     * @return the complaint, or {@code null} when it is right
     */
    static @Nullable String complaint(SnsArn topic, String name, String value) {
        return switch (name) {
            case DISPLAY_NAME ->
                value.length() > SnsLimits.DISPLAY_NAME_LENGTH || value.indexOf('\n') >= 0 ? "DisplayName" : null;
            case SIGNATURE_VERSION -> oneOf(name, value, "1", "2");
            case TRACING_CONFIG -> oneOf(name, value, "PassThrough", "Active");
            case FIFO_THROUGHPUT_SCOPE -> oneOf(name, value, "Topic", "MessageGroup");
            case FIFO_TOPIC, CONTENT_BASED_DEDUPLICATION ->
                isTruth(value) ? null : name + ": Invalid value [" + value + "]. Must be true or false.";
            case POLICY -> TopicPolicy.complaint(topic, value);
            case DELIVERY_POLICY -> DeliveryPolicy.topicComplaint(value);
            case ARCHIVE_POLICY -> ArchivePolicies.complaint(value);
            case KMS_MASTER_KEY_ID ->
                isKeyId(value) ? null : name + ": Invalid value [" + value + "]. Must be a key of KMS.";
            default -> name.endsWith(SAMPLE_RATE) ? sampleRate(name, value) : roleArn(name, value);
        };
    }

    /** An id or an alias, alone or as an ARN. Whether there is such a key shows when it is used. */
    private static boolean isKeyId(String value) {
        return value.length() <= SnsLimits.KEY_ID_LENGTH
                && value.chars()
                        .allMatch(c -> c >= 'a' && c <= 'z'
                                || c >= 'A' && c <= 'Z'
                                || c >= '0' && c <= '9'
                                || ":/_-".indexOf(c) >= 0);
    }

    private static boolean isTruth(String value) {
        return value.equalsIgnoreCase("true") || value.equalsIgnoreCase("false");
    }

    private static @Nullable String oneOf(String name, String value, String first, String second) {
        return value.equals(first) || value.equals(second)
                ? null
                : name + ": Invalid value [" + value + "]. Must be either " + first + " or " + second + ".";
    }

    private static @Nullable String sampleRate(String name, String value) {
        boolean valid = value.isEmpty()
                || value.length() <= 3
                        && value.chars().allMatch(c -> c >= '0' && c <= '9')
                        && Integer.parseInt(value) <= 100;
        return valid ? null : name + ": Invalid value [" + value + "]. Must be between 0 and 100.";
    }

    private static @Nullable String roleArn(String name, String value) {
        boolean valid = value.isEmpty() || value.matches("arn:aws[a-z-]*:iam::[0-9]{12}:role/.+");
        return valid ? null : name + ": Invalid value [" + value + "]. Must be the ARN of an IAM role.";
    }
}
