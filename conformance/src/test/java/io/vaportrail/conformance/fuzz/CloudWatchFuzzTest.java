package io.vaportrail.conformance.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.vaportrail.core.json.Json;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.BeforeProperty;

/**
 * Spoiled requests for the operations of CloudWatch, and spoiled texts in the languages that they carry: none is answered with a
 * status of 500 or above but 501, and time goes on with whatever alarms they made.
 */
@PropertyDefaults(edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
class CloudWatchFuzzTest extends FuzzTest {
    private static final String ARN = "arn:aws:cloudwatch:us-east-1:000000000000:alarm:a";
    private static final String STAT =
            "\"MetricStat\":{\"Metric\":{\"Namespace\":\"N\",\"MetricName\":\"M\"},\"Period\":60,\"Stat\":\"p90\"}";
    private static final String SYMBOLS = "()[]{}'\"+-*/^<>=!&|,.:;%$#@\\ \t\n0123456789.eEaMpé\u0000\uD83D\uDE00";

    private static final List<String> EXPRESSIONS = List.of(
            "m1 * 2 + -m2 / (3 ^ 2)",
            "IF(m1 > 5 AND m2 <= 1, m1, FILL(m2, REPEAT))",
            "SUM(METRICS(\"m\")) / PERIOD(m1)",
            "SORT([m1, m2], AVG, DESC, 1)",
            "ANOMALY_DETECTION_BAND(m1, 2)",
            "SEARCH('{N,Host} MetricName=\"M\" Host=(a OR b) NOT c', 'Average', 300)",
            "SELECT AVG(M) FROM SCHEMA(\"N\", Host) WHERE Host != 'a' GROUP BY Host ORDER BY MAX() DESC LIMIT 5");

    private static final List<String> RULES = List.of(
            "ALARM(a) AND NOT (OK(\"b c\") OR INSUFFICIENT_DATA(d))",
            "AT_LEAST(50%, NOT OK, (a, b, \"c\\\"d\")) OR TRUE");

    private final List<Map.Entry<String, String>> bodies = new ArrayList<>();

    @BeforeProperty
    void prepare() {
        emulator().restart();
        bodies.addAll(templates(emulator().now().getEpochSecond()).entrySet());
        bodies.forEach(body -> status(body.getKey(), body.getValue()));
    }

    private static Map<String, String> templates(long now) {
        String range = "\"StartTime\":" + (now - 3600) + ",\"EndTime\":" + now;
        String metric = "\"Namespace\":\"N\",\"MetricName\":\"M\",\"Dimensions\":[{\"Name\":\"Host\",\"Value\":\"a\"}]";
        Map<String, String> bodies = new LinkedHashMap<>();
        bodies.put(
                "PutMetricData",
                "{\"Namespace\":\"N\",\"MetricData\":[{\"MetricName\":\"M\",\"Timestamp\":" + now + ",\"Value\":1.5,"
                        + "\"Unit\":\"Seconds\",\"StorageResolution\":1,\"Dimensions\":[{\"Name\":\"Host\",\"Value\":\"a\"}]},"
                        + "{\"MetricName\":\"M\",\"Values\":[1,2],\"Counts\":[3,4]},{\"MetricName\":\"M\",\"StatisticValues\":"
                        + "{\"SampleCount\":2,\"Sum\":3,\"Minimum\":1,\"Maximum\":2}}],\"EntityMetricData\":[{\"Entity\":"
                        + "{\"KeyAttributes\":{\"Type\":\"Service\",\"Name\":\"s\"}},\"MetricData\":[{\"MetricName\":\"M\","
                        + "\"Value\":1}]}],\"StrictEntityValidation\":true}");
        bodies.put(
                "GetMetricStatistics",
                "{" + metric + "," + range + ",\"Period\":60,\"Statistics\":[\"Sum\"],\"ExtendedStatistics\":"
                        + "[\"p99.9\",\"TM(10%:90%)\"],\"Unit\":\"Seconds\"}");
        bodies.put(
                "GetMetricData",
                "{" + range + ",\"MetricDataQueries\":[{\"Id\":\"m1\"," + STAT + ",\"Label\":\"${MAX} ${LAST_TIME}\"},"
                        + "{\"Id\":\"e1\",\"Expression\":\"m1 * 2\",\"ReturnData\":true}],\"MaxDatapoints\":10,"
                        + "\"ScanBy\":\"TimestampAscending\",\"LabelOptions\":{\"Timezone\":\"+0100\"}}");
        bodies.put("ListMetrics", "{" + metric + ",\"RecentlyActive\":\"PT3H\",\"NextToken\":\"t\"}");
        bodies.put("GetMetricWidgetImage", "{\"MetricWidget\":" + Json.write(widget()) + ",\"OutputFormat\":\"png\"}");
        bodies.put(
                "PutDashboard",
                "{\"DashboardName\":\"d\",\"DashboardBody\":\"{\\\"widgets\\\":[{\\\"type\\\":\\\"text\\\",\\\"x\\\":0,"
                        + "\\\"y\\\":0,\\\"width\\\":1,\\\"height\\\":1,\\\"properties\\\":{\\\"markdown\\\":\\\"m\\\"}}]}\"}");
        bodies.put("GetDashboard", "{\"DashboardName\":\"d\"}");
        bodies.put("ListDashboards", "{\"DashboardNamePrefix\":\"d\",\"NextToken\":\"t\"}");
        bodies.put("DeleteDashboards", "{\"DashboardNames\":[\"none\"]}");
        bodies.put(
                "PutMetricAlarm",
                "{\"AlarmName\":\"a\"," + metric + ",\"Statistic\":\"Sum\",\"Period\":60,\"EvaluationPeriods\":2,"
                        + "\"DatapointsToAlarm\":1,\"Threshold\":1,\"ComparisonOperator\":\"GreaterThanThreshold\","
                        + "\"TreatMissingData\":\"breaching\",\"AlarmActions\":[\"arn:aws:sns:us-east-1:000000000000:t\"],"
                        + "\"Tags\":[{\"Key\":\"k\",\"Value\":\"v\"}]}");
        bodies.put("PutCompositeAlarm", "{\"AlarmName\":\"c\",\"AlarmRule\":\"ALARM(a)\",\"ActionsEnabled\":true}");
        bodies.put(
                "DescribeAlarms",
                "{\"AlarmNames\":[\"a\"],\"AlarmTypes\":[\"MetricAlarm\",\"CompositeAlarm\"],\"MaxRecords\":5,"
                        + "\"NextToken\":\"t\"}");
        bodies.put("DescribeAlarmsForMetric", "{" + metric + ",\"Statistic\":\"Sum\",\"Period\":60}");
        bodies.put(
                "DescribeAlarmHistory",
                "{\"AlarmName\":\"a\",\"HistoryItemType\":\"Action\",\"StartDate\":0,\"EndDate\":" + now
                        + ",\"MaxRecords\":5,\"ScanBy\":\"TimestampAscending\",\"AlarmContributorId\":\"0\"}");
        bodies.put("DescribeAlarmContributors", "{\"AlarmName\":\"a\",\"NextToken\":\"t\"}");
        bodies.put(
                "SetAlarmState",
                "{\"AlarmName\":\"a\",\"StateValue\":\"ALARM\",\"StateReason\":\"r\",\"StateReasonData\":\"{\\\"k\\\":1}\"}");
        bodies.put("EnableAlarmActions", "{\"AlarmNames\":[\"a\",\"b\"]}");
        bodies.put("DisableAlarmActions", "{\"AlarmNames\":[\"a\",\"b\"]}");
        bodies.put("DeleteAlarms", "{\"AlarmNames\":[\"b\"]}");
        bodies.put(
                "PutAlarmMuteRule",
                "{\"Name\":\"m\",\"Rule\":{\"Schedule\":{\"Expression\":\"cron(0 2 * * MON-FRI)\",\"Duration\":\"PT4H\","
                        + "\"Timezone\":\"Europe/Vienna\"}},\"MuteTargets\":{\"AlarmNames\":[\"a\"]},\"StartDate\":"
                        + now
                        + "}");
        bodies.put("GetAlarmMuteRule", "{\"AlarmMuteRuleName\":\"m\"}");
        bodies.put("ListAlarmMuteRules", "{\"AlarmName\":\"a\",\"Statuses\":[\"ACTIVE\"],\"MaxRecords\":5}");
        bodies.put("TagResource", "{\"ResourceARN\":\"" + ARN + "\",\"Tags\":[{\"Key\":\"k\",\"Value\":\"v\"}]}");
        bodies.put("UntagResource", "{\"ResourceARN\":\"" + ARN + "\",\"TagKeys\":[\"k\"]}");
        bodies.put("ListTagsForResource", "{\"ResourceARN\":\"" + ARN + "\"}");
        String single = "\"SingleMetricAnomalyDetector\":{" + metric + ",\"Stat\":\"Average\"}";
        bodies.put(
                "PutAnomalyDetector",
                "{" + single + ",\"Configuration\":{\"MetricTimezone\":\"UTC\",\"ExcludedTimeRanges\":[{" + range
                        + "}]},\"MetricCharacteristics\":{\"PeriodicSpikes\":true}}");
        bodies.put("DescribeAnomalyDetectors", "{" + metric + ",\"MaxResults\":5,\"NextToken\":\"t\"}");
        bodies.put("DeleteAnomalyDetector", "{" + single + "}");
        return bodies;
    }

    private static String widget() {
        return "{\"metrics\":[[\"N\",\"M\",\"Host\",\"a\",{\"stat\":\"p90\",\"color\":\"#ff0000\",\"yAxis\":\"right\"}],"
                + "[\"...\",\"b\"],[{\"expression\":\"SUM(METRICS())\",\"id\":\"e1\",\"label\":\"l\"}]],\"width\":60,\"height\":40,"
                + "\"view\":\"timeSeries\",\"stacked\":true,\"annotations\":{\"horizontal\":[{\"value\":1,\"fill\":\"above\"},"
                + "[{\"value\":1},{\"value\":2}]],\"vertical\":[{\"value\":\"2026-01-01T00:00:00Z\"}]},\"start\":\"-PT3H\","
                + "\"timezone\":\"+0100\",\"yAxis\":{\"left\":{\"min\":0,\"max\":1}},\"legend\":{\"position\":\"right\"}}";
    }

    @Example
    void takesTheTemplatesAsTheyAre() {
        for (Map.Entry<String, String> body : bodies) {
            assertThat(status(body.getKey(), body.getValue())).as(body.getKey()).isLessThan(500);
        }
    }

    @Property(tries = 2000)
    void answersSpoiledJson(@ForAll long seed) throws Exception {
        Mutator mutator = new Mutator(seed);
        Map.Entry<String, String> body = mutator.pick(bodies);

        check(body.getKey(), mutator.json(body.getValue()));
        if (seed % 20 == 0) {
            emulator().advance(Duration.ofMinutes(2));
        }
    }

    @Property(tries = 1500)
    void answersSpoiledTexts(@ForAll long seed) {
        Random random = new Random(seed);
        long now = emulator().now().getEpochSecond();
        switch (random.nextInt(4)) {
            case 0 ->
                check(
                        "GetMetricData",
                        "{\"StartTime\":" + (now - 3600) + ",\"EndTime\":" + now
                                + ",\"MetricDataQueries\":[{\"Id\":\"m1\","
                                + STAT + "},{\"Id\":\"m2\"," + STAT + "},{\"Id\":\"e1\",\"Period\":60,\"Expression\":"
                                + Json.write(spoiled(EXPRESSIONS.get(random.nextInt(EXPRESSIONS.size())), random))
                                + "}]}");
            case 1 ->
                check(
                        "PutCompositeAlarm",
                        "{\"AlarmName\":\"c\",\"AlarmRule\":"
                                + Json.write(spoiled(RULES.get(random.nextInt(RULES.size())), random)) + "}");
            case 2 -> check("GetMetricWidgetImage", "{\"MetricWidget\":" + Json.write(spoiled(widget(), random)) + "}");
            default ->
                check(
                        "PutAlarmMuteRule",
                        "{\"Name\":\"m\",\"Rule\":{\"Schedule\":{\"Expression\":"
                                + Json.write(spoiled("cron(*/5 2-4 L * MON-FRI)", random)) + ",\"Duration\":"
                                + Json.write(spoiled("P1DT4H", random)) + ",\"Timezone\":"
                                + Json.write(spoiled("Europe/Vienna", random)) + "}}}");
        }
    }

    /** The text with some characters dropped, doubled or replaced. */
    private static String spoiled(String text, Random random) {
        StringBuilder spoiled = new StringBuilder(text);
        for (int edits = random.nextInt(4); edits >= 0 && spoiled.length() > 0; edits--) {
            int at = random.nextInt(spoiled.length());
            char other = SYMBOLS.charAt(random.nextInt(SYMBOLS.length()));
            switch (random.nextInt(4)) {
                case 0 -> spoiled.deleteCharAt(at);
                case 1 -> spoiled.insert(at, other);
                case 2 -> spoiled.setCharAt(at, other);
                default -> spoiled.insert(at, spoiled.substring(at, Math.min(spoiled.length(), at + 8)));
            }
        }
        return spoiled.toString();
    }

    private static void check(String operation, String body) {
        check(operation, body.getBytes(StandardCharsets.UTF_8));
    }

    private static void check(String operation, byte[] body) {
        assertTold(status(operation, body), operation, body);
    }

    private static int status(String operation, String body) {
        return status(operation, body.getBytes(StandardCharsets.UTF_8));
    }

    private static int status(String operation, byte[] body) {
        return status("GraniteServiceVersion20100801." + operation, "application/x-amz-json-1.0", "monitoring", body);
    }
}
