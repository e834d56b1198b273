package io.vaportrail.metrics.alarm;

import static io.vaportrail.metrics.alarm.AlarmFixture.START;
import static io.vaportrail.metrics.alarm.AlarmFixture.TOPIC;
import static io.vaportrail.metrics.alarm.AlarmFixture.alarm;
import static org.assertj.core.api.Assertions.assertThat;

import io.vaportrail.core.service.CommonError;
import io.vaportrail.metrics.query.Datapoint;
import io.vaportrail.model.cloudwatch.AlarmHistoryItem;
import io.vaportrail.model.cloudwatch.CloudWatchService;
import io.vaportrail.model.cloudwatch.DescribeAlarmHistoryInput;
import io.vaportrail.model.cloudwatch.DisableAlarmActionsInput;
import io.vaportrail.model.cloudwatch.EnableAlarmActionsInput;
import io.vaportrail.model.cloudwatch.MetricAlarm;
import io.vaportrail.model.cloudwatch.MetricDataQuery;
import io.vaportrail.model.cloudwatch.SetAlarmStateInput;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Metric alarms as time passes. */
class MetricAlarmTest {
    private final AlarmFixture fixture = new AlarmFixture();

    @Test
    void isNotKnownAtFirst() {
        fixture.put(alarm("a"));

        MetricAlarm described = fixture.metricAlarm("a");

        assertThat(described.stateValue()).isEqualTo("INSUFFICIENT_DATA");
        assertThat(described.stateReason()).isEqualTo("Unchecked: Initial alarm creation");
        assertThat(described.stateUpdatedTimestamp()).isEqualTo(START);
        assertThat(described.actionsEnabled()).isTrue();
        assertThat(described.dimensions()).isEmpty();
        fixture.advance(600);
        assertThat(fixture.metricAlarm("a").stateReason()).isEqualTo("Unchecked: Initial alarm creation");
        assertThat(fixture.told()).isEmpty();
    }

    @Test
    void isRaisedAndGoesBackAsTimePasses() {
        fixture.put(alarm("a").treatMissingData("notBreaching"));
        fixture.value(9);

        fixture.advance(60);
        assertThat(fixture.state("a")).isEqualTo("OK");
        fixture.advance(1);
        assertThat(fixture.state("a")).isEqualTo("ALARM");
        fixture.advance(600);

        assertThat(fixture.state("a")).isEqualTo("OK");
        assertThat(fixture.told()).containsExactly("a OK", "a ALARM", "a OK");
    }

    @Test
    void evaluatesEveryMinuteOnTheWay() {
        fixture.put(alarm("a").treatMissingData("notBreaching"));
        for (int minute = 0; minute < 40; minute += 10) {
            fixture.metrics.put("M", START.toEpochMilli() + minute * 60_000L, 9);
        }

        fixture.advance(3600);

        assertThat(fixture.told())
                .containsExactly("a OK", "a ALARM", "a OK", "a ALARM", "a OK", "a ALARM", "a OK", "a ALARM", "a OK");
    }

    @Test
    void seesPointsThatArriveLateWhileItLooksBackThatFar() {
        fixture.put(alarm("a").treatMissingData("notBreaching"));
        fixture.advance(121);
        assertThat(fixture.state("a")).isEqualTo("OK");

        fixture.metrics.put("M", START.toEpochMilli() + 60_000, 9);
        fixture.advance(60);

        assertThat(fixture.state("a")).isEqualTo("ALARM");
    }

    @Test
    void evaluatesShortPeriodsEveryTenSeconds() {
        fixture.put(alarm("fast").period(10));
        fixture.put(alarm("slow"));
        fixture.value(9);

        fixture.advance(11);

        assertThat(fixture.state("fast")).isEqualTo("ALARM");
        assertThat(fixture.state("slow")).isEqualTo("INSUFFICIENT_DATA");
        fixture.advance(50);
        assertThat(fixture.state("slow")).isEqualTo("ALARM");
    }

