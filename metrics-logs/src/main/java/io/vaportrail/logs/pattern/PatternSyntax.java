package io.vaportrail.logs.pattern;

/** A text is not a pattern. */
final class PatternSyntax extends Exception {
    private static final long serialVersionUID = 1L;

    PatternSyntax(String expected, int position) {
        super("expected " + expected + " at position " + position);
    }
}
