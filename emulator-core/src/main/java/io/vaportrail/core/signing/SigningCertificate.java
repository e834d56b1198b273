package io.vaportrail.core.signing;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;

/**
 * A key for signing messages, and what those who verify them need.
 *
 * @param key an RSA key of 2048 bits
 * @param certificate its certificate, issued by the emulator's own authority
 */
public record SigningCertificate(PrivateKey key, X509Certificate certificate) {}
