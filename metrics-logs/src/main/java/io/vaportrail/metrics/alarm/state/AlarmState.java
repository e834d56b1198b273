package io.vaportrail.metrics.alarm.state;

import org.jspecify.annotations.Nullable;

/**
 * The state of an alarm.
 *
 * @param value {@code OK}, {@code ALARM} or {@code INSUFFICIENT_DATA}
 * @param reason why, in words
 * @param reasonData why, as JSON, or {@code null}
 * @param updatedMillis when the value or the reason last changed
 * @param transitionedMillis when the value last changed
 */
public record AlarmState(
        String value, String reason, @Nullable String reasonData, long updatedMillis, long transitionedMillis) {
    /** All is well. */
    public static final String OK = "OK";

    /** Beyond the threshold. */
    public static final String ALARM = "ALARM";

    /** Not known. */
    public static final String INSUFFICIENT_DATA = "INSUFFICIENT_DATA";

    /** The state of a new alarm. */
    static AlarmState initial(long nowMillis) {
        return new AlarmState(INSUFFICIENT_DATA, "Unchecked: Initial alarm creation", null, nowMillis, nowMillis);
    }

    /** The state that follows this one. */
    AlarmState next(String newValue, String newReason, @Nullable String newData, long nowMillis) {
        return new AlarmState(
                newValue, newReason, newData, nowMillis, newValue.equals(value) ? transitionedMillis : nowMillis);
    }
}
