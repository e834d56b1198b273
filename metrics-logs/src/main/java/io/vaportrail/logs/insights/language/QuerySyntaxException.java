package io.vaportrail.logs.insights.language;

/** A text is not a query, or one that asks for what there is not. */
public final class QuerySyntaxException extends Exception {
    private static final long serialVersionUID = 1L;

    private final int start;
    private final int end;

    /** An error at a place. */
    public QuerySyntaxException(String message, Span span) {
        super(message);
        this.start = span.start();
        this.end = span.end();
    }

    /** Where the wrong part begins and ends. */
    public Span span() {
        return new Span(start, end);
    }
}
