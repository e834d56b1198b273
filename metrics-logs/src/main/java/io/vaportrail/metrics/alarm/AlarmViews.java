package io.vaportrail.metrics.alarm;

import io.vaportrail.metrics.alarm.state.Alarm;
import io.vaportrail.metrics.alarm.state.AlarmState;
import io.vaportrail.metrics.alarm.state.CompositeAlarm;
import io.vaportrail.metrics.alarm.state.MetricAlarm;
import io.vaportrail.model.cloudwatch.PutCompositeAlarmInput;
import io.vaportrail.model.cloudwatch.PutMetricAlarmInput;
import io.vaportrail.schema.Struct;
import io.vaportrail.schema.StructBuilder;
import io.vaportrail.schema.StructSchema;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Alarms as AWS describes them. */
final class AlarmViews {
    private AlarmViews() {}

    static io.vaportrail.model.cloudwatch.MetricAlarm of(MetricAlarm alarm) {
        PutMetricAlarmInput put = alarm.definition();
        boolean expressions = put.metrics() != null && !put.metrics().isEmpty();
        io.vaportrail.model.cloudwatch.MetricAlarm.Builder view = io.vaportrail.model.cloudwatch.MetricAlarm.builder()
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
                .evaluationState(alarm.evaluationState());
        return withShared(alarm, io.vaportrail.model.cloudwatch.MetricAlarm.SCHEMA, view);
    }

    static io.vaportrail.model.cloudwatch.CompositeAlarm of(CompositeAlarm alarm) {
        PutCompositeAlarmInput put = alarm.definition();
        io.vaportrail.model.cloudwatch.CompositeAlarm.Builder view =
                io.vaportrail.model.cloudwatch.CompositeAlarm.builder()
                        .alarmRule(put.alarmRule())
                        .actionsSuppressedBy(alarm.suppression().by())
                        .actionsSuppressedReason(alarm.suppression().reason())
                        .actionsSuppressor(put.actionsSuppressor())
                        .actionsSuppressorWaitPeriod(put.actionsSuppressorWaitPeriod())
                        .actionsSuppressorExtensionPeriod(put.actionsSuppressorExtensionPeriod());
        return withShared(alarm, io.vaportrail.model.cloudwatch.CompositeAlarm.SCHEMA, view);
    }

    /** What is told of alarms of both kinds, under the names that it has in the shapes of both. */
    private static <T extends Struct> T withShared(Alarm alarm, StructSchema<T> schema, StructBuilder<T> view) {
        AlarmState state = alarm.state();
        set(view, schema, "AlarmName", alarm.name());
        set(view, schema, "AlarmArn", alarm.arn());
        set(view, schema, "AlarmDescription", alarm.description());
        set(view, schema, "AlarmConfigurationUpdatedTimestamp", Instant.ofEpochMilli(alarm.configuredMillis()));
        set(view, schema, "ActionsEnabled", alarm.actionsEnabled());
        set(view, schema, "OKActions", List.copyOf(alarm.actions(AlarmState.OK)));
        set(view, schema, "AlarmActions", List.copyOf(alarm.actions(AlarmState.ALARM)));
        set(view, schema, "InsufficientDataActions", List.copyOf(alarm.actions(AlarmState.INSUFFICIENT_DATA)));
        set(view, schema, "StateValue", state.value());
        set(view, schema, "StateReason", state.reason());
        set(view, schema, "StateReasonData", state.reasonData());
        set(view, schema, "StateUpdatedTimestamp", Instant.ofEpochMilli(state.updatedMillis()));
        set(view, schema, "StateTransitionedTimestamp", Instant.ofEpochMilli(state.transitionedMillis()));
        return view.build();
    }

    private static void set(StructBuilder<?> view, StructSchema<?> schema, String member, @Nullable Object value) {
        view.set(Objects.requireNonNull(schema.memberNamed(member), member).index(), value);
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
