package io.vaportrail.conformance.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vaportrail.conformance.fixture.EmulatorTest;
import io.vaportrail.conformance.fixture.TestEmulator;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.CloudWatchException;
import software.amazon.awssdk.services.cloudwatch.model.Datapoint;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.DimensionFilter;
import software.amazon.awssdk.services.cloudwatch.model.EntityMetricData;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricDataResponse;
import software.amazon.awssdk.services.cloudwatch.model.InvalidParameterCombinationException;
import software.amazon.awssdk.services.cloudwatch.model.InvalidParameterValueException;
import software.amazon.awssdk.services.cloudwatch.model.Metric;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataResult;
import software.amazon.awssdk.services.cloudwatch.model.MetricDatum;
import software.amazon.awssdk.services.cloudwatch.model.MissingRequiredParameterException;
import software.amazon.awssdk.services.cloudwatch.model.ScanBy;
import software.amazon.awssdk.services.cloudwatch.model.StandardUnit;
import software.amazon.awssdk.services.cloudwatch.model.Statistic;
import software.amazon.awssdk.services.cloudwatch.model.StatisticSet;
import software.amazon.awssdk.services.cloudwatch.model.StatusCode;

/** The SDK speaks CBOR. */
@EmulatorTest
class MetricsTest {
    private final TestEmulator emulator;
    private final CloudWatchClient cloudWatch;

    MetricsTest(TestEmulator emulator) {
        this.emulator = emulator;
        this.cloudWatch = emulator.clients().cloudWatch("test");
    }

    private void put(String metric, double... values) {
        List<MetricDatum> data = new ArrayList<>();
        for (double value : values) {
            data.add(MetricDatum.builder()
                    .metricName(metric)
                    .value(value)
                    .unit(StandardUnit.SECONDS)
                    .build());
        }
        cloudWatch.putMetricData(r -> r.namespace("Shop").metricData(data));
    }

    private static MetricDataQuery query(String id, String metric, String statistic, int period) {
        return MetricDataQuery.builder()
                .id(id)
                .metricStat(s -> s.metric(Metric.builder()
                                .namespace("Shop")
                                .metricName(metric)
                                .build())
                        .stat(statistic)
                        .period(period))
                .build();
    }

    private GetMetricDataResponse data(MetricDataQuery... queries) {
        return cloudWatch.getMetricData(r -> r.metricDataQueries(queries)
                .startTime(emulator.now().minus(Duration.ofHours(1)))
                .endTime(emulator.now().plusSeconds(60)));
    }

    @Test
    void givesStatisticsOfWhatWasPut() {
        put("Latency", 0, 2, 4, 3.5, 7, 100);
        List<MetricDataResult> results = data(
                        query("average", "Latency", "Average", 60),
                        query("sum", "Latency", "Sum", 60),
                        query("median", "Latency", "p50", 60))
                .metricDataResults();

        assertThat(results)
                .extracting(MetricDataResult::label)
                .containsExactly("Latency Average", "Latency Sum", "Latency p50");
        assertThat(results).extracting(MetricDataResult::statusCode).containsOnly(StatusCode.COMPLETE);
        assertThat(results)
                .extracting(result -> result.values().get(0))
                .containsExactly(19.416666666666668, 116.5, 3.5);
        assertThat(results.get(0).timestamps()).containsExactly(emulator.now().truncatedTo(ChronoUnit.MINUTES));
    }

    @Test
    void takesEveryForm() {
        cloudWatch.putMetricData(r -> r.namespace("Shop")
                .metricData(
                        MetricDatum.builder()
                                .metricName("Forms")
                                .values(1.0, 10.0)
                                .counts(2.0, 4.0)
                                .unit(StandardUnit.COUNT)
                                .build(),
                        MetricDatum.builder()
                                .metricName("Forms")
                                .statisticValues(StatisticSet.builder()
                                        .sampleCount(3.0)
                                        .sum(11.0)
                                        .minimum(0.5)
                                        .maximum(5.0)
                                        .build())
                                .unit(StandardUnit.COUNT)
                                .build())
                .entityMetricData(EntityMetricData.builder()
                        .metricData(MetricDatum.builder()
                                .metricName("Forms")
                                .value(20.0)
                                .unit(StandardUnit.COUNT)
                                .build())
                        .build()));
        List<Datapoint> points = cloudWatch
                .getMetricStatistics(r -> r.namespace("Shop")
                        .metricName("Forms")
                        .startTime(emulator.now().minusSeconds(120))
                        .endTime(emulator.now().plusSeconds(60))
                        .period(60)
                        .statistics(
                                Statistic.SAMPLE_COUNT,
                                Statistic.SUM,
                                Statistic.MINIMUM,
                                Statistic.MAXIMUM,
                                Statistic.AVERAGE))
                .datapoints();

        assertThat(points).hasSize(1);
        assertThat(points.get(0).sampleCount()).isEqualTo(10);
        assertThat(points.get(0).sum()).isEqualTo(42 + 11 + 20);
        assertThat(points.get(0).minimum()).isEqualTo(0.5);
        assertThat(points.get(0).maximum()).isEqualTo(20);
        assertThat(points.get(0).average()).isEqualTo(7.3);
        assertThat(points.get(0).unit()).isEqualTo(StandardUnit.COUNT);
        assertThat(data(query("p", "Forms", "p90", 60))
                        .metricDataResults()
                        .get(0)
                        .values())
                .as("percentiles need single values")
                .isEmpty();
    }

