package io.vaportrail.logs.insights.engine;

import java.nio.charset.StandardCharsets;

/** A text in UTF-8, where it lies. For one thread. */
final class Utf8 {
    private byte[] buffer = new byte[0];
    private int offset;
    private int length;

    /** From now on it is this text; the bytes must not change. */
    void set(byte[] newBuffer, int newOffset, int newLength) {
        buffer = newBuffer;
        offset = newOffset;
        length = newLength;
    }

    void set(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        set(bytes, 0, bytes.length);
    }

    byte[] buffer() {
        return buffer;
    }

    int offset() {
        return offset;
    }

    int length() {
        return length;
    }
}
