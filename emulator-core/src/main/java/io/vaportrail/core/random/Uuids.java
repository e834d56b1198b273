package io.vaportrail.core.random;

import java.nio.charset.StandardCharsets;

/** Writes UUIDs as text; quicker than going through {@link java.util.UUID}. */
final class Uuids {
    private static final byte[] DIGITS = "0123456789abcdef".getBytes(StandardCharsets.ISO_8859_1);
    private static final int LENGTH = 36;

    private Uuids() {}

    static String format(long high, long low) {
        byte[] text = new byte[LENGTH];
        int at = 0;
        for (int shift = 60; shift >= 0; shift -= 4) {
            text[at++] = DIGITS[(int) (high >>> shift) & 0xF];
            if (shift == 32 || shift == 16) {
                text[at++] = '-';
            }
        }
        text[at++] = '-';
        for (int shift = 60; shift >= 0; shift -= 4) {
            text[at++] = DIGITS[(int) (low >>> shift) & 0xF];
            if (shift == 48) {
                text[at++] = '-';
            }
        }
        return new String(text, StandardCharsets.ISO_8859_1);
    }
}
