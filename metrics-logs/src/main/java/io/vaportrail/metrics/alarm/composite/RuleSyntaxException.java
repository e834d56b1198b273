package io.vaportrail.metrics.alarm.composite;

/** A rule that cannot be read; the message is AWS's. */
public final class RuleSyntaxException extends Exception {
    private static final long serialVersionUID = 1L;

    RuleSyntaxException(String message) {
        super(message);
    }
}
