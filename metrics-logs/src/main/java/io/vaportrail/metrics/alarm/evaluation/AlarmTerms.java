package io.vaportrail.metrics.alarm.evaluation;

/**
 * On what terms a metric alarm is raised.
 *
 * @param source where its datapoints come from
 * @param periodSeconds how long a period is: 10, 20, 30 or a multiple of 60
 * @param evaluationPeriods how many periods are evaluated (N)
 * @param datapointsToAlarm how many of them must breach (M)
 * @param explicitDatapoints whether the alarm states M, which changes the words of its reasons
 * @param comparison when a value breaches
 * @param threshold what it is compared with; NaN when that is a band
 * @param missingData how periods without data count
 * @param ignoreLowSamples whether percentiles of too few values leave the alarm as it is
 */
public record AlarmTerms(
        MetricSource source,
        int periodSeconds,
        int evaluationPeriods,
        int datapointsToAlarm,
        boolean explicitDatapoints,
        Comparison comparison,
        double threshold,
        MissingData missingData,
        boolean ignoreLowSamples) {

    /** How many more periods are looked at than are evaluated. */
    public static final int EXTRA_PERIODS = 2;

    private static final int MINUTE = 60;
    private static final int HOUR = 3600;
    private static final int DAY = 86_400;
    private static final int HIGH_RESOLUTION_STEP = 10;

    /** Whether several series are watched one by one. */
    public boolean grouped() {
        return source instanceof MetricSource.Expressions expressions && expressions.grouped();
    }

    /** How many periods are looked at. */
    public int rangePeriods() {
        return evaluationPeriods + EXTRA_PERIODS;
    }

    /**
     * How often the alarm is evaluated, in seconds: every 10 with a period below a minute, every hour when it looks back over more
     * than a day, else every minute.
     */
    public int stepSeconds() {
        if (periodSeconds < MINUTE) {
            return HIGH_RESOLUTION_STEP;
        }
        return (long) periodSeconds * evaluationPeriods > DAY ? HOUR : MINUTE;
    }

    /** How many points within the threshold it takes to go to OK, or how many beyond it to go to ALARM. */
    int minimumFor(Judgement.Outcome outcome) {
        return switch (outcome) {
            case ALARM -> datapointsToAlarm;
            case OK -> evaluationPeriods - datapointsToAlarm + 1;
            default -> evaluationPeriods;
        };
    }
}
