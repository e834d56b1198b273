package io.vaportrail.trail.store;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Writes one record into an array that grows up to a limit. Past the limit nothing is written any more, only counted, so that a
 * part which is too large can be taken back and its size told.
 */
final class ByteWriter {
    private static final int INITIAL = 2048;

    /** A buffer that one large record has grown past this size is not kept for the next. */
    private static final int KEPT = 64 * 1024;

    private static final int LONG_BYTES = 8;
    private static final int MAX_VARINT_BYTES = 10;

    private byte[] buffer = new byte[INITIAL];
    private int position;
    private int limit = Integer.MAX_VALUE;
    private boolean overflowed;
    private long uncounted;

    /** Starts the next record. */
    void clear() {
        if (buffer.length > KEPT) {
            buffer = new byte[INITIAL];
        }
        position = 0;
        unlimited();
    }

    byte[] array() {
        return buffer;
    }

    int position() {
        return position;
    }

    /** From here on, no more than so many bytes are written. */
    void limitTo(int bytes) {
        limit = position + bytes;
        overflowed = false;
        uncounted = 0;
    }

    /** Ends the limit. */
    void unlimited() {
        limit = Integer.MAX_VALUE;
        overflowed = false;
        uncounted = 0;
    }

    /** Whether something did not fit since {@link #limitTo}. */
    boolean overflowed() {
        return overflowed;
    }

    /** How many bytes everything since the mark would have taken. */
    long sizeSince(int mark) {
        return position - mark + uncounted;
    }

    /** Takes back everything since the mark and ends the limit. */
    void rollback(int mark) {
        position = mark;
        unlimited();
    }

    void writeByte(int value) {
        if (room(1)) {
            buffer[position++] = (byte) value;
        }
    }

    void writeBoolean(boolean value) {
        writeByte(value ? 1 : 0);
    }

    void writeInt(int value) {
        if (room(Integer.BYTES)) {
            Bytes.putInt(buffer, position, value);
            position += Integer.BYTES;
        }
    }

    /** Sets the number at a position written before. */
    void patchInt(int at, int value) {
        Bytes.putInt(buffer, at, value);
    }

    void writeLong(long value) {
        if (room(LONG_BYTES)) {
            Bytes.putLong(buffer, position, value);
            position += LONG_BYTES;
        }
    }

    /** A number that is seldom large and never negative, seven bits a byte. */
    void writeVarint(long value) {
        if (room(MAX_VARINT_BYTES)) {
            putVarint(value);
        }
    }

    /** A number of either sign that is seldom large. */
    void writeSigned(long value) {
        writeVarint((value << 1) ^ (value >> 63));
    }

    /** A text in UTF-8 behind its length. */
    void writeText(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (room(bytes.length + MAX_VARINT_BYTES)) {
            putVarint(bytes.length);
            System.arraycopy(bytes, 0, buffer, position, bytes.length);
            position += bytes.length;
        }
    }

    /** A text that may be absent. */
    void writeOptional(@Nullable String text) {
        writeBoolean(text != null);
        if (text != null) {
            writeText(text);
        }
    }

    private void putVarint(long value) {
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            buffer[position++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        buffer[position++] = (byte) rest;
    }

    private boolean room(int bytes) {
        if (position + bytes <= buffer.length && position + bytes <= limit && !overflowed) {
            return true;
        }
        return makeRoom(bytes);
    }

    private boolean makeRoom(int bytes) {
        if (overflowed || position + bytes > limit) {
            overflowed = true;
            uncounted += bytes;
            return false;
        }
        buffer = Arrays.copyOf(buffer, Math.max(buffer.length * 2, position + bytes));
        return true;
    }
}
