package io.vaportrail.conformance.smithy;

import io.vaportrail.schema.WireProtocol;
import org.junit.jupiter.api.function.Executable;

/**
 * One case of the suites.
 *
 * @param protocol under which it runs
 * @param kind what it is about
 * @param id the suite's name for it
 * @param check fails when the case does not hold
 */
record SuiteCase(WireProtocol protocol, Kind kind, String id, Executable check) {
    /** What a case is about. */
    enum Kind {
        /** A request decodes to parameters. */
        REQUEST,
        /** An output or error encodes to a response. */
        RESPONSE,
        /** A malformed request is refused. */
        MALFORMED_REQUEST
    }

    /** Tries the case; a failure names it, which the build's report does not. */
    void run() throws Throwable {
        try {
            check.execute();
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError(key() + ": " + e.getMessage(), e);
        }
    }

    /** As the skip list names it. */
    String key() {
        return protocol + " " + kind + " " + id;
    }
}
