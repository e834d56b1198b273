package io.vaportrail.core.protection;

/** A policy names data that cannot be found. */
public final class DataIdentifierException extends Exception {
    private static final long serialVersionUID = 1;

    private final boolean known;

    DataIdentifierException(String message, boolean known) {
        super(message);
        this.known = known;
    }

    /** Whether AWS finds such data though it is not found here, because no form tells it from other text. */
    public boolean isKnownToAws() {
        return known;
    }
}
