package io.vaportrail.trail.view;

/** A parameter that makes no sense; the message is one line for the user. */
final class TrailQueryException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TrailQueryException(String name, String value, String expected) {
        super(name + ": " + value + " (expected: " + expected + ")");
    }
}
