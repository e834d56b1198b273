package io.vaportrail.core.json;

/** Text that is not JSON; the message says what is wrong with it and where, in the words of the parser that AWS uses as well. */
public final class JsonSyntaxException extends Exception {
    private static final long serialVersionUID = 1L;

    JsonSyntaxException(String message) {
        super(message);
    }

    /** What is wrong, and where. */
    public String text() {
        return String.valueOf(getMessage());
    }
}
