package io.vaportrail.schema;

/** Where a REST protocol carries a top-level member; the other protocols carry every member in the body. */
public enum Location {
    /** The structured body. */
    BODY,
    /** The whole HTTP body is this member. */
    PAYLOAD,
    /** One header, named by {@link Member#locationName()}. */
    HEADER,
    /** All headers that start with the prefix {@link Member#locationName()}. */
    PREFIX_HEADERS,
    /** A label of the URI pattern, named by {@link Member#locationName()}. */
    LABEL,
    /** One query parameter, named by {@link Member#locationName()}. */
    QUERY,
    /** All query parameters, those included that a member of their own takes. */
    QUERY_PARAMS,
    /** The HTTP status code of a response. */
    STATUS_CODE;

    /** Whether a response carries the member in its body: it has neither path nor query string. */
    boolean isInResponseBody() {
        return this == BODY || this == LABEL || this == QUERY || this == QUERY_PARAMS;
    }
}
