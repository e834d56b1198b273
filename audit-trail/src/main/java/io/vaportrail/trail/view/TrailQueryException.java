package io.vaportrail.trail.view;

/** A parameter that makes no sense; the message is one line for the user. */
final class TrailQueryException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private static final int LONGEST_QUOTE = 200;

    TrailQueryException(String name, String value, String expected) {
        super(printable(name) + ": " + printable(value) + " (expected: " + expected + ")", null, false, false);
    }

    /** A line stays one line, and a short one, whatever was sent. */
    static String printable(String text) {
        StringBuilder line = new StringBuilder();
        text.codePoints().limit(LONGEST_QUOTE).forEach(c -> line.appendCodePoint(Character.isISOControl(c) ? '?' : c));
        return text.codePointCount(0, text.length()) > LONGEST_QUOTE ? line + "…" : line.toString();
    }
}
