package io.vaportrail.logs.event;

import io.vaportrail.logs.LogsErrors;
import io.vaportrail.logs.LogsLimits;
import io.vaportrail.logs.store.LogStream;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * A place between two events of a stream, and which way to go from there: {@code f/…/s} to later events, {@code b/…/s} to earlier
 * ones.
 *
 * @param forward which way
 * @param timestamp of the event behind the place, in milliseconds since 1970
 * @param ordinal of that event
 */
record StreamToken(boolean forward, long timestamp, long ordinal) {
    private static final int STREAM_SHIFT = 104;
    private static final int ISSUED_SHIFT = 64;
    private static final long FORTY_BITS = (1L << 40) - 1;
    private static final int MILLIS = 1000;
    private static final String END = "/s";

    String text(LogStream stream, long nowMillis) {
        BigInteger low = BigInteger.valueOf(stream.number() & FORTY_BITS)
                .shiftLeft(STREAM_SHIFT)
                .or(BigInteger.valueOf(nowMillis / MILLIS).shiftLeft(ISSUED_SHIFT))
                .or(BigInteger.valueOf(ordinal));
        return (forward ? "f/" : "b/") + EventId.digits(timestamp, low) + END;
    }

    /**
     * Reads a token.
     *
     * @throws io.vaportrail.schema.ServiceException when it is none, or too old, or another stream's
     */
    static StreamToken parse(String text, LogStream stream, long nowMillis) {
        boolean forward = text.startsWith("f/");
        if (!forward && !text.startsWith("b/") || !text.endsWith(END) || text.length() < 2 * END.length()) {
            throw LogsErrors.invalidToken();
        }
        @Nullable BigInteger number = EventId.number(text.substring(2, text.length() - END.length()));
        if (number == null || (number.shiftRight(STREAM_SHIFT).longValue() & FORTY_BITS) != stream.number()) {
            throw LogsErrors.invalidToken();
        }
        long issued = number.shiftRight(ISSUED_SHIFT).longValue() & FORTY_BITS;
        if (nowMillis / MILLIS - issued > LogsLimits.TOKEN_LIFE.toSeconds()) {
            throw LogsErrors.invalidToken();
        }
        return new StreamToken(forward, number.shiftRight(STREAM_SHIFT + 40).longValue(), number.longValue());
    }

    /** Whether an event lies behind the place. */
    boolean isBefore(long otherTimestamp, long otherOrdinal) {
        return otherTimestamp > timestamp || otherTimestamp == timestamp && otherOrdinal >= ordinal;
    }
}
