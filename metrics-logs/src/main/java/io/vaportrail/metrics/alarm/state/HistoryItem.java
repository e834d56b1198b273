package io.vaportrail.metrics.alarm.state;

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
 */
public record HistoryItem(
        long sequence,
        long timestampMillis,
        String alarmName,
        String alarmType,
        String itemType,
        String summary,
        String data) {
    /** The alarm was made, changed or deleted. */
    public static final String CONFIGURATION_UPDATE = "ConfigurationUpdate";

    /** Its state changed. */
    public static final String STATE_UPDATE = "StateUpdate";

    /** It acted, or tried to. */
    public static final String ACTION = "Action";
}
