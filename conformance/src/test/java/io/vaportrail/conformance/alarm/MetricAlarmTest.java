package io.vaportrail.conformance.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import io.vaportrail.conformance.fixture.AwsError;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.cloudwatch.model.ComparisonOperator;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.HistoryItemType;
import software.amazon.awssdk.services.cloudwatch.model.Metric;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;
import software.amazon.awssdk.services.cloudwatch.model.MetricStat;
import software.amazon.awssdk.services.cloudwatch.model.StandardUnit;
import software.amazon.awssdk.services.cloudwatch.model.StateValue;
import software.amazon.awssdk.services.cloudwatch.model.Statistic;
import software.amazon.awssdk.services.cloudwatch.model.Tag;

class MetricAlarmTest extends AlarmTest {
    @Test
    void isDescribedAsAwsDescribesAMinimalOne() {
        cloudWatch.putMetricAlarm(alarm("a").build());

        MetricAlarm described = described("a");

        assertThat(described.alarmArn()).isEqualTo("arn:aws:cloudwatch:us-east-1:" + ACCOUNT + ":alarm:a");
        assertThat(described.actionsEnabled()).isTrue();
        assertThat(described.hasOkActions()).isTrue();
        assertThat(described.hasAlarmActions()).isTrue();
        assertThat(described.hasInsufficientDataActions()).isTrue();
        assertThat(described.hasDimensions()).isTrue();
        assertThat(described.hasMetrics()).isFalse();
        assertThat(described.stateReason()).isEqualTo("Unchecked: Initial alarm creation");
        assertThat(described.stateReasonData()).isNull();
        assertThat(described.stateTransitionedTimestamp()).isEqualTo(emulator.now());
        assertThat(described.treatMissingData()).isNull();
        assertThat(described.datapointsToAlarm()).isNull();
    }

    /** High resolution, a unit, dimensions, and a message in a queue. */
    @Test
    void tellsATopicWhenTheMetricIsBeyondTheThreshold() {
        String topic = topic("ops");
        Dimension dimension =
                Dimension.builder().name("InstanceId").value("abc").build();
        cloudWatch.putMetricAlarm(alarm("hot")
                .dimensions(dimension)
                .statistic(Statistic.AVERAGE)
                .unit(StandardUnit.SECONDS)
                .threshold(21.0)
                .period(10)
                .treatMissingData("ignore")
                .okActions(topic)
                .alarmActions(topic)
                .build());
        for (double value : List.of(21.0, 22.0)) {
            cloudWatch.putMetricData(r -> r.namespace("App").metricData(d -> d.metricName("Errors")
                    .dimensions(dimension)
                    .timestamp(emulator.now())
                    .unit(StandardUnit.SECONDS)
                    .storageResolution(1)
                    .value(value)));
        }

        advance(Duration.ofSeconds(21));

        List<Map<String, @Nullable Object>> messages = arrived("ops");
        assertThat(messages).hasSize(1);
        assertThat(messages.get(0))
                .containsEntry("NewStateValue", "ALARM")
                .containsEntry("OldStateValue", "INSUFFICIENT_DATA")
                .containsEntry("Region", "US East (N. Virginia)")
                .containsKeys("AlarmConfigurationUpdatedTimestamp", "ActionExecutedAfterMuteWindow", "Trigger");
        assertThat(String.valueOf(messages.get(0).get("NewStateReason")))
                .matches(
                        "Threshold Crossed: 1 datapoint \\[21\\.5 \\(\\d\\d/\\d\\d/\\d\\d \\d\\d:\\d\\d:\\d0\\)] was greater "
                                + "than the threshold \\(21\\.0\\)\\.");
        assertThat(json(described("hot").stateReasonData()))
                .containsEntry("statistic", "Average")
                .containsEntry("unit", "Seconds")
                .containsEntry("period", 10)
                .containsEntry("recentDatapoints", List.of(21.5));
        assertThat(history(HistoryItemType.STATE_UPDATE))
                .containsExactly("Alarm updated from INSUFFICIENT_DATA to ALARM");
        assertThat(history(HistoryItemType.ACTION)).containsExactly("Successfully executed action " + topic);
        assertThat(cloudWatch
                        .describeAlarmsForMetric(r -> r.namespace("App")
                                .metricName("Errors")
                                .dimensions(dimension)
                                .statistic(Statistic.AVERAGE))
                        .metricAlarms())
                .hasSize(1);
    }

