package io.vaportrail.metrics.alarm.state;

import io.vaportrail.metrics.alarm.evaluation.Contributor;
import io.vaportrail.metrics.alarm.mute.MuteWindow;
import io.vaportrail.schema.Struct;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A change of an alarm's state, and what follows from it: everything that messages say, so that they can be written without a lock.
 *
 * @param accountId whose alarm, 12 digits
 * @param region where
 * @param name its name
 * @param arn its ARN
 * @param definition as it was put: a PutMetricAlarmInput or PutCompositeAlarmInput
 * @param configuredMillis when it was last configured
 * @param before the state before
 * @param after the state now
 * @param suppressedBy what keeps its actions back, or {@code null}
 * @param transition whether the state changes now; otherwise actions are made up for that were kept back
 * @param afterMuteWindow whether they were kept back by a mute rule
 * @param mutedIn the window of a mute rule that is open now, or {@code null}
 * @param contributor the contributor of the alarm whose state it is, or {@code null} for the alarm itself
 * @param actions what is to be done: ARNs
 */
public record StateChange(
        String accountId,
        String region,
        String name,
        String arn,
        Struct definition,
        long configuredMillis,
        AlarmState before,
        AlarmState after,
        @Nullable String suppressedBy,
        boolean transition,
        boolean afterMuteWindow,
        @Nullable MuteWindow mutedIn,
        @Nullable Contributor contributor,
        List<String> actions)
        implements AlarmEffect {

    /** {@code MetricAlarm} or {@code CompositeAlarm}. */
    public String alarmType() {
        return definition instanceof io.vaportrail.model.cloudwatch.PutMetricAlarmInput
                ? MetricAlarm.TYPE
                : CompositeAlarm.TYPE;
    }

    static StateChange of(
            AlarmStore store,
            Alarm alarm,
            AlarmState before,
            boolean transition,
            boolean afterMuteWindow,
            @Nullable MuteWindow mutedIn,
            List<String> actions) {
        return of(store, alarm, null, before, alarm.state(), transition, afterMuteWindow, mutedIn, actions);
    }

    static StateChange ofContributor(
            AlarmStore store,
            MetricAlarm alarm,
            Contributor contributor,
            AlarmState before,
            AlarmState after,
            @Nullable MuteWindow mutedIn,
            List<String> actions) {
        return of(store, alarm, contributor, before, after, true, false, mutedIn, actions);
    }

    private static StateChange of(
            AlarmStore store,
            Alarm alarm,
            @Nullable Contributor contributor,
            AlarmState before,
            AlarmState after,
            boolean transition,
            boolean afterMuteWindow,
            @Nullable MuteWindow mutedIn,
            List<String> actions) {
        return new StateChange(
                store.accountId(),
                store.region(),
                alarm.name(),
                alarm.arn(),
                alarm.definition(),
                alarm.configuredMillis(),
                before,
                after,
                alarm.suppressedBy(),
                transition,
                afterMuteWindow,
                mutedIn,
                contributor,
                List.copyOf(actions));
    }
}
