package io.vaportrail.logs.insights.language;

import com.google.re2j.PatternSyntaxException;
import io.vaportrail.logs.insights.regex.QueryRegex;

/** Regular expressions, which run in linear time; those that could not are refused. */
final class Regexes {
    private Regexes() {}

    static QueryRegex compile(Token token) throws QuerySyntaxException {
        try {
            return QueryRegex.of(token.text());
        } catch (PatternSyntaxException e) {
            throw new QuerySyntaxException("invalid regular expression: " + e.getMessage(), token.span());
        }
    }
}
