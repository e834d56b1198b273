package io.vaportrail.logs.insights.language;

import java.util.Locale;

/**
 * A word, number, text or sign of a query.
 *
 * @param text its content: a text without quotes, a sign as it is
 */
record Token(Kind kind, String text, Span span) {
    /** What it is. */
    enum Kind {
        /** A keyword, function or field. */
        NAME,
        /** A field in backticks. */
        QUOTED_NAME,
        NUMBER,
        /** A number with a unit of time. */
        PERIOD,
        STRING,
        REGEX,
        SIGN,
        END
    }

    boolean is(String sign) {
        return kind == Kind.SIGN && text.equals(sign);
    }

    /** Keywords may be written in capitals. */
    boolean isWord(String word) {
        return kind == Kind.NAME && text.equalsIgnoreCase(word);
    }

    String lower() {
        return text.toLowerCase(Locale.ROOT);
    }

    /** What an error calls it. */
    String shown() {
        return kind == Kind.END ? "the end of the query" : "'" + text + "'";
    }
}
