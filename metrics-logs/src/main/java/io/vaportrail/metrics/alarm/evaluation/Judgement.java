package io.vaportrail.metrics.alarm.evaluation;

/**
 * What the datapoints of an evaluation range mean for an alarm.
 *
 * <p>More periods are looked at than the alarm evaluates. When at least as many of them have data as it evaluates, the newest of
 * those decide, wherever they are. Otherwise all that there are count and the shortfall is filled as the treatment of missing data
 * says.
 *
 * @param outcome where the alarm goes
 * @param filled how many periods were filled in
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarms-and-missing-data.html">Configuring how
 *     CloudWatch alarms treat missing data</a>
 */
public record Judgement(Outcome outcome, int filled) {
    /** Where an alarm goes. */
    public enum Outcome {
        /** To OK. */
        OK,
        /** To ALARM. */
        ALARM,
        /** To INSUFFICIENT_DATA. */
        INSUFFICIENT_DATA,
        /** Nowhere. */
        KEEP
    }

    /**
     * Judges an evaluation range.
     *
     * @param range what each period says, oldest first; at least as many as are evaluated
     * @param evaluationPeriods how many are evaluated (N)
     * @param datapointsToAlarm how many of those must breach (M), at most as many
     */
    public static Judgement of(Datum[] range, int evaluationPeriods, int datapointsToAlarm, MissingData treatment) {
        int real = 0;
        int breaching = 0;
        int oldestBreaching = 0;
        for (int age = 1; age <= range.length && real < evaluationPeriods; age++) {
            Datum datum = range[range.length - age];
            if (datum != Datum.MISSING) {
                real++;
            }
            if (datum == Datum.BREACHING) {
                breaching++;
                oldestBreaching = age;
            }
        }
        int shortfall = evaluationPeriods - real;
        Outcome outcome =
                switch (treatment) {
                    case BREACHING -> alarmIf(breaching + shortfall >= datapointsToAlarm);
                    case NOT_BREACHING -> alarmIf(breaching >= datapointsToAlarm);
                    case MISSING, IGNORE ->
                        breaching >= datapointsToAlarm
                                ? Outcome.ALARM
                                : undecided(
                                        real,
                                        breaching,
                                        oldestBreaching >= datapointsToAlarm,
                                        treatment == MissingData.MISSING);
                };
        return new Judgement(outcome, shortfall);
    }

    private static Outcome alarmIf(boolean enough) {
        return enough ? Outcome.ALARM : Outcome.OK;
    }

    /**
     * Where too few points breach and the rest may be missing. A single point within the threshold makes it OK. Points that all
     * breach raise the alarm once the oldest of them is old enough that the alarm would have been raised, had they kept coming;
     * before that it is too early to say.
     */
    private static Outcome undecided(int real, int breaching, boolean oldEnough, boolean missing) {
        if (real > breaching) {
            return Outcome.OK;
        }
        if (!missing) {
            return Outcome.KEEP;
        }
        if (real == 0) {
            return Outcome.INSUFFICIENT_DATA;
        }
        return oldEnough ? Outcome.ALARM : Outcome.KEEP;
    }
}
