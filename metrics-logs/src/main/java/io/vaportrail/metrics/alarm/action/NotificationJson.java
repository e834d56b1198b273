package io.vaportrail.metrics.alarm.action;

import io.vaportrail.core.json.Json;
import io.vaportrail.metrics.alarm.evaluation.AwsTime;
import io.vaportrail.metrics.alarm.evaluation.Contributor;
import io.vaportrail.metrics.alarm.state.AlarmState;
import io.vaportrail.metrics.alarm.state.Definitions;
import io.vaportrail.metrics.alarm.state.DimensionsJson;
import io.vaportrail.metrics.alarm.state.StateChange;
import io.vaportrail.model.cloudwatch.MetricDataQuery;
import io.vaportrail.model.cloudwatch.MetricStat;
import io.vaportrail.model.cloudwatch.PutCompositeAlarmInput;
import io.vaportrail.model.cloudwatch.PutMetricAlarmInput;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The JSON that subscribers of a topic get, member by member as CloudWatch writes it. */
final class NotificationJson {
    private NotificationJson() {}

    static String of(StateChange change) {
        Map<String, @Nullable Object> message = new LinkedHashMap<>();
        boolean composite = change.definition() instanceof PutCompositeAlarmInput;
        message.put("AlarmName", change.name());
        message.put("AlarmDescription", Definitions.description(change.definition()));
        message.put("AWSAccountId", change.accountId());
        message.put("AlarmConfigurationUpdatedTimestamp", AwsTime.json(change.configuredMillis()));
        message.put("NewStateValue", change.after().value());
        message.put("NewStateReason", change.after().reason());
        message.put("StateChangeTime", AwsTime.json(change.after().transitionedMillis()));
        message.put("Region", RegionNames.of(change.region()));
        message.put("AlarmArn", change.arn());
        message.put("OldStateValue", change.before().value());
        message.put("ActionExecutedAfterMuteWindow", change.afterMuteWindow());
        message.put("OKActions", actions(change, AlarmState.OK));
        message.put("AlarmActions", actions(change, AlarmState.ALARM));
        message.put("InsufficientDataActions", actions(change, AlarmState.INSUFFICIENT_DATA));
        if (composite) {
            composite(message, change, (PutCompositeAlarmInput) change.definition());
        } else {
            message.put("Trigger", trigger((PutMetricAlarmInput) change.definition()));
        }
        Contributor contributor = change.contributor();
        if (contributor != null) {
            message.put("AlarmContributorId", contributor.id());
            message.put("AlarmContributorAttributes", contributor.attributes());
        }
        return Json.write(message);
    }

    /** What the alarm does in a state. */
    static List<String> actions(StateChange change, String state) {
        return Definitions.actions(change.definition(), state);
    }

    private static void composite(
            Map<String, @Nullable Object> message, StateChange change, PutCompositeAlarmInput put) {
        message.put("AlarmRule", put.alarmRule());
        message.put("TriggeringChildren", triggeringChildren(change.after()));
        if (put.actionsSuppressor() != null) {
            message.put("ActionsSuppressor", put.actionsSuppressor());
            message.put("ActionsSuppressorWaitPeriod", put.actionsSuppressorWaitPeriod());
            message.put("ActionsSuppressorExtensionPeriod", put.actionsSuppressorExtensionPeriod());
        }
    }

    private static List<Object> triggeringChildren(AlarmState state) {
        List<Object> children = new ArrayList<>();
        Map<String, @Nullable Object> data = state.reasonData() == null ? null : Json.readObject(state.reasonData());
        if (data != null && data.get("triggeringAlarms") instanceof List<?> alarms) {
            for (Object alarm : alarms) {
                if (alarm instanceof Map<?, ?> one && one.get("state") instanceof Map<?, ?> at) {
                    Map<String, @Nullable Object> value = new LinkedHashMap<>();
                    value.put("Value", at.get("value"));
                    value.put("Timestamp", at.get("timestamp"));
                    Map<String, @Nullable Object> child = new LinkedHashMap<>();
                    child.put("Arn", one.get("arn"));
                    child.put("State", value);
                    children.add(child);
                }
            }
        }
        return children;
    }

    private static Map<String, @Nullable Object> trigger(PutMetricAlarmInput put) {
        Map<String, @Nullable Object> trigger = new LinkedHashMap<>();
        List<MetricDataQuery> queries = put.metrics() == null ? List.of() : put.metrics();
        boolean expressions = !queries.isEmpty();
        if (!expressions) {
            trigger.put("MetricName", put.metricName());
            trigger.put("Namespace", put.namespace());
            if (put.statistic() != null) {
                trigger.put("StatisticType", "Statistic");
                trigger.put("Statistic", upperSnake(put.statistic()));
            } else {
                trigger.put("StatisticType", "ExtendedStatistic");
                trigger.put("ExtendedStatistic", put.extendedStatistic());
            }
            trigger.put("Unit", put.unit());
            trigger.put("Dimensions", DimensionsJson.of(put.dimensions()));
        }
        if (put.period() != null) {
            trigger.put("Period", put.period());
        }
        trigger.put("EvaluationPeriods", put.evaluationPeriods());
        if (put.datapointsToAlarm() != null) {
            trigger.put("DatapointsToAlarm", put.datapointsToAlarm());
        }
        trigger.put("ComparisonOperator", put.comparisonOperator());
        if (put.thresholdMetricId() != null) {
            trigger.put("ThresholdMetricId", put.thresholdMetricId());
        } else {
            trigger.put("Threshold", put.threshold());
        }
        trigger.put("TreatMissingData", orEmpty(put.treatMissingData()));
        trigger.put("EvaluateLowSampleCountPercentile", orEmpty(put.evaluateLowSampleCountPercentile()));
        if (expressions) {
            trigger.put("Metrics", queries.stream().map(NotificationJson::query).toList());
        }
        return trigger;
    }

    private static String upperSnake(String statistic) {
        return statistic.replaceAll("([a-z])([A-Z])", "$1_$2").toUpperCase(Locale.ROOT);
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static Map<String, @Nullable Object> query(MetricDataQuery query) {
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        if (query.expression() != null) {
            data.put("Expression", query.expression());
        }
        data.put("Id", query.id());
        if (query.label() != null) {
            data.put("Label", query.label());
        }
        MetricStat stat = query.metricStat();
        if (stat != null) {
            Map<String, @Nullable Object> metric = new LinkedHashMap<>();
            metric.put("Dimensions", DimensionsJson.of(stat.metric().dimensions()));
            metric.put("MetricName", stat.metric().metricName());
            metric.put("Namespace", stat.metric().namespace());
            Map<String, @Nullable Object> of = new LinkedHashMap<>();
            of.put("Metric", metric);
            of.put("Period", stat.period());
            of.put("Stat", stat.stat());
            if (stat.unit() != null) {
                of.put("Unit", stat.unit());
            }
            data.put("MetricStat", of);
        }
        if (query.period() != null) {
            data.put("Period", query.period());
        }
        data.put("ReturnData", !Boolean.FALSE.equals(query.returnData()));
        return data;
    }
}