    @Test
    void goesBackToWhatTheDataSayAfterBeingSetByHand() {
        fixture.put(alarm("a"));
        fixture.advance(30);

        fixture.set("a", "ALARM");

        MetricAlarm described = fixture.metricAlarm("a");
        assertThat(described.stateReason()).isEqualTo("by hand");
        assertThat(described.stateReasonData()).isNull();
        assertThat(described.stateTransitionedTimestamp()).isEqualTo(START.plusSeconds(30));
        fixture.advance(31);
        assertThat(fixture.metricAlarm("a").stateReason()).isEqualTo("Insufficient Data: 1 datapoint was unknown.");
        assertThat(fixture.told()).containsExactly("a ALARM", "a INSUFFICIENT_DATA");
    }

    @Test
    void doesNotActWhenSetToTheStateThatItHas() {
        fixture.put(alarm("a"));

        fixture.set("a", "INSUFFICIENT_DATA");

        assertThat(fixture.metricAlarm("a").stateReason()).isEqualTo("by hand");
        assertThat(fixture.told()).isEmpty();
        assertThat(fixture.history("StateUpdate")).isEmpty();
    }

    @Test
    void keepsItsStateWhenChanged() {
        fixture.put(alarm("a"));
        fixture.set("a", "ALARM");

        fixture.put(alarm("a").threshold(99.0));

        assertThat(fixture.metricAlarm("a").threshold()).isEqualTo(99.0);
        assertThat(fixture.state("a")).isEqualTo("ALARM");
        assertThat(fixture.history("ConfigurationUpdate"))
                .containsExactly("Alarm \"a\" updated", "Alarm \"a\" created");
    }

    @Test
    void staysQuietWhileItsActionsAreDisabled() {
        fixture.put(alarm("a"));
        fixture.call(
                CloudWatchService.DISABLE_ALARM_ACTIONS,
                DisableAlarmActionsInput.builder()
                        .alarmNames(List.of("a", "unknown"))
                        .build());
        fixture.set("a", "ALARM");
        assertThat(fixture.told()).isEmpty();
        assertThat(fixture.metricAlarm("a").actionsEnabled()).isFalse();

        fixture.call(
                CloudWatchService.ENABLE_ALARM_ACTIONS,
                EnableAlarmActionsInput.builder().alarmNames(List.of("a")).build());
        fixture.set("a", "OK");

        assertThat(fixture.told()).containsExactly("a OK");
    }

    @Test
    void watchesExpressions() {
        fixture.put(alarm("a")
                .namespace(null)
                .metricName(null)
                .statistic(null)
                .period(null)
                .metrics(List.of(MetricDataQuery.builder()
                        .id("e1")
                        .expression("m1 / m2")
                        .period(60)
                        .build())));
        fixture.metrics.series("e1", 60, List.of(List.of(new Datapoint(START.toEpochMilli(), 7.5))));

        fixture.advance(61);

        assertThat(fixture.metricAlarm("a").stateReason())
                .isEqualTo(
                        "Threshold Crossed: 1 datapoint [7.5 (05/03/26 12:00:00)] was greater than the threshold (5.0).");
        assertThat(fixture.metricAlarm("a").dimensions()).isNull();
    }

    @Test
    void ignoresTheSilenceOfDynamoDb() {
        fixture.put(alarm("a").namespace("AWS/DynamoDB").treatMissingData("breaching"));

        fixture.advance(61);

        assertThat(fixture.state("a")).isEqualTo("INSUFFICIENT_DATA");
        assertThat(fixture.metricAlarm("a").treatMissingData()).isEqualTo("breaching");
    }

