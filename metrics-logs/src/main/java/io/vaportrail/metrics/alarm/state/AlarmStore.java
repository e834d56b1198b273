package io.vaportrail.metrics.alarm.state;

import io.vaportrail.core.time.EmulatorClock;
import io.vaportrail.metrics.alarm.composite.Rule;
import io.vaportrail.metrics.alarm.evaluation.AlarmTerms;
import io.vaportrail.metrics.alarm.evaluation.ContributorVerdict;
import io.vaportrail.metrics.alarm.evaluation.Verdict;
import io.vaportrail.metrics.alarm.mute.MuteRules;
import io.vaportrail.model.cloudwatch.PutCompositeAlarmInput;
import io.vaportrail.model.cloudwatch.PutMetricAlarmInput;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The alarms of an account in a region. Everything happens under one lock; what changes of state set off is handed out after
 * unlocking.
 */
public final class AlarmStore {
    private final String accountId;
    private final String region;
    private final EmulatorClock clock;
    private final Consumer<AlarmEffect> effects;
    private final ReentrantLock lock = new ReentrantLock();
    private final TreeMap<String, MetricAlarm> metricAlarms = new TreeMap<>();
    private final TreeMap<String, CompositeAlarm> compositeAlarms = new TreeMap<>();
    private final History history = new History();
    private final MuteRules mutes = new MuteRules();
    private Set<String> evaluable = new HashSet<>();

    /** A store without alarms. */
    public AlarmStore(String accountId, String region, EmulatorClock clock, Consumer<AlarmEffect> effects) {
        this.accountId = accountId;
        this.region = region;
        this.clock = clock;
        this.effects = effects;
    }

    /** Whose alarms. */
    public String accountId() {
        return accountId;
    }

    /** Where. */
    public String region() {
        return region;
    }

    /** What happened to them. */
    public History history() {
        return history;
    }

    /** The mute rules; used under the lock. */
    public MuteRules mutes() {
        return mutes;
    }

