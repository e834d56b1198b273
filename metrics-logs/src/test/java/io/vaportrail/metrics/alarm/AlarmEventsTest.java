package io.vaportrail.metrics.alarm;

import static io.vaportrail.metrics.alarm.AlarmFixture.alarm;
import static io.vaportrail.metrics.alarm.AlarmFixture.composite;
import static org.assertj.core.api.Assertions.assertThat;

import io.vaportrail.core.json.Json;
import io.vaportrail.model.cloudwatch.CloudWatchService;
import io.vaportrail.model.cloudwatch.DeleteAlarmsInput;
import io.vaportrail.model.cloudwatch.Dimension;
import io.vaportrail.model.cloudwatch.DisableAlarmActionsInput;
import io.vaportrail.model.cloudwatch.Metric;
import io.vaportrail.model.cloudwatch.MetricDataQuery;
import io.vaportrail.model.cloudwatch.MetricStat;
import io.vaportrail.model.cloudwatch.MuteTargets;
import io.vaportrail.model.cloudwatch.PutAlarmMuteRuleInput;
import io.vaportrail.model.cloudwatch.Rule;
import io.vaportrail.model.cloudwatch.Schedule;
import io.vaportrail.model.events.PutEventsRequestEntry;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What EventBridge is told of alarms. Time starts at noon. */
class AlarmEventsTest {
    private static final String STATE_CHANGE = "CloudWatch Alarm State Change";
    private static final String CONFIGURATION_CHANGE = "CloudWatch Alarm Configuration Change";
    private static final String ARN = "arn:aws:cloudwatch:us-east-1:111122223333:alarm:";

    /** What an alarm of the fixture acts on, in events. */
    private static final String TO_TOPIC = "[\"" + AlarmFixture.TOPIC + "\"]";

    private final AlarmFixture fixture = new AlarmFixture();

    private String only(String detailType) {
        List<PutEventsRequestEntry> events = fixture.events(detailType);
        assertThat(events).hasSize(1);
        return detail(events.get(0));
    }

    private static String detail(PutEventsRequestEntry event) {
        return Objects.requireNonNull(event.detail());
    }

    private static Map<String, @Nullable Object> json(String detail) {
        return Objects.requireNonNull(Json.readObject(detail));
    }

    @Test
    void changeOfStateOfAMetricAlarm() {
        fixture.put(alarm("a")
                .alarmDescription("too many")
                .dimensions(List.of(Dimension.builder().name("n").value("v").build())));
        fixture.advance(10);
        fixture.set("a", "ALARM");

        List<PutEventsRequestEntry> events = fixture.events(STATE_CHANGE);
        assertThat(events).hasSize(1);
        PutEventsRequestEntry event = events.get(0);
        assertThat(event.source()).isEqualTo("aws.cloudwatch");
        assertThat(event.resources()).containsExactly(ARN + "a");
        assertThat(event.time()).isEqualTo(AlarmFixture.START.plusSeconds(10));
        assertThat(event.eventBusName()).isNull();
        assertThat(detail(event).replaceAll("\"id\":\"[-0-9a-f]{36}\"", "\"id\":\"…\""))
                .isEqualTo("{\"alarmName\":\"a\",\"state\":{\"value\":\"ALARM\",\"reason\":\"by hand\","
                        + "\"timestamp\":\"2026-03-05T12:00:10.000+0000\"},\"previousState\":{\"value\":"
                        + "\"INSUFFICIENT_DATA\",\"reason\":\"Unchecked: Initial alarm creation\","
                        + "\"timestamp\":\"2026-03-05T12:00:00.000+0000\"},\"configuration\":{\"description\":\"too many\","
                        + "\"metrics\":[{\"id\":\"…\",\"metricStat\":{\"metric\":{\"namespace\":\"N\",\"name\":\"M\","
                        + "\"dimensions\":{\"n\":\"v\"}},\"period\":60,\"stat\":\"Sum\"},\"returnData\":true}]}}");
    }

    @Test
    void changeOfStateOfAnAlarmOnAnExpression() {
        fixture.put(doubled());
        fixture.set("a", "ALARM");

        assertThat(only(STATE_CHANGE))
                .endsWith(
                        "\"configuration\":{\"metrics\":[{\"id\":\"e1\",\"expression\":\"m1 * 2\",\"label\":\"twice\","
                                + "\"returnData\":true},{\"id\":\"m1\",\"metricStat\":{\"metric\":{\"namespace\":\"N\",\"name\":\"M\","
                                + "\"dimensions\":{}},\"period\":60,\"stat\":\"p90\",\"unit\":\"Seconds\"},\"returnData\":false}]}}");
    }

