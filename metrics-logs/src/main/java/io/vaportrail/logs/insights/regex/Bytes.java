package io.vaportrail.logs.insights.regex;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Looks through bytes, eight at a time. */
public final class Bytes {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long SIGNS = 0x8080808080808080L;

    private Bytes() {}

    /** Whether no byte is negative. */
    static boolean isAscii(byte[] text, int from, int to) {
        int at = from;
        for (; at + Long.BYTES <= to; at += Long.BYTES) {
            if (((long) LONGS.get(text, at) & SIGNS) != 0) {
                return false;
            }
        }
        for (; at < to; at++) {
            if (text[at] < 0) {
                return false;
            }
        }
        return true;
    }

    /** Where the first of some bytes is that are found one behind the other, or -1; nothing is found at once. */
    public static int indexOf(byte[] text, int from, int to, byte[] wanted) {
        if (wanted.length == 0) {
            return from;
        }
        int last = to - wanted.length;
        int at = indexOf(text, from, last + 1, wanted[0]);
        while (at >= 0 && !Arrays.equals(text, at, at + wanted.length, wanted, 0, wanted.length)) {
            at = indexOf(text, at + 1, last + 1, wanted[0]);
        }
        return at;
    }

    private static int indexOf(byte[] text, int from, int to, byte wanted) {
        long pattern = ONES * (wanted & 0xff);
        int at = from;
        for (; at + Long.BYTES <= to; at += Long.BYTES) {
            long difference = (long) LONGS.get(text, at) ^ pattern;
            // The lowest byte that is zero keeps its sign here; only higher ones may be wrong.
            long zeros = (difference - ONES) & ~difference & SIGNS;
            if (zeros != 0) {
                return at + Long.numberOfTrailingZeros(zeros) / Byte.SIZE;
            }
        }
        for (; at < to; at++) {
            if (text[at] == wanted) {
                return at;
            }
        }
        return -1;
    }
}
