package io.vaportrail.logs.pattern;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;

/** A regular expression of the small language that patterns allow, run by an engine that takes linear time. */
final class Regex {
    private static final String SYMBOLS = ":_#=@/;,-";
    private static final String OPERATORS = "^$?[]{}|\\*+.";

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
            boolean escaped = i > 0 && text.charAt(i - 1) == '\\';
            boolean allowed = PatternScanner.isAlphanumeric(c)
                    || c == ' '
                    || SYMBOLS.indexOf(c) >= 0
                    || OPERATORS.indexOf(c) >= 0
                    || escaped && c < 0x7f && c > ' ';
            if (!allowed) {
                throw new PatternSyntax("a character that regular expressions may have", position + i);
            }
        }
        try {
            return new Regex(Pattern.compile(text));
        } catch (PatternSyntaxException e) {
            throw new PatternSyntax("a regular expression", position);
        }
    }

    /** Whether it is found anywhere in the text. */
    boolean finds(String text) {
        return pattern.matcher(text).find();
    }
}
