package io.vaportrail.core.transport;

import io.netty.handler.codec.DateFormatter;
import io.vaportrail.core.time.MachineClock;
import java.nio.charset.StandardCharsets;
import java.util.Date;

/**
 * The line of the Date header, formatted once a second. It shows the machine's time: SDKs correct their clocks by it, and a
 * signature is made with the machine's time whatever the emulator's clock shows.
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
            String text = "Date: " + DateFormatter.format(new Date(second * MILLIS_PER_SECOND)) + "\r\n";
            current = new Line(second, text.getBytes(StandardCharsets.US_ASCII));
            line = current;
        }
        return current.bytes;
    }
}
