package io.vaportrail.conformance.golden;

import static io.vaportrail.conformance.golden.GoldenWorld.ACCOUNT;

import io.vaportrail.conformance.fixture.AwsError;
import java.time.Instant;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.ComparisonOperator;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.StandardUnit;
import software.amazon.awssdk.services.cloudwatch.model.StateValue;
import software.amazon.awssdk.services.cloudwatch.model.Statistic;

/** What is done with metrics, alarms and dashboards. */
@SuppressWarnings("unchecked") // Builders of the SDK take consumers as varargs.
final class CloudWatchCalls {
    private static final Instant START = GoldenWorld.NOW.minusSeconds(600);
    private static final Dimension STAGE =
            Dimension.builder().name("Stage").value("test").build();

    private CloudWatchCalls() {}

    static void metrics(GoldenWorld world) {
        CloudWatchClient cloudWatch = world.cloudWatch("sarah@" + ACCOUNT);
        cloudWatch.putMetricData(r -> r.namespace("Shop")
                .metricData(
                        d -> d.metricName("Orders")
                                .dimensions(STAGE)
                                .timestamp(START)
                                .value(3.0)
                                .unit(StandardUnit.COUNT),
                        d -> d.metricName("Latency")
                                .dimensions(STAGE)
                                .values(12.5, 13.5)
                                .counts(2.0, 1.0)
                                .storageResolution(1)
                                .unit(StandardUnit.MILLISECONDS),
                        d -> d.metricName("Weight").statisticValues(s -> s.sampleCount(2.0)
                                .sum(10.0)
                                .minimum(4.0)
                                .maximum(6.0))));
        cloudWatch.listMetrics(r -> r.namespace("Shop").metricName("Orders"));
        cloudWatch.getMetricStatistics(r -> r.namespace("Shop")
                .metricName("Orders")
                .dimensions(STAGE)
                .startTime(START)
                .endTime(GoldenWorld.NOW)
                .period(60)
                .statistics(Statistic.SUM));
        cloudWatch.getMetricData(
                r -> r.startTime(START).endTime(GoldenWorld.NOW).metricDataQueries(q -> q.id("orders")
                        .metricStat(s -> s.period(60).stat("Sum").metric(m -> m.namespace("Shop")
                                .metricName("Orders")
                                .dimensions(STAGE)))));
        AwsError.of(() -> cloudWatch.putMetricData(r ->
                r.namespace("AWS/SQS").metricData(d -> d.metricName("Orders").value(1.0))));
        AwsError.of(() -> cloudWatch.getMetricStatistics(r -> r.namespace("Shop")
                .metricName("Orders")
                .startTime(GoldenWorld.NOW)
                .endTime(START)
                .period(60)
                .statistics(Statistic.SUM)));
        String body = "{\"widgets\":[{\"type\":\"text\",\"x\":0,\"y\":0,\"width\":6,\"height\":3,\"properties\":"
                + "{\"markdown\":\"Orders\"}}]}";
        cloudWatch.putDashboard(r -> r.dashboardName("shop").dashboardBody(body));
        cloudWatch.getDashboard(r -> r.dashboardName("shop"));
        cloudWatch.listDashboards();
        cloudWatch.deleteDashboards(r -> r.dashboardNames("shop"));
        AwsError.of(() -> cloudWatch.getDashboard(r -> r.dashboardName("shop")));
    }

    static void alarms(GoldenWorld world) {
        CloudWatchClient cloudWatch = world.cloudWatch("sarah@" + ACCOUNT);
        cloudWatch.putMetricAlarm(r -> r.alarmName("many-orders")
                .alarmDescription("more than usual")
                .alarmActions("arn:aws:sns:us-east-1:" + ACCOUNT + ":news")
                .namespace("Shop")
                .metricName("Orders")
                .dimensions(STAGE)
                .statistic(Statistic.SUM)
                .period(60)
                .evaluationPeriods(1)
                .threshold(5.0)
                .comparisonOperator(ComparisonOperator.GREATER_THAN_THRESHOLD)
                .tags(t -> t.key("Team").value("billing")));
        cloudWatch.putCompositeAlarm(
                r -> r.alarmName("trouble").alarmRule("ALARM(many-orders)").actionsEnabled(true));
        cloudWatch.describeAlarms(r -> r.alarmNames("many-orders"));
        cloudWatch.describeAlarmsForMetric(
                r -> r.namespace("Shop").metricName("Orders").dimensions(STAGE));
        cloudWatch.disableAlarmActions(r -> r.alarmNames("many-orders"));
        cloudWatch.setAlarmState(r -> r.alarmName("many-orders")
                .stateValue(StateValue.ALARM)
                .stateReason("to see what happens")
                .stateReasonData("{\"why\":\"test\"}"));
        cloudWatch.describeAlarmHistory(r -> r.alarmName("many-orders"));
        cloudWatch.enableAlarmActions(r -> r.alarmNames("many-orders"));
        cloudWatch.putAnomalyDetector(r -> r.singleMetricAnomalyDetector(
                d -> d.namespace("Shop").metricName("Orders").stat("Sum")));
        cloudWatch.describeAnomalyDetectors(r -> r.namespace("Shop"));
        cloudWatch.deleteAnomalyDetector(r -> r.singleMetricAnomalyDetector(
                d -> d.namespace("Shop").metricName("Orders").stat("Sum")));
        String arn = "arn:aws:cloudwatch:us-east-1:" + ACCOUNT + ":alarm:many-orders";
        cloudWatch.tagResource(r -> r.resourceARN(arn).tags(t -> t.key("Stage").value("test")));
        cloudWatch.listTagsForResource(r -> r.resourceARN(arn));
        cloudWatch.untagResource(r -> r.resourceARN(arn).tagKeys("Stage"));
        AwsError.of(() -> cloudWatch.setAlarmState(
                r -> r.alarmName("missing").stateValue(StateValue.OK).stateReason("none")));
        AwsError.of(() -> cloudWatch.putMetricAlarm(r ->
                r.alarmName("odd").evaluationPeriods(1).comparisonOperator(ComparisonOperator.GREATER_THAN_THRESHOLD)));
        cloudWatch.deleteAlarms(r -> r.alarmNames("trouble"));
        cloudWatch.deleteAlarms(r -> r.alarmNames("many-orders"));
    }
}
