package io.vaportrail.metrics.alarm.state;

import io.vaportrail.core.json.Json;
import io.vaportrail.metrics.alarm.evaluation.AwsTime;
import io.vaportrail.model.cloudwatch.MetricDataQuery;
import io.vaportrail.model.cloudwatch.MetricStat;
import io.vaportrail.model.cloudwatch.PutCompositeAlarmInput;
import io.vaportrail.model.cloudwatch.PutMetricAlarmInput;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The JSON of history items, as AWS gives it. */
final class HistoryData {
    private static final String VERSION = "version";
    private static final String ONE = "1.0";

    private HistoryData() {}

    /** Of a change of state. */
    static String stateUpdate(AlarmState before, AlarmState after) {
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        data.put(VERSION, ONE);
        data.put("oldState", state(before));
        data.put("newState", state(after));
        return Json.write(data);
    }

    private static Map<String, @Nullable Object> state(AlarmState state) {
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        data.put("stateValue", state.value());
        data.put("stateReason", state.reason());
        if (state.reasonData() != null) {
            Map<String, @Nullable Object> reason = Json.readObject(state.reasonData());
            data.put("stateReasonData", reason == null ? state.reasonData() : reason);
        }
        return data;
    }

    /** Of an alarm that was made, changed or deleted. */
    static String configuration(String type, String member, Alarm alarm) {
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        data.put(VERSION, ONE);
        data.put("type", type);
        data.put(member, alarm instanceof MetricAlarm metric ? metric(metric) : composite((CompositeAlarm) alarm));
        return Json.write(data);
    }

    private static Map<String, @Nullable Object> metric(MetricAlarm alarm) {
        PutMetricAlarmInput put = alarm.definition();
        Map<String, @Nullable Object> data = common(alarm);
        some(data, "namespace", put.namespace());
        some(data, "metricName", put.metricName());
        some(data, "statistic", put.statistic());
        some(data, "extendedStatistic", put.extendedStatistic());
        some(data, "period", put.period());
        some(data, "unit", put.unit());
        if (put.metrics() == null || put.metrics().isEmpty()) {
            data.put("dimensions", DimensionsJson.of(put.dimensions()));
        } else {
            data.put("metrics", put.metrics().stream().map(HistoryData::query).toList());
        }
        some(data, "threshold", put.threshold());
        some(data, "thresholdMetricId", put.thresholdMetricId());
        some(data, "comparisonOperator", put.comparisonOperator());
        some(data, "evaluationPeriods", put.evaluationPeriods());
        some(data, "datapointsToAlarm", put.datapointsToAlarm());
        some(data, "treatMissingData", put.treatMissingData());
        some(data, "evaluateLowSampleCountPercentile", put.evaluateLowSampleCountPercentile());
        return end(data, alarm);
    }

    private static Map<String, @Nullable Object> composite(CompositeAlarm alarm) {
        PutCompositeAlarmInput put = alarm.definition();
        Map<String, @Nullable Object> data = common(alarm);
        data.put("alarmRule", put.alarmRule());
        some(data, "actionsSuppressor", put.actionsSuppressor());
        some(data, "actionsSuppressorWaitPeriod", put.actionsSuppressorWaitPeriod());
        some(data, "actionsSuppressorExtensionPeriod", put.actionsSuppressorExtensionPeriod());
        return end(data, alarm);
    }

    private static Map<String, @Nullable Object> common(Alarm alarm) {
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        data.put("alarmName", alarm.name());
        some(data, "alarmDescription", alarm.description());
        data.put("alarmArn", alarm.arn());
        data.put("alarmConfigurationUpdatedTimestamp", AwsTime.json(alarm.configuredMillis()));
        return data;
    }

    private static Map<String, @Nullable Object> end(Map<String, @Nullable Object> data, Alarm alarm) {
        data.put("stateValue", alarm.state().value());
        data.put("stateUpdatedTimestamp", AwsTime.json(alarm.state().updatedMillis()));
        data.put("actionsEnabled", alarm.actionsEnabled());
        data.put("alarmActions", alarm.actions(AlarmState.ALARM));
        data.put("insufficientDataActions", alarm.actions(AlarmState.INSUFFICIENT_DATA));
        data.put("okactions", alarm.actions(AlarmState.OK));
        return data;
    }

    private static Map<String, @Nullable Object> query(MetricDataQuery query) {
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        data.put("id", query.id());
        MetricStat stat = query.metricStat();
        if (stat != null) {
            Map<String, @Nullable Object> metric = new LinkedHashMap<>();
            metric.put("dimensions", DimensionsJson.of(stat.metric().dimensions()));
            some(metric, "metricName", stat.metric().metricName());
            some(metric, "namespace", stat.metric().namespace());
            Map<String, @Nullable Object> of = new LinkedHashMap<>();
            of.put("metric", metric);
            of.put("period", stat.period());
            of.put("stat", stat.stat());
            some(of, "unit", stat.unit());
            data.put("metricStat", of);
        }
        some(data, "expression", query.expression());
        some(data, "label", query.label());
        some(data, "period", query.period());
        data.put("returnData", !Boolean.FALSE.equals(query.returnData()));
        return data;
    }

    private static void some(Map<String, @Nullable Object> data, String member, @Nullable Object value) {
        if (value != null) {
            data.put(member, value);
        }
    }
}
