package io.vaportrail.core.protocol.cbor;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Writes CBOR items one after the other, in their shortest form but for floats, which keep their width. */
final class CborWriter {
    private byte[] out = new byte[512];
    private int size;

    byte[] toByteArray() {
        return Arrays.copyOf(out, size);
    }

    /** The head of an item: its major type and its value, length or count, taken as unsigned. */
    void head(int major, long argument) {
        int type = major << 5;
        if (argument < 0 || argument > 0xffff_ffffL) {
            fixed(type | 27, argument, 8);
        } else if (argument > 0xffff) {
            fixed(type | 26, argument, 4);
        } else if (argument > 0xff) {
            fixed(type | 25, argument, 2);
        } else if (argument > 23) {
            fixed(type | 24, argument, 1);
        } else {
            fixed(type | (int) argument, 0, 0);
        }
    }

    void integer(long value) {
        if (value < 0) {
            head(Cbor.NEGATIVE, -1 - value);
        } else {
            head(Cbor.UNSIGNED, value);
        }
    }

    void text(String text) {
        string(Cbor.TEXT, text.getBytes(StandardCharsets.UTF_8));
    }

    /** A string of bytes or of text in UTF-8. */
    void string(int major, byte[] bytes) {
        head(major, bytes.length);
        reserve(bytes.length);
        System.arraycopy(bytes, 0, out, size, bytes.length);
        size += bytes.length;
    }

    void single(float value) {
        fixed(Cbor.FLOAT, Float.floatToIntBits(value), 4);
    }

    void number(double value) {
        fixed(Cbor.DOUBLE, Double.doubleToLongBits(value), 8);
    }

    /** A value of one byte. */
    void simple(int initial) {
        fixed(initial, 0, 0);
    }

    private void fixed(int initial, long value, int width) {
        reserve(width + 1);
        out[size++] = (byte) initial;
        for (int shift = 8 * (width - 1); shift >= 0; shift -= 8) {
            out[size++] = (byte) (value >>> shift);
        }
    }

    private void reserve(int more) {
        if (out.length - size < more) {
            out = Arrays.copyOf(out, Math.max(out.length * 2, size + more));
        }
    }
}
