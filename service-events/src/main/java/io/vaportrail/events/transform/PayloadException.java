package io.vaportrail.events.transform;

/** Nothing can be made of an event for a target; the message says why. */
public final class PayloadException extends Exception {
    private static final long serialVersionUID = 1L;

    PayloadException(String message) {
        super(message);
    }
}
