package io.vaportrail.metrics.alarm.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.vaportrail.metrics.alarm.evaluation.Judgement.Outcome;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** M out of N follows a plain reference that works on lists, whatever the data. */
final class JudgementProperties {
    record Case(List<Datum> range, int evaluationPeriods, int datapointsToAlarm, MissingData treatment) {}

    @Property(tries = 5000)
    void followsTheReference(@ForAll("cases") Case one) {
        Judgement judgement = Judgement.of(
                one.range.toArray(new Datum[0]), one.evaluationPeriods, one.datapointsToAlarm, one.treatment);

        assertThat(judgement.outcome()).isEqualTo(reference(one));
    }

    @Property(tries = 2000)
    void treatmentIsWithoutEffectWhenThereIsEnoughData(@ForAll("cases") Case one) {
        long real = one.range.stream().filter(datum -> datum != Datum.MISSING).count();
        if (real < one.evaluationPeriods) {
            return;
        }
        for (MissingData treatment : MissingData.values()) {
            assertThat(reference(new Case(one.range, one.evaluationPeriods, one.datapointsToAlarm, treatment)))
                    .isEqualTo(Judgement.of(
                                    one.range.toArray(new Datum[0]),
                                    one.evaluationPeriods,
                                    one.datapointsToAlarm,
                                    treatment)
                            .outcome())
                    .isIn(Outcome.OK, Outcome.ALARM);
        }
    }

    @Provide
    Arbitrary<Case> cases() {
        return Arbitraries.integers()
                .between(1, 6)
                .flatMap(n -> Arbitraries.integers().between(1, n).flatMap(m -> Arbitraries.of(Datum.class)
                        .list()
                        .ofSize(n + AlarmTerms.EXTRA_PERIODS)
                        .flatMap(range ->
                                Arbitraries.of(MissingData.class).map(treatment -> new Case(range, n, m, treatment)))));
    }

    private static Outcome reference(Case one) {
        List<Datum> newestFirst = new ArrayList<>(one.range);
        Collections.reverse(newestFirst);
        List<Datum> real = newestFirst.stream()
                .filter(datum -> datum != Datum.MISSING)
                .limit(one.evaluationPeriods)
                .toList();
        List<Datum> filled = new ArrayList<>(real);
        while (filled.size() < one.evaluationPeriods) {
            filled.add(
                    switch (one.treatment) {
                        case BREACHING -> Datum.BREACHING;
                        case NOT_BREACHING -> Datum.OK;
                        default -> Datum.MISSING;
                    });
        }
        if (Collections.frequency(filled, Datum.BREACHING) >= one.datapointsToAlarm) {
            return Outcome.ALARM;
        }
        if (filled.contains(Datum.OK)) {
            return Outcome.OK;
        }
        if (one.treatment == MissingData.IGNORE) {
            return Outcome.KEEP;
        }
        if (real.isEmpty()) {
            return Outcome.INSUFFICIENT_DATA;
        }
        return newestFirst.lastIndexOf(Datum.BREACHING) + 1 >= one.datapointsToAlarm ? Outcome.ALARM : Outcome.KEEP;
    }
}
