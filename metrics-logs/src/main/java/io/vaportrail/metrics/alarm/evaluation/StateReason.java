package io.vaportrail.metrics.alarm.evaluation;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Says why a metric alarm went where it went, in AWS's words. */
final class StateReason {
    /** Up to here the points are named in the middle of the sentence, beyond it at its end. */
    private static final int FEW = 3;

    /** More points are not named. */
    private static final int NAMED = 5;

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("dd/MM/yy HH:mm:ss", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private final Verdict verdict;
    private final AlarmTerms terms;
    private final boolean alarm;

    private StateReason(Verdict verdict) {
        this.verdict = verdict;
        this.terms = verdict.terms();
        this.alarm = verdict.judgement().outcome() == Judgement.Outcome.ALARM;
    }

    static String of(Verdict verdict) {
        return verdict.judgement().outcome() == Judgement.Outcome.INSUFFICIENT_DATA
                ? insufficient(verdict.terms().evaluationPeriods())
                : new StateReason(verdict).crossed();
    }

    /** Of one of several series: shorter, as AWS has it. */
    static String ofContributor(Verdict verdict) {
        StateReason reason = new StateReason(verdict);
        int[] speaking = verdict.speaking();
        return speaking.length == 0 ? reason.crossed() : reason.contributed(speaking);
    }

    private String contributed(int[] speaking) {
        StringBuilder text = new StringBuilder("Threshold Crossed: ")
                .append(datapoints(speaking.length))
                .append(speaking.length == 1 ? " was " : " were ");
        compared(text, speaking);
        text.append(speaking.length == 1 ? ". The most recent datapoint" : ". The most recent datapoints");
        points(text.append(alarm ? " which crossed the threshold: " : ": "), speaking);
        return text.append('.').toString();
    }

    private static String insufficient(int periods) {
        return "Insufficient Data: " + datapoints(periods) + (periods == 1 ? " was unknown." : " were unknown.");
    }

    private String crossed() {
        StringBuilder text =
                new StringBuilder(terms.comparison().band() ? "Thresholds Crossed: " : "Threshold Crossed: ");
        int[] speaking = verdict.speaking();
        int filled = verdict.judgement().filled();
        boolean asFilled =
                terms.missingData() == MissingData.BREACHING || terms.missingData() == MissingData.NOT_BREACHING;
        if (speaking.length == 0) {
            text.append("no datapoints were received for ").append(filled).append(filled == 1 ? " period" : " periods");
        } else {
            named(text, speaking);
        }
        if (asFilled && filled > 0) {
            text.append(" and ")
                    .append(filled)
                    .append(filled == 1 ? " missing datapoint was" : " missing datapoints were")
                    .append(
                            terms.missingData() == MissingData.BREACHING
                                    ? " treated as [Breaching]"
                                    : " treated as [NonBreaching]");
        }
        if (terms.explicitDatapoints() && speaking.length > 0) {
            minimum(text);
        }
        return text.append('.').toString();
    }

    private void named(StringBuilder text, int[] speaking) {
        if (terms.explicitDatapoints()) {
            text.append(speaking.length)
                    .append(" out of the last ")
                    .append(terms.evaluationPeriods())
                    .append(" datapoints");
        } else {
            text.append(datapoints(speaking.length));
        }
        boolean few = speaking.length <= FEW;
        if (few) {
            points(text.append(' '), speaking);
        }
        text.append(speaking.length == 1 ? " was " : " were ");
        compared(text, speaking);
        if (!few) {
            text.append(". The most recent datapoints");
            points(text.append(alarm ? " which crossed the threshold: " : ": "), speaking);
        }
    }

    private void compared(StringBuilder text, int[] speaking) {
        String not = alarm ? "" : "not ";
        Comparison comparison = terms.comparison();
        if (!comparison.band()) {
            text.append(not)
                    .append(comparison.words())
                    .append(" the threshold (")
                    .append(terms.threshold())
                    .append(')');
            return;
        }
        if (comparison.lower()) {
            text.append(not).append("less than the lower thresholds ");
            edges(text, verdict.readings().lower(), speaking);
        }
        if (comparison.lower() && comparison.upper()) {
            text.append(" or ");
        }
        if (comparison.upper()) {
            text.append(not).append("greater than the upper thresholds ");
            edges(text, verdict.readings().upper(), speaking);
        }
    }

    private void minimum(StringBuilder text) {
        text.append(" (minimum ")
                .append(datapoints(terms.minimumFor(verdict.judgement().outcome())))
                .append(alarm ? " for OK -> ALARM transition)" : " for ALARM -> OK transition)");
    }

    private void points(StringBuilder text, int[] places) {
        String separator = "[";
        for (int i = 0; i < Math.min(places.length, NAMED); i++) {
            text.append(separator)
                    .append(verdict.readings().values()[places[i]])
                    .append(" (")
                    .append(TIME.format(Instant.ofEpochMilli(verdict.readings().timeOf(places[i]))))
                    .append(')');
            separator = ", ";
        }
        text.append(']');
    }

    private static void edges(StringBuilder text, double[] edge, int[] places) {
        String separator = "[";
        for (int i = 0; i < Math.min(places.length, NAMED); i++) {
            text.append(separator).append(edge[places[i]]);
            separator = ", ";
        }
        text.append(']');
    }

    private static String datapoints(int count) {
        return count + (count == 1 ? " datapoint" : " datapoints");
    }
}
