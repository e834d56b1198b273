package io.vaportrail.metrics.alarm;

import io.vaportrail.core.metric.MetricDimension;
import io.vaportrail.core.metric.MetricId;
import io.vaportrail.core.metric.MetricUnit;
import io.vaportrail.core.service.Call;
import io.vaportrail.core.service.CommonError;
import io.vaportrail.metrics.alarm.evaluation.AlarmTerms;
import io.vaportrail.metrics.alarm.evaluation.Comparison;
import io.vaportrail.metrics.alarm.evaluation.MetricSource;
import io.vaportrail.metrics.alarm.evaluation.MissingData;
import io.vaportrail.metrics.query.MetricReader;
import io.vaportrail.model.cloudwatch.Dimension;
import io.vaportrail.model.cloudwatch.PutMetricAlarmInput;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What PutMetricAlarm takes, beyond what the model says.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html">PutMetricAlarm</a>
 */
final class MetricAlarmRules {
    private static final List<Integer> SHORT_PERIODS = List.of(10, 20, 30);
    private static final int MINUTE = 60;
    private static final int HOUR = 3600;
    private static final int MINUTE_MILLIS = 60_000;

    /** DynamoDB reports only while there is traffic, so its silence says nothing, whatever the alarm states. */
    private static final String ALWAYS_IGNORED = "AWS/DynamoDB";

    private final MetricReader reader;
    private final ExpressionRules expressions;

    MetricAlarmRules(MetricReader reader, ExpressionRules expressions) {
        this.reader = reader;
        this.expressions = expressions;
    }

    /** The terms of an alarm; throws in AWS's words when they make no sense. */
    AlarmTerms terms(PutMetricAlarmInput input, Call call) {
        if (input.evaluationCriteria() != null || input.evaluationInterval() != null) {
            throw CommonError.receiver(
                    "NotImplemented",
                    501,
                    "Vaportrail does not implement PromQL alarms (EvaluationCriteria, EvaluationInterval).");
        }
        Comparison comparison = comparison(input);
        int evaluationPeriods = required("evaluationPeriods", input.evaluationPeriods());
        int datapoints = input.datapointsToAlarm() == null ? evaluationPeriods : input.datapointsToAlarm();
        if (datapoints > evaluationPeriods) {
            throw AlarmErrors.validation("DatapointsToAlarm must be less than or equal to EvaluationPeriods");
        }
        MetricSource source = source(input, call);
        int period = source instanceof MetricSource.Expressions math
                ? ExpressionRules.period(math)
                : required("period", input.period());
        period(period);
        span(period, evaluationPeriods);
        return new AlarmTerms(
                source,
                period,
                evaluationPeriods,
                datapoints,
                input.datapointsToAlarm() != null,
                comparison,
                comparison.band() ? Double.NaN : required("threshold", input.threshold()),
                missingData(input),
                ignoresLowSamples(input));
    }

    private static <T> T required(String member, @Nullable T value) {
        if (value == null) {
            throw AlarmErrors.missing(member);
        }
        return value;
    }

    private static Comparison comparison(PutMetricAlarmInput input) {
        Comparison comparison = Comparison.of(required("comparisonOperator", input.comparisonOperator()));
        if (comparison == null) {
            throw AlarmErrors.validation("Invalid ComparisonOperator: " + input.comparisonOperator());
        }
        if (input.threshold() != null && input.thresholdMetricId() != null) {
            throw AlarmErrors.validation("Threshold and ThresholdMetricId must not both be specified");
        }
        if (comparison.band() != (input.thresholdMetricId() != null)) {
            throw AlarmErrors.validation(
                    comparison.band()
                            ? "ThresholdMetricId must be specified for the ComparisonOperator " + comparison.text()
                            : "The ComparisonOperator " + comparison.text()
                                    + " must not be specified with ThresholdMetricId");
        }
        if (input.threshold() != null && !Double.isFinite(input.threshold())) {
            throw AlarmErrors.validation("Threshold must be a number");
        }
        return comparison;
    }

