package io.vaportrail.core.protocol;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Percent-encoded text of paths, query strings and forms. */
public final class PercentCoding {
    private PercentCoding() {}

    /**
     * The text meant.
     *
     * @param plusIsSpace whether a plus sign stands for a space, as in query strings and forms, but not in paths
     * @return the text, or {@code null} when an escape is broken or the bytes are not UTF-8
     */
    public static @Nullable String decode(String text, boolean plusIsSpace) {
        int length = text.length();
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c == '%' || c == '+' && plusIsSpace || c >= 0x80) {
                return decodeBytes(text.getBytes(StandardCharsets.UTF_8), plusIsSpace);
            }
        }
        return text;
    }

    private static @Nullable String decodeBytes(byte[] bytes, boolean plusIsSpace) {
        int size = 0;
        for (int i = 0; i < bytes.length; i++) {
            byte b = bytes[i];
            if (b == '%') {
                int value = i + 2 < bytes.length ? hex(bytes[i + 1]) << 4 | hex(bytes[i + 2]) : -1;
                if (value < 0) {
                    return null;
                }
                b = (byte) value;
                i += 2;
            } else if (b == '+' && plusIsSpace) {
                b = ' ';
            }
            bytes[size++] = b;
        }
        return Utf8.decode(bytes, 0, size);
    }

    private static int hex(byte digit) {
        return Character.digit(digit, 16);
    }
}
