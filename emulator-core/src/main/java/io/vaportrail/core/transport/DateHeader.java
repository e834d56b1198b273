package io.vaportrail.core.transport;

import io.vaportrail.core.protocol.Timestamps;
import io.vaportrail.core.time.MachineClock;
import io.vaportrail.schema.TimestampFormat;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * The line of the Date header, formatted once a second. It shows the machine's time: SDKs correct their clocks by it, and a
 * signature is made with the machine's time whatever the emulator's clock shows. Not formatted by Netty, which has the calendars of
 * all the world loaded for it.
 */
final class DateHeader {
    private static final long MILLIS_PER_SECOND = 1000;

    private final MachineClock clock;
    private volatile Line line = new Line(Long.MIN_VALUE, new byte[0]);

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Line(long second, byte[] bytes) {}

    DateHeader(MachineClock clock) {
        this.clock = clock;
    }

    /** The header with its line end; the bytes must not be changed. */
    byte[] bytes() {
        long second = Math.floorDiv(clock.millis(), MILLIS_PER_SECOND);
        Line current = line;
        if (current.second != second) {
            String text =
                    "Date: " + Timestamps.format(Instant.ofEpochSecond(second), TimestampFormat.HTTP_DATE) + "\r\n";
            current = new Line(second, text.getBytes(StandardCharsets.US_ASCII));
            line = current;
        }
        return current.bytes;
    }
}
