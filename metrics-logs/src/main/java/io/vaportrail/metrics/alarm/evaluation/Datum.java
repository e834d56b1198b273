package io.vaportrail.metrics.alarm.evaluation;

/** What one period says. */
public enum Datum {
    /** There is data, within the threshold. */
    OK,
    /** There is data, beyond the threshold. */
    BREACHING,
    /** There is no data. */
    MISSING
}
