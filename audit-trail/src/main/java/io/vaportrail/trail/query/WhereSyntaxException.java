package io.vaportrail.trail.query;

/** A query that makes no sense. The message is one line for the user and says where, counting characters from 1. */
public final class WhereSyntaxException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private static final int LONGEST_QUOTE = 60;

    private final int position;

    WhereSyntaxException(int position, String found, String expected) {
        super(
                "where, character " + position + ": " + printable(found) + " (expected: " + expected + ")",
                null,
                false,
                false);
        this.position = position;
    }

    /** Where the fault is, counted in UTF-16 characters from 1. */
    public int position() {
        return position;
    }

    private static String printable(String text) {
        StringBuilder line = new StringBuilder();
        text.codePoints()
                .limit(LONGEST_QUOTE)
                .forEach(c -> line.appendCodePoint(Character.isISOControl(c) || !Character.isDefined(c) ? '?' : c));
        return text.codePointCount(0, text.length()) > LONGEST_QUOTE ? line + "…" : line.toString();
    }
}
