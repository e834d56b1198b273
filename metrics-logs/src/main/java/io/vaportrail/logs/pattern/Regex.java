package io.vaportrail.logs.pattern;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.vaportrail.core.regex.LinearPatterns;

/** A regular expression of the small language that patterns allow, run by an engine that takes linear time. */
final class Regex {
    private static final String SYMBOLS = ":_#=@/;,-";
    private static final String OPERATORS = "^$?[]{}|\\*+.";

    /** Letters that mean something behind a backslash: digits, spaces, words, what is none of them, and hexadecimal codes. */
    private static final String CLASSES = "dDsSwWx";

    private final Pattern pattern;

    private Regex(Pattern pattern) {
        this.pattern = pattern;
    }

    static Regex of(String text, int position) throws PatternSyntax {
        if (text.isEmpty()) {
            throw new PatternSyntax("a regular expression", position);
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                escaped(text, ++i, position);
                continue;
            }
            boolean allowed = PatternScanner.isAlphanumeric(c)
                    || c == ' '
                    || SYMBOLS.indexOf(c) >= 0
                    || OPERATORS.indexOf(c) >= 0;
            if (!allowed) {
                throw new PatternSyntax("a character that regular expressions may have", position + i);
            }
        }
        try {
            return new Regex(LinearPatterns.compile(text));
        } catch (PatternSyntaxException e) {
            throw new PatternSyntax("a regular expression", position);
        }
    }

    /** What stands behind a backslash: a character class, or a sign that is meant as it stands. */
    private static void escaped(String text, int at, int position) throws PatternSyntax {
        char c = at < text.length() ? text.charAt(at) : PatternScanner.END;
        boolean sign = c > ' ' && c < 0x7f && !PatternScanner.isAlphanumeric(c);
        if (!sign && CLASSES.indexOf(c) < 0) {
            throw new PatternSyntax("a sign, or one of " + CLASSES + ", behind a backslash", position + at);
        }
    }

    /** Whether it is found anywhere in the text. */
    boolean finds(String text) {
        return pattern.matcher(text).find();
    }
}
