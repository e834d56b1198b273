package io.vaportrail.conformance.smithy;

import io.vaportrail.core.http.HttpRequest;
import io.vaportrail.core.http.ListHeaders;
import io.vaportrail.core.http.Origin;
import io.vaportrail.schema.WireProtocol;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.smithy.protocoltests.traits.HttpMalformedRequestDefinition;
import software.amazon.smithy.protocoltests.traits.HttpRequestTestCase;

/** The requests that cases state. */
final class Requests {
    static final Origin ORIGIN = new Origin("127.0.0.1", null);

    private Requests() {}

    static HttpRequest of(WireProtocol protocol, HttpRequestTestCase test) {
        byte[] body = body(protocol, test.getBody().orElse(""));
        return of(test.getMethod(), test.getUri(), test.getQueryParams(), headers(test), body);
    }

    static HttpRequest of(WireProtocol protocol, HttpMalformedRequestDefinition request) {
        byte[] body = body(protocol, request.getBody().orElse(""));
        return of(request.getMethod(), request.expectUri(), request.getQueryParams(), request.getHeaders(), body);
    }

    /** Where the host says something of its own, as the bucket that stands in it, it is sent. */
    private static Map<String, String> headers(HttpRequestTestCase test) {
        Map<String, String> headers = new LinkedHashMap<>(test.getHeaders());
        test.getResolvedHost().ifPresent(host -> headers.put("Host", host));
        return headers;
    }

    private static HttpRequest of(
            String method, String uri, List<String> queryParams, Map<String, String> headers, byte[] body) {
        ListHeaders list = ListHeaders.of();
        headers.forEach(list::add);
        int query = uri.indexOf('?');
        String path = query < 0 ? uri : uri.substring(0, query);
        String stated = query < 0 ? "" : uri.substring(query + 1) + "&";
        return new HttpRequest(method, path, stated + String.join("&", queryParams), list, body, ORIGIN);
    }

    private static byte[] body(WireProtocol protocol, String stated) {
        return Bodies.bytes(stated, protocol == WireProtocol.RPC_V2_CBOR ? Bodies.CBOR : "");
    }
}
