package io.vaportrail.app.cli;

/** A mistake on the command line or in a variable; the message is the one line that the user sees. */
public final class UsageException extends Exception {
    private static final long serialVersionUID = 1L;

    /** A mistake described in one line. */
    public UsageException(String line) {
        super(line.lines().findFirst().orElse(""), null, false, false);
    }
}
