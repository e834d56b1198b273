package io.vaportrail.metrics.alarm.state;

import io.vaportrail.core.time.Cancellable;
import org.jspecify.annotations.Nullable;

/**
 * What keeps the actions of a composite alarm back, and what it last acted on.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Create_Composite_Alarm_Suppression.html">Suppressing
 *     composite alarm actions</a>
 */
public final class Suppression {
    /** The suppressor is in ALARM. */
    public static final String ALARM = "Alarm";

    /** The suppressor is given time to go into ALARM. */
    public static final String WAIT_PERIOD = "WaitPeriod";

    /** The suppressor has left ALARM; the composite alarm is given time to follow. */
    public static final String EXTENSION_PERIOD = "ExtensionPeriod";

    private @Nullable String by;
    private @Nullable Cancellable timer;
    private @Nullable AlarmState acted;

    /** What keeps them back, or {@code null}. */
    public @Nullable String by() {
        return by;
    }

    /** That in words, or {@code null}. */
    public @Nullable String reason() {
        return by == null ? null : "Actions suppressed by " + by;
    }

    /** The state in which the alarm last acted, or could have, or {@code null} before it ever did. */
    @Nullable AlarmState acted() {
        return acted;
    }

    void acted(AlarmState state) {
        acted = state;
    }

    void set(@Nullable String newBy, @Nullable Cancellable newTimer) {
        if (timer != null) {
            timer.cancel();
        }
        by = newBy;
        timer = newTimer;
    }
}
