package io.vaportrail.app.cli;

/** Which calls are logged. */
public enum LogRequests {
    /** No call. */
    NONE,
    /** Calls that were refused or failed. */
    ERRORS,
    /** Every call. */
    ALL
}
