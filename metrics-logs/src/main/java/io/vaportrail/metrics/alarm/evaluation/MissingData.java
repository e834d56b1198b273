package io.vaportrail.metrics.alarm.evaluation;

import org.jspecify.annotations.Nullable;

/**
 * How periods without data count.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarms-and-missing-data.html">Configuring how
 *     CloudWatch alarms treat missing data</a>
 */
public enum MissingData {
    /** They say nothing; when nothing else is there, the alarm goes to INSUFFICIENT_DATA. The default. */
    MISSING("missing"),
    /** They say nothing; when nothing else decides, the alarm stays as it is. */
    IGNORE("ignore"),
    /** They count as beyond the threshold. */
    BREACHING("breaching"),
    /** They count as within the threshold. */
    NOT_BREACHING("notBreaching");

    private final String text;

    MissingData(String text) {
        this.text = text;
    }

    /** As AWS writes it. */
    public String text() {
        return text;
    }

    /** The treatment that AWS writes so, or {@code null} when there is none. */
    public static @Nullable MissingData of(String text) {
        for (MissingData each : values()) {
            if (each.text.equals(text)) {
                return each;
            }
        }
        return null;
    }
}
