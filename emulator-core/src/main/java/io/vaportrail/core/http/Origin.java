package io.vaportrail.core.http;

import org.jspecify.annotations.Nullable;

/**
 * The connection that a request came over.
 *
 * @param remoteAddress IP address of the client, without port or brackets
 * @param tls what was agreed on over TLS, or {@code null} on a plain connection
 */
public record Origin(String remoteAddress, @Nullable Tls tls) {
    /**
     * What client and server agreed on.
     *
     * @param version as CloudTrail writes it, for example {@code TLSv1.3}
     * @param cipherSuite for example {@code TLS_AES_128_GCM_SHA256}
     */
    public record Tls(String version, String cipherSuite) {}

    /** {@code https} over TLS, else {@code http}. */
    public String scheme() {
        return tls == null ? "http" : "https";
    }
}
