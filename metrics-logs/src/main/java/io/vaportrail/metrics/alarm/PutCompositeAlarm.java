package io.vaportrail.metrics.alarm;

import io.vaportrail.core.service.Call;
import io.vaportrail.core.service.Handler;
import io.vaportrail.metrics.Tags;
import io.vaportrail.metrics.alarm.action.ActionArn;
import io.vaportrail.metrics.alarm.composite.Rule;
import io.vaportrail.metrics.alarm.composite.RuleParser;
import io.vaportrail.metrics.alarm.composite.RuleSyntaxException;
import io.vaportrail.metrics.alarm.state.AlarmArn;
import io.vaportrail.metrics.alarm.state.AlarmStore;
import io.vaportrail.model.cloudwatch.PutCompositeAlarmInput;
import io.vaportrail.schema.Unit;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * PutCompositeAlarm. A cycle of composite alarms can be made, as on AWS; nothing in it is evaluated and nothing in it can be deleted
 * until a rule is changed.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutCompositeAlarm.html">PutCompositeAlarm</a>
 */
final class PutCompositeAlarm implements Handler<PutCompositeAlarmInput, Unit> {
    private final Alarms alarms;

    PutCompositeAlarm(Alarms alarms) {
        this.alarms = alarms;
    }

    @Override
    public Unit handle(PutCompositeAlarmInput input, Call call) {
        AlarmErrors.checkName(input.alarmName());
        Rule rule = parse(input.alarmRule());
        Set<String> children = new LinkedHashSet<>();
        rule.names(children);
        if (children.size() > AlarmLimits.CHILDREN) {
            throw AlarmErrors.limitExceeded(
                    "The rule of a composite alarm can name at most " + AlarmLimits.CHILDREN + " alarms");
        }
        ActionArn.check(input.okActions(), call.region(), true);
        ActionArn.check(input.alarmActions(), call.region(), true);
        ActionArn.check(input.insufficientDataActions(), call.region(), true);
        checkSuppressor(input);
        Map<String, String> tags = Tags.of(input.tags());
        AlarmStore store = alarms.in(call);
        store.locked(() -> checked(store, input, children));
        store.put(input, rule, children, tags);
        return Unit.INSTANCE;
    }

    private static Rule parse(String rule) {
        try {
            return RuleParser.parse(rule);
        } catch (RuleSyntaxException e) {
            throw AlarmErrors.validation(String.valueOf(e.getMessage()));
        }
    }

    private static void checkSuppressor(PutCompositeAlarmInput input) {
        Integer wait = input.actionsSuppressorWaitPeriod();
        Integer extension = input.actionsSuppressorExtensionPeriod();
        boolean suppressed = input.actionsSuppressor() != null;
        if (suppressed != (wait != null) || suppressed != (extension != null)) {
            throw AlarmErrors.validation("ActionsSuppressor, ActionsSuppressorWaitPeriod and "
                    + "ActionsSuppressorExtensionPeriod must be specified together");
        }
        checkPeriod("ActionsSuppressorWaitPeriod", wait);
        checkPeriod("ActionsSuppressorExtensionPeriod", extension);
    }

    private static void checkPeriod(String parameter, @Nullable Integer seconds) {
        if (seconds != null && seconds < 0) {
            throw AlarmErrors.validation(parameter + " must not be negative");
        }
    }

    private static boolean checked(AlarmStore store, PutCompositeAlarmInput input, Set<String> children) {
        if (store.metricAlarms().containsKey(input.alarmName())) {
            throw AlarmErrors.validation(
                    "Alarm names must be unique: " + input.alarmName() + " is the name of a metric alarm");
        }
        boolean known = store.compositeAlarms().containsKey(input.alarmName());
        List<String> missing = children.stream()
                .filter(name -> store.find(name).isEmpty() && !(known && name.equals(input.alarmName())))
                .toList();
        if (!missing.isEmpty()) {
            throw AlarmErrors.validation("Could not save the composite alarm as alarms [" + String.join(", ", missing)
                    + "] in the alarm rule do not exist");
        }
        if (input.actionsSuppressor() != null
                && store.find(AlarmArn.nameOf(input.actionsSuppressor())).isEmpty()) {
            throw AlarmErrors.validation("Could not save the composite alarm as the actions suppressor ["
                    + input.actionsSuppressor() + "] does not exist");
        }
        for (String child : children) {
            if (store.dependents(child, List.of(input.alarmName())).size() >= AlarmLimits.PARENTS) {
                throw AlarmErrors.limitExceeded(
                        "The alarm " + child + " is in the rules of " + AlarmLimits.PARENTS + " composite alarms");
            }
        }
        return true;
    }
}
