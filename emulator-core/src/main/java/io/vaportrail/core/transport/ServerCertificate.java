package io.vaportrail.core.transport;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;

/**
 * What the server shows over TLS.
 *
 * @param key the server's private key
 * @param chain the server's certificate first, that of its authority last
 */
public record ServerCertificate(PrivateKey key, List<X509Certificate> chain) {
    /** The certificate that clients must trust. */
    public X509Certificate authority() {
        return chain.get(chain.size() - 1);
    }
}
