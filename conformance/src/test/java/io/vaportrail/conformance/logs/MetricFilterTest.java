package io.vaportrail.conformance.logs;

import static org.assertj.core.api.Assertions.assertThat;

import io.vaportrail.conformance.fixture.AwsError;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.Datapoint;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.Statistic;
import software.amazon.awssdk.services.cloudwatchlogs.model.MetricFilter;
import software.amazon.awssdk.services.cloudwatchlogs.model.MetricFilterMatchRecord;
import software.amazon.awssdk.services.cloudwatchlogs.model.MetricTransformation;

class MetricFilterTest extends LogsTest {
    private CloudWatchClient metrics;

    @BeforeEach
    void atAMinute() {
        metrics = emulator.clients().cloudWatch("app");
        Instant now = emulator.now();
        emulator.advance(
                Duration.between(now, now.truncatedTo(ChronoUnit.MINUTES).plusSeconds(60)));
        groupAndStream();
    }

    private void filter(String name, String pattern, MetricTransformation transformation) {
        logs.putMetricFilter(r ->
                r.logGroupName(GROUP).filterName(name).filterPattern(pattern).metricTransformations(transformation));
    }

    private static MetricTransformation.Builder metric(String value) {
        return MetricTransformation.builder()
                .metricNamespace("App")
                .metricName("M")
                .metricValue(value);
    }

    private List<Datapoint> points(Dimension... dimensions) {
        return points("App", "M", 60, dimensions);
    }

    private List<Datapoint> points(String namespace, String name, int period, Dimension... dimensions) {
        return metrics
                .getMetricStatistics(r -> r.namespace(namespace)
                        .metricName(name)
                        .dimensions(dimensions)
                        .period(period)
                        .statistics(Statistic.SUM, Statistic.SAMPLE_COUNT)
                        .startTime(emulator.now().minusSeconds(600))
                        .endTime(emulator.now().plusSeconds(60)))
                .datapoints()
                .stream()
                .sorted(Comparator.comparing(Datapoint::timestamp))
                .toList();
    }

    private static Dimension dimension(String name, String value) {
        return Dimension.builder().name(name).value(value).build();
    }

    @Test
    void countsWhatMatchesAtTheTimeOfTheEvent() {
        filter("f", "ERROR", metric("1").build());
        put(event(now() - 60_000, "ERROR one"), event(now(), "fine"), event(now(), "ERROR two"), event(now(), "ERROR"));

        List<Datapoint> points = points();
        assertThat(points).extracting(Datapoint::sum).containsExactly(1.0, 2.0);
        assertThat(points.get(0).timestamp()).isEqualTo(emulator.now().minusSeconds(60));
        assertThat(points.get(0).unitAsString()).isEqualTo("None");
    }

    @Test
    void takesNoEventsFromBefore() {
        putNow("ERROR");
        filter("f", "ERROR", metric("1").build());

        assertThat(points()).isEmpty();
    }

    @Test
    void takesTheValueOutOfJson() {
        filter(
                "f",
                "{ $.latency = * }",
                metric("$.latency").unit("Milliseconds").build());
        putNow("{\"latency\":20}", "{\"latency\":22.5}", "{\"latency\":\"soon\"}", "{\"other\":1}");

        assertThat(points().get(0).sum()).isEqualTo(42.5);
        assertThat(points().get(0).sampleCount()).isEqualTo(2);
        assertThat(points().get(0).unitAsString()).isEqualTo("Milliseconds");
    }

    @Test
    void takesNoTextThatJavaAloneCallsANumber() {
        filter("f", "{ $.n = * }", metric("$.n").build());
        putNow("{\"n\":\"12d\"}", "{\"n\":\"0x1p3\"}", "{\"n\":\"Infinity\"}", "{\"n\":\"NaN\"}", "{\"n\":\" 1 \"}");
        putNow("{\"n\":1e999}", "{\"n\":\"-2.5e1\"}");

        assertThat(points().get(0).sum()).isEqualTo(-25);
        assertThat(points().get(0).sampleCount()).isEqualTo(1);
        for (String value : List.of("1d", "0x1", "NaN", "Infinity", "1e999", " 1", "", "one")) {
            assertInvalid(
                    "Invalid metric transformation: metricValue must be a number or a field reference.",
                    () -> filter("g", "{ $.n = * }", metric(value).build()));
        }
    }

