package io.vaportrail.metrics.alarm.state;

import io.vaportrail.model.cloudwatch.PutCompositeAlarmInput;
import io.vaportrail.model.cloudwatch.PutMetricAlarmInput;
import io.vaportrail.schema.Struct;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the definitions of both kinds of alarms have: a PutMetricAlarmInput or a PutCompositeAlarmInput. */
public final class Definitions {
    private Definitions() {}

    /** What its owner says about an alarm, or {@code null}. */
    public static @Nullable String description(Struct definition) {
        return definition instanceof PutCompositeAlarmInput composite
                ? composite.alarmDescription()
                : ((PutMetricAlarmInput) definition).alarmDescription();
    }

    /** What an alarm does in a state: ARNs. */
    public static List<String> actions(Struct definition, String stateValue) {
        List<String> actions = definition instanceof PutCompositeAlarmInput composite
                ? ofState(
                        stateValue,
                        composite.okActions(),
                        composite.alarmActions(),
                        composite.insufficientDataActions())
                : ofMetricAlarm((PutMetricAlarmInput) definition, stateValue);
        return actions == null ? List.of() : actions;
    }

    private static @Nullable List<String> ofMetricAlarm(PutMetricAlarmInput put, String stateValue) {
        return ofState(stateValue, put.okActions(), put.alarmActions(), put.insufficientDataActions());
    }

    private static @Nullable List<String> ofState(
            String stateValue,
            @Nullable List<String> ok,
            @Nullable List<String> alarm,
            @Nullable List<String> insufficientData) {
        return switch (stateValue) {
            case AlarmState.OK -> ok;
            case AlarmState.ALARM -> alarm;
            default -> insufficientData;
        };
    }
}