    /** Reads or writes under the lock, without changing states. */
    public <T> T locked(Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    private <T> T moving(Function<Transitions, T> work) {
        Transitions transitions;
        T result;
        lock.lock();
        try {
            transitions = new Transitions(this, clock);
            result = work.apply(transitions);
        } finally {
            lock.unlock();
        }
        transitions.effects().forEach(effects);
        return result;
    }

    /** The metric alarms by name; used under the lock. */
    public Map<String, MetricAlarm> metricAlarms() {
        return metricAlarms;
    }

    /** The composite alarms by name; used under the lock. */
    public Map<String, CompositeAlarm> compositeAlarms() {
        return compositeAlarms;
    }

    Collection<CompositeAlarm> composites() {
        return compositeAlarms.values();
    }

    /** An alarm of either kind; used under the lock. */
    public Optional<Alarm> find(String name) {
        Alarm metric = metricAlarms.get(name);
        return Optional.ofNullable(metric != null ? metric : compositeAlarms.get(name));
    }

    @Nullable String stateOf(String name) {
        return find(name).map(alarm -> alarm.state().value()).orElse(null);
    }

    boolean evaluable(CompositeAlarm alarm) {
        return evaluable.contains(alarm.name());
    }

    /** Makes or changes a metric alarm; tags are those of a new one. Used under no lock. */
    public void put(PutMetricAlarmInput definition, AlarmTerms terms, Map<String, String> tags) {
        moving(transitions -> {
            MetricAlarm present = metricAlarms.get(definition.alarmName());
            Configuration previous = present == null ? null : Configuration.of(present);
            MetricAlarm alarm = present == null
                    ? new MetricAlarm(arn(definition.alarmName()), definition, terms, transitions.now())
                    : present;
            if (present == null) {
                alarm.tags().putAll(tags);
                metricAlarms.put(alarm.name(), alarm);
            } else {
                alarm.define(definition, terms);
            }
            alarm.configured(transitions.now(), !Boolean.FALSE.equals(definition.actionsEnabled()));
            configured(alarm, previous, transitions);
            return alarm;
        });
    }

    /** Makes or changes a composite alarm and evaluates it; tags are those of a new one. Used under no lock. */
    public void put(PutCompositeAlarmInput definition, Rule rule, Set<String> children, Map<String, String> tags) {
        moving(transitions -> {
            CompositeAlarm present = compositeAlarms.get(definition.alarmName());
            Configuration previous = present == null ? null : Configuration.of(present);
            CompositeAlarm alarm = present == null
                    ? new CompositeAlarm(arn(definition.alarmName()), definition, rule, children, transitions.now())
                    : present;
            if (present == null) {
                alarm.tags().putAll(tags);
                compositeAlarms.put(alarm.name(), alarm);
            } else {
                alarm.define(definition, rule, children);
            }
            alarm.configured(transitions.now(), !Boolean.FALSE.equals(definition.actionsEnabled()));
            alarm.suppression().set(transitions.suppressorInAlarm(alarm) ? Suppression.ALARM : null, null);
            evaluable = Cycles.evaluable(compositeAlarms.values());
            configured(alarm, previous, transitions);
            transitions.put(alarm, previous == null);
            return alarm;
        });
    }

    private String arn(String name) {
        return AlarmArn.of(accountId, region, name);
    }

    private void configured(Alarm alarm, @Nullable Configuration previous, Transitions transitions) {
        boolean created = previous == null;
        transitions.configured(alarm, created ? ConfigurationChange.CREATE : ConfigurationChange.UPDATE, previous);
        history.add(
                transitions.now(),
                alarm.name(),
                alarm.type(),
                HistoryItem.CONFIGURATION_UPDATE,
                "Alarm \"" + alarm.name() + "\" " + (created ? "created" : "updated"),
                HistoryData.configuration(
                        created ? "Create" : "Update", created ? "createdAlarm" : "updatedAlarm", alarm));
    }

    /** The names of the composite alarms that an alarm cannot be deleted without, beside those given; used under the lock. */
    public List<String> dependents(String name, Collection<String> beside) {
        List<String> found = new ArrayList<>();
        for (CompositeAlarm composite : compositeAlarms.values()) {
            boolean depends = composite.children().contains(name) || name.equals(composite.suppressor());
            if (depends && (composite.name().equals(name) || !beside.contains(composite.name()))) {
                found.add(composite.name());
            }
        }
        return found;
    }

    /**
     * Deletes alarms; names of none are passed over. Used under no lock.
     *
     * @param check throws, under the lock, when they cannot be deleted
     */
    public void delete(Collection<String> names, Runnable check) {
        moving(transitions -> {
            check.run();
            delete(names, transitions);
            return names;
        });
    }

    private void delete(Collection<String> names, Transitions transitions) {
        for (String name : names) {
            find(name).ifPresent(alarm -> {
                transitions.configured(alarm, ConfigurationChange.DELETE, null);
                metricAlarms.remove(name);
                if (compositeAlarms.remove(name) != null) {
                    ((CompositeAlarm) alarm).suppression().set(null, null);
                }
                history.add(
                        transitions.now(),
                        name,
                        alarm.type(),
                        HistoryItem.CONFIGURATION_UPDATE,
                        "Alarm \"" + name + "\" deleted",
                        HistoryData.configuration("Delete", "deletedAlarm", alarm));
            });
        }
        evaluable = Cycles.evaluable(compositeAlarms.values());
    }

    /** Has alarms take actions or not; names of none are passed over. Used under no lock. */
    public void enableActions(Collection<String> names, boolean enabled) {
        moving(transitions -> {
            for (String name : names) {
                find(name).filter(alarm -> alarm.actionsEnabled() != enabled).ifPresent(alarm -> {
                    Configuration previous = Configuration.of(alarm);
                    alarm.configured(transitions.now(), enabled);
                    configured(alarm, previous, transitions);
                });
            }
            return names;
        });
    }

    /**
     * Forces an alarm into a state.
     *
     * @return whether there is such an alarm
     */
    public boolean setState(String name, String value, String reason, @Nullable String reasonData) {
        return moving(transitions -> {
            Optional<Alarm> alarm = find(name);
            alarm.ifPresent(found -> transitions.move(found, value, reason, reasonData));
            return alarm.isPresent();
        });
    }

    /** Puts a metric alarm into the state that an evaluation found, unless it was changed or deleted meanwhile. */
    public void apply(MetricAlarm alarm, Verdict verdict, String value) {
        String reason = verdict.reason();
        String reasonData = verdict.reasonData();
        moving(transitions -> {
            boolean current =
                    metricAlarms.get(alarm.name()) == alarm && alarm.terms().equals(verdict.terms());
            if (current && !value.equals(alarm.state().value())) {
                transitions.move(alarm, value, reason, reasonData);
            }
            return value;
        });
    }

    /** Puts the contributors of a metric alarm, and then the alarm, into the states that an evaluation found, unless it was changed. */
    public void apply(MetricAlarm alarm, AlarmTerms terms, List<ContributorVerdict> verdicts) {
        moving(transitions -> {
            if (metricAlarms.get(alarm.name()) == alarm && alarm.terms().equals(terms)) {
                Contributors.move(alarm, verdicts, transitions);
            }
            return alarm;
        });
    }

    /** Says whether a metric alarm could be evaluated. */
    public void evaluationState(MetricAlarm alarm, @Nullable String state) {
        locked(() -> {
            alarm.evaluationState(state);
            return alarm;
        });
    }

    void unmuteAt(long atMillis, String name) {
        clock.schedule(
                atMillis,
                () -> moving(transitions -> {
                    Optional<Alarm> alarm = find(name);
                    alarm.ifPresent(transitions::unmute);
                    return alarm;
                }));
    }

    void release(CompositeAlarm composite) {
        moving(transitions -> {
            if (compositeAlarms.get(composite.name()) == composite) {
                transitions.release(composite);
            }
            return composite;
        });
    }

    /** Forgets everything, so that timers find nothing to do. */
    public void clear() {
        locked(() -> {
            metricAlarms.clear();
            compositeAlarms.clear();
            return true;
        });
    }
}
