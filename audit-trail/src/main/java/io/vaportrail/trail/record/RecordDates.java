package io.vaportrail.trail.record;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times inside parameters: the English of the United States, to the second, in universal time. */
public enum RecordDates {
    /** {@code Jul 10, 2023, 12:31:14 PM}: STS, KMS, Secrets Manager, SSM, CloudWatch, and assumed for the rest. */
    WITH_COMMA("MMM d, yyyy, h:mm:ss a"),
    /** {@code Jul 10, 2023 12:09:21 PM}: IAM. */
    WITHOUT_COMMA("MMM d, yyyy h:mm:ss a");

    private final DateTimeFormatter formatter;

    RecordDates(String pattern) {
        this.formatter = DateTimeFormatter.ofPattern(pattern, Locale.US).withZone(ZoneOffset.UTC);
    }

    /** The time as a record's parameters show it. */
    public String format(long epochSecond) {
        return formatter.format(Instant.ofEpochSecond(epochSecond));
    }
}
