package io.vaportrail.logs.insights.engine;

/** A query has more to keep than there is memory for. */
public final class QueryTooLargeException extends RuntimeException {
    private static final long serialVersionUID = 1;

    QueryTooLargeException(long limitBytes) {
        super("query: keeps more than the " + limitBytes + " bytes that all queries may take"
                + " (expected: fewer groups, patterns or sorted rows)");
    }
}
