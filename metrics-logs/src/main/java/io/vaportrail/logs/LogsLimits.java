package io.vaportrail.logs;

import java.time.Duration;
import java.util.List;

/**
 * What CloudWatch Logs takes.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/cloudwatch_limits_cwl.html">CloudWatch Logs quotas</a>
 */
public final class LogsLimits {
    /** Bytes of one PutLogEvents, each event counting {@link #BYTES_PER_EVENT} more than its text. */
    public static final int BATCH_BYTES = 1_048_576;

    /** What an event counts beside its text. */
    public static final int BYTES_PER_EVENT = 26;

    /** Bytes of one event's text, as it counts. */
    public static final int EVENT_BYTES = 1_048_576;

    /** Time between the first and the last event of one PutLogEvents. */
    public static final Duration BATCH_SPAN = Duration.ofHours(24);

    /** How far ahead of the clock an event may be. */
    public static final Duration FUTURE = Duration.ofHours(2);

    /** How old an event may be. */
    public static final Duration PAST = Duration.ofDays(14);

    /** Events of one answer. */
    public static final int PAGE_EVENTS = 10_000;

    /** Bytes of the texts of one answer. */
    public static final int PAGE_BYTES = 1_048_576;

    /** Things of one answer that describes, unless the caller asks for fewer. */
    public static final int PAGE = 50;

    /** How long a token leads on. */
    public static final Duration TOKEN_LIFE = Duration.ofHours(24);

    /** Tags of one log group or destination. */
    public static final int TAGS = 50;

    /** Metric filters of one log group. */
    public static final int METRIC_FILTERS = 100;

    /** Filters with regular expressions of one log group. */
    public static final int REGEX_FILTERS = 5;

    /** Dimensions of one metric filter. */
    public static final int METRIC_FILTER_DIMENSIONS = 3;

    /** Subscription filters of one log group. */
    public static final int SUBSCRIPTION_FILTERS = 2;

    /** Resource policies of an account in a region. */
    public static final int RESOURCE_POLICIES = 10;

    /** Bytes of an account's resource policy. */
    public static final int RESOURCE_POLICY_BYTES = 5_120;

    /** Saved queries of an account in a region. */
    public static final int QUERY_DEFINITIONS = 1_000;

    /**
     * Lookup tables of an account in a region.
     *
     * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CWL_QuerySyntax-Lookup.html">lookup</a>
     */
    public static final int LOOKUP_TABLES = 100;

    /**
     * Fields of one index policy.
     *
     * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CloudWatchLogs-Field-Indexing.html">Field indexes</a>
     */
    public static final int INDEXED_FIELDS = 20;

    /** Destinations of an account in a region; a bound of our own. */
    public static final int DESTINATIONS = 1_000;

    /** Export tasks that are remembered of an account in a region; some older make room. A bound of our own. */
    public static final int EXPORT_TASKS = 1_000;

    /** Events of one update of a live tail; what there is more is sampled. */
    public static final int TAIL_EVENTS = 500;

    /** How long a live tail lasts. */
    public static final Duration TAIL_LIFE = Duration.ofHours(3);

    /**
     * Days that events can be kept.
     *
     * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html">
     *     PutRetentionPolicy</a>
     */
    public static final List<Integer> RETENTION_DAYS = List.of(
            1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653);

    private LogsLimits() {}
}
