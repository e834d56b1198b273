package io.vaportrail.metrics.alarm.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.vaportrail.core.metric.MetricId;
import io.vaportrail.core.metric.MetricUnit;
import io.vaportrail.metrics.alarm.InMemoryMetrics;
import io.vaportrail.metrics.query.Datapoint;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Reasons and their data say what AWS's say, word for word. */
class StateReasonTest {
    private static final long NOON = Instant.parse("2026-03-05T12:00:00Z").toEpochMilli();
    private static final long MINUTE = 60_000;

    private final InMemoryMetrics metrics = new InMemoryMetrics();
    private final Evaluator evaluator = new Evaluator(metrics, metrics);

    private static AlarmTerms terms(int n, @Nullable Integer m, Comparison comparison, MissingData missing) {
        return new AlarmTerms(
                new MetricSource.Single(new MetricId("1", "r", "N", "M", List.of()), "Sum", MetricUnit.COUNT),
                60,
                n,
                m == null ? n : m,
                m != null,
                comparison,
                5,
                missing,
                false);
    }

    private Verdict evaluated(AlarmTerms terms) {
        return evaluator.withSampleCounts(evaluator.evaluate(terms, NOON + 1234));
    }

    private void minutesAgo(int minutes, double... values) {
        metrics.put("M", NOON - minutes * MINUTE, values);
    }

    @Test
    void namesTheDatapointThatBreached() {
        minutesAgo(1, 7);

        assertThat(evaluated(terms(1, 1, Comparison.GREATER_OR_EQUAL, MissingData.MISSING))
                        .reason())
                .isEqualTo(
                        "Threshold Crossed: 1 out of the last 1 datapoints [7.0 (05/03/26 11:59:00)] was greater than or "
                                + "equal to the threshold (5.0) (minimum 1 datapoint for OK -> ALARM transition).");
    }

    @Test
    void isShorterWhenDatapointsToAlarmAreNotStated() {
        minutesAgo(1, 7);
        minutesAgo(2, 6);

        assertThat(evaluated(terms(2, null, Comparison.GREATER, MissingData.MISSING))
                        .reason())
                .isEqualTo(
                        "Threshold Crossed: 2 datapoints [7.0 (05/03/26 11:59:00), 6.0 (05/03/26 11:58:00)] were greater "
                                + "than the threshold (5.0).");
    }

    @Test
    void saysHowManyItTakesToBeOkAgain() {
        minutesAgo(1, 1);
        minutesAgo(2, 9);
        minutesAgo(3, 2);

        assertThat(evaluated(terms(3, 2, Comparison.GREATER, MissingData.MISSING))
                        .reason())
                .isEqualTo("Threshold Crossed: 2 out of the last 3 datapoints [1.0 (05/03/26 11:59:00), 2.0 (05/03/26 "
                        + "11:57:00)] were not greater than the threshold (5.0) (minimum 2 datapoints for ALARM -> OK "
                        + "transition).");
    }

    @Test
    void namesManyDatapointsAtTheEnd() {
        for (int ago = 1; ago <= 4; ago++) {
            minutesAgo(ago, ago - 5);
        }

        assertThat(evaluated(terms(4, 4, Comparison.LESS, MissingData.MISSING)).reason())
                .isEqualTo(
                        "Threshold Crossed: 4 out of the last 4 datapoints were less than the threshold (5.0). The most "
                                + "recent datapoints which crossed the threshold: [-4.0 (05/03/26 11:59:00), -3.0 (05/03/26 "
                                + "11:58:00), -2.0 (05/03/26 11:57:00), -1.0 (05/03/26 11:56:00)] (minimum 4 datapoints for OK -> "
                                + "ALARM transition).");
    }

