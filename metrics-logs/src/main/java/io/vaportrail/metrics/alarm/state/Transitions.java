package io.vaportrail.metrics.alarm.state;

import io.vaportrail.core.json.Json;
import io.vaportrail.core.time.EmulatorClock;
import io.vaportrail.metrics.alarm.evaluation.AwsTime;
import io.vaportrail.metrics.alarm.evaluation.Contributor;
import io.vaportrail.metrics.alarm.mute.MuteWindow;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Moves alarms from state to state, composite alarms after those that they name, and says what is to be done. Used under the lock of
 * the store, once for each occasion; what it collects is done after unlocking.
 */
final class Transitions {
    private static final long MILLIS = 1000;

    private final AlarmStore store;
    private final EmulatorClock clock;
    private final long now;
    private final List<AlarmEffect> effects = new ArrayList<>();
    private final Deque<Alarm> changed = new ArrayDeque<>();

    Transitions(AlarmStore store, EmulatorClock clock) {
        this.store = store;
        this.clock = clock;
        this.now = clock.millis();
    }

    long now() {
        return now;
    }

    /** What others are to be told of. */
    List<AlarmEffect> effects() {
        return effects;
    }

    /** Notes that an alarm was made, changed or deleted. */
    void configured(Alarm alarm, String operation, @Nullable Configuration previous) {
        effects.add(ConfigurationChange.of(store, alarm, operation, now, previous));
    }

    /** Puts an alarm into a state, and then those that depend on it into theirs. */
    void move(Alarm alarm, String value, String reason, @Nullable String reasonData) {
        step(alarm, value, reason, reasonData);
        while (!changed.isEmpty()) {
            Alarm next = changed.remove();
            for (CompositeAlarm composite : store.composites()) {
                if (next.name().equals(composite.suppressor())) {
                    suppressorChanged(composite);
                }
                if (composite.children().contains(next.name())) {
                    follow(composite, next);
                }
            }
        }
    }

    private void step(Alarm alarm, String value, String reason, @Nullable String reasonData) {
        AlarmState before = alarm.state();
        alarm.state(before.next(value, reason, reasonData, now));
        if (before.value().equals(value)) {
            return;
        }
        store.history()
                .add(
                        now,
                        alarm.name(),
                        alarm.type(),
                        HistoryItem.STATE_UPDATE,
                        "Alarm updated from " + before.value() + " to " + value,
                        HistoryData.stateUpdate(before, alarm.state()));
        changed.add(alarm);
        List<String> actions = alarm instanceof CompositeAlarm composite && composite.suppressor() != null
                ? suppressible(composite, before)
                : actions(alarm, before);
        MuteWindow muting = store.mutes().muting(alarm.name(), now);
        effects.add(StateChange.of(store, alarm, before, true, false, muting, actions));
    }

    /** Notes that one of an alarm's contributors changed its state; what a mute rule holds back of it is not made up for. */
    void contributorMoved(MetricAlarm alarm, Contributor contributor, AlarmState before, AlarmState after) {
        store.history()
                .add(
                        now,
                        alarm.name(),
                        alarm.type(),
                        HistoryItem.CONTRIBUTOR_STATE_UPDATE,
                        contributor,
                        "Alarm contributor updated from " + before.value() + " to " + after.value(),
                        HistoryData.stateUpdate(before, after));
        MuteWindow muting = store.mutes().muting(alarm.name(), now);
        List<String> actions = alarm.actionsEnabled() && muting == null ? alarm.actions(after.value()) : List.of();
        effects.add(StateChange.ofContributor(store, alarm, contributor, before, after, muting, actions));
    }

    /** What the alarm may do now; what a mute rule holds back is looked at again when its window ends. */
    private List<String> actions(Alarm alarm, AlarmState before) {
        if (!alarm.actionsEnabled()) {
            return List.of();
        }
        MuteWindow muting = store.mutes().muting(alarm.name(), now);
        if (muting != null) {
            alarm.muted(before);
            store.unmuteAt(muting.endMillis(), alarm.name());
            return List.of();
        }
        return alarm.actions(alarm.state().value());
    }

