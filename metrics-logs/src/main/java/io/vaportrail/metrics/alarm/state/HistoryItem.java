package io.vaportrail.metrics.alarm.state;

import io.vaportrail.metrics.alarm.evaluation.Contributor;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to an alarm.
 *
 * @param sequence numbers the items of a region
 * @param timestampMillis when
 * @param alarmName to which alarm
 * @param alarmType {@code MetricAlarm} or {@code CompositeAlarm}
 * @param itemType {@code ConfigurationUpdate}, {@code StateUpdate} or {@code Action}
 * @param summary what, in words
 * @param data what, as JSON
 * @param contributor the contributor of the alarm that it is about, or {@code null}
 */
public record HistoryItem(
        long sequence,
        long timestampMillis,
        String alarmName,
        String alarmType,
        String itemType,
        String summary,
        String data,
        @Nullable Contributor contributor) {
    /** The alarm was made, changed or deleted. */
    public static final String CONFIGURATION_UPDATE = "ConfigurationUpdate";

    /** Its state changed. */
    public static final String STATE_UPDATE = "StateUpdate";

    /** The state of one of its contributors changed. */
    public static final String CONTRIBUTOR_STATE_UPDATE = "AlarmContributorStateUpdate";

    /** It acted for a contributor, or tried to. */
    public static final String CONTRIBUTOR_ACTION = "AlarmContributorAction";

    /** It acted, or tried to. */
    public static final String ACTION = "Action";
}
