package io.vaportrail.core.transport;

/** A body that the server does not take. */
final class BodyException extends Exception {
    private static final long serialVersionUID = 1L;

    private final int status;

    private BodyException(int status, String message) {
        super(message, null, false, false);
        this.status = status;
    }

    static BodyException tooLarge(long limit) {
        return new BodyException(413, "The request body is too large: at most " + limit + " bytes are taken.");
    }

    static BodyException unreadable(String message) {
        return new BodyException(400, message);
    }

    static BodyException noRoom() {
        return new BodyException(
                503, "Too many large request bodies are coming in at the same time. Please try again.");
    }

    int status() {
        return status;
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
