package io.vaportrail.testkit;

/** The emulator could not be asked, or refused what it was asked outside of AWS's protocols. */
public final class VaportrailException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** With what was asked and what came of it. */
    public VaportrailException(String message) {
        super(message);
    }

    /** With what was asked and why it failed. */
    public VaportrailException(String message, Throwable cause) {
        super(message, cause);
    }
}
