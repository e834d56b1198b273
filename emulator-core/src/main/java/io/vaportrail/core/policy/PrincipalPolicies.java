package io.vaportrail.core.policy;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The policies that apply to a principal wherever it goes.
 *
 * @param identity attached to it or to its groups, managed and inline; all of them together
 * @param boundary its permissions boundary, or {@code null}
 * @param session session policies; empty when the session was not narrowed
 * @param administrator whether it may everything, as the root of an account; {@code identity} is then not looked at
 */
public record PrincipalPolicies(
        List<NamedPolicy> identity, @Nullable NamedPolicy boundary, List<NamedPolicy> session, boolean administrator) {
    /** May everything. */
    public static final PrincipalPolicies ADMINISTRATOR = new PrincipalPolicies(List.of(), null, List.of(), true);

    /** Has no policy at all. */
    public static final PrincipalPolicies NONE = new PrincipalPolicies(List.of(), null, List.of(), false);

    /** Copies the lists. */
    public PrincipalPolicies {
        identity = List.copyOf(identity);
        session = List.copyOf(session);
    }
}