    @Test
    void takesTheValueOutOfAField() {
        filter("f", "[ip, ..., status = 4*, bytes]", metric("$bytes").build());
        putNow("10.0.0.1 - \"GET / HTTP\" 404 100", "10.0.0.1 - \"GET / HTTP\" 200 900", "10.0.0.2 - x 410 11");

        assertThat(points().get(0).sum()).isEqualTo(111);
    }

    @Test
    void givesDimensions() {
        filter(
                "f",
                "{ $.code = * }",
                metric("1")
                        .dimensions(Map.of("Code", "$.code", "User", "$.user.name"))
                        .build());
        putNow(
                "{\"code\":7,\"user\":{\"name\":\"sarah\"}}",
                "{\"code\":7,\"user\":{\"name\":\"sarah\"}}",
                "{\"code\":8}");

        assertThat(points(dimension("Code", "7"), dimension("User", "sarah"))
                        .get(0)
                        .sum())
                .isEqualTo(2);
        assertThat(points(dimension("Code", "8")).get(0).sum()).isEqualTo(1);
        assertThat(points()).isEmpty();
    }

    @Test
    void givesItsDefaultInMinutesWithEventsOfWhichNoneMatches() {
        filter("f", "ERROR", metric("1").defaultValue(0.0).build());
        putNow("fine");
        emulator.advanceSeconds(60);
        putNow("ERROR", "fine");
        emulator.advanceSeconds(60);
        emulator.advanceSeconds(60);
        putNow("fine");
        putNow("fine");
        emulator.advanceSeconds(60);

        assertThat(points()).extracting(Datapoint::sum).containsExactly(0.0, 1.0, 0.0);
        assertThat(points()).extracting(Datapoint::sampleCount).containsExactly(1.0, 1.0, 1.0);
    }

    @Test
    void refusesWhatDoesNotFitTogether() {
        for (MetricTransformation bad : List.of(
                metric("x").build(),
                metric("$.a").build(),
                metric("1").dimensions(Map.of("D", "$.a")).build(),
                metric("NaN").build())) {
            assertThat(AwsError.of(() -> filter("f", "ERROR", bad)).code()).isEqualTo("InvalidParameterException");
        }
        assertInvalid(
                "Invalid metric transformation: dimensions and default value are mutually exclusive properties.",
                () -> filter(
                        "f",
                        "{ $.a = * }",
                        metric("1")
                                .defaultValue(0.0)
                                .dimensions(Map.of("D", "$.a"))
                                .build()));
        assertThat(AwsError.of(() -> filter(
                                "f",
                                "{ $.a = * }",
                                metric("1")
                                        .dimensions(Map.of("A", "$.a", "B", "$.a", "C", "$.a", "D", "$.a"))
                                        .build()))
                        .code())
                .isEqualTo("InvalidParameterException");
        assertThat(AwsError.of(() -> filter("f", "{ $.a = ", metric("1").build()))
                        .message())
                .startsWith("Invalid filter pattern");
    }

    @Test
    void areDescribedByPrefixAndByMetric() {
        group("other");
        filter("a1", "x", metric("0").build());
        filter("b", "x", metric("0").build());
        logs.putMetricFilter(r -> r.logGroupName("other")
                .filterName("a2")
                .filterPattern("y")
                .metricTransformations(
                        metric("5").metricName("N").defaultValue(2.0).build()));

        List<MetricFilter> found =
                logs.describeMetricFilters(r -> r.filterNamePrefix("a")).metricFilters();
        assertThat(found).extracting(MetricFilter::filterName).containsExactly("a1", "a2");
        assertThat(found.get(1).logGroupName()).isEqualTo("other");
        assertThat(found.get(1).metricTransformations().get(0).defaultValue()).isEqualTo(2.0);
        assertThat(found.get(0).metricTransformations().get(0).defaultValue()).isNull();
        assertThat(found.get(0).applyOnTransformedLogs()).isFalse();
        assertThat(logs.describeMetricFilters(r -> r.metricName("N").metricNamespace("App"))
                        .metricFilters())
                .hasSize(1);
        assertThat(logs.describeLogGroups(r -> r.logGroupNamePrefix(GROUP))
                        .logGroups()
                        .get(0)
                        .metricFilterCount())
                .isEqualTo(2);

        logs.deleteMetricFilter(r -> r.logGroupName(GROUP).filterName("a1"));
        assertThat(logs.describeMetricFilters(r -> r.logGroupName(GROUP)).metricFilters())
                .hasSize(1);
        assertThat(AwsError.of(() -> logs.deleteMetricFilter(
                                r -> r.logGroupName(GROUP).filterName("a1")))
                        .code())
                .isEqualTo("ResourceNotFoundException");
    }

