package io.vaportrail.metrics.alarm;

import static io.vaportrail.metrics.alarm.AlarmFixture.alarm;
import static org.assertj.core.api.Assertions.assertThat;

import io.vaportrail.model.cloudwatch.AlarmContributor;
import io.vaportrail.model.cloudwatch.AlarmHistoryItem;
import io.vaportrail.model.cloudwatch.CloudWatchService;
import io.vaportrail.model.cloudwatch.DescribeAlarmContributorsInput;
import io.vaportrail.model.cloudwatch.DescribeAlarmHistoryInput;
import io.vaportrail.model.cloudwatch.MetricDataQuery;
import io.vaportrail.model.cloudwatch.PutMetricAlarmInput;
import io.vaportrail.model.events.PutEventsRequestEntry;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Alarms on a query that gives several series, each of which is watched. Time starts at noon. */
class ContributorsTest {
    private final AlarmFixture fixture = new AlarmFixture();

    private static PutMetricAlarmInput.Builder grouped() {
        return alarm("a")
                .namespace(null)
                .metricName(null)
                .statistic(null)
                .period(null)
                .metrics(List.of(MetricDataQuery.builder()
                        .id("q1")
                        .expression("SELECT MAX(M) FROM N GROUP BY Host")
                        .period(60)
                        .build()));
    }

    /** A minute passes in which the groups have those values. */
    private void minute(Map<String, Double> values) {
        fixture.metrics.groups("q1", "Host", fixture.clock.millis(), new TreeMap<>(values));
        fixture.advance(60);
    }

    private List<AlarmContributor> raised() {
        return Objects.requireNonNull(fixture.call(
                        CloudWatchService.DESCRIBE_ALARM_CONTRIBUTORS,
                        DescribeAlarmContributorsInput.builder().alarmName("a").build())
                .alarmContributors());
    }

    private List<String> raisedHosts() {
        return raised().stream()
                .map(contributor ->
                        String.valueOf(contributor.contributorAttributes().get("Host")))
                .sorted()
                .toList();
    }

    private String reason() {
        return String.valueOf(fixture.metricAlarm("a").stateReason());
    }

    @Test
    void areWatchedOneByOne() {
        fixture.put(grouped());
        fixture.advance(1);
        minute(Map.of("x", 9.0, "y", 1.0, "z", 7.0));

        assertThat(fixture.state("a")).isEqualTo("ALARM");
        assertThat(reason()).isEqualTo("2 out of 3 time series evaluated to ALARM");
        assertThat(fixture.metricAlarm("a").stateReasonData())
                .isEqualTo("{\"version\":\"1.0\",\"queryDate\":\"2026-03-05T12:01:01.000+0000\"}");
        assertThat(raisedHosts()).containsExactly("x", "z");
        assertThat(raised()).allSatisfy(contributor -> {
            assertThat(contributor.contributorId()).matches("[0-9a-f]{16}");
            assertThat(contributor.stateTransitionedTimestamp()).isEqualTo(AlarmFixture.START.plusSeconds(61));
            assertThat(contributor.stateReason())
                    .matches(
                            "Threshold Crossed: 1 datapoint was greater than the threshold \\(5\\.0\\)\\. The most recent "
                                    + "datapoint which crossed the threshold: \\[[79]\\.0 \\(05/03/26 12:00:00\\)]\\.");
        });
        minute(Map.of("x", 1.0, "y", 1.0, "z", 7.0));
        assertThat(raisedHosts()).containsExactly("z");
        assertThat(reason()).isEqualTo("1 out of 3 time series evaluated to ALARM");
        minute(Map.of("x", 1.0, "y", 1.0));
        assertThat(raisedHosts()).isEmpty();
        assertThat(fixture.state("a")).isEqualTo("OK");
        assertThat(reason()).isEqualTo("0 out of 2 time series evaluated to ALARM");
    }