    @Test
    void keepsUnitsApart() {
        cloudWatch.putMetricData(r -> r.namespace("Shop")
                .metricData(
                        MetricDatum.builder()
                                .metricName("Mixed")
                                .value(1.0)
                                .unit(StandardUnit.SECONDS)
                                .build(),
                        MetricDatum.builder()
                                .metricName("Mixed")
                                .value(60_000.0)
                                .unit(StandardUnit.MILLISECONDS)
                                .build()));
        MetricDataResult mixed =
                data(query("m", "Mixed", "Sum", 60)).metricDataResults().get(0);

        assertThat(mixed.values()).containsExactly(60_000.0);
        assertThat(mixed.messages()).hasSize(1);
        assertThat(mixed.messages().get(0).code()).isEqualTo("MultipleUnits");
        assertThat(mixed.messages().get(0).value()).isEqualTo("Multiple units returned: '[Milliseconds, Seconds]'");
        MetricDataQuery seconds = query("m", "Mixed", "Sum", 60)
                .copy(q -> q.metricStat(q.build().metricStat().copy(s -> s.unit(StandardUnit.SECONDS))));
        assertThat(data(seconds).metricDataResults().get(0).values()).containsExactly(1.0);
    }

    @Test
    void pagesThroughTime() {
        for (int minute = 0; minute < 5; minute++) {
            put("A", minute);
            put("B", 10 + minute);
            emulator.advanceSeconds(60);
        }
        List<Double> a = new ArrayList<>();
        List<Double> b = new ArrayList<>();
        int pages = 0;
        for (GetMetricDataResponse page : cloudWatch.getMetricDataPaginator(
                r -> r.metricDataQueries(query("a", "A", "Sum", 60), query("b", "B", "Sum", 60))
                        .startTime(emulator.now().minusSeconds(600))
                        .endTime(emulator.now())
                        .maxDatapoints(3)
                        .scanBy(ScanBy.TIMESTAMP_ASCENDING))) {
            pages++;
            a.addAll(page.metricDataResults().get(0).values());
            b.addAll(page.metricDataResults().get(1).values());
        }

        assertThat(pages).isEqualTo(4);
        assertThat(a).containsExactly(0.0, 1.0, 2.0, 3.0, 4.0);
        assertThat(b).containsExactly(10.0, 11.0, 12.0, 13.0, 14.0);
        assertThat(data(query("a", "A", "Sum", 60)).metricDataResults().get(0).values())
                .as("newest first by default")
                .containsExactly(4.0, 3.0, 2.0, 1.0, 0.0);
    }

    @Test
    void keepsSecondsForThreeHours() {
        cloudWatch.putMetricData(r -> r.namespace("Shop")
                .metricData(MetricDatum.builder()
                        .metricName("Fine")
                        .value(1.0)
                        .storageResolution(1)
                        .timestamp(emulator.now())
                        .build()));
        Instant second = emulator.now().truncatedTo(ChronoUnit.SECONDS);
        assertThat(fine(second, 1)).containsExactly(second);
        emulator.advance(Duration.ofHours(4));
        assertThat(fine(second, 1)).isEmpty();
        assertThat(fine(second, 60)).containsExactly(second.truncatedTo(ChronoUnit.MINUTES));
        emulator.advance(Duration.ofDays(20));
        assertThat(fine(second, 60)).isEmpty();
        assertThat(fine(second, 300)).hasSize(1);
    }

    private List<Instant> fine(Instant second, int period) {
        return cloudWatch
                .getMetricData(r -> r.metricDataQueries(query("f", "Fine", "Sum", period))
                        .startTime(second.minusSeconds(600))
                        .endTime(second.plusSeconds(600)))
                .metricDataResults()
                .get(0)
                .timestamps();
    }

    @Test
    void listsMetrics() {
        cloudWatch.putMetricData(r -> r.namespace("Shop")
                .metricData(IntStream.range(0, 600)
                        .mapToObj(i -> MetricDatum.builder()
                                .metricName("M")
                                .value(1.0)
                                .dimensions(
                                        Dimension.builder()
                                                .name("Number")
                                                .value("n" + i)
                                                .build(),
                                        Dimension.builder()
                                                .name("Even")
                                                .value("" + (i % 2 == 0))
                                                .build())
                                .build())
                        .toList()));
        assertThat(cloudWatch.listMetrics(r -> r.namespace("Shop")).metrics()).hasSize(500);
        assertThat(cloudWatch.listMetricsPaginator(r -> r.namespace("Shop")).metrics().stream()
                        .distinct())
                .hasSize(600);
        assertThat(cloudWatch
                        .listMetricsPaginator(r -> r.namespace("Shop")
                                .dimensions(DimensionFilter.builder()
                                        .name("Even")
                                        .value("true")
                                        .build()))
                        .metrics())
                .hasSize(300);
        assertThat(cloudWatch
                        .listMetrics(r -> r.namespace("Shop").metricName("N"))
                        .metrics())
                .isEmpty();
        emulator.advance(Duration.ofHours(4));
        assertThat(cloudWatch
                        .listMetrics(r -> r.namespace("Shop").recentlyActive("PT3H"))
                        .metrics())
                .isEmpty();
        assertThat(cloudWatch.listMetrics(r -> r.namespace("Shop")).metrics()).isNotEmpty();
        emulator.advance(Duration.ofDays(14));
        assertThat(cloudWatch.listMetrics(r -> r.namespace("Shop")).metrics()).isEmpty();
    }

