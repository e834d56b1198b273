package io.vaportrail.app;

import io.vaportrail.core.http.HttpRequest;
import io.vaportrail.core.http.ListHeaders;
import io.vaportrail.core.http.Origin;
import java.nio.charset.StandardCharsets;

/** Requests written as they stand on the wire: request line without version, headers, an empty line, a body. */
final class RequestText {
    private RequestText() {}

    static HttpRequest parse(String text) {
        int headEnd = text.indexOf("\n\n");
        String head = headEnd < 0 ? text.strip() : text.substring(0, headEnd);
        String body = headEnd < 0 ? "" : text.substring(headEnd + 2).strip();
        String[] lines = head.split("\n", -1);
        String[] requestLine = lines[0].split(" ", 2);
        ListHeaders headers = new ListHeaders();
        for (int i = 1; i < lines.length; i++) {
            int colon = lines[i].indexOf(": ");
            headers.add(lines[i].substring(0, colon), lines[i].substring(colon + 2));
        }
        return request(requestLine[0], requestLine[1], headers, body.getBytes(StandardCharsets.UTF_8));
    }

    static HttpRequest request(String method, String uri, ListHeaders headers, byte[] body) {
        int mark = uri.indexOf('?');
        return new HttpRequest(
                method,
                mark < 0 ? uri : uri.substring(0, mark),
                mark < 0 ? null : uri.substring(mark + 1),
                headers,
                body,
                new Origin("127.0.0.1", null));
    }
}
