package io.vaportrail.logs.insights.pattern;

/** Letters and digits of texts in UTF-8. */
final class Utf8Text {
    private static final int BYTES = 256;
    private static final int CONTINUATION = 0x80;
    private static final int CONTINUATION_MASK = 0xc0;
    private static final int LONGEST = 4;

    private static final boolean[] HEX = table("0123456789abcdefABCDEF");
    private static final boolean[] WORD = table("0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");

    private Utf8Text() {}

    private static boolean[] table(String characters) {
        boolean[] table = new boolean[BYTES];
        for (char c : characters.toCharArray()) {
            table[c] = true;
        }
        return table;
    }

    static boolean isHex(byte c) {
        return HEX[c & 0xff];
    }

    /** Whether the character that begins there is a letter or digit. */
    static boolean isOfWordFrom(byte[] text, int at, int end) {
        return text[at] >= 0 ? WORD[text[at]] : Character.isLetterOrDigit(character(text, at, end));
    }

    /** Whether the character that ends there is a letter or digit. */
    static boolean isOfWordBefore(byte[] text, int at, int start) {
        int from = at - 1;
        if (text[from] >= 0) {
            return WORD[text[from]];
        }
        while (from > start && at - from < LONGEST && (text[from] & CONTINUATION_MASK) == CONTINUATION) {
            from--;
        }
        return Character.isLetterOrDigit(character(text, from, at));
    }

    /** The character that begins there with a byte that is not ASCII; what is cut off is none that has letters or digits. */
    private static int character(byte[] text, int at, int end) {
        int first = text[at] & 0xff;
        int length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
        if (at + length > end) {
            return 0;
        }
        int character = first & (0xff >> (length + 1));
        for (int i = 1; i < length; i++) {
            character = (character << 6) | (text[at + i] & 0x3f);
        }
        return character;
    }
}
