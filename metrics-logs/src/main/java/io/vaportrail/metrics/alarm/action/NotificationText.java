package io.vaportrail.metrics.alarm.action;

import io.vaportrail.metrics.alarm.evaluation.AwsTime;
import io.vaportrail.metrics.alarm.state.AlarmState;
import io.vaportrail.metrics.alarm.state.Definitions;
import io.vaportrail.metrics.alarm.state.StateChange;
import io.vaportrail.model.cloudwatch.Dimension;
import io.vaportrail.model.cloudwatch.PutCompositeAlarmInput;
import io.vaportrail.model.cloudwatch.PutMetricAlarmInput;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The subject of a notification, and what people get who subscribed by mail. */
final class NotificationText {
    /** The longest subject that SNS takes. */
    private static final int LONGEST_SUBJECT = 100;

    private NotificationText() {}

    /** For example {@code ALARM: "name" in US East (N. Virginia)}; ASCII and at most 100 characters, as SNS demands. */
    static String subject(StateChange change) {
        String before = change.after().value() + ": \"";
        String after = "\" in " + RegionNames.of(change.region());
        String name = change.name().replaceAll("[^\\x20-\\x7E]", "?");
        int room = LONGEST_SUBJECT - before.length() - after.length();
        return before + (name.length() <= room ? name : name.substring(0, room - 3) + "...") + after;
    }

    static String email(StateChange change) {
        String time = AwsTime.sentence(change.after().transitionedMillis());
        boolean composite = change.definition() instanceof PutCompositeAlarmInput;
        StringBuilder text = new StringBuilder("You are receiving this email because your Amazon CloudWatch Alarm \"")
                .append(change.name())
                .append("\" in the ")
                .append(RegionNames.of(change.region()))
                .append(composite ? " region has transitioned to " : " region has entered the ")
                .append(change.after().value())
                .append(composite ? " state on " + time + ", because \"" : " state, because \"")
                .append(change.after().reason())
                .append(composite ? "\"." : "\" at \"" + time + "\".")
                .append("\n\nView this alarm in the AWS Management Console:\n")
                .append(link(change))
                .append("\n\nAlarm Details:\n");
        line(text, "Name", change.name());
        line(text, "Description", orEmpty(Definitions.description(change.definition())));
        line(
                text,
                "State Change",
                change.before().value() + " -> " + change.after().value());
        if (change.definition() instanceof PutCompositeAlarmInput put) {
            line(text, "Alarm Rule", put.alarmRule());
        }
        line(text, "Reason for State Change", change.after().reason());
        line(text, "Timestamp", time);
        line(text, "AWS Account", change.accountId());
        line(text, "Alarm Arn", change.arn());
        if (change.definition() instanceof PutMetricAlarmInput put) {
            threshold(text, put);
        }
        text.append("\nState Change Actions:");
        for (String state : List.of(AlarmState.OK, AlarmState.ALARM, AlarmState.INSUFFICIENT_DATA)) {
            List<String> actions = NotificationJson.actions(change, state);
            text.append("\n- ").append(state).append(": ").append(actions.isEmpty() ? "" : actions.toString());
        }
        return text.append('\n').toString();
    }

    private static String link(StateChange change) {
        String name = URLEncoder.encode(change.name(), StandardCharsets.UTF_8).replace("+", "%20");
        return "https://" + change.region() + ".console.aws.amazon.com/cloudwatch/deeplink.js?region=" + change.region()
                + "#alarmsV2:alarm/" + name;
    }

    private static void threshold(StringBuilder text, PutMetricAlarmInput put) {
        boolean expressions = put.metrics() != null && !put.metrics().isEmpty();
        Integer datapoints = put.datapointsToAlarm() == null ? put.evaluationPeriods() : put.datapointsToAlarm();
        text.append("\nThreshold:\n- The alarm is in the ALARM state when the ")
                .append(expressions ? "expression" : "metric")
                .append(" is ")
                .append(put.comparisonOperator())
                .append(put.threshold() == null ? "" : " " + put.threshold())
                .append(" for at least ")
                .append(datapoints)
                .append(" of the last ")
                .append(put.evaluationPeriods())
                .append(" period(s)")
                .append(put.period() == null ? ". \n" : " of " + put.period() + " seconds. \n");
        if (expressions) {
            return;
        }
        text.append("\nMonitored Metric:\n");
        line(text, "MetricNamespace", orEmpty(put.namespace()));
        line(text, "MetricName", orEmpty(put.metricName()));
        line(text, "Dimensions", dimensions(put));
        line(text, "Period", put.period() + " seconds");
        line(text, "Statistic", orEmpty(put.statistic() == null ? put.extendedStatistic() : put.statistic()));
        line(text, "Unit", put.unit() == null ? "not specified" : put.unit());
        line(text, "TreatMissingData", put.treatMissingData() == null ? "missing" : put.treatMissingData());
    }

    private static String dimensions(PutMetricAlarmInput put) {
        List<Dimension> dimensions = put.dimensions() == null ? List.of() : put.dimensions();
        return dimensions.stream()
                .map(dimension -> "[" + dimension.name() + " = " + dimension.value() + "]")
                .collect(Collectors.joining(" "));
    }

    private static void line(StringBuilder text, String what, String value) {
        text.append(String.format("- %-27s %s%n", what + ":", value).replace(System.lineSeparator(), "\n"));
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
