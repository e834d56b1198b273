package io.vaportrail.logs.insights.language;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;

/** Regular expressions, which run in linear time; those that could not are refused. */
final class Regexes {
    private Regexes() {}

    static Pattern compile(Token token) throws QuerySyntaxException {
        try {
            return Pattern.compile(token.text());
        } catch (PatternSyntaxException e) {
            throw new QuerySyntaxException("invalid regular expression: " + e.getMessage(), token.span());
        }
    }
}
