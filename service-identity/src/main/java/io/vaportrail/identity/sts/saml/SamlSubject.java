package io.vaportrail.identity.sts.saml;

import io.vaportrail.core.identity.Caller;
import io.vaportrail.identity.store.SamlProvider;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * Whom an assertion is about, as AWS tells them from subjects of the same name at other providers.
 *
 * @param provider who vouches for it
 * @param accountId the account that trusts it
 * @param nameQualifier a hash of issuer, account and provider
 * @param name the subject's name
 * @see <a href="https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithSAML.html">NameQualifier</a>
 */
record SamlSubject(SamlProvider provider, String accountId, String nameQualifier, String name) {
    static SamlSubject of(SamlAssertion assertion, SamlProvider provider, String accountId) {
        String hashed = assertion.issuer() + accountId + "/" + provider.name();
        return new SamlSubject(
                provider,
                accountId,
                Base64.getEncoder().encodeToString(sha1(hashed.getBytes(StandardCharsets.UTF_8))),
                assertion.subject());
    }

    String principalId() {
        return nameQualifier + ":" + name;
    }

    /** Who is recorded; the name qualifier stands for the provider. */
    Caller identity() {
        return new Caller(Caller.Type.SAML_USER, accountId, principalId(), nameQualifier, name, null, null, null);
    }

    private static byte[] sha1(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-1").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-1: missing (expected: in every Java runtime)", e);
        }
    }
}
