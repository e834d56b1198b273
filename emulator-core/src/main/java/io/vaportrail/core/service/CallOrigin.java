package io.vaportrail.core.service;

import io.vaportrail.core.http.HttpRequest;
import io.vaportrail.core.http.Origin;
import io.vaportrail.schema.WireProtocol;
import org.jspecify.annotations.Nullable;

/**
 * Whence a call came.
 *
 * @param sourceIpAddress the client's IP address, or the DNS name of the service that calls
 * @param userAgent as sent, or the DNS name of the service that calls, or {@code null}
 * @param host the Host header as sent, or {@code null} for a call within the process
 * @param baseUrl scheme and authority that addresses in answers start with, without a trailing slash
 * @param tls what was agreed on over TLS, or {@code null}
 * @param protocol the wire protocol, or {@code null} for a call within the process
 * @param depth how many calls within the process led to this one; 0 for a call from outside
 * @param traceHeader the X-Amzn-Trace-Id header as sent, or {@code null}
 * @param request the request as it came, for what no model describes, or {@code null} for a call within the process
 */
public record CallOrigin(
        String sourceIpAddress,
        @Nullable String userAgent,
        @Nullable String host,
        String baseUrl,
        Origin.@Nullable Tls tls,
        @Nullable WireProtocol protocol,
        int depth,
        @Nullable String traceHeader,
        @Nullable HttpRequest request) {

    /** A call of which no request is known. */
    public CallOrigin(
            String sourceIpAddress,
            @Nullable String userAgent,
            @Nullable String host,
            String baseUrl,
            Origin.@Nullable Tls tls,
            @Nullable WireProtocol protocol,
            int depth,
            @Nullable String traceHeader) {
        this(sourceIpAddress, userAgent, host, baseUrl, tls, protocol, depth, traceHeader, null);
    }

    /** A call without a trace header, of which no request is known. */
    public CallOrigin(
            String sourceIpAddress,
            @Nullable String userAgent,
            @Nullable String host,
            String baseUrl,
            Origin.@Nullable Tls tls,
            @Nullable WireProtocol protocol,
            int depth) {
        this(sourceIpAddress, userAgent, host, baseUrl, tls, protocol, depth, null, null);
    }
}
