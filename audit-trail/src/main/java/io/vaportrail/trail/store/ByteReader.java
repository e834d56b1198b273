package io.vaportrail.trail.store;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Reads what {@link ByteWriter} wrote. */
final class ByteReader {
    private final byte[] bytes;
    private int position;

    ByteReader(byte[] bytes, int position) {
        this.bytes = bytes;
        this.position = position;
    }

    int position() {
        return position;
    }

    void skip(int count) {
        position += count;
    }

    int readByte() {
        return bytes[position++];
    }

    boolean readBoolean() {
        return readByte() != 0;
    }

    int readInt() {
        int value = Bytes.getInt(bytes, position);
        position += Integer.BYTES;
        return value;
    }

    long readLong() {
        long value = Bytes.getLong(bytes, position);
        position += Long.BYTES;
        return value;
    }

    long readVarint() {
        long value = 0;
        for (int shift = 0; ; shift += 7) {
            int next = bytes[position++];
            value |= (long) (next & 0x7F) << shift;
            if (next >= 0) {
                return value;
            }
        }
    }

    long readSigned() {
        long value = readVarint();
        return (value >>> 1) ^ -(value & 1);
    }

    String readText() {
        int length = (int) readVarint();
        String text = new String(bytes, position, length, StandardCharsets.UTF_8);
        position += length;
        return text;
    }

    @Nullable String readOptional() {
        return readBoolean() ? readText() : null;
    }
}
