package io.vaportrail.core.policy;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * Dates as conditions hold them: the W3C forms of ISO 8601, or seconds since 1970.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_Date">Date
 *     condition operators</a>
 */
final class PolicyDate {
    private static final int YEAR = 4;
    private static final int YEAR_MONTH = 7;
    private static final int DATE = 10;
    private static final int MAX_EPOCH_DIGITS = 12;

    private PolicyDate() {}

    /** The moment, or {@code null} when the text is none. */
    static @Nullable Instant parse(String text) {
        try {
            if (text.length() > YEAR && text.length() <= MAX_EPOCH_DIGITS && isDigits(text)) {
                return Instant.ofEpochSecond(Long.parseLong(text));
            }
            return switch (text.length()) {
                case YEAR -> day(text + "-01-01");
                case YEAR_MONTH -> day(text + "-01");
                case DATE -> day(text);
                default -> OffsetDateTime.parse(text).toInstant();
            };
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static Instant day(String text) {
        return LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static boolean isDigits(String text) {
        return text.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
