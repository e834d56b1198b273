package io.vaportrail.metrics.alarm;

import io.vaportrail.metrics.alarm.state.AlarmState;
import io.vaportrail.metrics.alarm.state.CompositeAlarm;
import io.vaportrail.metrics.alarm.state.MetricAlarm;
import io.vaportrail.model.cloudwatch.PutCompositeAlarmInput;
import io.vaportrail.model.cloudwatch.PutMetricAlarmInput;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Alarms as AWS describes them. */
final class AlarmViews {
    private AlarmViews() {}

    static io.vaportrail.model.cloudwatch.MetricAlarm of(MetricAlarm alarm) {
        PutMetricAlarmInput put = alarm.definition();
        AlarmState state = alarm.state();
        boolean expressions = put.metrics() != null && !put.metrics().isEmpty();
        return io.vaportrail.model.cloudwatch.MetricAlarm.builder()
                .alarmName(alarm.name())
                .alarmArn(alarm.arn())
                .alarmDescription(put.alarmDescription())
                .alarmConfigurationUpdatedTimestamp(Instant.ofEpochMilli(alarm.configuredMillis()))
                .actionsEnabled(alarm.actionsEnabled())
                .okActions(alarm.actions(AlarmState.OK))
                .alarmActions(alarm.actions(AlarmState.ALARM))
                .insufficientDataActions(alarm.actions(AlarmState.INSUFFICIENT_DATA))
                .stateValue(state.value())
                .stateReason(state.reason())
                .stateReasonData(state.reasonData())
                .stateUpdatedTimestamp(Instant.ofEpochMilli(state.updatedMillis()))
                .stateTransitionedTimestamp(Instant.ofEpochMilli(state.transitionedMillis()))
                .metricName(put.metricName())
                .namespace(put.namespace())
                .statistic(put.statistic())
                .extendedStatistic(put.extendedStatistic())
                .dimensions(put.dimensions() != null ? put.dimensions() : expressions ? null : List.of())
                .period(put.period())
                .unit(put.unit())
                .evaluationPeriods(put.evaluationPeriods())
                .datapointsToAlarm(put.datapointsToAlarm())
                .threshold(put.threshold())
                .comparisonOperator(put.comparisonOperator())
                .treatMissingData(put.treatMissingData())
                .evaluateLowSampleCountPercentile(put.evaluateLowSampleCountPercentile())
                .metrics(expressions ? put.metrics() : null)
                .thresholdMetricId(put.thresholdMetricId())
                .evaluationState(alarm.evaluationState())
                .build();
    }

    static io.vaportrail.model.cloudwatch.CompositeAlarm of(CompositeAlarm alarm) {
        PutCompositeAlarmInput put = alarm.definition();
        AlarmState state = alarm.state();
        return io.vaportrail.model.cloudwatch.CompositeAlarm.builder()
                .alarmName(alarm.name())
                .alarmArn(alarm.arn())
                .alarmDescription(put.alarmDescription())
                .alarmConfigurationUpdatedTimestamp(Instant.ofEpochMilli(alarm.configuredMillis()))
                .actionsEnabled(alarm.actionsEnabled())
                .okActions(alarm.actions(AlarmState.OK))
                .alarmActions(alarm.actions(AlarmState.ALARM))
                .insufficientDataActions(alarm.actions(AlarmState.INSUFFICIENT_DATA))
                .stateValue(state.value())
                .stateReason(state.reason())
                .stateReasonData(state.reasonData())
                .stateUpdatedTimestamp(Instant.ofEpochMilli(state.updatedMillis()))
                .stateTransitionedTimestamp(Instant.ofEpochMilli(state.transitionedMillis()))
                .alarmRule(put.alarmRule())
                .actionsSuppressedBy(alarm.suppression().by())
                .actionsSuppressedReason(alarm.suppression().reason())
                .actionsSuppressor(put.actionsSuppressor())
                .actionsSuppressorWaitPeriod(put.actionsSuppressorWaitPeriod())
                .actionsSuppressorExtensionPeriod(put.actionsSuppressorExtensionPeriod())
                .build();
    }

    /** What is told of a child: name, ARN and state. */
    static io.vaportrail.model.cloudwatch.MetricAlarm child(MetricAlarm alarm) {
        return io.vaportrail.model.cloudwatch.MetricAlarm.builder()
                .alarmName(alarm.name())
                .alarmArn(alarm.arn())
                .stateValue(alarm.state().value())
                .stateUpdatedTimestamp(Instant.ofEpochMilli(alarm.state().updatedMillis()))
                .build();
    }

    /** What is told of a child, with its state, or of a parent, without. */
    static io.vaportrail.model.cloudwatch.CompositeAlarm relative(CompositeAlarm alarm, boolean child) {
        @Nullable AlarmState state = child ? alarm.state() : null;
        return io.vaportrail.model.cloudwatch.CompositeAlarm.builder()
                .alarmName(alarm.name())
                .alarmArn(alarm.arn())
                .stateValue(state == null ? null : state.value())
                .stateUpdatedTimestamp(state == null ? null : Instant.ofEpochMilli(state.updatedMillis()))
                .build();
    }
}
