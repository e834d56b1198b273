package io.vaportrail.metrics.math;

/** What is wrong with an expression, in words for the caller. */
public final class MathException extends Exception {
    private static final long serialVersionUID = 1L;

    /** A complaint. */
    public MathException(String message) {
        super(message);
    }

    /** The words. */
    public String text() {
        return String.valueOf(getMessage());
    }
}