    @Test
    void leavesTheDecisionToThePolicyOfTheTopic() {
        String topic = topic("ops");
        sns.setTopicAttributes(r -> r.topicArn(topic)
                .attributeName("Policy")
                .attributeValue(
                        "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":{\"Service\":"
                                + "\"events.amazonaws.com\"},\"Action\":\"sns:Publish\",\"Resource\":\"" + topic
                                + "\"}]}"));
        cloudWatch.putMetricAlarm(alarm("a").alarmActions(topic).build());

        set("a", StateValue.ALARM);
        advance(Duration.ofSeconds(1));

        assertThat(arrived("ops")).isEmpty();
        assertThat(history(HistoryItemType.ACTION))
                .containsExactly("Failed to execute action " + topic + ". Received error: \"CloudWatch Alarms is not "
                        + "authorized to perform: SNS:Publish on resource: " + topic + "\"");
        assertThat(described("a").stateValue()).isEqualTo(StateValue.ALARM);
    }

    @Test
    void saysWhenATopicIsGone() {
        cloudWatch.putMetricAlarm(alarm("a")
                .alarmActions("arn:aws:sns:us-east-1:" + ACCOUNT + ":gone")
                .build());

        set("a", StateValue.ALARM);
        advance(Duration.ofSeconds(1));

        assertThat(history(HistoryItemType.ACTION))
                .singleElement()
                .asString()
                .startsWith("Failed to execute action arn:aws:sns:us-east-1:" + ACCOUNT + ":gone. Received error: ");
    }

    @Test
    void evaluatesExpressions() {
        MetricStat errors = MetricStat.builder()
                .metric(Metric.builder().namespace("App").metricName("Errors").build())
                .period(60)
                .stat("Sum")
                .build();
        cloudWatch.putMetricAlarm(r -> r.alarmName("twice")
                .evaluationPeriods(1)
                .datapointsToAlarm(1)
                .threshold(10.0)
                .comparisonOperator(ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD)
                .metrics(
                        MetricDataQuery.builder().id("e1").expression("m1 * 2").build(),
                        MetricDataQuery.builder()
                                .id("m1")
                                .metricStat(errors)
                                .returnData(false)
                                .build()));
        errors(5);

        advance(Duration.ofSeconds(121));

        assertThat(described("twice").stateReason())
                .startsWith("Threshold Crossed: 1 out of the last 1 datapoints [10.0 (")
                .endsWith(
                        ")] was greater than or equal to the threshold (10.0) (minimum 1 datapoint for OK -> ALARM transition).");
        assertThat(described("twice").metrics()).hasSize(2);
    }

    @Test
    void learnsABandFromHistoryAndWatchesIt() {
        for (int hour = 30; hour > 0; hour--) {
            double value = hour % 2 == 0 ? 9 : 11;
            int ago = hour;
            cloudWatch.putMetricData(r -> r.namespace("App").metricData(d -> d.metricName("Errors")
                    .timestamp(emulator.now().minus(Duration.ofHours(ago)))
                    .value(value)));
        }
        MetricStat errors = MetricStat.builder()
                .metric(Metric.builder().namespace("App").metricName("Errors").build())
                .period(60)
                .stat("Average")
                .build();
        cloudWatch.putMetricAlarm(r -> r.alarmName("odd")
                .evaluationPeriods(1)
                .thresholdMetricId("ad1")
                .comparisonOperator(ComparisonOperator.LESS_THAN_LOWER_OR_GREATER_THAN_UPPER_THRESHOLD)
                .metrics(
                        MetricDataQuery.builder()
                                .id("m1")
                                .metricStat(errors)
                                .returnData(true)
                                .build(),
                        MetricDataQuery.builder()
                                .id("ad1")
                                .expression("ANOMALY_DETECTION_BAND(m1, 2)")
                                .returnData(true)
                                .build()));
        assertThat(cloudWatch.describeAnomalyDetectors(r -> r.namespace("App")).anomalyDetectors())
                .singleElement()
                .satisfies(detector -> assertThat(detector.stateValueAsString()).isEqualTo("TRAINED"));

        errors(10);
        advance(Duration.ofSeconds(121));
        assertThat(described("odd").stateValue()).isEqualTo(StateValue.OK);
        advance(Duration.ofMinutes(5));
        errors(50);
        advance(Duration.ofSeconds(121));

        assertThat(described("odd").stateReason())
                .startsWith("Thresholds Crossed: 1 datapoint [50.0 (")
                .contains("was less than the lower thresholds [")
                .contains("] or greater than the upper thresholds [");
    }

    @Test
    void goesBackToItsStateAfterBeingSetByHand() {
        cloudWatch.putMetricAlarm(alarm("a").build());

        set("a", StateValue.ALARM);
        assertThat(described("a").stateReason()).isEqualTo("by hand");
        advance(Duration.ofSeconds(61));

        assertThat(described("a").stateReason()).isEqualTo("Insufficient Data: 1 datapoint was unknown.");
    }

    @Test
    void isDeleted() {
        cloudWatch.putMetricAlarm(alarm("a").build());

        cloudWatch.deleteAlarms(r -> r.alarmNames("a", "nobody"));

        assertThat(cloudWatch.describeAlarms(r -> r.alarmNames("a")).metricAlarms())
                .isEmpty();
        assertThat(history(HistoryItemType.CONFIGURATION_UPDATE))
                .containsExactly("Alarm \"a\" deleted", "Alarm \"a\" created");
    }

    @Test
    void keepsTags() {
        cloudWatch.putMetricAlarm(alarm("a").build());
        String arn = described("a").alarmArn();

        cloudWatch.tagResource(r -> r.resourceARN(arn)
                .tags(
                        Tag.builder().key("x").value("1").build(),
                        Tag.builder().key("y").value("2").build()));
        cloudWatch.untagResource(r -> r.resourceARN(arn).tagKeys("x"));

        assertThat(cloudWatch.listTagsForResource(r -> r.resourceARN(arn)).tags())
                .extracting(Tag::key)
                .containsExactly("y");
    }

    @Test
    void refusesInAwsWords() {
        assertThat(AwsError.of(
                        () -> cloudWatch.putMetricAlarm(alarm("a").period(45).build())))
                .isEqualTo(new AwsError("ValidationError", 400, "Period must be 10, 20, 30 or a multiple of 60"));
        assertThat(AwsError.of(() -> set("nobody", StateValue.OK)).code()).isEqualTo("ResourceNotFound");
        assertThat(AwsError.of(() -> cloudWatch.describeAlarms(r -> r.nextToken("x")))
                        .code())
                .isEqualTo("InvalidNextToken");
    }

    /** What no value can mend is refused when the alarm is put. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "m2 * 2; Error in expression 'e': Undefined id 'm2'",
                "e + m1; Error in expression 'e': The expression 'e' refers to itself",
                "SUM(m1); Error in expression 'e': The expression must return a time series or an array of time series",
                "SERVICE_QUOTA(m1); Error in expression 'e': There is no service quota associated to this metric",
                "-FIRST([SEARCH('{App} Errors', 'Sum', 60)]); SEARCH is not supported on Metric Alarms."
            })
    void refusesExpressionsThatCannotBeEvaluated(String expression, String message) {
        AwsError refusal = AwsError.of(() -> cloudWatch.putMetricAlarm(r -> r.alarmName("math")
                .metrics(
                        MetricDataQuery.builder()
                                .id("m1")
                                .returnData(false)
                                .metricStat(s -> s.period(60).stat("Sum").metric(m -> m.namespace("App")
                                        .metricName("Errors")))
                                .build(),
                        MetricDataQuery.builder().id("e").expression(expression).build())
                .evaluationPeriods(1)
                .threshold(1.0)
                .comparisonOperator(ComparisonOperator.GREATER_THAN_THRESHOLD)));

        assertThat(refusal).isEqualTo(new AwsError("ValidationError", 400, message));
    }
}
