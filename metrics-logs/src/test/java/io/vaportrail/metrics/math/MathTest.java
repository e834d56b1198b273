package io.vaportrail.metrics.math;

import static io.vaportrail.metrics.MetricsFixture.expression;
import static io.vaportrail.metrics.MetricsFixture.id;
import static io.vaportrail.metrics.MetricsFixture.metric;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vaportrail.core.metric.MetricId;
import io.vaportrail.metrics.MetricsFixture;
import io.vaportrail.metrics.query.Datapoint;
import io.vaportrail.metrics.query.MetricSeries;
import io.vaportrail.model.cloudwatch.MetricDataQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MathTest {
    private static final double NONE = Double.NaN;

    private final MetricsFixture fixture = new MetricsFixture();

    @BeforeEach
    void putMetrics() {
        fixture.puts("m1", 30, 20, 0, 0);
        fixture.puts("m2", 20, NONE, 20, NONE);
        fixture.puts("m3", 1, 2, 4, 8);
        fixture.puts("c", 1, 1, 0, 0, NONE);
        fixture.puts("t", 30, NONE, 0, 0, 30);
        fixture.puts("f", 0, 0, 20, NONE, 20);
    }

    private List<MetricSeries> evaluate(String expression) {
        return fixture.evaluate(
                5,
                metric("m1"),
                metric("m2"),
                metric("m3"),
                metric("c"),
                metric("t"),
                metric("f"),
                expression("e", expression));
    }

    /** The values of five minutes, with a dash for none; series apart by a bar. */
    private static String shown(List<MetricSeries> all) {
        StringJoiner series = new StringJoiner(" | ");
        for (MetricSeries one : all) {
            StringJoiner values = new StringJoiner(" ");
            for (int minute = 5; minute > 0; minute--) {
                long time = MetricsFixture.START - minute * 60_000L;
                values.add(one.points().stream()
                        .filter(point -> point.timestampMillis() == time)
                        .map(Datapoint::value)
                        .map(value -> value == Math.rint(value) ? String.valueOf(value.longValue()) : value.toString())
                        .findFirst()
                        .orElse("-"));
            }
            series.add(values.toString());
        }
        return series.toString();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "m1 < m2; - 0 0 1 0",
                "m1 >= 30; - 1 0 0 0",
                "m1 > 15 AND m2 > 15; - 1 0 0 0",
                "m1 > 15 OR m2 > 15; - 1 1 1 0",
                "m1 > 15 && m2 > 15 || m3 == 8; - 1 0 0 1",
                "m3 != 2; - 1 0 1 1",
                "m1 + m2; - 50 20 20 0",
                "m1 - m3 * 2; - 28 16 -8 -16",
                "m3 ^ 2; - 1 4 16 64",
                "2 ^ 3 ^ 2 + 0 * m3; - 512 512 512 512",
                "-m3 ^ 2; - -1 -4 -16 -64",
                "(m3 + 1) * 2; - 4 6 10 18",
                "8 / m3; - 8 4 2 1",
                "m3 / m2; - 0.05 - 0.2 -",
                "m1 / 0; - - - - -",
                "1.5e1 + 0 * m3; - 15 15 15 15",
                "IF(c, t, f); 30 0 20 - -",
                "IF(c, 5, f); 5 5 20 - -",
                "IF(c, t, 5); 30 0 5 5 -",
                "IF(c, t); 30 0 - - -",
                "IF(m1 < 25, m1); - - 20 0 0",
                "IF(1, m3, m1); - 1 2 4 8",
                "IF(0, m3); - - - - -",
                "ABS(m3 - 4); - 3 2 0 4",
                "CEIL(m3 / 3); - 1 1 2 3",
                "FLOOR(m3 / 3); - 0 0 1 2",
                "LOG(m3 / m3); - 0 0 0 0",
                "LOG10(m3 / m3 * 100); - 2 2 2 2",
                "DIFF(m3); - - 1 2 4",
                "DIFF_TIME(m2); - - - 120 -",
                "RATE(m3 * 60); - - 1 2 4",
                "RUNNING_SUM(m3); - 1 3 7 15",
                "m3 - AVG(m1); - -11.5 -10.5 -8.5 -4.5",
                "m3 / SUM(m3) * 15; - 1 2 4 8",
                "m3 - MIN(m3); - 0 1 3 7",
                "m3 / MAX(m3); - 0.125 0.25 0.5 1",
                "m3 * DATAPOINT_COUNT(m2); - 2 4 8 16",
                "SUM([m1, m2]); - 50 20 20 0",
                "AVG([m1, m2]); - 25 10 10 0",
                "MIN([m1, m2]); - 20 20 0 0",
                "MAX([m1, m2]); - 30 20 20 0",
                "DATAPOINT_COUNT([m1, m2]); - 2 1 2 1",
                "STDDEV([m1, m2]); - 5 0 10 0",
                "m3 / STDDEV(m3 * 0 + 1); - - - - -",
                "[m1, m3] * 2; - 60 40 0 0 | - 2 4 8 16",
                "m3 * [m1, m3]; - 30 40 0 0 | - 1 4 16 64",
                "METRICS('m'); - 30 20 0 0 | - 20 - 20 - | - 1 2 4 8",
                "SUM(METRICS('m')) / METRIC_COUNT(METRICS('m')) * 3; - 51 22 24 8",
                "FIRST(METRICS('m')); - 30 20 0 0",
                "LAST(METRICS('m')); - 1 2 4 8",
                "SLICE(METRICS('m'), 1); - 20 - 20 - | - 1 2 4 8",
                "SLICE(METRICS('m'), 1, 2); - 20 - 20 -",
                "SORT(METRICS('m'), SUM, DESC); - 30 20 0 0 | - 20 - 20 - | - 1 2 4 8",
                "SORT(METRICS('m'), MAX, ASC, 1); - 1 2 4 8",
                "SORT(METRICS('m'), AVG, DESC, 1); - 20 - 20 -",
                "REMOVE_EMPTY([m1 / 0, m3]); - 1 2 4 8",
                "FILL(m2, 7); 7 20 7 20 7",
                "FILL(m2, REPEAT); - 20 20 20 20",
                "FILL(m2 + 0 * m2 , LINEAR); - 20 20 20 -",
                "FILL(t, LINEAR); 30 15 0 0 30",
                "FILL(m2, m3); - 20 2 20 8",
                "FILL(METRICS('m2'), 0); 0 20 0 20 0",
                "TIME_SERIES(3); 3 3 3 3 3",
                "m3 * PERIOD(m1); - 60 120 240 480",
                "MINUTE(m1); 55 56 57 58 59",
                "HOUR(m1); 11 11 11 11 11",
                "DAY(m1); 1 1 1 1 1",
                "DATE(m1); 2 2 2 2 2",
                "MONTH(m1); 3 3 3 3 3",
                "YEAR(m1); 2026 2026 2026 2026 2026",
                "EPOCH(m1) - EPOCH(m1) + m3; 0 1 2 4 8"
            })
    void evaluates(String expression, String expected) {
        assertThat(shown(evaluate(expression))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "m1 +; Unexpected end of expression",
                "m1 m2; Unexpected 'm2' at position 4",
                "(m1; Unexpected end of expression",
                "m1 ? 2; Unexpected character '?' at position 4",
                "1.2.3 + m1; '1.2.3' at position 1 is not a number",
                "METRICS('m; The quotation mark at position 9 is not closed",
                "nope + 1; Undefined id 'nope'",
                "FOO(m1); Unsupported function 'FOO'",
                "ABS(); The function ABS takes 1 argument(s), but 0 given",
                "SORT(METRICS(), STDDEV, ASC); Argument 2 of SORT must be AVG, MIN, MAX or SUM",
                "SORT(METRICS(), SUM, UP); Argument 3 of SORT must be ASC or DESC",
                "AVG(m1); The expression must return a time series or an array of time series",
                "1 + 1; The expression must return a time series or an array of time series",
                "[m1, m2] + [m1, m2]; Unsupported operand type(s) for +: 'TimeSeries[]' and 'TimeSeries[]'",
                "FIRST(m1); The function FIRST takes an array of time series, not TimeSeries",
                "ABS(1) + m1; The function ABS takes time series, not a scalar",
                "e + 1; The expression 'e' refers to itself",
                "DESC; Unexpected 'DESC'",
                "PERIOD(m1 + m2); The function PERIOD takes a metric",
                "SERVICE_QUOTA(m1); There is no service quota associated to this metric",
                "SERVICE_QUOTA(m1 + m2); The function SERVICE_QUOTA takes a usage metric",
                "SERVICE_QUOTA(METRICS()); The function SERVICE_QUOTA takes a usage metric",
                "SERVICE_QUOTA('m1'); Unexpected 'm1'",
                "SERVICE_QUOTA(5); The function SERVICE_QUOTA takes a usage metric",
                "SERVICE_QUOTA(); The function SERVICE_QUOTA takes 1 argument(s), but 0 given",
                "SERVICE_QUOTA(m1, 2); The function SERVICE_QUOTA takes 1 argument(s), but 2 given",
                "SEARCH('{x', 'Sum', 60); Unexpected end of the search expression",
                "SEARCH('x', 'Nope', 60); 'Nope' is not a valid statistic",
                "SELECT FOO(x) FROM y; 'Unexpected ''FOO'' at position 8, expected AVG, COUNT, MAX, MIN or SUM'"
            })
    void tellsWhatIsWrong(String expression, String message) {
        String plain = message.startsWith("'U")
                ? message.substring(1, message.length() - 1).replace("''", "'")
                : message;
        assertThatThrownBy(() -> evaluate(expression)).hasMessage("Error in expression 'e': " + plain);
    }

    @ParameterizedTest
    @ValueSource(strings = {"DB_PERF_INSIGHTS('RDS', 'db', 'load')", "LAMBDA('f')"})
    void refusesWhatItLacks(String expression) {
        assertThatThrownBy(() -> evaluate(expression))
                .hasMessageContaining("does not implement the metric math function");
    }

    /** What a minute allows, at the minutes in which there were calls. */
    @ParameterizedTest
    @CsvSource({
        "CloudWatch, PutMetricData, 30000",
        "CloudTrail, LookupEvents, 120",
        "Logs, FilterLogEvents, 600",
        "Logs, GetLogEvents, 600",
        "SNS, Subscribe, 6000",
        "EventBridge, PutEvents, 600000"
    })
    void knowsServiceQuotas(String service, String operation, String expected) {
        MetricId usage = usage(service, operation, "API");
        fixture.put(usage, 4, 12);
        fixture.put(usage, 2, 24);

        assertThat(shown(fixture.evaluate(5, metric("u", usage, "Sum"), expression("q", "SERVICE_QUOTA(u)"))))
                .isEqualTo("- " + expected + " - " + expected + " -");
    }

    @ParameterizedTest
    @CsvSource({"SQS, SendMessage, API", "S3, GetObject, API", "Logs, Nope, API", "Logs, PutLogEvents, Resource"})
    void somethingElseHasNoServiceQuota(String service, String resource, String type) {
        MetricId usage = usage(service, resource, type);
        assertThatThrownBy(() ->
                        fixture.evaluate(5, metric("u", usage, "Sum"), expression("e", "u / SERVICE_QUOTA(u) * 100")))
                .hasMessage("Error in expression 'e': There is no service quota associated to this metric");
    }

    private static MetricId usage(String service, String resource, String type) {
        String[] dimensions = {"Class", "None", "Resource", resource, "Service", service, "Type", type};
        return id("AWS/Usage", "CallCount", dimensions);
    }

    @Test
    void refusesDeepNesting() {
        assertThatThrownBy(() -> evaluate("(".repeat(1000) + "m1" + ")".repeat(1000)))
                .hasMessageContaining("too deep");
    }

    @Test
    void findsMetricsByTheirNames() {
        fixture.put(id("Errors", "FunctionName", "checkout", "Stage", "prod"), 1, 3);
        fixture.put(id("Errors", "FunctionName", "basket", "Stage", "prod"), 1, 4);
        fixture.put(id("Throttles", "FunctionName", "basket", "Stage", "test"), 1, 5);

        List<MetricSeries> found = fixture.evaluate(
                5, expression("s", "SEARCH('{Test,FunctionName,Stage} MetricName=\"Errors\"', 'Sum', 60)"));
        assertThat(found).extracting(MetricSeries::label).containsExactly("basket prod Errors", "checkout prod Errors");
        assertThat(shown(fixture.evaluate(5, expression("s", "SUM(SEARCH('Errors NOT basket', 'Sum', 60))"))))
                .isEqualTo("- - - - 3");
    }

    @Test
    void queriesMetricsInsights() {
        for (int i = 0; i < 4; i++) {
            fixture.put(id("Requests", "Host", "h" + i % 2, "Zone", "z" + i), 1, 10.0 * (i + 1));
        }
        assertThat(shown(insights("SELECT SUM(Requests) FROM \"Test\""))).isEqualTo("- - - - 100");
        assertThat(shown(insights("select max(Requests) from SCHEMA(Test, Host, Zone) where Zone != 'z3'")))
                .isEqualTo("- - - - 30");
        assertThat(shown(insights("SELECT SUM(Requests) FROM SCHEMA(Test, Host)")))
                .isEqualTo("- - - - -");
        List<MetricSeries> grouped =
                insights("SELECT AVG(Requests) FROM Test GROUP BY Host ORDER BY MAX() DESC LIMIT 5");
        assertThat(shown(grouped)).isEqualTo("- - - - 30 | - - - - 20");
        assertThat(grouped).extracting(MetricSeries::label).containsExactly("h1", "h0");
        assertThat(shown(insights("SELECT COUNT(Requests) FROM Test GROUP BY Nothing")))
                .isEqualTo("- - - - 4");
    }

    private List<MetricSeries> insights(String query) {
        return fixture.evaluate(5, expression("q", query));
    }

    @Test
    void labelsShowWhatTheyName() {
        fixture.put(id("Age", "QueueName", "orders"), 2, 1.25);
        fixture.put(id("Age", "QueueName", "orders"), 1, 7);
        MetricDataQuery plain = metric("a", id("Age", "QueueName", "orders"), "Maximum");
        String template = "${PROP('Dim.QueueName')} ${LABEL}: ${MIN}-${MAX}, last ${LAST} at ${LAST_TIME}, "
                + "${DATAPOINT_COUNT} in ${FIRST_LAST_TIME_RANGE}, ${PROP('Stat')} ${UNKNOWN}";
        MetricDataQuery labelled = MetricDataQuery.builder()
                .id("a")
                .metricStat(plain.metricStat())
                .label(template)
                .build();

        assertThat(fixture.evaluate(5, labelled))
                .extracting(MetricSeries::label)
                .containsExactly("orders Age: 1.25-7, last 7 at 2026-03-02 11:59:00 UTCZ, 2 in 1m, Maximum ${UNKNOWN}");
    }

    @Test
    void checksQueries() {
        List<MetricDataQuery> wrong = new ArrayList<>();
        wrong.add(metric("Upper", id("m1"), "Nope"));
        wrong.add(MetricDataQuery.builder().id("x").build());
        wrong.add(metric("x", id("m1"), "Sum"));

        assertThatThrownBy(() -> fixture.queries.check(wrong)).hasMessage("""
                        The value Upper for parameter MetricDataQueries.member.1.Id is not matching the expected pattern ^[a-z][a-zA-Z0-9_]*$.
                        The value Nope for parameter MetricDataQueries.member.1.MetricStat.Stat is not a valid statistic.
                        At least one of the parameters MetricDataQueries.member.2.Expression and MetricDataQueries.member.2.MetricStat must be specified.
                        The values for parameter id in MetricDataQueries are not unique.""");
    }
}
