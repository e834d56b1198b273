package io.vaportrail.metrics.alarm.evaluation;

import io.vaportrail.metrics.query.Datapoint;
import io.vaportrail.metrics.query.MetricMath;
import io.vaportrail.metrics.query.MetricReader;
import io.vaportrail.metrics.query.MetricSeries;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Evaluates metric alarms: reads the periods up to the last whole minute (ten seconds at high resolution, hour when the alarm looks
 * back over more than a day) and judges them.
 */
public final class Evaluator {
    private static final long MILLIS = 1000;

    private final MetricReader reader;
    private final MetricMath math;

    /** An evaluator that reads so. */
    public Evaluator(MetricReader reader, MetricMath math) {
        this.reader = reader;
        this.math = math;
    }

    /** Prepares for evaluations that follow at this moment. */
    public void begin() {
        reader.lookAtGauges();
    }

    /**
     * Evaluates an alarm.
     *
     * @throws io.vaportrail.schema.ServiceException when an expression cannot be evaluated
     */
    public Verdict evaluate(AlarmTerms terms, long nowMillis) {
        long end = end(terms, nowMillis);
        Verdict verdict = judge(terms, read(terms, start(terms, end), end), nowMillis);
        if (terms.ignoreLowSamples()
                && terms.source() instanceof MetricSource.Single single
                && tooFewSamples(verdict, single)) {
            Judgement keep = new Judgement(Judgement.Outcome.KEEP, 0);
            return new Verdict(terms, keep, verdict.readings(), verdict.data(), Map.of(), nowMillis);
        }
        return verdict;
    }

    /**
     * Evaluates an alarm that watches several series one by one: those that there are now.
     *
     * @throws io.vaportrail.schema.ServiceException when the query cannot be evaluated
     */
    public List<ContributorVerdict> contributors(AlarmTerms terms, long nowMillis) {
        MetricSource.Expressions query = (MetricSource.Expressions) terms.source();
        long end = end(terms, nowMillis);
        long start = start(terms, end);
        List<ContributorVerdict> verdicts = new ArrayList<>();
        for (MetricSeries series : math.evaluate(query.accountId(), query.region(), query.queries(), start, end)
                .getOrDefault(query.watched(), List.of())) {
            Readings readings = empty(terms, start);
            fill(readings, readings.values(), series);
            verdicts.add(
                    new ContributorVerdict(Contributor.of(series.dimensions()), judge(terms, readings, nowMillis)));
        }
        return verdicts;
    }

    private static long end(AlarmTerms terms, long nowMillis) {
        long step = terms.stepSeconds() * MILLIS;
        return Math.floorDiv(nowMillis, step) * step;
    }

    private static long start(AlarmTerms terms, long end) {
        return end - (long) terms.rangePeriods() * terms.periodSeconds() * MILLIS;
    }

    private static Verdict judge(AlarmTerms terms, Readings readings, long nowMillis) {
        Datum[] data = readings.judged(terms.comparison());
        Judgement judgement =
                Judgement.of(data, terms.evaluationPeriods(), terms.datapointsToAlarm(), terms.missingData());
        return new Verdict(terms, judgement, readings, data, Map.of(), nowMillis);
    }

    private static Readings empty(AlarmTerms terms, long start) {
        return Readings.empty(start, terms.periodSeconds(), terms.rangePeriods(), terms.threshold());
    }

    /** The same verdict with the number of values behind each period, for its words. */
    public Verdict withSampleCounts(Verdict verdict) {
        if (!(verdict.terms().source() instanceof MetricSource.Single single)) {
            return verdict;
        }
        return new Verdict(
                verdict.terms(),
                verdict.judgement(),
                verdict.readings(),
                verdict.data(),
                sampleCounts(verdict, single),
                verdict.queryMillis());
    }

    private Map<Long, Double> sampleCounts(Verdict verdict, MetricSource.Single single) {
        Readings readings = verdict.readings();
        Map<Long, Double> counts = new HashMap<>();
        for (Datapoint point : reader.read(
                single.metric(),
                "SampleCount",
                readings.startMillis(),
                readings.timeOf(readings.values().length),
                readings.periodSeconds(),
                single.unit())) {
            counts.put(point.timestampMillis(), point.value());
        }
        return counts;
    }

    private boolean tooFewSamples(Verdict verdict, MetricSource.Single single) {
        double needed = LowSamples.needed(single.statistic());
        if (needed == 0) {
            return false;
        }
        Map<Long, Double> counts = sampleCounts(verdict, single);
        for (int place : verdict.evaluated()) {
            if (counts.getOrDefault(verdict.readings().timeOf(place), 0.0) < needed) {
                return true;
            }
        }
        return false;
    }

    private Readings read(AlarmTerms terms, long start, long end) {
        Readings readings = empty(terms, start);
        if (terms.source() instanceof MetricSource.Single single) {
            List<Datapoint> points =
                    reader.read(single.metric(), single.statistic(), start, end, terms.periodSeconds(), single.unit());
            for (int i = 0; i < points.size(); i++) {
                Datapoint point = points.get(i);
                readings.put(readings.values(), point.timestampMillis(), point.value());
            }
            return readings;
        }
        MetricSource.Expressions expressions = (MetricSource.Expressions) terms.source();
        Map<String, List<MetricSeries>> series =
                math.evaluate(expressions.accountId(), expressions.region(), expressions.queries(), start, end);
        List<MetricSeries> watched = series.getOrDefault(expressions.watched(), List.of());
        if (!watched.isEmpty()) {
            fill(readings, readings.values(), watched.get(0));
        }
        return expressions.band() == null
                ? readings
                : withBand(readings, series.getOrDefault(expressions.band(), List.of()));
    }

    /** While there is no band yet, nothing can be compared: every period counts as missing. */
    private static Readings withBand(Readings readings, List<MetricSeries> band) {
        double[] lower = Readings.nothing(readings.values().length);
        double[] upper = Readings.nothing(readings.values().length);
        if (band.size() == 2) {
            fill(readings, lower, band.get(0));
            fill(readings, upper, band.get(1));
            sort(lower, upper);
        }
        return new Readings(readings.startMillis(), readings.periodSeconds(), readings.values(), lower, upper);
    }

    /** The edges of a band come in either order. */
    private static void sort(double[] lower, double[] upper) {
        for (int i = 0; i < lower.length; i++) {
            double low = Math.min(lower[i], upper[i]);
            upper[i] = Math.max(lower[i], upper[i]);
            lower[i] = low;
        }
    }

    private static void fill(Readings readings, double[] into, MetricSeries series) {
        for (Datapoint point : series.points()) {
            readings.put(into, point.timestampMillis(), point.value());
        }
    }
}
