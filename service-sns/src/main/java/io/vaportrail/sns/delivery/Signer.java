package io.vaportrail.sns.delivery;

import io.vaportrail.core.http.HttpResponse;
import io.vaportrail.core.http.HttpRoutes;
import io.vaportrail.core.signing.SigningCertificate;
import io.vaportrail.core.signing.SigningCertificates;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Signature;
import java.util.Base64;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Signs messages, and serves the certificate that tells whether the signature is right. Key and certificate are made when the first
 * message is signed.
 *
 * @see <a href="https://docs.aws.amazon.com/sns/latest/dg/sns-verify-signature-of-message.html">Verifying the signatures of
 *     messages</a>
 */
public final class Signer {
    /** Whom the certificate names, as AWS's own. */
    static final String NAME = "sns.amazonaws.com";

    private static final int LINE = 64;
    private static final int PATH_BYTES = 16;

    private final SigningCertificates certificates;
    private final HttpRoutes routes;
    private volatile @Nullable Identity identity;

    private record Identity(SigningCertificate certificate, String path) {}

    /** A signer without a key. */
    public Signer(SigningCertificates certificates, HttpRoutes routes) {
        this.certificates = certificates;
        this.routes = routes;
    }

    /** The path of the certificate. */
    String certificatePath() {
        return identity().path();
    }

    /**
     * Signs a text. Takes about a millisecond.
     *
     * @param version {@code 2} for SHA-256, else SHA-1
     * @return the signature in base64
     */
    String sign(String text, String version) {
        try {
            Signature signature = Signature.getInstance(version.equals("2") ? "SHA256withRSA" : "SHA1withRSA");
            signature.initSign(identity().certificate().key());
            signature.update(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("signature: not made (expected: an RSA key)", e);
        }
    }

    private Identity identity() {
        Identity made = identity;
        return made != null ? made : make();
    }

    private synchronized Identity make() {
        Identity made = identity;
        if (made == null) {
            try {
                SigningCertificate certificate = certificates.issue(NAME);
                byte[] der = certificate.certificate().getEncoded();
                byte[] digest = MessageDigest.getInstance("SHA-256").digest(der);
                String path = "/SimpleNotificationService-" + HexFormat.of().formatHex(digest, 0, PATH_BYTES) + ".pem";
                made = new Identity(certificate, path);
                serve(path, der);
                identity = made;
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("signing certificate: not made (expected: an authority)", e);
            }
        }
        return made;
    }

    private void serve(String path, byte[] der) {
        String base64 = Base64.getMimeEncoder(LINE, new byte[] {'\n'}).encodeToString(der);
        String pem = "-----BEGIN CERTIFICATE-----\n" + base64 + "\n-----END CERTIFICATE-----\n";
        routes.add("GET", path, exchange -> exchange.respond(HttpResponse.text(200, "application/x-pem-file", pem)));
    }
}