    /** Makes up for what a mute rule held back, if the alarm still is as it was then. */
    void unmute(Alarm alarm) {
        MuteWindow muting = store.mutes().muting(alarm.name(), now);
        if (muting != null) {
            store.unmuteAt(muting.endMillis(), alarm.name());
            return;
        }
        AlarmState before = alarm.takeMuted();
        if (before != null && alarm.actionsEnabled()) {
            effects.add(StateChange.of(
                    store,
                    alarm,
                    before,
                    false,
                    true,
                    null,
                    alarm.actions(alarm.state().value())));
        }
    }

    private void follow(CompositeAlarm composite, Alarm cause) {
        if (!store.evaluable(composite)) {
            return;
        }
        String value = composite.rule().holds(store::stateOf) ? AlarmState.ALARM : AlarmState.OK;
        if (value.equals(composite.state().value())) {
            return;
        }
        String reason = cause.arn() + " transitioned to " + cause.state().value() + " at "
                + AwsTime.sentence(cause.state().transitionedMillis());
        step(composite, value, reason, triggering(List.of(cause)));
    }

    /** Evaluates a composite alarm that was just put. */
    void put(CompositeAlarm composite, boolean created) {
        if (!store.evaluable(composite)) {
            return;
        }
        String value = composite.rule().holds(store::stateOf) ? AlarmState.ALARM : AlarmState.OK;
        if (!value.equals(composite.state().value())) {
            List<Alarm> children = new ArrayList<>();
            composite.children().forEach(name -> store.find(name).ifPresent(children::add));
            String reason = composite.arn() + (created ? " was created" : " was updated")
                    + " and its alarm rule evaluates to " + value;
            move(composite, value, reason, triggering(children));
        }
    }

    private static String triggering(Collection<? extends Alarm> alarms) {
        List<Object> listed = new ArrayList<>();
        for (Alarm alarm : alarms) {
            Map<String, Object> state = new LinkedHashMap<>();
            state.put("value", alarm.state().value());
            state.put("timestamp", AwsTime.json(alarm.state().transitionedMillis()));
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("arn", alarm.arn());
            one.put("state", state);
            listed.add(one);
        }
        return Json.write(Map.of("triggeringAlarms", listed));
    }

    // What follows keeps to "Composite alarms take actions that are based on their current states when suppression
    // ends".

    private List<String> suppressible(CompositeAlarm composite, AlarmState before) {
        Suppression suppression = composite.suppression();
        if (suppression.acted() == null) {
            suppression.acted(before);
        }
        if (suppressorInAlarm(composite)) {
            suppression.set(Suppression.ALARM, null);
            return List.of();
        }
        if (suppression.by() != null) {
            return List.of();
        }
        int wait = orZero(composite.definition().actionsSuppressorWaitPeriod());
        if (wait > 0) {
            suppression.set(Suppression.WAIT_PERIOD, releaseIn(wait, composite));
            return List.of();
        }
        suppression.acted(composite.state());
        return actions(composite, before);
    }

    private void suppressorChanged(CompositeAlarm composite) {
        Suppression suppression = composite.suppression();
        if (suppressorInAlarm(composite)) {
            suppression.set(Suppression.ALARM, null);
        } else if (Suppression.ALARM.equals(suppression.by())) {
            int extension = orZero(composite.definition().actionsSuppressorExtensionPeriod());
            if (extension > 0) {
                suppression.set(Suppression.EXTENSION_PERIOD, releaseIn(extension, composite));
            } else {
                release(composite);
            }
        }
    }

    /** Whether the suppressor of a composite alarm is in ALARM right now. */
    boolean suppressorInAlarm(CompositeAlarm composite) {
        String suppressor = composite.suppressor();
        return suppressor != null && AlarmState.ALARM.equals(store.stateOf(suppressor));
    }

    /** Ends the suppression; acts if the state is another than the one that was acted on last. */
    void release(CompositeAlarm composite) {
        Suppression suppression = composite.suppression();
        suppression.set(null, null);
        AlarmState acted = suppression.acted();
        if (acted != null && !acted.value().equals(composite.state().value())) {
            suppression.acted(composite.state());
            effects.add(StateChange.of(store, composite, acted, false, false, null, actions(composite, acted)));
        }
    }

    private io.vaportrail.core.time.Cancellable releaseIn(int seconds, CompositeAlarm composite) {
        return clock.schedule(now + seconds * MILLIS, () -> store.release(composite));
    }

    private static int orZero(@Nullable Integer number) {
        return number == null ? 0 : number;
    }
}
