package io.vaportrail.conformance.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.vaportrail.conformance.fixture.EmulatorTest;
import io.vaportrail.conformance.fixture.TestEmulator;
import io.vaportrail.conformance.fixture.Wire;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The bounds of CloudWatch, on both sides of each. */
@EmulatorTest
class LimitsTest {
    private static final double GREATEST = 0x1p360;

    private final TestEmulator emulator;
    private final Wire wire;

    LimitsTest(TestEmulator emulator) {
        this.emulator = emulator;
        this.wire = new Wire(emulator.endpoint());
    }

    /**
     * A bound.
     *
     * @param name what is bounded
     * @param operation what is called
     * @param within a body that is taken
     * @param beyond a body that is not
     * @param message a part of why
     */
    private record Limit(
            String name,
            String operation,
            Function<Instant, String> within,
            Function<Instant, String> beyond,
            String message) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static final List<Limit> LIMITS = all();

    private static void count(
            List<Limit> limits, String name, String operation, int most, IntFunction<String> body, String message) {
        limits.add(new Limit(name, operation, now -> body.apply(most), now -> body.apply(most + 1), message));
    }

    private static void time(List<Limit> limits, String name, long furthest, String message) {
        Function<Long, Function<Instant, String>> body =
                seconds -> now -> put("{\"MetricName\":\"m\",\"Value\":1,\"Timestamp\":"
                        + (now.plusSeconds(seconds).toEpochMilli() / 1000.0) + "}");
        long beyond = furthest + Long.signum(furthest);
        limits.add(new Limit(name, "PutMetricData", body.apply(furthest), body.apply(beyond), message));
    }

    private static void value(List<Limit> limits, String member, double greatest, double beyond) {
        String path = "The value " + beyond + " for parameter MetricData.member.1." + member + " is invalid.";
        Function<Double, Function<Instant, String>> body = value -> now -> put("{\"MetricName\":\"m\",\""
                + (member.equals("Value") ? "Value\":" + value : "Values\":[" + value + "]") + "}");
        limits.add(new Limit(member + " " + beyond, "PutMetricData", body.apply(greatest), body.apply(beyond), path));
    }

    private static String put(String... data) {
        return "{\"Namespace\":\"N\",\"MetricData\":[" + String.join(",", data) + "]}";
    }

    private static String repeat(int count, IntFunction<String> element) {
        return IntStream.range(0, count).mapToObj(element).collect(Collectors.joining(","));
    }

    private static String datum(String more) {
        return put("{\"MetricName\":\"m\",\"Value\":1," + more + "}");
    }

    private static String alarm(String more) {
        return "{\"AlarmName\":\"a\",\"Namespace\":\"N\",\"MetricName\":\"m\",\"Statistic\":\"Sum\",\"Threshold\":1,"
                + "\"ComparisonOperator\":\"GreaterThanThreshold\"," + more + "}";
    }

    static List<Limit> limits() {
        return LIMITS;
    }

    private static List<Limit> all() {
        List<Limit> limits = new ArrayList<>();
        values(limits);
        queries(limits);
        alarms(limits);
        return limits;
    }

    private static void values(List<Limit> limits) {
        count(
                limits,
                "metrics",
                "PutMetricData",
                1000,
                n -> put(repeat(n, i -> "{\"MetricName\":\"m\",\"Value\":1}")),
                "The collection MetricData must not have a size greater than 1000.");
        count(
                limits,
                "values",
                "PutMetricData",
                150,
                n -> put("{\"MetricName\":\"m\",\"Values\":[" + repeat(n, i -> "" + i) + "]}"),
                "The collection MetricData.member.1.Values must not have a size greater than 150.");
        count(
                limits,
                "dimensions",
                "PutMetricData",
                30,
                n -> datum("\"Dimensions\":[" + repeat(n, i -> "{\"Name\":\"d" + i + "\",\"Value\":\"v\"}") + "]"),
                "The collection MetricData.member.1.Dimensions must not have a size greater than 30.");
        count(
                limits,
                "name",
                "PutMetricData",
                255,
                n -> put("{\"MetricName\":\"" + "m".repeat(n) + "\",\"Value\":1}"),
                "The parameter MetricData.member.1.MetricName must be shorter than or equal to 255 characters.");
        count(
                limits,
                "namespace",
                "PutMetricData",
                255,
                n -> "{\"Namespace\":\"" + "n".repeat(n) + "\",\"MetricData\":[{\"MetricName\":\"m\",\"Value\":1}]}",
                "The parameter Namespace must be shorter than or equal to 255 characters.");
        count(
                limits,
                "name of a dimension",
                "PutMetricData",
                255,
                n -> datum("\"Dimensions\":[{\"Name\":\"" + "d".repeat(n) + "\",\"Value\":\"v\"}]"),
                "Dimensions.member.1.Name must be shorter than or equal to 255 characters.");
        count(
                limits,
                "value of a dimension",
                "PutMetricData",
                1024,
                n -> datum("\"Dimensions\":[{\"Name\":\"d\",\"Value\":\"" + "v".repeat(n) + "\"}]"),
                "Dimensions.member.1.Value must be shorter than or equal to 1024 characters.");
        count(
                limits,
                "body",
                "PutMetricData",
                1 << 20,
                n -> datum("\"Unit\":\"None\"")
                        + " ".repeat(n - datum("\"Unit\":\"None\"").length()),
                "RequestEntityTooLarge");
        time(limits, "past", -14L * 24 * 3600, "Timestamp must specify a time within the past two weeks.");
        time(limits, "future", 2L * 3600, "Timestamp must specify a time no more than two hours in the future.");
        value(limits, "Value", GREATEST, Math.nextUp(GREATEST));
        value(limits, "Value", -GREATEST, Math.nextDown(-GREATEST));
        value(limits, "Values.member.1", GREATEST, Math.nextUp(GREATEST));
    }

