package io.vaportrail.metrics.search;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * The tokens of a name: its parts, cut where capitals, digits or other characters begin, and the whole without other characters;
 * all in lower case.
 *
 * @param whole letters and digits alone, for example {@code customcount1}
 * @param parts for example {@code custom}, {@code count}, {@code 1}
 */
record SearchTokens(String whole, List<String> parts) {
    static SearchTokens of(String text) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (!Character.isLetterOrDigit(character)) {
                close(part, parts);
                continue;
            }
            if (part.length() > 0 && begins(text, i)) {
                close(part, parts);
            }
            part.append(character);
        }
        close(part, parts);
        return new SearchTokens(String.join("", parts), parts);
    }

    private static void close(StringBuilder part, List<String> parts) {
        if (part.length() > 0) {
            parts.add(part.toString().toLowerCase(Locale.ROOT));
            part.setLength(0);
        }
    }

    /** Whether a part begins at a letter or digit that follows another. */
    private static boolean begins(String text, int at) {
        char before = text.charAt(at - 1);
        char here = text.charAt(at);
        if (Character.isDigit(here) != Character.isDigit(before)) {
            return true;
        }
        if (!Character.isUpperCase(here)) {
            return false;
        }
        boolean lowerNext = at + 1 < text.length() && Character.isLowerCase(text.charAt(at + 1));
        return !Character.isUpperCase(before) || lowerNext;
    }

    /** Whether what is looked for is the whole, a part, or several parts that follow each other. */
    boolean contains(SearchTokens wanted) {
        return whole.equals(wanted.whole) && !wanted.parts.isEmpty()
                || !wanted.parts.isEmpty() && Collections.indexOfSubList(parts, wanted.parts) >= 0;
    }
}
