package io.vaportrail.core.random;

import java.nio.charset.StandardCharsets;

/** Random text over small alphabets. */
final class Alphabets {
    static final String UPPER_ALPHANUMERIC = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
    static final String ALPHANUMERIC = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    static final String HEX = "0123456789abcdef";

    private Alphabets() {}

    static String random(Ids ids, String alphabet, int length) {
        byte[] text = new byte[length];
        for (int i = 0; i < length; i++) {
            text[i] = (byte) alphabet.charAt(ids.below(alphabet.length()));
        }
        return new String(text, StandardCharsets.ISO_8859_1);
    }
}