    private static void queries(List<Limit> limits) {
        limits.add(new Limit(
                "datapoints of statistics",
                "GetMetricStatistics",
                now -> statistics(now, 1440),
                now -> statistics(now, 1441),
                "You have requested up to 1441 datapoints, which exceeds the limit of 1440."));
        IntFunction<Function<Instant, String>> data = n -> now -> "{\"StartTime\":" + (now.getEpochSecond() - 60)
                + ",\"EndTime\":" + now.getEpochSecond() + ",\"MetricDataQueries\":["
                + repeat(
                        n,
                        i -> "{\"Id\":\"m" + i
                                + "\",\"MetricStat\":{\"Metric\":{\"Namespace\":\"N\",\"MetricName\":\"m\"},"
                                + "\"Period\":60,\"Stat\":\"Sum\"}}")
                + "]}";
        limits.add(new Limit(
                "queries",
                "GetMetricData",
                data.apply(500),
                data.apply(501),
                "The collection MetricDataQueries must not have a size greater than 500."));
        limits.add(new Limit(
                "no statistic",
                "GetMetricStatistics",
                now -> statistics(now, 1),
                now -> statistics(now, 1).replace("[\"Sum\"]", "[]"),
                "The collection Statistics must not have a size less than 1."));
    }

    private static String statistics(Instant now, int points) {
        return "{\"Namespace\":\"N\",\"MetricName\":\"m\",\"Period\":60,\"Statistics\":[\"Sum\"],\"StartTime\":"
                + (now.getEpochSecond() - 60L * points) + ",\"EndTime\":" + now.getEpochSecond() + "}";
    }

    private static void alarms(List<Limit> limits) {
        count(
                limits,
                "minutes of an alarm",
                "PutMetricAlarm",
                1440,
                n -> alarm("\"Period\":60,\"EvaluationPeriods\":" + n),
                "Metrics cannot be checked across more than a day");
        count(
                limits,
                "hours of an alarm",
                "PutMetricAlarm",
                168,
                n -> alarm("\"Period\":3600,\"EvaluationPeriods\":" + n),
                "Metrics cannot be checked across more than a week");
        count(
                limits,
                "datapoints to alarm",
                "PutMetricAlarm",
                3,
                n -> alarm("\"Period\":60,\"EvaluationPeriods\":3,\"DatapointsToAlarm\":" + n),
                "DatapointsToAlarm must be less than or equal to EvaluationPeriods");
        count(
                limits,
                "actions",
                "PutMetricAlarm",
                5,
                n -> alarm("\"Period\":60,\"EvaluationPeriods\":1,\"AlarmActions\":["
                        + repeat(n, i -> "\"arn:aws:sns:us-east-1:000000000000:t" + i + "\"") + "]"),
                "at 'alarmActions' failed to satisfy constraint: Member must have length less than or equal to 5");
        count(
                limits,
                "tags",
                "PutMetricAlarm",
                50,
                n -> alarm("\"Period\":60,\"EvaluationPeriods\":1,\"Tags\":["
                        + repeat(n, i -> "{\"Key\":\"k" + i + "\",\"Value\":\"v\"}") + "]"),
                "A resource can have at most 50 tags");
        count(
                limits,
                "description",
                "PutMetricAlarm",
                1024,
                n -> alarm("\"Period\":60,\"EvaluationPeriods\":1,\"AlarmDescription\":\"" + "d".repeat(n) + "\""),
                "at 'alarmDescription' failed to satisfy constraint: Member must have length less than or equal to 1024");
        count(
                limits,
                "metrics of an expression",
                "PutMetricAlarm",
                10,
                n -> "{\"AlarmName\":\"a\",\"Threshold\":1,\"ComparisonOperator\":\"GreaterThanThreshold\","
                        + "\"EvaluationPeriods\":1,\"Metrics\":[{\"Id\":\"e\",\"Expression\":\"SUM(METRICS())\"},"
                        + repeat(
                                n,
                                i -> "{\"Id\":\"m" + i
                                        + "\",\"ReturnData\":false,\"MetricStat\":{\"Metric\":{\"Namespace\":\"N\","
                                        + "\"MetricName\":\"m\"},\"Period\":60,\"Stat\":\"Sum\"}}")
                        + "]}",
                "Metrics list must not use more than 10 metrics");
        count(
                limits,
                "described alarms",
                "DescribeAlarms",
                100,
                n -> "{\"MaxRecords\":" + n + "}",
                "at 'maxRecords' failed to satisfy constraint: Member must have value less than or equal to 100");
        count(
                limits,
                "deleted alarms",
                "DeleteAlarms",
                100,
                n -> "{\"AlarmNames\":[" + repeat(n, i -> "\"a" + i + "\"") + "]}",
                "at 'alarmNames' failed to satisfy constraint: Member must have length less than or equal to 100");
    }

    @ParameterizedTest
    @MethodSource("limits")
    void areHeld(Limit limit) {
        HttpResponse<String> within = call(limit.operation(), limit.within().apply(emulator.now()));
        HttpResponse<String> beyond = call(limit.operation(), limit.beyond().apply(emulator.now()));

        assertThat(within.statusCode()).as(within.body()).isEqualTo(200);
        assertThat(beyond.statusCode()).as(beyond.body()).isBetween(400, 413);
        assertThat(beyond.body()).contains(limit.message());
    }

    private HttpResponse<String> call(String operation, String body) {
        return wire.send(wire.request("/")
                .header("Content-Type", "application/x-amz-json-1.0")
                .header("X-Amz-Target", "GraniteServiceVersion20100801." + operation)
                .POST(BodyPublishers.ofString(body)));
    }
}
