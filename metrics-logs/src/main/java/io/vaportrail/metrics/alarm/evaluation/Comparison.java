package io.vaportrail.metrics.alarm.evaluation;

import org.jspecify.annotations.Nullable;

/**
 * When a value is beyond the threshold, or outside the band.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html">PutMetricAlarm</a>
 */
public enum Comparison {
    /** At or above the threshold. */
    GREATER_OR_EQUAL("GreaterThanOrEqualToThreshold", "greater than or equal to", false),
    /** Above the threshold. */
    GREATER("GreaterThanThreshold", "greater than", false),
    /** Below the threshold. */
    LESS("LessThanThreshold", "less than", false),
    /** At or below the threshold. */
    LESS_OR_EQUAL("LessThanOrEqualToThreshold", "less than or equal to", false),
    /** Outside the band. */
    OUTSIDE("LessThanLowerOrGreaterThanUpperThreshold", "", true),
    /** Below the band. */
    BELOW("LessThanLowerThreshold", "", true),
    /** Above the band. */
    ABOVE("GreaterThanUpperThreshold", "", true);

    private final String text;
    private final String words;
    private final boolean band;

    Comparison(String text, String words, boolean band) {
        this.text = text;
        this.words = words;
        this.band = band;
    }

    /** As AWS writes it. */
    public String text() {
        return text;
    }

    /** In a reason, for example {@code greater than}. */
    String words() {
        return words;
    }

    /** Whether it compares with a band instead of a threshold. */
    public boolean band() {
        return band;
    }

    /** Whether it looks at the lower edge of a band. */
    boolean lower() {
        return this == OUTSIDE || this == BELOW;
    }

    /** Whether it looks at the upper edge of a band. */
    boolean upper() {
        return this == OUTSIDE || this == ABOVE;
    }

    /** Whether the value breaches: of a threshold, lower and upper are both the threshold. */
    public boolean breaches(double value, double lower, double upper) {
        return switch (this) {
            case GREATER_OR_EQUAL -> value >= upper;
            case GREATER, ABOVE -> value > upper;
            case LESS, BELOW -> value < lower;
            case LESS_OR_EQUAL -> value <= lower;
            case OUTSIDE -> value < lower || value > upper;
        };
    }

    /** The comparison that AWS writes so, or {@code null} when there is none. */
    public static @Nullable Comparison of(String text) {
        for (Comparison each : values()) {
            if (each.text.equals(text)) {
                return each;
            }
        }
        return null;
    }
}
