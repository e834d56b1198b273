package io.vaportrail.core.http.client;

import java.net.URI;
import java.time.Duration;
import java.util.List;

/**
 * A request to send by POST.
 *
 * @param uri {@code http} or {@code https}, with a host
 * @param headers in the order to send them in; not {@code Host} or {@code Content-Length}
 * @param body the bytes; they must not be changed
 * @param timeout how long the whole answer may take, in the machine's time
 */
@SuppressWarnings("ArrayRecordComponent") // the bytes are shared, not copied
public record HttpCall(URI uri, List<Header> headers, byte[] body, Duration timeout) {
    /**
     * A header.
     *
     * @param name its name
     * @param value its value, without control characters
     */
    public record Header(String name, String value) {}
}