    @Test
    void refusesWhatAwsRefuses() {
        assertThatThrownBy(() -> put("M", Double.NaN))
                .isInstanceOf(InvalidParameterValueException.class)
                .hasMessageContaining("The value NaN for parameter MetricData.member.1.Value is invalid.");
        assertThatThrownBy(() -> cloudWatch.putMetricData(r ->
                        r.namespace("AWS/Own").metricData(m -> m.metricName("m").value(1.0))))
                .isInstanceOf(InvalidParameterValueException.class)
                .hasMessageContaining("The value AWS/ for parameter Namespace is invalid.");
        assertThatThrownBy(() -> cloudWatch.putMetricData(r -> r.namespace("Shop")))
                .isInstanceOf(MissingRequiredParameterException.class)
                .hasMessageContaining("The parameter MetricData is required.");
        assertThatThrownBy(
                        () -> cloudWatch.putMetricData(r -> r.namespace("Shop").metricData(m -> m.metricName("m")
                                .value(1.0)
                                .timestamp(emulator.now().minus(Duration.ofDays(15))))))
                .hasMessageContaining(
                        "The parameter MetricData.member.1.Timestamp must specify a time within the past two weeks.");
        assertThatThrownBy(
                        () -> cloudWatch.putMetricData(r -> r.namespace("Shop").metricData(m -> m.metricName("m")
                                .value(1.0)
                                .timestamp(emulator.now().plus(Duration.ofHours(3))))))
                .hasMessageContaining("no more than two hours in the future");
        assertThatThrownBy(() -> cloudWatch.putMetricData(r -> r.namespace("Shop")
                        .metricData(m -> m.metricName("m").value(1.0).values(1.0))))
                .isInstanceOf(InvalidParameterCombinationException.class);
        assertThatThrownBy(() -> cloudWatch.putMetricData(r -> r.namespace("Shop")
                        .metricData(m -> m.metricName("m").value(1.0).storageResolution(30))))
                .hasMessageContaining(
                        "The parameter MetricData.member.1.StorageResolution must be a value in the set [ 1, 60 ].");
        assertThatThrownBy(
                        () -> cloudWatch.putMetricData(r -> r.namespace("Shop").metricData(m -> m.metricName("m")
                                .values(IntStream.range(0, 151)
                                        .mapToObj(Double::valueOf)
                                        .toList()))))
                .hasMessageContaining("must not have a size greater than 150");
        assertThatThrownBy(() -> put("M", new double[1001])).hasMessageContaining("greater than 1000");
        assertThat(cloudWatch.listMetrics(r -> r.namespace("Shop")).metrics()).isEmpty();
    }

    @Test
    void refusesQueriesThatAskForTooMuchOrNothing() {
        Instant now = emulator.now();
        assertThatThrownBy(() -> cloudWatch.getMetricStatistics(r -> r.namespace("Shop")
                        .metricName("m")
                        .startTime(now)
                        .endTime(now.plus(Duration.ofDays(1)))
                        .period(1)
                        .statistics(Statistic.SUM)))
                .isInstanceOf(InvalidParameterCombinationException.class)
                .hasMessageContaining(
                        "You have requested up to 86400 datapoints, which exceeds the limit of 1440. You may"
                                + " reduce the datapoints requested by increasing Period, or decreasing the time range.");
        assertThatThrownBy(() -> cloudWatch.getMetricStatistics(r -> r.namespace("Shop")
                        .metricName("m")
                        .startTime(now)
                        .endTime(now)
                        .period(60)
                        .statistics(Statistic.SUM)))
                .isInstanceOf(InvalidParameterValueException.class)
                .hasMessageContaining("The parameter StartTime must be less than the parameter EndTime.");
        assertThatThrownBy(() -> data(query("m", "M", "Medium", 60)))
                .isInstanceOf(CloudWatchException.class)
                .hasMessageContaining(
                        "The value Medium for parameter MetricDataQueries.member.1.MetricStat.Stat is not a valid statistic.");
        assertThatThrownBy(() -> cloudWatch.listMetrics(r -> r.includeLinkedAccounts(true)))
                .hasMessageContaining("Vaportrail does not implement cross-account observability");
    }

    @Test
    void forgetsOnReset() {
        put("Gone", 1);
        emulator.restart();
        assertThat(cloudWatch.listMetrics(r -> r.namespace("Shop")).metrics()).isEmpty();
    }
}