    @Test
    void saysHowMissingDatapointsWereTreated() {
        assertThat(evaluated(terms(1, null, Comparison.LESS, MissingData.BREACHING))
                        .reason())
                .isEqualTo(
                        "Threshold Crossed: no datapoints were received for 1 period and 1 missing datapoint was treated "
                                + "as [Breaching].");
        assertThat(evaluated(terms(2, 1, Comparison.LESS, MissingData.NOT_BREACHING))
                        .reason())
                .isEqualTo("Threshold Crossed: no datapoints were received for 2 periods and 2 missing datapoints were "
                        + "treated as [NonBreaching].");
        minutesAgo(1, 0);
        assertThat(evaluated(terms(2, null, Comparison.GREATER, MissingData.NOT_BREACHING))
                        .reason())
                .isEqualTo(
                        "Threshold Crossed: 1 datapoint [0.0 (05/03/26 11:59:00)] was not greater than the threshold "
                                + "(5.0) and 1 missing datapoint was treated as [NonBreaching].");
    }

    @Test
    void saysThatNothingIsKnown() {
        assertThat(evaluated(terms(1, null, Comparison.LESS, MissingData.MISSING))
                        .reason())
                .isEqualTo("Insufficient Data: 1 datapoint was unknown.");
        assertThat(evaluated(terms(3, 2, Comparison.LESS, MissingData.MISSING)).reason())
                .isEqualTo("Insufficient Data: 3 datapoints were unknown.");
    }

    @Test
    void givesTheDataOfAState() {
        minutesAgo(1, 4, 3);
        minutesAgo(2, 6);

        assertThat(evaluated(terms(2, 1, Comparison.GREATER, MissingData.MISSING))
                        .reasonData())
                .isEqualTo("{\"version\":\"1.0\",\"queryDate\":\"2026-03-05T12:00:01.234+0000\","
                        + "\"startDate\":\"2026-03-05T11:58:00.000+0000\",\"unit\":\"Count\",\"statistic\":\"Sum\","
                        + "\"period\":60,\"recentDatapoints\":[6.0,7.0],\"threshold\":5.0,\"evaluatedDatapoints\":["
                        + "{\"timestamp\":\"2026-03-05T11:59:00.000+0000\",\"sampleCount\":2.0,\"value\":7.0}]}");
    }

    @Test
    void givesTheTimesOfWhatIsMissing() {
        assertThat(evaluated(terms(2, 1, Comparison.GREATER, MissingData.MISSING))
                        .reasonData())
                .isEqualTo("{\"version\":\"1.0\",\"queryDate\":\"2026-03-05T12:00:01.234+0000\",\"unit\":\"Count\","
                        + "\"statistic\":\"Sum\",\"period\":60,\"recentDatapoints\":[],\"threshold\":5.0,"
                        + "\"evaluatedDatapoints\":[{\"timestamp\":\"2026-03-05T11:59:00.000+0000\"},"
                        + "{\"timestamp\":\"2026-03-05T11:58:00.000+0000\"}]}");
    }

    @Test
    void comparesWithABand() {
        MetricSource band = new MetricSource.Expressions("1", "r", List.of(), "m1", "ad1", false);
        long at = NOON - MINUTE;
        metrics.series("m1", 60, List.of(List.of(new Datapoint(at, 9))));
        metrics.series("ad1", 60, List.of(List.of(new Datapoint(at, 2)), List.of(new Datapoint(at, 8.5))));

        Verdict both = evaluated(
                new AlarmTerms(band, 60, 1, 1, true, Comparison.OUTSIDE, Double.NaN, MissingData.MISSING, false));
        Verdict above = evaluated(
                new AlarmTerms(band, 60, 1, 1, true, Comparison.ABOVE, Double.NaN, MissingData.MISSING, false));
        Verdict below = evaluated(
                new AlarmTerms(band, 60, 1, 1, true, Comparison.BELOW, Double.NaN, MissingData.MISSING, false));

        assertThat(both.reason())
                .isEqualTo(
                        "Thresholds Crossed: 1 out of the last 1 datapoints [9.0 (05/03/26 11:59:00)] was less than the "
                                + "lower thresholds [2.0] or greater than the upper thresholds [8.5] (minimum 1 datapoint for OK -> "
                                + "ALARM transition).");
        assertThat(above.reasonData())
                .contains("\"recentUpperThresholds\":[8.5],\"evaluatedDatapoints\":[{\"timestamp\":"
                        + "\"2026-03-05T11:59:00.000+0000\",\"value\":9.0,\"threshold\":8.5}]")
                .doesNotContain("statistic");
        assertThat(below.reason()).contains("was not less than the lower thresholds [2.0] (minimum");
    }

