package io.vaportrail.metrics.alarm.evaluation;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an evaluation found. Words are made only when they are asked for, since most evaluations change nothing.
 *
 * @param terms the alarm's terms
 * @param judgement where the alarm goes
 * @param readings what that rests on
 * @param data what each period of the readings says
 * @param sampleCounts how many values are behind each period, by its start; empty where unknown
 * @param queryMillis when it was evaluated
 */
@SuppressWarnings("ArrayRecordComponent") // handed over, never compared
public record Verdict(
        AlarmTerms terms,
        Judgement judgement,
        Readings readings,
        Datum[] data,
        Map<Long, Double> sampleCounts,
        long queryMillis) {

    /** The state that the alarm goes to, or {@code null} when it stays as it is. */
    public @Nullable String state() {
        return switch (judgement.outcome()) {
            case OK -> "OK";
            case ALARM -> "ALARM";
            case INSUFFICIENT_DATA -> "INSUFFICIENT_DATA";
            case KEEP -> null;
        };
    }

    /** Why, in AWS's words. */
    public String reason() {
        return StateReason.of(this);
    }

    /** What it rests on, as AWS's JSON. */
    public String reasonData() {
        return StateReasonData.of(this);
    }

    /** The places of the newest points with data that were evaluated, newest first. */
    int[] evaluated() {
        int[] places = new int[terms.evaluationPeriods()];
        int found = 0;
        for (int i = data.length - 1; i >= 0 && found < places.length; i--) {
            if (data[i] != Datum.MISSING) {
                places[found++] = i;
            }
        }
        return java.util.Arrays.copyOf(places, found);
    }

    /** The places of the evaluated points that speak for the state, newest first. */
    int[] speaking() {
        Datum wanted = judgement.outcome() == Judgement.Outcome.ALARM ? Datum.BREACHING : Datum.OK;
        return java.util.Arrays.stream(evaluated())
                .filter(place -> data[place] == wanted)
                .toArray();
    }
}