    private static io.vaportrail.model.cloudwatch.PutMetricAlarmInput.Builder doubled() {
        MetricStat stat = MetricStat.builder()
                .metric(Metric.builder().namespace("N").metricName("M").build())
                .period(60)
                .stat("p90")
                .unit("Seconds")
                .build();
        return alarm("a")
                .namespace(null)
                .metricName(null)
                .statistic(null)
                .period(null)
                .metrics(List.of(
                        MetricDataQuery.builder()
                                .id("e1")
                                .expression("m1 * 2")
                                .label("twice")
                                .build(),
                        MetricDataQuery.builder()
                                .id("m1")
                                .metricStat(stat)
                                .returnData(false)
                                .build()));
    }

    @Test
    void changeOfStateByEvaluationHasItsData() {
        fixture.put(alarm("a"));
        fixture.value(9);
        fixture.advance(61);

        Map<String, @Nullable Object> state = Objects.requireNonNull(
                (Map<String, @Nullable Object>) json(only(STATE_CHANGE)).get("state"));
        assertThat(String.valueOf(state.get("reason"))).startsWith("Threshold Crossed: 1 datapoint [9.0 (");
        assertThat(json(String.valueOf(state.get("reasonData")))).containsEntry("recentDatapoints", List.of(9.0));
    }

    @Test
    void changeOfStateOfASuppressedCompositeAlarm() {
        fixture.put(alarm("a"));
        fixture.put(alarm("deploying"));
        fixture.put(composite("c", "ALARM(a)")
                .actionsSuppressor("deploying")
                .actionsSuppressorWaitPeriod(120)
                .actionsSuppressorExtensionPeriod(180));
        fixture.set("deploying", "ALARM");
        fixture.events.clear();
        fixture.set("a", "ALARM");

        List<PutEventsRequestEntry> events = fixture.events(STATE_CHANGE);
        assertThat(events).hasSize(2);
        assertThat(events.get(1).detail())
                .startsWith("{\"alarmName\":\"c\",\"state\":{\"actionsSuppressedBy\":\"Alarm\","
                        + "\"actionsSuppressedReason\":\"Actions suppressed by Alarm\",\"value\":\"ALARM\",\"reason\":\""
                        + ARN + "a transitioned to ALARM at ")
                .contains("\"reasonData\":\"{\\\"triggeringAlarms\\\":[{\\\"arn\\\":\\\"" + ARN + "a\\\"")
                .endsWith("\"configuration\":{\"alarmRule\":\"ALARM(a)\",\"actionsSuppressor\":\"deploying\","
                        + "\"actionsSuppressorWaitPeriod\":120,\"actionsSuppressorExtensionPeriod\":180}}");
    }

    @Test
    void changeOfStateInAMuteWindow() {
        fixture.put(alarm("a").treatMissingData("ignore"));
        fixture.call(
                CloudWatchService.PUT_ALARM_MUTE_RULE,
                PutAlarmMuteRuleInput.builder()
                        .name("noon")
                        .rule(Rule.builder()
                                .schedule(Schedule.builder()
                                        .expression("at(2026-03-05T12:00)")
                                        .duration("PT10M")
                                        .build())
                                .build())
                        .muteTargets(
                                MuteTargets.builder().alarmNames(List.of("a")).build())
                        .build());
        fixture.set("a", "ALARM");

        assertThat(only(STATE_CHANGE))
                .endsWith(
                        "\"muteDetail\":{\"mutedByArn\":\"arn:aws:cloudwatch:us-east-1:111122223333:alarm-mute-rule:noon\","
                                + "\"muteWindowStart\":\"2026-03-05T12:00:00.000+0000\","
                                + "\"muteWindowEnd\":\"2026-03-05T12:10:00.000+0000\"}}");
        fixture.advance(599);
        fixture.events.clear();
        fixture.advance(1);
        assertThat(fixture.told()).as("after the window").containsExactly("a ALARM");
        assertThat(fixture.events).as("no change of state").isEmpty();
    }

