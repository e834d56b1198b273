package io.vaportrail.s3;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times in headers. */
public final class HttpDates {
    private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.US)
            .withZone(ZoneOffset.UTC);

    private HttpDates() {}

    /** A time as headers have it, for example {@code Tue, 06 May 2031 07:08:09 GMT}. */
    public static String format(Instant instant) {
        return FORMAT.format(instant);
    }
}
