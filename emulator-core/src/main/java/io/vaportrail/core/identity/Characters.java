package io.vaportrail.core.identity;

/** What texts in requests consist of. Looked at in every request, hence in plain loops. */
final class Characters {
    private Characters() {}

    /** Whether all are between these, inclusive. */
    static boolean within(String text, char first, char last) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < first || text.charAt(i) > last) {
                return false;
            }
        }
        return true;
    }

    /** Whether all are digits. */
    static boolean digits(String text) {
        return within(text, '0', '9');
    }

    /** Whether all are digits, letters of one case, which starts with {@code a}, or {@code other}. */
    static boolean digitsAndLetters(String text, char a, char other) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean fits = c >= a && c < a + 26 || c >= '0' && c <= '9' || c == other;
            if (!fits) {
                return false;
            }
        }
        return true;
    }
}
