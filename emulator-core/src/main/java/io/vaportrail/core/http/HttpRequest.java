package io.vaportrail.core.http;

import org.jspecify.annotations.Nullable;

/**
 * A whole request. The body is complete, decompressed and unchunked, and within the server's limit.
 *
 * @param method in upper case, for example {@code POST}
 * @param path as sent, still percent-encoded, without the query
 * @param query as sent, without the question mark, or {@code null}
 * @param headers the headers
 * @param body the bytes; they must not be changed
 * @param origin where it came from
 */
@SuppressWarnings("ArrayRecordComponent") // the bytes are shared, not copied: a body may be a megabyte
public record HttpRequest(
        String method, String path, @Nullable String query, Headers headers, byte[] body, Origin origin) {

    /** The first value of a header, or {@code null}. */
    public @Nullable String header(String name) {
        return headers.first(name);
    }
}
