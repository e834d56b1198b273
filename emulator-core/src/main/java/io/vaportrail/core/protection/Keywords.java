package io.vaportrail.core.protection;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Words of which one must be near data for it to count, whatever their case; a space in them can be left out or be {@code _} or
 * {@code -}.
 *
 * @see <a href="https://docs.aws.amazon.com/macie/latest/user/managed-data-identifiers-keywords.html">Keyword requirements</a>
 */
final class Keywords {
    /** How many characters may be between a word and the data. */
    private static final int REACH = 30;

    private final Pattern words;

    Keywords(Collection<String> words) {
        List<String> forms = new ArrayList<>();
        for (String word : words) {
            String quoted = Pattern.quote(word).replace(" ", "[ _-]?");
            forms.add(edge(word.charAt(0)) + quoted + edge(word.charAt(word.length() - 1)));
        }
        this.words = Pattern.compile("(?i)(?:" + String.join("|", forms) + ")");
    }

    /** A word that begins or ends with a letter or digit must begin or end a word. */
    private static String edge(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' ? "\\b" : "";
    }

    /** Where the words are in a text. */
    Places places(String text) {
        List<Detection> found = new ArrayList<>();
        Matcher matcher = words.matcher(text);
        while (matcher.find()) {
            found.add(new Detection(matcher.start(), matcher.end()));
        }
        return new Places(found);
    }

    /**
     * Where the words are in a text.
     *
     * @param all in order; no two overlap
     */
    record Places(List<Detection> all) {
        /** Whether one is near a place. */
        boolean isNear(int start, int end) {
            int low = 0;
            int high = all.size();
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (all.get(middle).end() <= start) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            boolean before = low > 0 && start - all.get(low - 1).end() <= REACH;
            int next = low;
            while (next < all.size() && all.get(next).start() < end) {
                next++;
            }
            return before || next < all.size() && all.get(next).start() - end <= REACH;
        }
    }
}
