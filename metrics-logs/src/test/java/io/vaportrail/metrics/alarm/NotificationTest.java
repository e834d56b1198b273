package io.vaportrail.metrics.alarm;

import static io.vaportrail.metrics.alarm.AlarmFixture.TOPIC;
import static io.vaportrail.metrics.alarm.AlarmFixture.alarm;
import static io.vaportrail.metrics.alarm.AlarmFixture.composite;
import static org.assertj.core.api.Assertions.assertThat;

import io.vaportrail.core.json.Json;
import io.vaportrail.model.cloudwatch.Dimension;
import io.vaportrail.model.cloudwatch.Metric;
import io.vaportrail.model.cloudwatch.MetricDataQuery;
import io.vaportrail.model.cloudwatch.MetricStat;
import io.vaportrail.model.sns.PublishInput;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What subscribers get, member by member. */
class NotificationTest {
    private final AlarmFixture fixture = new AlarmFixture();

    private String defaultMessage() {
        return Json.write(AlarmFixture.message(fixture.published.get(fixture.published.size() - 1)));
    }

    @Test
    void isAwsMessageOfAMetricAlarm() {
        fixture.put(alarm("a")
                .dimensions(List.of(Dimension.builder().name("n").value("v").build()))
                .statistic("SampleCount")
                .unit("Seconds")
                .datapointsToAlarm(1)
                .treatMissingData("breaching")
                .okActions(null)
                .insufficientDataActions(List.of()));
        fixture.set("a", "ALARM");

        PublishInput published = fixture.published.get(0);
        assertThat(published.topicArn()).isEqualTo(TOPIC);
        assertThat(published.subject()).isEqualTo("ALARM: \"a\" in US East (N. Virginia)");
        assertThat(published.messageStructure()).isEqualTo("json");
        assertThat(defaultMessage())
                .isEqualTo("{\"AlarmName\":\"a\",\"AlarmDescription\":null,\"AWSAccountId\":\"111122223333\","
                        + "\"AlarmConfigurationUpdatedTimestamp\":\"2026-03-05T12:00:00.000+0000\",\"NewStateValue\":"
                        + "\"ALARM\",\"NewStateReason\":\"by hand\",\"StateChangeTime\":\"2026-03-05T12:00:00.000+0000\","
                        + "\"Region\":\"US East (N. Virginia)\",\"AlarmArn\":"
                        + "\"arn:aws:cloudwatch:us-east-1:111122223333:alarm:a\",\"OldStateValue\":\"INSUFFICIENT_DATA\","
                        + "\"ActionExecutedAfterMuteWindow\":false,\"OKActions\":[],\"AlarmActions\":[\"" + TOPIC
                        + "\"],\"InsufficientDataActions\":[],\"Trigger\":{\"MetricName\":\"M\",\"Namespace\":\"N\","
                        + "\"StatisticType\":\"Statistic\",\"Statistic\":\"SAMPLE_COUNT\",\"Unit\":\"Seconds\","
                        + "\"Dimensions\":[{\"value\":\"v\",\"name\":\"n\"}],\"Period\":60,\"EvaluationPeriods\":1,"
                        + "\"DatapointsToAlarm\":1,\"ComparisonOperator\":\"GreaterThanThreshold\",\"Threshold\":5.0,"
                        + "\"TreatMissingData\":\"breaching\",\"EvaluateLowSampleCountPercentile\":\"\"}}");
    }

    @Test
    void namesExtendedStatistics() {
        fixture.put(alarm("a").statistic(null).extendedStatistic("p90").evaluateLowSampleCountPercentile("ignore"));
        fixture.set("a", "ALARM");

        assertThat(defaultMessage())
                .contains("\"StatisticType\":\"ExtendedStatistic\",\"ExtendedStatistic\":\"p90\",\"Unit\":null")
                .contains("\"TreatMissingData\":\"\",\"EvaluateLowSampleCountPercentile\":\"ignore\"");
    }

