package io.vaportrail.metrics.alarm.state;

import io.vaportrail.metrics.alarm.composite.Rule;
import io.vaportrail.model.cloudwatch.PutCompositeAlarmInput;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An alarm that watches other alarms. */
public final class CompositeAlarm extends Alarm {
    /** How history and filters call it. */
    public static final String TYPE = "CompositeAlarm";

    private PutCompositeAlarmInput definition;
    private Rule rule;
    private Set<String> children;
    private final Suppression suppression = new Suppression();

    CompositeAlarm(String arn, PutCompositeAlarmInput definition, Rule rule, Set<String> children, long nowMillis) {
        super(definition.alarmName(), arn, nowMillis);
        this.definition = definition;
        this.rule = rule;
        this.children = children;
    }

    void define(PutCompositeAlarmInput newDefinition, Rule newRule, Set<String> newChildren) {
        definition = newDefinition;
        rule = newRule;
        children = newChildren;
    }

    @Override
    public PutCompositeAlarmInput definition() {
        return definition;
    }

    /** When it is in ALARM. */
    public Rule rule() {
        return rule;
    }

    /** The names of the alarms that its rule names. */
    public Set<String> children() {
        return children;
    }

    /** What keeps its actions back. */
    public Suppression suppression() {
        return suppression;
    }

    /** The name of the alarm that suppresses its actions, or {@code null}. */
    public @Nullable String suppressor() {
        return definition.actionsSuppressor() == null ? null : AlarmArn.nameOf(definition.actionsSuppressor());
    }

    @Override
    public @Nullable String suppressedBy() {
        return suppression.by();
    }

    @Override
    public String type() {
        return TYPE;
    }
}
