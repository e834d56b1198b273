package io.vaportrail.core.policy;

/**
 * Matching with wildcards. A pattern is a sequence of character codes and the two wildcards, so that characters which came out
 * of a variable are never taken for wildcards. Takes time proportional to pattern times text at worst, whatever they are.
 */
final class Glob {
    /** Any number of characters. */
    static final int ANY = -1;

    /** One character. */
    static final int ONE = -2;

    private Glob() {}

    static boolean matches(int[] pattern, CharSequence text, boolean ignoreCase) {
        int p = 0;
        int t = 0;
        int lastAny = -1;
        int resumeAt = 0;
        while (t < text.length()) {
            if (p < pattern.length && pattern[p] == ANY) {
                lastAny = p++;
                resumeAt = t;
            } else if (p < pattern.length && matchesOne(pattern[p], text.charAt(t), ignoreCase)) {
                p++;
                t++;
            } else if (lastAny >= 0) {
                p = lastAny + 1;
                t = ++resumeAt;
            } else {
                return false;
            }
        }
        while (p < pattern.length && pattern[p] == ANY) {
            p++;
        }
        return p == pattern.length;
    }

    private static boolean matchesOne(int code, char c, boolean ignoreCase) {
        return code == ONE || code == c || (ignoreCase && code >= 0 && fold((char) code) == fold(c));
    }

    private static char fold(char c) {
        return Character.toLowerCase(Character.toUpperCase(c));
    }
}
