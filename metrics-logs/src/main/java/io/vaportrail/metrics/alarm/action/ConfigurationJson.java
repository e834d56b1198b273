package io.vaportrail.metrics.alarm.action;

import io.vaportrail.metrics.alarm.evaluation.AwsTime;
import io.vaportrail.metrics.alarm.state.AlarmState;
import io.vaportrail.metrics.alarm.state.Configuration;
import io.vaportrail.metrics.alarm.state.Definitions;
import io.vaportrail.model.cloudwatch.Dimension;
import io.vaportrail.model.cloudwatch.MetricDataQuery;
import io.vaportrail.model.cloudwatch.MetricStat;
import io.vaportrail.model.cloudwatch.PutCompositeAlarmInput;
import io.vaportrail.model.cloudwatch.PutMetricAlarmInput;
import io.vaportrail.schema.Struct;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What an alarm's events say of its configuration. */
final class ConfigurationJson {
    private ConfigurationJson() {}

    /** In the event of a change of state: what is watched, and no more. */
    static Map<String, @Nullable Object> brief(String arn, Struct definition) {
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        some(data, "description", Definitions.description(definition));
        if (definition instanceof PutCompositeAlarmInput put) {
            rule(data, put);
        } else {
            data.put("metrics", metrics(arn, (PutMetricAlarmInput) definition));
        }
        return data;
    }

    /** In the event of a change of configuration: everything. */
    static Map<String, @Nullable Object> full(String arn, Configuration configuration) {
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        Struct definition = configuration.definition();
        if (definition instanceof PutCompositeAlarmInput put) {
            rule(data, put);
            data.put("alarmName", put.alarmName());
        } else {
            PutMetricAlarmInput put = (PutMetricAlarmInput) definition;
            terms(data, put);
            data.put("metrics", metrics(arn, put));
            data.put("alarmName", put.alarmName());
        }
        some(data, "description", Definitions.description(definition));
        data.put("actionsEnabled", configuration.actionsEnabled());
        data.put("timestamp", AwsTime.json(configuration.configuredMillis()));
        actions(data, definition);
        return data;
    }

    private static void rule(Map<String, @Nullable Object> data, PutCompositeAlarmInput put) {
        data.put("alarmRule", put.alarmRule());
        some(data, "actionsSuppressor", put.actionsSuppressor());
        some(data, "actionsSuppressorWaitPeriod", put.actionsSuppressorWaitPeriod());
        some(data, "actionsSuppressorExtensionPeriod", put.actionsSuppressorExtensionPeriod());
    }

    private static void terms(Map<String, @Nullable Object> data, PutMetricAlarmInput put) {
        some(data, "evaluationPeriods", put.evaluationPeriods());
        some(data, "datapointsToAlarm", put.datapointsToAlarm());
        some(data, "threshold", put.threshold());
        some(data, "thresholdMetricId", put.thresholdMetricId());
        some(data, "comparisonOperator", put.comparisonOperator());
        some(data, "treatMissingData", put.treatMissingData());
        some(data, "evaluateLowSampleCountPercentile", put.evaluateLowSampleCountPercentile());
    }

    private static void actions(Map<String, @Nullable Object> data, Struct definition) {
        data.put("okActions", Definitions.actions(definition, AlarmState.OK));
        data.put("alarmActions", Definitions.actions(definition, AlarmState.ALARM));
        data.put("insufficientDataActions", Definitions.actions(definition, AlarmState.INSUFFICIENT_DATA));
    }

    private static List<Map<String, @Nullable Object>> metrics(String arn, PutMetricAlarmInput put) {
        return put.metrics() == null || put.metrics().isEmpty()
                ? List.of(single(arn, put))
                : put.metrics().stream().map(ConfigurationJson::query).toList();
    }

    /** AWS gives the one metric of an alarm an id; here it follows from the alarm. */
    private static Map<String, @Nullable Object> single(String arn, PutMetricAlarmInput put) {
        Map<String, @Nullable Object> query = new LinkedHashMap<>();
        query.put(
                "id",
                UUID.nameUUIDFromBytes(arn.getBytes(StandardCharsets.UTF_8)).toString());
        query.put(
                "metricStat",
                metricStat(
                        metric(put.namespace(), put.metricName(), put.dimensions()),
                        put.period(),
                        put.statistic() == null ? put.extendedStatistic() : put.statistic(),
                        put.unit()));
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
            Map<String, @Nullable Object> metric = metric(
                    stat.metric().namespace(),
                    stat.metric().metricName(),
                    stat.metric().dimensions());
            data.put("metricStat", metricStat(metric, stat.period(), stat.stat(), stat.unit()));
        }
        some(data, "period", query.period());
        data.put("returnData", !Boolean.FALSE.equals(query.returnData()));
        return data;
    }

    private static Map<String, @Nullable Object> metricStat(
            Map<String, @Nullable Object> metric,
            @Nullable Integer period,
            @Nullable String statistic,
            @Nullable String unit) {
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        data.put("metric", metric);
        data.put("period", period);
        data.put("stat", statistic);
        some(data, "unit", unit);
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

    static void some(Map<String, @Nullable Object> data, String member, @Nullable Object value) {
        if (value != null) {
            data.put(member, value);
        }
    }
}