    @Test
    void creation() {
        fixture.put(alarm("a").treatMissingData("ignore").datapointsToAlarm(1));

        List<PutEventsRequestEntry> events = fixture.events(CONFIGURATION_CHANGE);
        assertThat(events).hasSize(1);
        assertThat(events.get(0).resources()).containsExactly(ARN + "a");
        assertThat(detail(events.get(0)).replaceAll("\"id\":\"[-0-9a-f]{36}\"", "\"id\":\"…\""))
                .isEqualTo("{\"alarmName\":\"a\",\"operation\":\"create\",\"state\":{\"value\":\"INSUFFICIENT_DATA\","
                        + "\"timestamp\":\"2026-03-05T12:00:00.000+0000\"},\"configuration\":{\"evaluationPeriods\":1,"
                        + "\"datapointsToAlarm\":1,\"threshold\":5.0,\"comparisonOperator\":\"GreaterThanThreshold\","
                        + "\"treatMissingData\":\"ignore\",\"metrics\":[{\"id\":\"…\",\"metricStat\":{\"metric\":"
                        + "{\"namespace\":\"N\",\"name\":\"M\",\"dimensions\":{}},\"period\":60,\"stat\":\"Sum\"},"
                        + "\"returnData\":true}],\"alarmName\":\"a\",\"actionsEnabled\":true,"
                        + "\"timestamp\":\"2026-03-05T12:00:00.000+0000\",\"okActions\":" + TO_TOPIC
                        + ",\"alarmActions\":"
                        + TO_TOPIC + ",\"insufficientDataActions\":" + TO_TOPIC + "}}");
    }

    @Test
    void creationOfACompositeAlarmBeforeItsFirstState() {
        fixture.put(alarm("a"));
        fixture.events.clear();
        fixture.put(composite("c", "ALARM(a)").alarmDescription("d"));

        assertThat(fixture.events)
                .extracting(request -> request.entries().get(0).detailType())
                .containsExactly(CONFIGURATION_CHANGE, STATE_CHANGE);
        assertThat(only(CONFIGURATION_CHANGE))
                .isEqualTo("{\"alarmName\":\"c\",\"operation\":\"create\",\"state\":{\"value\":\"INSUFFICIENT_DATA\","
                        + "\"timestamp\":\"2026-03-05T12:00:00.000+0000\"},\"configuration\":{\"alarmRule\":\"ALARM(a)\","
                        + "\"alarmName\":\"c\",\"description\":\"d\",\"actionsEnabled\":true,"
                        + "\"timestamp\":\"2026-03-05T12:00:00.000+0000\",\"okActions\":" + TO_TOPIC
                        + ",\"alarmActions\":"
                        + TO_TOPIC + ",\"insufficientDataActions\":[]}}");
    }

    @Test
    void updateSaysWhatWasBefore() {
        fixture.put(alarm("a"));
        fixture.events.clear();
        fixture.advance(10);
        fixture.put(alarm("a").threshold(6.0));

        Map<String, @Nullable Object> detail = json(only(CONFIGURATION_CHANGE));
        assertThat(detail).containsEntry("operation", "update");
        assertThat(String.valueOf(detail.get("configuration")))
                .contains("threshold=6.0")
                .contains("timestamp=2026-03-05T12:00:10.000+0000");
        assertThat(String.valueOf(detail.get("previousConfiguration")))
                .contains("threshold=5.0")
                .contains("timestamp=2026-03-05T12:00:00.000+0000");
    }

    @Test
    void actionsThatAreDisabledAreAnUpdate() {
        fixture.put(alarm("a"));
        fixture.events.clear();
        DisableAlarmActionsInput disable =
                DisableAlarmActionsInput.builder().alarmNames(List.of("a", "b")).build();
        fixture.call(CloudWatchService.DISABLE_ALARM_ACTIONS, disable);

        Map<String, @Nullable Object> detail = json(only(CONFIGURATION_CHANGE));
        assertThat(String.valueOf(detail.get("configuration"))).contains("actionsEnabled=false");
        assertThat(String.valueOf(detail.get("previousConfiguration"))).contains("actionsEnabled=true");
        fixture.call(CloudWatchService.DISABLE_ALARM_ACTIONS, disable);
        assertThat(fixture.events).as("nothing changes").isEmpty();
    }

    @Test
    void deletion() {
        fixture.put(doubled());
        fixture.events.clear();
        fixture.call(
                CloudWatchService.DELETE_ALARMS,
                DeleteAlarmsInput.builder().alarmNames(List.of("a", "b")).build());

        assertThat(only(CONFIGURATION_CHANGE))
                .startsWith("{\"alarmName\":\"a\",\"operation\":\"delete\",\"state\":{\"value\":\"INSUFFICIENT_DATA\"")
                .contains("\"expression\":\"m1 * 2\"")
                .doesNotContain("previousConfiguration");
    }

    @Test
    void isNotAskedAgainWhereThereIsNoEventBridge() {
        fixture.eventBridgeExists = false;
        fixture.put(alarm("a"));
        fixture.set("a", "ALARM");

        assertThat(fixture.events).hasSize(1);
    }
}
