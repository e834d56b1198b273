package io.vaportrail.identity.sts.saml;

import io.vaportrail.identity.sts.StsErrors;
import io.vaportrail.identity.sts.role.RoleDuration;
import io.vaportrail.identity.sts.session.SessionTags;
import io.vaportrail.model.sts.AssumeRoleWithSAMLRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The session that an assertion and its bearer ask for together.
 *
 * @param sessionName its name
 * @param seconds how long it lasts: the shorter of what the two ask for
 * @param tags its tags
 * @param sourceIdentity who is behind it, or {@code null}
 */
record SamlRequest(
        String sessionName,
        int seconds,
        SessionTags tags,
        @Nullable String sourceIdentity) {
    private static final Pattern NAME = Pattern.compile("[a-zA-Z_0-9+=,.@-]{2,64}");
    private static final int MIN_SECONDS = 900;
    private static final int MAX_SECONDS = 43_200;

    static SamlRequest of(SamlAssertion assertion, AssumeRoleWithSAMLRequest input, Instant now) {
        if (!assertion.names(input.roleArn(), input.principalArn())) {
            throw StsErrors.invalidIdentityToken(
                    "SAML Assertion doesn't contain the requested Role and Metadata in the attributes");
        }
        return new SamlRequest(
                sessionName(assertion),
                seconds(assertion, input, now),
                SessionTags.of(assertion.principalTags(), assertion.values("TransitiveTagKeys"), null),
                sourceIdentity(assertion));
    }

    private static String sessionName(SamlAssertion assertion) {
        String name = assertion.value("RoleSessionName");
        if (name == null) {
            throw StsErrors.invalidIdentityToken("RoleSessionName is required in AuthnResponse");
        }
        if (!NAME.matcher(name).matches()) {
            throw StsErrors.invalidIdentityToken(
                    "RoleSessionName in AuthnResponse must match [a-zA-Z_0-9+=,.@-]{2,64}");
        }
        return name;
    }

    private static @Nullable String sourceIdentity(SamlAssertion assertion) {
        String identity = assertion.value("SourceIdentity");
        if (identity != null && (!NAME.matcher(identity).matches() || identity.startsWith("aws:"))) {
            throw StsErrors.invalidIdentityToken(
                    "Source Identity must match [a-zA-Z_0-9+=,.@-]{2,64} and not begin with \"aws:\"");
        }
        return identity;
    }

    private static int seconds(SamlAssertion assertion, AssumeRoleWithSAMLRequest input, Instant now) {
        int seconds = RoleDuration.asked(input.durationSeconds());
        String stated = assertion.value("SessionDuration");
        if (stated != null) {
            int granted = number(stated);
            seconds = input.durationSeconds() == null ? granted : Math.min(seconds, granted);
        }
        Instant end = assertion.sessionEnd();
        if (end != null) {
            long left = Duration.between(now, end).toSeconds();
            if (left <= 0) {
                throw StsErrors.expiredToken("Token must be redeemed within 5 minutes of issuance");
            }
            seconds = (int) Math.min(seconds, left);
        }
        return seconds;
    }

    private static int number(String stated) {
        if (stated.matches("\\d{3,5}")) {
            int seconds = Integer.parseInt(stated);
            if (seconds >= MIN_SECONDS && seconds <= MAX_SECONDS) {
                return seconds;
            }
        }
        throw StsErrors.invalidIdentityToken(
                "SessionDuration in AuthnResponse must be from " + MIN_SECONDS + " to " + MAX_SECONDS + " seconds");
    }
}