    @Test
    void listsTheMetricsOfAnExpression() {
        fixture.put(alarm("a")
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
                                .metricStat(MetricStat.builder()
                                        .metric(Metric.builder()
                                                .namespace("N")
                                                .metricName("M")
                                                .build())
                                        .period(60)
                                        .stat("Sum")
                                        .build())
                                .returnData(false)
                                .build())));
        fixture.set("a", "ALARM");

        assertThat(defaultMessage())
                .endsWith("\"Trigger\":{\"EvaluationPeriods\":1,\"ComparisonOperator\":\"GreaterThanThreshold\","
                        + "\"Threshold\":5.0,\"TreatMissingData\":\"\",\"EvaluateLowSampleCountPercentile\":\"\","
                        + "\"Metrics\":[{\"Expression\":\"m1 * 2\",\"Id\":\"e1\",\"Label\":\"twice\",\"ReturnData\":true},"
                        + "{\"Id\":\"m1\",\"MetricStat\":{\"Metric\":{\"Dimensions\":[],\"MetricName\":\"M\","
                        + "\"Namespace\":\"N\"},\"Period\":60,\"Stat\":\"Sum\"},\"ReturnData\":false}]}}");
    }

    @Test
    void namesTheChildThatTriggeredACompositeAlarm() {
        fixture.put(alarm("a"));
        fixture.put(composite("c", "ALARM(a)"));
        fixture.advance(10);
        fixture.set("a", "ALARM");

        assertThat(defaultMessage())
                .contains(
                        "\"NewStateReason\":\"arn:aws:cloudwatch:us-east-1:111122223333:alarm:a transitioned to ALARM at "
                                + "Thursday 05 March, 2026 12:00:10 UTC\"")
                .endsWith("\"AlarmRule\":\"ALARM(a)\",\"TriggeringChildren\":[{\"Arn\":"
                        + "\"arn:aws:cloudwatch:us-east-1:111122223333:alarm:a\",\"State\":{\"Value\":\"ALARM\","
                        + "\"Timestamp\":\"2026-03-05T12:00:10.000+0000\"}}]}")
                .doesNotContain("Trigger\"");
    }

    @Test
    void keepsTheSubjectShortAndPlain() {
        fixture.put(alarm("Größe " + "x".repeat(200)));
        fixture.set("Größe " + "x".repeat(200), "ALARM");

        assertThat(fixture.published.get(0).subject())
                .hasSize(100)
                .startsWith("ALARM: \"Gr??e xxx")
                .endsWith("xxx...\" in US East (N. Virginia)");
    }

    @Test
    void tellsPeopleInWords() {
        fixture.put(alarm("a b")
                .dimensions(List.of(Dimension.builder().name("n").value("v").build())));
        fixture.set("a b", "ALARM");

        Map<String, @Nullable Object> forms =
                Json.readObject(fixture.published.get(0).message());
        assertThat(forms)
                .containsOnlyKeys("default", "sms", "email")
                .containsEntry("sms", "ALARM: \"a b\" in US East (N. Virginia)");
        assertThat(String.valueOf(forms == null ? null : forms.get("email")))
                .startsWith(
                        "You are receiving this email because your Amazon CloudWatch Alarm \"a b\" in the US East (N. "
                                + "Virginia) region has entered the ALARM state, because \"by hand\" at \"Thursday 05 March, 2026 "
                                + "12:00:00 UTC\".\n\nView this alarm in the AWS Management Console:\n"
                                + "https://us-east-1.console.aws.amazon.com/cloudwatch/deeplink.js?region=us-east-1#alarmsV2:alarm/a%20b\n")
                .contains("- State Change:               INSUFFICIENT_DATA -> ALARM\n")
                .contains(
                        "- The alarm is in the ALARM state when the metric is GreaterThanThreshold 5.0 for at least 1 of "
                                + "the last 1 period(s) of 60 seconds. \n")
                .contains("- Dimensions:                 [n = v]\n")
                .contains("- ALARM: [" + TOPIC + "]\n");
    }
}
