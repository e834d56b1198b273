package io.vaportrail.metrics.alarm;

import io.vaportrail.core.json.Json;
import io.vaportrail.core.service.Call;
import io.vaportrail.metrics.alarm.state.Alarm;
import io.vaportrail.metrics.alarm.state.AlarmStore;
import io.vaportrail.metrics.alarm.state.ContributorState;
import io.vaportrail.metrics.alarm.state.MetricAlarm;
import io.vaportrail.model.cloudwatch.AlarmContributor;
import io.vaportrail.model.cloudwatch.DeleteAlarmsInput;
import io.vaportrail.model.cloudwatch.DescribeAlarmContributorsInput;
import io.vaportrail.model.cloudwatch.DescribeAlarmContributorsOutput;
import io.vaportrail.model.cloudwatch.DisableAlarmActionsInput;
import io.vaportrail.model.cloudwatch.EnableAlarmActionsInput;
import io.vaportrail.model.cloudwatch.SetAlarmStateInput;
import io.vaportrail.schema.Unit;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The short operations on alarms: SetAlarmState, EnableAlarmActions, DisableAlarmActions, DeleteAlarms. */
final class AlarmCommands {
    private final Alarms alarms;

    AlarmCommands(Alarms alarms) {
        this.alarms = alarms;
    }

    /**
     * SetAlarmState. The alarm acts as if it had got there by itself, and stays until it is evaluated next.
     *
     * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_SetAlarmState.html">SetAlarmState</a>
     */
    Unit setAlarmState(SetAlarmStateInput input, Call call) {
        String data = input.stateReasonData();
        if (data != null && !data.isEmpty() && Json.readObject(data) == null) {
            throw AlarmErrors.invalidFormat("StateReasonData must be a JSON object");
        }
        String kept = data == null || data.isEmpty() ? null : data;
        if (!alarms.in(call).setState(input.alarmName(), input.stateValue(), input.stateReason(), kept)) {
            throw AlarmErrors.noSuchAlarm();
        }
        return Unit.INSTANCE;
    }

    /** EnableAlarmActions; names of no alarm are passed over. */
    Unit enableAlarmActions(EnableAlarmActionsInput input, Call call) {
        return enable(input.alarmNames(), call, true);
    }

    /** DisableAlarmActions; names of no alarm are passed over. */
    Unit disableAlarmActions(DisableAlarmActionsInput input, Call call) {
        return enable(input.alarmNames(), call, false);
    }

    private Unit enable(List<String> names, Call call, boolean enabled) {
        alarms.in(call).enableActions(names, enabled);
        return Unit.INSTANCE;
    }

    /**
     * DeleteAlarms: all or, when composite alarms depend on one of them, none; no more than one composite alarm at a time. Names of no
     * alarm are passed over.
     *
     * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_DeleteAlarms.html">DeleteAlarms</a>
     */
    Unit deleteAlarms(DeleteAlarmsInput input, Call call) {
        Set<String> names = new LinkedHashSet<>(input.alarmNames());
        AlarmStore store = alarms.in(call);
        store.delete(names, () -> checkDeletable(store, names));
        return Unit.INSTANCE;
    }

    private static void checkDeletable(AlarmStore store, Set<String> names) {
        long composites =
                names.stream().filter(store.compositeAlarms()::containsKey).count();
        if (composites > 1) {
            throw AlarmErrors.validation("You can delete at most one composite alarm at a time");
        }
        for (String name : names) {
            if (store.find(name).isPresent() && !store.dependents(name, names).isEmpty()) {
                throw AlarmErrors.validation(
                        "Cannot delete " + name + " as there are composite alarm(s) depending on it.");
            }
        }
    }

    /**
     * DescribeAlarmContributors: the series in ALARM of an alarm on a query that gives several.
     *
     * @see <a
     *     href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_DescribeAlarmContributors.html">DescribeAlarmContributors</a>
     */
    DescribeAlarmContributorsOutput describeAlarmContributors(DescribeAlarmContributorsInput input, Call call) {
        AlarmStore store = alarms.in(call);
        List<ContributorState> raised = store.locked(() -> {
            Alarm alarm = store.find(input.alarmName())
                    .orElseThrow(() -> AlarmErrors.noSuchResource("Alarm", input.alarmName()));
            return alarm instanceof MetricAlarm metric
                    ? List.copyOf(metric.contributors().values())
                    : List.of();
        });
        Page<ContributorState> page = Page.of(
                raised,
                "contributors " + input.alarmName(),
                input.nextToken(),
                AlarmLimits.LONGEST_PAGE,
                state -> state.contributor().id());
        return DescribeAlarmContributorsOutput.builder()
                .alarmContributors(
                        page.elements().stream().map(AlarmCommands::view).toList())
                .nextToken(page.nextToken())
                .build();
    }

    private static AlarmContributor view(ContributorState state) {
        return AlarmContributor.builder()
                .contributorId(state.contributor().id())
                .contributorAttributes(state.contributor().attributes())
                .stateReason(state.state().reason())
                .stateTransitionedTimestamp(Instant.ofEpochMilli(state.state().transitionedMillis()))
                .build();
    }
}
