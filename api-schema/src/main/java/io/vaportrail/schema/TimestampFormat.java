package io.vaportrail.schema;

/**
 * How a timestamp is written on the wire.
 *
 * @see <a href="https://smithy.io/2.0/spec/protocol-traits.html#timestampformat-trait">Smithy: timestampFormat</a>
 */
public enum TimestampFormat {
    /** RFC 3339 {@code date-time}, for example {@code 1985-04-12T23:20:50.520Z}. */
    DATE_TIME,
    /** Seconds since 1970-01-01T00:00:00Z, with an optional fraction. */
    EPOCH_SECONDS,
    /** IMF-fixdate of RFC 7231, for example {@code Tue, 29 Apr 2014 18:30:38 GMT}. */
    HTTP_DATE
}
