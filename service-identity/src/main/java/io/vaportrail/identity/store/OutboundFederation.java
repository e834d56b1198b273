package io.vaportrail.identity.store;

import org.jspecify.annotations.Nullable;

/**
 * Whether STS signs tokens for an account, by which its principals are known outside of AWS.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_outbound.html">Outbound identity federation</a>
 */
public final class OutboundFederation {
    private volatile @Nullable String issuerId;
    private volatile boolean enabled;

    /** What tells the account's issuer from others, or {@code null} until it was first enabled. It stays the same from then on. */
    public @Nullable String issuerId() {
        return issuerId;
    }

    /** Whether tokens are signed. */
    public boolean enabled() {
        return enabled;
    }

    /** Has tokens signed from now on. */
    public void enable(String newIssuerId) {
        issuerId = newIssuerId;
        enabled = true;
    }

    /** Has no tokens signed any more. */
    public void disable() {
        enabled = false;
    }
}
