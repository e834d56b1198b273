package io.vaportrail.core.admin;

/** A request for administration that cannot be followed; the message is the one line that the caller sees. */
final class AdminException extends Exception {
    private static final long serialVersionUID = 1L;

    AdminException(String line) {
        super(line, null, false, false);
    }

    String line() {
        return String.valueOf(getMessage());
    }
}
