package io.vaportrail.metrics.alarm.state;

import io.vaportrail.schema.Struct;

/**
 * An alarm as it was configured at some time.
 *
 * @param definition as it was put: a PutMetricAlarmInput or PutCompositeAlarmInput
 * @param actionsEnabled whether it took actions
 * @param configuredMillis since when
 */
public record Configuration(Struct definition, boolean actionsEnabled, long configuredMillis) {
    static Configuration of(Alarm alarm) {
        return new Configuration(alarm.definition(), alarm.actionsEnabled(), alarm.configuredMillis());
    }
}