    @Test
    void tellsInItsHistoryWhatHappened() {
        fixture.put(alarm("a").alarmDescription("what it is"));
        fixture.value(9);
        fixture.advance(61);

        List<AlarmHistoryItem> items =
                fixture.history(DescribeAlarmHistoryInput.builder().alarmName("a"));

        assertThat(items)
                .extracting(AlarmHistoryItem::historySummary)
                .containsExactly(
                        "Successfully executed action " + TOPIC,
                        "Alarm updated from INSUFFICIENT_DATA to ALARM",
                        "Alarm \"a\" created");
        assertThat(items.get(1).historyData())
                .isEqualTo("{\"version\":\"1.0\",\"oldState\":{\"stateValue\":\"INSUFFICIENT_DATA\",\"stateReason\":"
                        + "\"Unchecked: Initial alarm creation\"},\"newState\":{\"stateValue\":\"ALARM\",\"stateReason\":"
                        + "\"Threshold Crossed: 1 datapoint [9.0 (05/03/26 12:00:00)] was greater than the threshold "
                        + "(5.0).\",\"stateReasonData\":{\"version\":\"1.0\",\"queryDate\":"
                        + "\"2026-03-05T12:01:01.000+0000\",\"startDate\":\"2026-03-05T12:00:00.000+0000\","
                        + "\"statistic\":\"Sum\",\"period\":60,\"recentDatapoints\":[9.0],\"threshold\":5.0,"
                        + "\"evaluatedDatapoints\":[{\"timestamp\":\"2026-03-05T12:00:00.000+0000\",\"sampleCount\":1.0,"
                        + "\"value\":9.0}]}}}");
        assertThat(items.get(2).historyData())
                .startsWith("{\"version\":\"1.0\",\"type\":\"Create\",\"createdAlarm\":{\"alarmName\":\"a\","
                        + "\"alarmDescription\":\"what it is\",\"alarmArn\":"
                        + "\"arn:aws:cloudwatch:us-east-1:111122223333:alarm:a\"");
    }

    @Test
    void tellsInItsHistoryWhatFailed() {
        fixture.put(alarm("a")
                .alarmActions(List.of(
                        TOPIC,
                        "arn:aws:lambda:us-east-1:111122223333:function:f",
                        "arn:aws:automate:us-east-1:ec2:stop")));
        fixture.topicAnswers = CommonError.sender("AuthorizationError", 403, "no");

        fixture.set("a", "ALARM");

        assertThat(fixture.history("Action"))
                .containsExactly(
                        "Failed to execute action arn:aws:automate:us-east-1:ec2:stop. Received error: \"Amazon EC2 does not "
                                + "exist in this emulator: nothing was called\"",
                        "Failed to execute action arn:aws:lambda:us-east-1:111122223333:function:f. Received error: \"AWS "
                                + "Lambda does not exist in this emulator: nothing was called\"",
                        "Failed to execute action " + TOPIC
                                + ". Received error: \"CloudWatch Alarms is not authorized to "
                                + "perform: SNS:Publish on resource: " + TOPIC + "\"");
        assertThat(fixture.state("a")).isEqualTo("ALARM");
    }

    @Test
    void refusesReasonDataThatIsNoJson() {
        fixture.put(alarm("a"));

        assertThat(fixture.refused(CloudWatchService.SET_ALARM_STATE, okBecause("{")))
                .startsWith("InvalidFormat");
        fixture.call(CloudWatchService.SET_ALARM_STATE, okBecause("{\"k\":1}"));
        assertThat(fixture.metricAlarm("a").stateReasonData()).isEqualTo("{\"k\":1}");
    }

    private static SetAlarmStateInput okBecause(String data) {
        return SetAlarmStateInput.builder()
                .alarmName("a")
                .stateValue("OK")
                .stateReason("r")
                .stateReasonData(data)
                .build();
    }

    @Test
    void asksNothingOfTheClockWithoutAlarms() {
        fixture.put(alarm("a"));
        assertThat(fixture.clock.timers()).isEqualTo(1);

        fixture.alarms.reset(null);
        assertThat(fixture.clock.timers()).isZero();

        fixture.put(alarm("b"));
        fixture.value(9);
        fixture.advance(61);
        assertThat(fixture.state("b")).isEqualTo("ALARM");
    }
}