    @Test
    void areToldOfWithTheirAttributes() {
        fixture.put(grouped());
        fixture.advance(1);
        minute(Map.of("x", 9.0));

        assertThat(fixture.published).hasSize(2);
        assertThat(AlarmFixture.message(fixture.published.get(0)))
                .containsEntry("NewStateValue", "ALARM")
                .containsEntry("OldStateValue", "OK")
                .containsEntry("AlarmContributorId", raised().get(0).contributorId())
                .containsEntry("AlarmContributorAttributes", Map.of("Host", "x"));
        assertThat(AlarmFixture.message(fixture.published.get(1)))
                .containsEntry("OldStateValue", "INSUFFICIENT_DATA")
                .containsEntry("NewStateReason", "1 out of 1 time series evaluated to ALARM")
                .doesNotContainKey("AlarmContributorId");
        List<PutEventsRequestEntry> events = fixture.events("CloudWatch Alarm Contributor State Change");
        assertThat(events).hasSize(1);
        assertThat(events.get(0).detail())
                .startsWith(
                        "{\"alarmName\":\"a\",\"alarmContributor\":{\"id\":\""
                                + raised().get(0).contributorId()
                                + "\",\"attributes\":{\"Host\":\"x\"}},\"state\":{\"value\":\"ALARM\",\"reason\":\"Threshold Crossed: ")
                .contains("\"expression\":\"SELECT MAX(M) FROM N GROUP BY Host\"")
                .doesNotContain("previousState")
                .doesNotContain("reasonData");
    }

    @Test
    void haveAHistoryOfTheirOwn() {
        fixture.put(grouped());
        fixture.advance(1);
        minute(Map.of("x", 9.0, "y", 9.0));
        String id = raised().get(0).contributorId();

        List<AlarmHistoryItem> items = fixture.history(
                DescribeAlarmHistoryInput.builder().alarmName("a").alarmContributorId(id));

        assertThat(items)
                .extracting(AlarmHistoryItem::historyItemType)
                .containsExactlyInAnyOrder("AlarmContributorAction", "AlarmContributorStateUpdate");
        assertThat(items)
                .extracting(AlarmHistoryItem::alarmContributorAttributes)
                .containsOnly(raised().get(0).contributorAttributes());
        assertThat(fixture.history("AlarmContributorStateUpdate"))
                .containsExactly(
                        "Alarm contributor updated from OK to ALARM", "Alarm contributor updated from OK to ALARM");
        assertThat(fixture.history("StateUpdate")).containsExactly("Alarm updated from INSUFFICIENT_DATA to ALARM");
    }

    @Test
    void areNoMoreThanAHundred() {
        fixture.put(grouped());
        fixture.advance(1);
        Map<String, Double> values = new LinkedHashMap<>();
        for (int i = 0; i < 105; i++) {
            values.put("h" + i, 9.0);
        }
        values.put("calm", 1.0);
        minute(values);

        assertThat(reason()).isEqualTo("100+ time series evaluated to ALARM");
        assertThat(raised()).hasSize(100);
        values.keySet().removeIf(host -> host.length() == 4);
        minute(values);
        assertThat(reason()).isEqualTo("100 out of 100 time series evaluated to ALARM");
    }

    @ParameterizedTest
    @CsvSource({"missing,INSUFFICIENT_DATA,Missing", "breaching,ALARM,Breaching", "notBreaching,OK,NonBreaching"})
    void mayBeNone(String treatment, String state, String name) {
        fixture.put(grouped().treatMissingData(treatment));
        fixture.set("a", state.equals("OK") ? "ALARM" : "OK");
        fixture.advance(1);
        minute(Map.of());

        assertThat(fixture.state("a")).isEqualTo(state);
        assertThat(reason())
                .isEqualTo("No time series were returned by the query. Treat missing data is configured as [" + name
                        + "].");
    }

    @Test
    void areForgottenWithTheirQuery() {
        fixture.put(grouped());
        fixture.advance(1);
        minute(Map.of("x", 9.0));
        fixture.put(alarm("a"));

        assertThat(raised()).isEmpty();
        assertThat(fixture.refused(
                        CloudWatchService.DESCRIBE_ALARM_CONTRIBUTORS,
                        DescribeAlarmContributorsInput.builder().alarmName("b").build()))
                .startsWith("ResourceNotFoundException");
    }
}
