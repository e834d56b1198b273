package io.vaportrail.core.signing;

import java.security.GeneralSecurityException;

/** Issues keys with certificates for services that sign what they send. */
@FunctionalInterface
public interface SigningCertificates {
    /** Issues none. */
    SigningCertificates NONE = name -> {
        throw new GeneralSecurityException("certificate: none for " + name + " (expected: an authority)");
    };

    /**
     * A new key and its certificate. Takes long: belongs on the workers, once.
     *
     * @param name the common name, for example {@code sns.amazonaws.com}; the certificate holds for its subdomains as well
     * @throws GeneralSecurityException when none can be made
     */
    SigningCertificate issue(String name) throws GeneralSecurityException;
}
