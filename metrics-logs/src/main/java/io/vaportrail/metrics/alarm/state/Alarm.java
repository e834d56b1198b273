package io.vaportrail.metrics.alarm.state;

import io.vaportrail.schema.Struct;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** An alarm of either kind: what both have. Changed under the lock of its store. */
public abstract sealed class Alarm permits MetricAlarm, CompositeAlarm {
    private final String name;
    private final String arn;
    private final TreeMap<String, String> tags = new TreeMap<>();
    private volatile AlarmState state;
    private boolean actionsEnabled;
    private long configuredMillis;

    /** The state in which an alarm's actions were last muted, or {@code null}. */
    private @Nullable String mutedIn;

    /** The state before that. */
    private @Nullable AlarmState beforeMuted;

    Alarm(String name, String arn, long nowMillis) {
        this.name = name;
        this.arn = arn;
        this.state = AlarmState.initial(nowMillis);
    }

    /** Its name. */
    public final String name() {
        return name;
    }

    /** Its ARN. */
    public final String arn() {
        return arn;
    }

    /** {@code MetricAlarm} or {@code CompositeAlarm}. */
    public abstract String type();

    /** As it was put: a PutMetricAlarmInput or PutCompositeAlarmInput. */
    public abstract Struct definition();

    /** What its owner says about it, or {@code null}. */
    public final @Nullable String description() {
        return Definitions.description(definition());
    }

    /** What keeps its actions back, or {@code null}; only composite alarms have suppressors. */
    public @Nullable String suppressedBy() {
        return null;
    }

    /** What it does in a state: ARNs. */
    public final List<String> actions(String stateValue) {
        return Definitions.actions(definition(), stateValue);
    }

    /** Its tags by key. */
    public final Map<String, String> tags() {
        return tags;
    }

    /** How it is. */
    public final AlarmState state() {
        return state;
    }

    final void state(AlarmState next) {
        state = next;
    }

    /** Whether it takes actions. */
    public final boolean actionsEnabled() {
        return actionsEnabled;
    }

    final void actionsEnabled(boolean enabled) {
        actionsEnabled = enabled;
    }

    /** When it was last configured. */
    public final long configuredMillis() {
        return configuredMillis;
    }

    final void configured(long nowMillis, boolean enabled) {
        configuredMillis = nowMillis;
        actionsEnabled = enabled;
    }

    /** Notes that its actions were muted when it went into its state, coming from another. */
    final void muted(AlarmState before) {
        mutedIn = state.value();
        beforeMuted = before;
    }

    /** The state before the one whose actions were muted, if it is in that one still; {@code null} otherwise. */
    final @Nullable AlarmState takeMuted() {
        AlarmState before = state.value().equals(mutedIn) ? beforeMuted : null;
        mutedIn = null;
        beforeMuted = null;
        return before;
    }
}
