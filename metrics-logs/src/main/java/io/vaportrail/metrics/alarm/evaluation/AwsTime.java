package io.vaportrail.metrics.alarm.evaluation;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How CloudWatch writes times in the JSON of alarms, and in sentences. */
public final class AwsTime {
    private static final DateTimeFormatter JSON = DateTimeFormatter.ofPattern(
                    "yyyy-MM-dd'T'HH:mm:ss.SSS'+0000'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private static final DateTimeFormatter SENTENCE = DateTimeFormatter.ofPattern(
                    "EEEE dd MMMM, yyyy HH:mm:ss 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private AwsTime() {}

    /** For example {@code 2026-02-18T16:41:38.351+0000}. */
    public static String json(long millis) {
        return JSON.format(Instant.ofEpochMilli(millis));
    }

    /** For example {@code Wednesday 10 November, 2021 02:45:55 UTC}. */
    public static String sentence(long millis) {
        return SENTENCE.format(Instant.ofEpochMilli(millis));
    }
}
