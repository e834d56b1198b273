package io.vaportrail.metrics.alarm.evaluation;

/**
 * What an evaluation found of one of several series.
 *
 * @param contributor the series
 * @param verdict what it says
 */
public record ContributorVerdict(Contributor contributor, Verdict verdict) {
    /** Why, in AWS's words. */
    public String reason() {
        return StateReason.ofContributor(verdict);
    }
}
