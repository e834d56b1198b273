package io.vaportrail.trail.query;

import java.util.ArrayList;
import java.util.List;

/**
 * A pattern in which {@code *} stands for any text, also none. A backslash takes the meaning from the star or backslash after it.
 *
 * @param parts the texts between the stars, one more than there are stars
 */
record Wildcard(List<String> parts) {
    Wildcard {
        parts = List.copyOf(parts);
    }

    static Wildcard of(String pattern) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (c == '*') {
                parts.add(part.toString());
                part.setLength(0);
            } else {
                boolean escape = c == '\\' && i + 1 < pattern.length() && "*\\".indexOf(pattern.charAt(i + 1)) >= 0;
                part.append(escape ? pattern.charAt(++i) : c);
            }
        }
        parts.add(part.toString());
        return new Wildcard(parts);
    }

    /** Each part is taken where it comes first, which leaves the most for those after it. */
    boolean matches(String text) {
        String first = parts.get(0);
        int last = parts.size() - 1;
        if (last == 0) {
            return text.equals(first);
        }
        if (!text.startsWith(first)) {
            return false;
        }
        int from = first.length();
        for (int i = 1; i < last; i++) {
            int found = text.indexOf(parts.get(i), from);
            if (found < 0) {
                return false;
            }
            from = found + parts.get(i).length();
        }
        String end = parts.get(last);
        return text.length() - end.length() >= from && text.endsWith(end);
    }
}
