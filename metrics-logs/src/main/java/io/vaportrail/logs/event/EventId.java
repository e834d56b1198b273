package io.vaportrail.logs.event;

import io.vaportrail.logs.store.EventCursor;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * Names an event for good: 56 digits, as AWS's, that sort by timestamp.
 *
 * @param timestamp when it happened, in milliseconds since 1970
 * @param streamNumber the number of its stream
 * @param ordinal its number in the stream
 */
public record EventId(long timestamp, long streamNumber, long ordinal) {
    private static final int DIGITS = 56;
    private static final int TIMESTAMP_SHIFT = 144;
    private static final int STREAM_SHIFT = 64;

    /** Of the event that a cursor stands on. */
    public static EventId of(EventCursor cursor) {
        return new EventId(cursor.timestamp(), cursor.stream().number(), cursor.ordinal());
    }

    /** Reads the digits, or gives {@code null} for anything else. */
    public static @Nullable EventId parse(String text) {
        BigInteger number = number(text);
        return number == null
                ? null
                : new EventId(
                        number.shiftRight(TIMESTAMP_SHIFT).longValue(),
                        number.shiftRight(STREAM_SHIFT).longValue(),
                        number.longValue());
    }

    static @Nullable BigInteger number(String digits) {
        if (digits.length() != DIGITS) {
            return null;
        }
        for (int i = 0; i < DIGITS; i++) {
            char c = digits.charAt(i);
            if (c < '0' || c > '9') {
                return null;
            }
        }
        return new BigInteger(digits);
    }

    static String digits(long high, BigInteger low) {
        String text =
                BigInteger.valueOf(high).shiftLeft(TIMESTAMP_SHIFT).or(low).toString();
        return "0".repeat(Math.max(0, DIGITS - text.length())) + text;
    }

    @Override
    public String toString() {
        return digits(
                timestamp,
                BigInteger.valueOf(streamNumber).shiftLeft(STREAM_SHIFT).or(BigInteger.valueOf(ordinal)));
    }
}
