package io.vaportrail.core.transport;

import java.security.GeneralSecurityException;

/** Where the server's certificate comes from; asked when the first client speaks TLS, or asks for the authority. */
@FunctionalInterface
public interface CertificateSource {
    /**
     * The certificate, the same at every call. May take long; safe for any thread.
     *
     * @throws GeneralSecurityException when none can be made
     */
    ServerCertificate certificate() throws GeneralSecurityException;
}
