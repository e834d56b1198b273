package io.vaportrail.trail.query;

import java.util.Locale;

/**
 * A word of a query.
 *
 * @param kind what it is
 * @param text what it says: a text without quotes, everything else as written
 * @param position where it begins, from 1
 */
record Token(Kind kind, String text, int position) {
    /** The kinds of words. */
    enum Kind {
        /** A name or keyword. */
        NAME,
        /** A quoted text. */
        TEXT,
        /** A number. */
        NUMBER,
        /** An operator, bracket, comma or dot. */
        SYMBOL,
        /** The end of the query. */
        END
    }

    boolean isSymbol(String symbol) {
        return kind == Kind.SYMBOL && text.equals(symbol);
    }

    boolean isKeyword(String keyword) {
        return kind == Kind.NAME && text.toLowerCase(Locale.ROOT).equals(keyword);
    }

    WhereSyntaxException unexpected(String expected) {
        String found =
                switch (kind) {
                    case END -> "the end";
                    case TEXT -> "'" + text + "'";
                    default -> text;
                };
        return new WhereSyntaxException(position, found, expected);
    }
}
