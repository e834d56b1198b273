package io.vaportrail.metrics.alarm.action;

import io.vaportrail.core.json.Json;
import io.vaportrail.metrics.alarm.evaluation.AwsTime;
import io.vaportrail.metrics.alarm.state.AlarmState;
import io.vaportrail.metrics.alarm.state.StateChange;
import io.vaportrail.model.cloudwatch.Dimension;
import io.vaportrail.model.cloudwatch.MetricDataQuery;
import io.vaportrail.model.cloudwatch.MetricStat;
import io.vaportrail.model.cloudwatch.PutCompositeAlarmInput;
import io.vaportrail.model.cloudwatch.PutMetricAlarmInput;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The detail of the event that EventBridge gets when an alarm's state changes.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/cloudwatch-and-eventbridge.html">Alarm events and
 *     EventBridge</a>
 */
final class StateChangeEvent {
    private StateChangeEvent() {}

    static String detail(StateChange change) {
        Map<String, @Nullable Object> detail = new LinkedHashMap<>();
        detail.put("alarmName", change.name());
        detail.put("state", state(change.after(), change.suppressedBy()));
        detail.put("previousState", state(change.before(), null));
        detail.put(
                "configuration",
                change.definition() instanceof PutCompositeAlarmInput composite
                        ? composite(composite)
                        : metric(change, (PutMetricAlarmInput) change.definition()));
        return Json.write(detail);
    }

    private static Map<String, @Nullable Object> state(AlarmState state, @Nullable String suppressedBy) {
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        data.put("value", state.value());
        data.put("reason", state.reason());
        some(data, "reasonData", state.reasonData());
        data.put("timestamp", AwsTime.json(state.transitionedMillis()));
        if (suppressedBy != null) {
            data.put("actionsSuppressedBy", suppressedBy);
            data.put("actionsSuppressedReason", "Actions suppressed by " + suppressedBy);
        }
        return data;
    }

    private static Map<String, @Nullable Object> composite(PutCompositeAlarmInput put) {
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        some(data, "description", put.alarmDescription());
        data.put("alarmRule", put.alarmRule());
        some(data, "actionsSuppressor", put.actionsSuppressor());
        some(data, "actionsSuppressorWaitPeriod", put.actionsSuppressorWaitPeriod());
        some(data, "actionsSuppressorExtensionPeriod", put.actionsSuppressorExtensionPeriod());
        return data;
    }

    private static Map<String, @Nullable Object> metric(StateChange change, PutMetricAlarmInput put) {
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        some(data, "description", put.alarmDescription());
        List<Map<String, @Nullable Object>> metrics =
                put.metrics() == null || put.metrics().isEmpty()
                        ? List.of(single(change, put))
                        : put.metrics().stream().map(StateChangeEvent::query).toList();
        data.put("metrics", metrics);
        return data;
    }

    /** AWS gives the one metric of an alarm an id; here it follows from the alarm. */
    private static Map<String, @Nullable Object> single(StateChange change, PutMetricAlarmInput put) {
        Map<String, @Nullable Object> metricStat = new LinkedHashMap<>();
        metricStat.put("metric", metric(put.namespace(), put.metricName(), put.dimensions()));
        metricStat.put("period", put.period());
        metricStat.put("stat", put.statistic() == null ? put.extendedStatistic() : put.statistic());
        some(metricStat, "unit", put.unit());
        Map<String, @Nullable Object> query = new LinkedHashMap<>();
        query.put(
                "id",
                UUID.nameUUIDFromBytes(change.arn().getBytes(StandardCharsets.UTF_8))
                        .toString());
        query.put("metricStat", metricStat);
        query.put("returnData", true);
        return query;
    }

    private static Map<String, @Nullable Object> query(MetricDataQuery query) {
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        data.put("id", query.id());
        some(data, "expression", query.expression());
        some(data, "label", query.label());
        MetricStat stat = query.metricStat();
        if (stat != null) {
            Map<String, @Nullable Object> metricStat = new LinkedHashMap<>();
            metricStat.put(
                    "metric",
                    metric(
                            stat.metric().namespace(),
                            stat.metric().metricName(),
                            stat.metric().dimensions()));
            metricStat.put("period", stat.period());
            metricStat.put("stat", stat.stat());
            some(metricStat, "unit", stat.unit());
            data.put("metricStat", metricStat);
        }
        some(data, "period", query.period());
        data.put("returnData", !Boolean.FALSE.equals(query.returnData()));
        return data;
    }

    private static Map<String, @Nullable Object> metric(
            @Nullable String namespace, @Nullable String name, @Nullable List<Dimension> dimensions) {
        Map<String, @Nullable Object> byName = new LinkedHashMap<>();
        for (Dimension dimension : dimensions == null ? List.<Dimension>of() : dimensions) {
            byName.put(dimension.name(), dimension.value());
        }
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        data.put("namespace", namespace);
        data.put("name", name);
        data.put("dimensions", byName);
        return data;
    }

    private static void some(Map<String, @Nullable Object> data, String member, @Nullable Object value) {
        if (value != null) {
            data.put(member, value);
        }
    }
}
