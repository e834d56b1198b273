package io.vaportrail.logs.insights.pattern;

import java.util.List;

/**
 * Something unusual that a pattern did.
 *
 * @param description what, in words
 * @param pattern the pattern with {@code <*>} for what changes
 * @param score how much it matters, from 0 to 1
 * @param millis when it began, in milliseconds since 1970
 * @param samples events of it
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CWL_QuerySyntax-Anomaly.html">anomaly</a>
 */
public record Anomaly(Kind kind, String description, String pattern, double score, long millis, List<Sample> samples) {
    private static final double HIGH = 0.5;
    private static final double MEDIUM = 0.25;

    /** The five types that AWS tells apart. */
    public enum Kind {
        NEW_PATTERN,
        PATTERN_FREQUENCY,
        HTTP_ERROR_CODE,
        TOKEN_VARIATION,
        NUMERICAL_TOKEN
    }

    /** {@code HIGH}, {@code MEDIUM} or {@code LOW}. */
    public String priority() {
        return score >= HIGH ? "HIGH" : score >= MEDIUM ? "MEDIUM" : "LOW";
    }
}
