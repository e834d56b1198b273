package io.vaportrail.core.admin;

import io.vaportrail.core.http.HttpResponse;
import io.vaportrail.core.transport.CertificateSource;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;

/** Gives the certificate of the authority that clients must trust for HTTPS, in PEM (RFC 7468). */
final class AuthorityRoute {
    private static final int LINE = 64;

    private AuthorityRoute() {}

    static HttpResponse answer(CertificateSource certificates) throws GeneralSecurityException {
        byte[] der = certificates.certificate().authority().getEncoded();
        String base64 = Base64.getMimeEncoder(LINE, new byte[] {'\n'}).encodeToString(der);
        String pem = "-----BEGIN CERTIFICATE-----\n" + base64 + "\n-----END CERTIFICATE-----\n";
        return HttpResponse.of(200)
                .header("Content-Type", "application/x-pem-file")
                .body(pem.getBytes(StandardCharsets.US_ASCII));
    }
}
