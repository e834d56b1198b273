package io.vaportrail.metrics.search;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * The tokens of a name: its parts, cut where capitals, digits or other characters begin, and the whole without other characters.
 *
 * @param whole letters and digits alone in lower case, for example {@code customcount1}
 * @param parts in lower case, for example {@code custom}, {@code count}, {@code 1}
 * @param written the parts as they were written
 * @param delimited whether other characters stand between parts
 */
record SearchTokens(String whole, List<String> parts, List<String> written, boolean delimited) {
    static SearchTokens of(String text) {
        List<String> written = new ArrayList<>();
        boolean delimited = false;
        StringBuilder part = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (!Character.isLetterOrDigit(character)) {
                close(part, written);
                delimited = true;
                continue;
            }
            if (part.length() > 0 && begins(text, i)) {
                close(part, written);
            }
            part.append(character);
        }
        close(part, written);
        List<String> parts =
                written.stream().map(each -> each.toLowerCase(Locale.ROOT)).toList();
        return new SearchTokens(String.join("", parts), parts, written, delimited);
    }

    private static void close(StringBuilder part, List<String> written) {
        if (part.length() > 0) {
            written.add(part.toString());
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

    /**
     * Whether what is looked for is the whole, a part, or several parts that follow each other. The case of letters counts for
     * several parts that are written as one word.
     */
    boolean contains(SearchTokens wanted) {
        if (wanted.parts.isEmpty()) {
            return false;
        }
        boolean composite = wanted.parts.size() > 1 && !wanted.delimited;
        return whole.equals(wanted.whole)
                || (composite
                        ? Collections.indexOfSubList(written, wanted.written) >= 0
                        : Collections.indexOfSubList(parts, wanted.parts) >= 0);
    }
}
