package io.vaportrail.identity.sts.saml;

import io.vaportrail.identity.store.SamlProvider;
import io.vaportrail.identity.sts.StsErrors;
import io.vaportrail.identity.sts.StsLimits;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Whether an assertion may be redeemed here and now.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_saml.html">Troubleshoot SAML federation</a>
 */
final class AssertionChecks {
    private static final Pattern AUDIENCE = Pattern.compile(
            "urn:amazon:webservices|https://(?:[a-z0-9-]+\\.)?signin\\.aws\\.amazon\\.com/(?:saml|static/saml-metadata\\.xml)"
                    + "(?:/acs/\\w+)?");

    private AssertionChecks() {}

    static void check(SamlAssertion assertion, SamlProvider provider, Instant now) {
        if (!issuers(provider).contains(assertion.issuer())) {
            throw StsErrors.invalidIdentityToken("Issuer not present in specified provider");
        }
        List<String> audiences = assertion.audiences();
        if (!audiences.isEmpty()
                && audiences.stream().noneMatch(one -> AUDIENCE.matcher(one).matches())) {
            throw StsErrors.invalidIdentityToken("Response does not contain the required audience");
        }
        Instant until = assertion.validUntil();
        boolean old = assertion.issuedAt().plus(StsLimits.ASSERTION_AGE).isBefore(now);
        if (old || (until != null && !now.isBefore(until))) {
            throw StsErrors.expiredToken("Token must be redeemed within 5 minutes of issuance");
        }
        if (assertion.issuedAt().minus(StsLimits.ASSERTION_AGE).isAfter(now)) {
            throw StsErrors.invalidIdentityToken("Token issuance is in the future");
        }
    }

    /** The entity ids in the provider's metadata. */
    private static List<String> issuers(SamlProvider provider) {
        SamlXml metadata = SamlXml.parse(provider.metadataDocument().getBytes(StandardCharsets.UTF_8));
        List<String> issuers = new ArrayList<>();
        if (metadata != null) {
            addIssuer(metadata, issuers);
            metadata.children("EntityDescriptor").forEach(entity -> addIssuer(entity, issuers));
        }
        return issuers;
    }

    private static void addIssuer(SamlXml entity, List<String> issuers) {
        String id = entity.attribute("entityID");
        if (id != null) {
            issuers.add(id);
        }
    }
}
