package io.vaportrail.metrics.alarm;

import java.time.Duration;

/**
 * The limits of alarms.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/cloudwatch_limits.html">CloudWatch service
 *     quotas</a>
 */
public final class AlarmLimits {
    /** How far back an alarm with a period below an hour may look, in seconds. */
    public static final int DAY_SECONDS = 86_400;

    /** How far back any alarm may look, in seconds. */
    public static final int WEEK_SECONDS = 604_800;

    /** How many metrics an expression of an alarm may use. */
    public static final int METRICS = 10;

    /** How many alarms the rule of a composite alarm may name. */
    public static final int CHILDREN = 100;

    /** How many contributors of an alarm can be in ALARM. */
    public static final int CONTRIBUTORS = 100;

    /** How many elements (functions, names, operators, brackets) a rule may have. */
    public static final int RULE_ELEMENTS = 500;

    /** How many composite alarms may name an alarm. */
    public static final int PARENTS = 150;

    /** How many alarms a page of DescribeAlarms has unless the caller asks for less. */
    public static final int PAGE = 50;

    /** How many items a page of a list has at most, and a page of a history by default. */
    public static final int LONGEST_PAGE = 100;

    /** How many detectors a page of DescribeAnomalyDetectors has at most. */
    public static final int DETECTOR_PAGE = 100;

    /** How long history is kept. */
    public static final Duration HISTORY = Duration.ofDays(30);

    /** How many items of history a region keeps here, so that memory is bounded. */
    public static final int HISTORY_ITEMS = 20_000;

    /** How long the summary of an item of history is at most, in characters. */
    public static final int SUMMARY = 255;

    /** How long a mute window is at least. */
    public static final Duration SHORTEST_MUTE = Duration.ofMinutes(1);

    /** How long a mute window is at most. */
    public static final Duration LONGEST_MUTE = Duration.ofDays(15);

    /** How far back anomaly detectors look. */
    public static final Duration TRAINING = Duration.ofDays(14);

    private AlarmLimits() {}
}
