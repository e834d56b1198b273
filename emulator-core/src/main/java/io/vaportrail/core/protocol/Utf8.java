package io.vaportrail.core.protocol;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Well-formed UTF-8 as RFC 3629 has it: the shortest form, no surrogates, nothing beyond U+10FFFF. */
public final class Utf8 {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long HIGH_BITS = 0x8080_8080_8080_8080L;
    private static final long LOW_BITS = 0x0101_0101_0101_0101L;

    private Utf8() {}

    /** Whether the bytes from an index to another, exclusive, are well formed. */
    public static boolean isWellFormed(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to) {
            if (bytes[at] >= 0) {
                at = skipAscii(bytes, at, to);
            } else {
                int length = sequenceLength(bytes, at, to);
                if (length == 0) {
                    return false;
                }
                at += length;
            }
        }
        return true;
    }

    /** The text, or {@code null} when the bytes are not well formed. */
    public static @Nullable String decode(byte[] bytes, int from, int to) {
        return isWellFormed(bytes, from, to) ? new String(bytes, from, to - from, StandardCharsets.UTF_8) : null;
    }

    /** Whether an ASCII character directly before another may be among the bytes: seldom they are said to be and are not. */
    public static boolean mayContain(byte[] bytes, char first, char second) {
        int at = 0;
        for (; at + Long.BYTES <= bytes.length; at += Long.BYTES - 1) {
            long eight = (long) LONGS.get(bytes, at);
            if ((placesOf(first, eight) & placesOf(second, eight) >>> Byte.SIZE) != 0) {
                return true;
            }
        }
        while (at + 1 < bytes.length && (bytes[at] != first || bytes[at + 1] != second)) {
            at++;
        }
        return at + 1 < bytes.length;
    }

    /** The high bit of each of eight bytes that is the character, and perhaps of some after such a one. */
    private static long placesOf(char ascii, long eight) {
        long difference = eight ^ LOW_BITS * ascii;
        return (difference - LOW_BITS) & ~difference & HIGH_BITS;
    }

    /** Whether the text has half of a surrogate pair without the other, which UTF-8 cannot carry. */
    public static boolean hasLoneSurrogate(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isSurrogate(c)) {
                if (Character.isLowSurrogate(c)
                        || i + 1 == text.length()
                        || !Character.isLowSurrogate(text.charAt(i + 1))) {
                    return true;
                }
                i++;
            }
        }
        return false;
    }

    private static int skipAscii(byte[] bytes, int from, int to) {
        int at = from;
        while (at + Long.BYTES <= to && ((long) LONGS.get(bytes, at) & HIGH_BITS) == 0) {
            at += Long.BYTES;
        }
        while (at < to && bytes[at] >= 0) {
            at++;
        }
        return at;
    }

    /** The length of the sequence that starts here, or 0 when it is broken. */
    private static int sequenceLength(byte[] bytes, int at, int to) {
        int first = bytes[at] & 0xff;
        int length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
        if (first < 0xc2 || first > 0xf4 || at + length > to) {
            return 0;
        }
        int second = bytes[at + 1] & 0xff;
        int low = first == 0xe0 ? 0xa0 : first == 0xf0 ? 0x90 : 0x80;
        int high = first == 0xed ? 0x9f : first == 0xf4 ? 0x8f : 0xbf;
        if (second < low || second > high) {
            return 0;
        }
        for (int i = 2; i < length; i++) {
            if ((bytes[at + i] & 0xc0) != 0x80) {
                return 0;
            }
        }
        return length;
    }
}