    @Test
    void knowsNothingWhileThereIsNoBand() {
        metrics.series("m1", 60, List.of(List.of(new Datapoint(NOON - MINUTE, 9))));
        AlarmTerms terms = new AlarmTerms(
                new MetricSource.Expressions("1", "r", List.of(), "m1", "ad1", false),
                60,
                1,
                1,
                false,
                Comparison.ABOVE,
                Double.NaN,
                MissingData.MISSING,
                false);

        assertThat(evaluated(terms).state()).isEqualTo("INSUFFICIENT_DATA");
    }

    @Test
    void looksBackOverMoreThanItEvaluates() {
        minutesAgo(3, 7);
        assertThat(evaluated(terms(1, 1, Comparison.GREATER, MissingData.NOT_BREACHING))
                        .state())
                .isEqualTo("ALARM");

        assertThat(evaluator
                        .evaluate(terms(1, 1, Comparison.GREATER, MissingData.NOT_BREACHING), NOON + MINUTE)
                        .state())
                .isEqualTo("OK");
    }

    @Test
    void slidesByMinutesAndEndsBeforeTheOneThatRuns() {
        AlarmTerms fiveMinutes = new AlarmTerms(
                new MetricSource.Single(new MetricId("1", "r", "N", "M", List.of()), "Sum", null),
                300,
                1,
                1,
                false,
                Comparison.GREATER,
                5,
                MissingData.MISSING,
                false);
        metrics.put("M", NOON, 9);
        assertThat(evaluator.evaluate(fiveMinutes, NOON + 59_999).state()).isEqualTo("INSUFFICIENT_DATA");
        assertThat(evaluator.evaluate(fiveMinutes, NOON + MINUTE).reason()).contains("[9.0 (05/03/26 11:56:00)]");
    }

    @Test
    void usesWholeHoursWhenItLooksBackOverMoreThanADay() {
        AlarmTerms twoDays = new AlarmTerms(
                new MetricSource.Single(new MetricId("1", "r", "N", "M", List.of()), "Sum", null),
                86_400,
                2,
                1,
                false,
                Comparison.GREATER,
                5,
                MissingData.MISSING,
                false);
        metrics.put("M", NOON + MINUTE, 9);

        assertThat(twoDays.stepSeconds()).isEqualTo(3600);
        assertThat(evaluator.evaluate(twoDays, NOON + 59 * MINUTE).state()).isEqualTo("INSUFFICIENT_DATA");
        assertThat(evaluator.evaluate(twoDays, NOON + 60 * MINUTE).state()).isEqualTo("ALARM");
    }

    @Test
    void leavesPercentilesOfFewValuesAlone() {
        assertThat(Map.of(
                        "p90",
                        LowSamples.needed("p90"),
                        "p10",
                        LowSamples.needed("p10"),
                        "p50",
                        LowSamples.needed("p50")))
                .allSatisfy((statistic, needed) -> assertThat(needed)
                        .isCloseTo(statistic.equals("p50") ? 20 : 100, org.assertj.core.data.Offset.offset(1e-9)));
        assertThat(LowSamples.needed("Sum")).isZero();

        AlarmTerms ignoring = new AlarmTerms(
                new MetricSource.Single(new MetricId("1", "r", "N", "M", List.of()), "p90", null),
                60,
                1,
                1,
                false,
                Comparison.GREATER,
                5,
                MissingData.MISSING,
                true);
        minutesAgo(1, new double[99]);
        minutesAgo(1, 9);
        assertThat(evaluator.evaluate(ignoring, NOON).state()).isEqualTo("ALARM");
        metrics.put("M", NOON, 9);
        assertThat(evaluator.evaluate(ignoring, NOON + MINUTE).state()).isNull();
    }
}
