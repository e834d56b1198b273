package io.vaportrail.metrics.alarm;

import io.vaportrail.core.service.Call;
import io.vaportrail.core.service.Handler;
import io.vaportrail.metrics.alarm.state.Alarm;
import io.vaportrail.metrics.alarm.state.AlarmArn;
import io.vaportrail.metrics.alarm.state.AlarmState;
import io.vaportrail.metrics.alarm.state.AlarmStore;
import io.vaportrail.metrics.alarm.state.CompositeAlarm;
import io.vaportrail.metrics.alarm.state.MetricAlarm;
import io.vaportrail.model.cloudwatch.DescribeAlarmsInput;
import io.vaportrail.model.cloudwatch.DescribeAlarmsOutput;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * DescribeAlarms: composite alarms first, then metric alarms, each by name. Unless types are asked for, metric alarms only.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_DescribeAlarms.html">DescribeAlarms</a>
 */
final class DescribeAlarms implements Handler<DescribeAlarmsInput, DescribeAlarmsOutput> {
    private final Alarms alarms;

    DescribeAlarms(Alarms alarms) {
        this.alarms = alarms;
    }

    @Override
    public DescribeAlarmsOutput handle(DescribeAlarmsInput input, Call call) {
        boolean relatives = input.childrenOfAlarmName() != null || input.parentsOfAlarmName() != null;
        if (relatives) {
            checkRelatives(input);
        } else if (notEmpty(input.alarmNames()) && input.alarmNamePrefix() != null) {
            throw AlarmErrors.validation("AlarmNames and AlarmNamePrefix must not both be specified");
        }
        AlarmStore store = alarms.in(call);
        return store.locked(() -> {
            List<Alarm> found = relatives ? relatives(store, input) : filtered(store, input);
            int size = input.maxRecords() == null ? AlarmLimits.PAGE : input.maxRecords();
            return view(
                    Page.of(found, "alarms " + filters(input), input.nextToken(), size, DescribeAlarms::key), input);
        });
    }

    private static boolean notEmpty(@Nullable List<String> list) {
        return list != null && !list.isEmpty();
    }

    private static void checkRelatives(DescribeAlarmsInput input) {
        boolean both = input.childrenOfAlarmName() != null && input.parentsOfAlarmName() != null;
        if (both
                || notEmpty(input.alarmNames())
                || input.alarmNamePrefix() != null
                || notEmpty(input.alarmTypes())
                || input.stateValue() != null
                || input.actionPrefix() != null) {
            throw AlarmErrors.validation("ChildrenOfAlarmName and ParentsOfAlarmName must not be specified together or "
                    + "with parameters other than MaxRecords and NextToken");
        }
    }

    private static String filters(DescribeAlarmsInput input) {
        return String.join(
                " ",
                String.valueOf(input.alarmNames()),
                String.valueOf(input.alarmNamePrefix()),
                String.valueOf(input.alarmTypes()),
                String.valueOf(input.stateValue()),
                String.valueOf(input.actionPrefix()),
                String.valueOf(input.childrenOfAlarmName()),
                String.valueOf(input.parentsOfAlarmName()));
    }

    /** Composite alarms before metric alarms, each by name. */
    private static String key(Alarm alarm) {
        return alarm.type() + ' ' + alarm.name();
    }

    private static List<Alarm> relatives(AlarmStore store, DescribeAlarmsInput input) {
        List<Alarm> found = new ArrayList<>();
        if (input.childrenOfAlarmName() != null) {
            CompositeAlarm parent = store.compositeAlarms().get(AlarmArn.nameOf(input.childrenOfAlarmName()));
            Set<String> children = parent == null ? Set.of() : parent.children();
            all(store).filter(alarm -> children.contains(alarm.name())).forEach(found::add);
        } else {
            String child = AlarmArn.nameOf(String.valueOf(input.parentsOfAlarmName()));
            store.compositeAlarms().values().stream()
                    .filter(alarm -> alarm.children().contains(child))
                    .forEach(found::add);
        }
        return found;
    }

    private static Stream<Alarm> all(AlarmStore store) {
        return Stream.concat(store.compositeAlarms().values().stream(), store.metricAlarms().values().stream());
    }

    private static List<Alarm> filtered(AlarmStore store, DescribeAlarmsInput input) {
        List<String> asked = input.alarmTypes();
        List<String> types = asked == null || asked.isEmpty() ? List.of(MetricAlarm.TYPE) : asked;
        Set<String> names = input.alarmNames() == null ? Set.of() : new HashSet<>(input.alarmNames());
        String prefix = input.alarmNamePrefix();
        return all(store)
                .filter(alarm -> types.contains(alarm.type()))
                .filter(alarm -> names.isEmpty() || names.contains(alarm.name()))
                .filter(alarm -> prefix == null || alarm.name().startsWith(prefix))
                .filter(alarm -> input.stateValue() == null
                        || input.stateValue().equals(alarm.state().value()))
                .filter(alarm -> input.actionPrefix() == null || acts(alarm, input.actionPrefix()))
                .toList();
    }

    private static boolean acts(Alarm alarm, String prefix) {
        return Stream.of(AlarmState.OK, AlarmState.ALARM, AlarmState.INSUFFICIENT_DATA)
                .flatMap(state -> alarm.actions(state).stream())
                .anyMatch(action -> action.startsWith(prefix));
    }

    private static DescribeAlarmsOutput view(Page<Alarm> page, DescribeAlarmsInput input) {
        List<io.vaportrail.model.cloudwatch.MetricAlarm> metric = new ArrayList<>();
        List<io.vaportrail.model.cloudwatch.CompositeAlarm> composite = new ArrayList<>();
        boolean children = input.childrenOfAlarmName() != null;
        for (Alarm alarm : page.elements()) {
            if (alarm instanceof CompositeAlarm one) {
                boolean relative = children || input.parentsOfAlarmName() != null;
                composite.add(relative ? AlarmViews.relative(one, children) : AlarmViews.of(one));
            } else {
                MetricAlarm one = (MetricAlarm) alarm;
                metric.add(children ? AlarmViews.child(one) : AlarmViews.of(one));
            }
        }
        return DescribeAlarmsOutput.builder()
                .metricAlarms(metric)
                .compositeAlarms(composite)
                .nextToken(page.nextToken())
                .build();
    }
}
