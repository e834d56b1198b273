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
 * @param rootService the service on whose own account the first of all calls that led here was made, for example
 *     {@code cloudtrail.amazonaws.com} for all that a delivery sets off; {@code null} when it began outside
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
        @Nullable HttpRequest request,
        @Nullable String rootService) {

    /** A call that came over no wire. */
    public static CallOrigin within(String sourceIpAddress, @Nullable String userAgent, String baseUrl) {
        return new CallOrigin(sourceIpAddress, userAgent, null, baseUrl, null, null, 0, null, null, null);
    }

    /** The same over a wire. */
    public CallOrigin over(@Nullable WireProtocol wire, @Nullable String hostHeader, Origin.@Nullable Tls agreed) {
        return new CallOrigin(
                sourceIpAddress,
                userAgent,
                hostHeader,
                baseUrl,
                agreed,
                wire,
                depth,
                traceHeader,
                request,
                rootService);
    }

    /** The same so many calls deep. */
    public CallOrigin withDepth(int calls) {
        return new CallOrigin(
                sourceIpAddress, userAgent, host, baseUrl, tls, protocol, calls, traceHeader, request, rootService);
    }

    /** The same with a trace header. */
    public CallOrigin withTraceHeader(@Nullable String header) {
        return new CallOrigin(
                sourceIpAddress, userAgent, host, baseUrl, tls, protocol, depth, header, request, rootService);
    }
}
