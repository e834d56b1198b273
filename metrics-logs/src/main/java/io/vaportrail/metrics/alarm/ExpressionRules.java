package io.vaportrail.metrics.alarm;

import io.vaportrail.core.service.Call;
import io.vaportrail.metrics.alarm.anomaly.AnomalyDetectors;
import io.vaportrail.metrics.alarm.evaluation.MetricSource;
import io.vaportrail.metrics.query.MetricMath;
import io.vaportrail.model.cloudwatch.MetricDataQuery;
import io.vaportrail.model.cloudwatch.MetricStat;
import io.vaportrail.model.cloudwatch.PutMetricAlarmInput;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the Metrics of an alarm must be like: expressions over metrics, and bands. */
final class ExpressionRules {
    private static final Pattern BAND =
            Pattern.compile("\\s*ANOMALY_DETECTION_BAND\\s*\\(\\s*(\\w+)\\s*[,)].*", Pattern.DOTALL);

    private final MetricMath math;
    private final AnomalyDetectors detectors;

    ExpressionRules(MetricMath math, AnomalyDetectors detectors) {
        this.math = math;
        this.detectors = detectors;
    }

    /** Where the datapoints come from; throws in AWS's words when the expressions make no sense. */
    MetricSource source(PutMetricAlarmInput input, Call call) {
        List<MetricDataQuery> queries = input.metrics() == null ? List.of() : input.metrics();
        math.checkAlarm(call.accountId(), call.region(), queries);
        int metrics = 0;
        for (MetricDataQuery query : queries) {
            if (query.metricStat() != null) {
                MetricAlarmRules.period(query.metricStat().period());
                metrics++;
            }
        }
        if (metrics > AlarmLimits.METRICS) {
            throw AlarmErrors.validation("Metrics list must not use more than " + AlarmLimits.METRICS + " metrics");
        }
        List<MetricDataQuery> returned =
                queries.stream().filter(ExpressionRules::returned).toList();
        if (input.thresholdMetricId() == null) {
            if (returned.size() != 1) {
                throw AlarmErrors.validation("Exactly one element of the metrics list should return data.");
            }
            return new MetricSource.Expressions(
                    call.accountId(),
                    call.region(),
                    queries,
                    returned.get(0).id(),
                    null,
                    math.isGrouped(returned.get(0)));
        }
        return band(input.thresholdMetricId(), queries, returned, call);
    }

    static boolean returned(MetricDataQuery query) {
        return !Boolean.FALSE.equals(query.returnData());
    }

    private static MetricSource band(
            String bandId, List<MetricDataQuery> queries, List<MetricDataQuery> returned, Call call) {
        if (returned.size() != 2) {
            throw AlarmErrors.validation("Exactly two elements of the metrics list should return data.");
        }
        MetricDataQuery band = find(queries, bandId);
        if (band == null || !returned(band) || bandOf(band) == null) {
            throw AlarmErrors.validation(
                    "ThresholdMetricId must be the Id of an ANOMALY_DETECTION_BAND that returns data");
        }
        MetricDataQuery watched = returned.get(0).id().equals(bandId) ? returned.get(1) : returned.get(0);
        return new MetricSource.Expressions(call.accountId(), call.region(), queries, watched.id(), bandId, false);
    }

    private static @Nullable String bandOf(MetricDataQuery query) {
        if (query.expression() == null) {
            return null;
        }
        Matcher matcher = BAND.matcher(query.expression().toUpperCase(Locale.ROOT));
        if (!matcher.matches()) {
            return null;
        }
        return query.expression().substring(matcher.start(1), matcher.end(1));
    }

    private static @Nullable MetricDataQuery find(List<MetricDataQuery> queries, String id) {
        for (MetricDataQuery query : queries) {
            if (query.id().equals(id)) {
                return query;
            }
        }
        return null;
    }

    /** Makes detectors for the metrics whose bands an alarm uses, as AWS does. */
    void ensureDetectors(MetricSource source, Call call) {
        if (!(source instanceof MetricSource.Expressions expressions)) {
            return;
        }
        for (MetricDataQuery query : expressions.queries()) {
            String of = bandOf(query);
            MetricDataQuery metric = of == null ? null : find(expressions.queries(), of);
            MetricStat stat = metric == null ? null : metric.metricStat();
            if (stat != null) {
                detectors.ensure(call.accountId(), call.region(), stat);
            }
        }
    }

    /** The period of what the alarm watches: its own, or the longest of the metrics. */
    static int period(MetricSource.Expressions expressions) {
        MetricDataQuery watched = find(expressions.queries(), expressions.watched());
        if (watched != null && watched.metricStat() != null) {
            return watched.metricStat().period();
        }
        int longest = 0;
        for (MetricDataQuery query : expressions.queries()) {
            if (query.metricStat() != null) {
                longest = Math.max(longest, query.metricStat().period());
            }
        }
        if (longest > 0) {
            return longest;
        }
        if (watched == null || watched.period() == null) {
            throw AlarmErrors.validation("Period must not be null");
        }
        return watched.period();
    }
}
