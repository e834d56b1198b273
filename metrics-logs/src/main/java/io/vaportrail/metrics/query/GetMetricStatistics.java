package io.vaportrail.metrics.query;

import io.vaportrail.core.metric.MetricId;
import io.vaportrail.core.service.Call;
import io.vaportrail.core.service.Handler;
import io.vaportrail.metrics.Dimensions;
import io.vaportrail.metrics.MetricErrors;
import io.vaportrail.metrics.MetricLimits;
import io.vaportrail.metrics.put.Units;
import io.vaportrail.metrics.statistic.Statistic;
import io.vaportrail.metrics.statistic.TimeRange;
import io.vaportrail.model.cloudwatch.Datapoint;
import io.vaportrail.model.cloudwatch.GetMetricStatisticsInput;
import io.vaportrail.model.cloudwatch.GetMetricStatisticsOutput;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * GetMetricStatistics: several statistics of one metric, for each unit apart.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_GetMetricStatistics.html">GetMetricStatistics</a>
 */
public final class GetMetricStatistics implements Handler<GetMetricStatisticsInput, GetMetricStatisticsOutput> {
    private static final long MILLIS = 1000;

    private final StoreReader reader;

    /** The operation. */
    public GetMetricStatistics(StoreReader reader) {
        this.reader = reader;
    }

    @Override
    public GetMetricStatisticsOutput handle(GetMetricStatisticsInput input, Call call) {
        List<Statistic> statistics = statistics(input);
        TimeRange range = range(input);
        MetricId metric = new MetricId(
                call.accountId(),
                call.region(),
                input.namespace(),
                input.metricName(),
                Dimensions.of(input.dimensions()));
        List<Datapoint> points = new ArrayList<>();
        reader.lookAtGauges();
        for (StoreReader.UnitReading unit : reader.readUnits(metric, statistics, range, Units.asked(input.unit()))) {
            for (long start : unit.periods().starts()) {
                Datapoint point = point(unit, start, statistics);
                if (point != null) {
                    points.add(point);
                }
            }
        }
        return GetMetricStatisticsOutput.builder()
                .label(input.metricName())
                .datapoints(points)
                .build();
    }

    private TimeRange range(GetMetricStatisticsInput input) {
        Instant start = input.startTime();
        Instant end = input.endTime();
        int period = input.period();
        if (!start.isBefore(end)) {
            throw MetricErrors.invalidValue("The parameter StartTime must be less than the parameter EndTime.");
        }
        if (!Periods.isValid(period)) {
            throw MetricErrors.invalidValue(
                    "The parameter Period must be a value in the set [ 1, 5, 10, 20, 30 ] or a multiple of 60.");
        }
        long points = Math.floorDiv(end.toEpochMilli() - start.toEpochMilli(), period * MILLIS);
        if (points > MetricLimits.STATISTICS_DATAPOINTS) {
            throw MetricErrors.invalidCombination("You have requested up to " + points
                    + " datapoints, which exceeds the limit of " + MetricLimits.STATISTICS_DATAPOINTS
                    + ". You may reduce the datapoints requested by increasing Period, or decreasing the time range.");
        }
        return TimeRange.of(start.toEpochMilli(), end.toEpochMilli(), period, reader.nowMillis());
    }

    private static List<Statistic> statistics(GetMetricStatisticsInput input) {
        List<String> basic = input.statistics() == null ? List.of() : input.statistics();
        List<String> extended = input.extendedStatistics() == null ? List.of() : input.extendedStatistics();
        if (basic.isEmpty() && extended.isEmpty()) {
            throw MetricErrors.missing("Statistics or ExtendedStatistics");
        }
        List<Statistic> all = new ArrayList<>();
        for (String name : basic) {
            Statistic statistic = Statistic.basic(name);
            if (statistic != null) {
                all.add(statistic);
            }
        }
        for (int i = 0; i < extended.size(); i++) {
            Statistic statistic = Statistic.parse(extended.get(i));
            if (statistic == null || Statistic.basic(extended.get(i)) != null) {
                throw MetricErrors.invalidValue("The value " + extended.get(i)
                        + " for parameter ExtendedStatistics.member." + (i + 1) + " is not a valid statistic.");
            }
            all.add(statistic);
        }
        return all;
    }

    private static Datapoint point(StoreReader.UnitReading unit, long start, List<Statistic> statistics) {
        Datapoint.Builder point = Datapoint.builder()
                .timestamp(Instant.ofEpochSecond(start))
                .unit(unit.unit().text());
        Map<String, Double> extended = new LinkedHashMap<>();
        for (Statistic statistic : statistics) {
            double value = unit.periods().at(start, statistic);
            switch (statistic.name()) {
                case "SampleCount" -> point.sampleCount(value);
                case "Sum" -> point.sum(value);
                case "Average" -> point.average(value);
                case "Minimum" -> point.minimum(value);
                case "Maximum" -> point.maximum(value);
                default -> {
                    if (!Double.isNaN(value)) {
                        extended.put(statistic.name(), value);
                    }
                }
            }
        }
        if (!extended.isEmpty()) {
            point.extendedStatistics(extended);
        }
        return point.build();
    }
}