    private MetricSource source(PutMetricAlarmInput input, Call call) {
        boolean single = input.metricName() != null
                || input.namespace() != null
                || input.dimensions() != null && !input.dimensions().isEmpty()
                || input.period() != null
                || input.unit() != null
                || input.statistic() != null
                || input.extendedStatistic() != null;
        if (input.metrics() != null && !input.metrics().isEmpty()) {
            if (single) {
                throw AlarmErrors.validation("Metrics must not be specified together with MetricName, Namespace, "
                        + "Dimensions, Period, Unit, Statistic or ExtendedStatistic");
            }
            return expressions.source(input, call);
        }
        if (input.thresholdMetricId() != null) {
            throw AlarmErrors.validation("ThresholdMetricId must be the Id of an element of Metrics");
        }
        return new MetricSource.Single(
                new MetricId(
                        call.accountId(),
                        call.region(),
                        required("namespace", input.namespace()),
                        required("metricName", input.metricName()),
                        dimensions(input.dimensions())),
                statistic(input),
                input.unit() == null ? null : MetricUnit.of(input.unit()));
    }

    static List<MetricDimension> dimensions(@Nullable List<Dimension> dimensions) {
        List<MetricDimension> converted = new ArrayList<>();
        for (Dimension dimension : dimensions == null ? List.<Dimension>of() : dimensions) {
            converted.add(new MetricDimension(dimension.name(), dimension.value()));
        }
        return converted;
    }

    private String statistic(PutMetricAlarmInput input) {
        if ((input.statistic() == null) == (input.extendedStatistic() == null)) {
            throw AlarmErrors.validation("Exactly one of Statistic and ExtendedStatistic must be specified");
        }
        String extended = input.extendedStatistic();
        if (extended == null) {
            return String.valueOf(input.statistic());
        }
        check(extended);
        return extended;
    }

    /** Reading nothing tells whether there is such a statistic. */
    private void check(String statistic) {
        try {
            reader.read(new MetricId("", "", "", "", List.of()), statistic, 0, MINUTE_MILLIS, MINUTE, null);
        } catch (IllegalArgumentException e) {
            throw AlarmErrors.validation(
                    "The value '" + statistic + "' for parameter ExtendedStatistic is not supported.");
        }
    }

    static void period(int period) {
        if (!SHORT_PERIODS.contains(period) && period % MINUTE != 0) {
            throw AlarmErrors.validation("Period must be 10, 20, 30 or a multiple of 60");
        }
    }

    private static void span(int period, int evaluationPeriods) {
        long span = (long) period * evaluationPeriods;
        if (period < HOUR && span > AlarmLimits.DAY_SECONDS) {
            throw AlarmErrors.validation("Metrics cannot be checked across more than a day (EvaluationPeriods * Period "
                    + "must be <= 86400) for alarms using period < 3600");
        }
        if (span > AlarmLimits.WEEK_SECONDS) {
            throw AlarmErrors.validation(
                    "Metrics cannot be checked across more than a week (EvaluationPeriods * Period "
                            + "must be <= 604800) for alarms using period >= 3600");
        }
    }

    private static MissingData missingData(PutMetricAlarmInput input) {
        String text = input.treatMissingData();
        MissingData treatment = text == null ? MissingData.MISSING : MissingData.of(text);
        if (treatment == null) {
            throw AlarmErrors.notIn(
                    "treatMissingData", String.valueOf(text), "breaching, notBreaching, ignore, missing");
        }
        return ALWAYS_IGNORED.equals(input.namespace()) ? MissingData.IGNORE : treatment;
    }

    private static boolean ignoresLowSamples(PutMetricAlarmInput input) {
        String text = input.evaluateLowSampleCountPercentile();
        if (text == null) {
            return false;
        }
        return switch (text) {
            case "evaluate" -> false;
            case "ignore" -> true;
            default -> throw AlarmErrors.notIn("evaluateLowSampleCountPercentile", text, "evaluate, ignore");
        };
    }
}
