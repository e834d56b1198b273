package io.vaportrail.logs.insights.engine;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * A time, which is shown as such and counts as a number of milliseconds.
 *
 * @param millis since 1970
 */
record Timestamp(long millis) {
    private static final DateTimeFormatter FORMAT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS", Locale.ROOT).withZone(ZoneOffset.UTC);

    @Override
    public String toString() {
        return FORMAT.format(Instant.ofEpochMilli(millis));
    }
}