    @Test
    void areAHundredAtMostAndFiveWithRegexes() {
        for (int i = 0; i < 5; i++) {
            filter("regex" + i, "%x%", metric("1").build());
        }
        assertRefused(
                "LimitExceededException",
                "Resource limit exceeded.",
                () -> filter("regex5", "%x%", metric("1").build()));
        filter("regex4", "%y%", metric("1").build());
        for (int i = 5; i < 100; i++) {
            filter("f" + i, "x", metric("1").build());
        }
        assertRefused(
                "LimitExceededException",
                "Resource limit exceeded.",
                () -> filter("more", "x", metric("1").build()));
    }

    @Test
    void areTriedOnMessages() {
        List<MetricFilterMatchRecord> matches = logs.testMetricFilter(r -> r.filterPattern("[ip, request, status=4*]")
                        .logEventMessages("1.1.1.1 \"GET /\" 404", "1.1.1.1 \"GET /\" 200", "2.2.2.2 [a b] 410"))
                .matches();

        assertThat(matches).extracting(MetricFilterMatchRecord::eventNumber).containsExactly(1L, 3L);
        assertThat(matches.get(0).extractedValues())
                .isEqualTo(Map.of("$ip", "1.1.1.1", "$request", "GET /", "$status", "404"));
        assertThat(matches.get(1).eventMessage()).isEqualTo("2.2.2.2 [a b] 410");
    }

    @Test
    void countsWhatComesIn() {
        putNow("12345", "678");

        Dimension group = dimension("LogGroupName", GROUP);
        assertThat(points("AWS/Logs", "IncomingLogEvents", 60, group).get(0).sum())
                .isEqualTo(2);
        assertThat(points("AWS/Logs", "IncomingBytes", 60).get(0).sum()).isEqualTo(8);
    }

    private static final String EMF = "{\"_aws\":{\"Timestamp\":%d,\"CloudWatchMetrics\":["
            + "{\"Namespace\":\"Shop\",\"Dimensions\":[[\"Service\"],[\"Service\",\"Stage\"]],"
            + "\"Metrics\":[{\"Name\":\"Time\",\"Unit\":\"Milliseconds\"},{\"Name\":\"Sizes\"}]},"
            + "{\"Namespace\":\"Fast\",\"Dimensions\":[[]],\"Metrics\":[{\"Name\":\"Time\",\"StorageResolution\":1}]}]},"
            + "\"Service\":\"cart\",\"Stage\":\"test\",\"Time\":%s,\"Sizes\":[1,2,3]}";

    @Test
    void findsMetricsEmbeddedInEvents() {
        putNow(String.format(EMF, now(), "12.5"));

        Dimension service = dimension("Service", "cart");
        assertThat(points("Shop", "Time", 60, service).get(0).sum()).isEqualTo(12.5);
        assertThat(points("Shop", "Time", 60, service, dimension("Stage", "test"))
                        .get(0)
                        .unitAsString())
                .isEqualTo("Milliseconds");
        assertThat(points("Shop", "Sizes", 60, service).get(0).sum()).isEqualTo(6);
        assertThat(points("Shop", "Sizes", 60, service).get(0).sampleCount()).isEqualTo(3);
        assertThat(points("Fast", "Time", 1)).hasSize(1);
        assertThat(messages()).hasSize(1);
    }

    @Test
    void countsEventsThatAreNoDocumentOfEmbeddedMetrics() {
        putNow(
                String.format(EMF, now(), "\"late\""),
                "{\"_aws\":{\"CloudWatchMetrics\":[]}}",
                "{\"_aws\":{\"CloudWatchMetrics\":[",
                "{\"_aws\":1}");

        Dimension group = dimension("LogGroupName", GROUP);
        assertThat(points("AWS/Logs", "EMFValidationErrors", 60, group).get(0).sum())
                .isEqualTo(3);
        assertThat(points("AWS/Logs", "EMFParsingErrors", 60, group).get(0).sum())
                .isEqualTo(1);
        assertThat(points("Shop", "Time", 60, dimension("Service", "cart"))).isEmpty();
        assertThat(points("Shop", "Sizes", 60, dimension("Service", "cart"))
                        .get(0)
                        .sum())
                .isEqualTo(6);
    }
}
