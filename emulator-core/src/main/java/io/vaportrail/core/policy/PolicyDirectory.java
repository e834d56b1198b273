package io.vaportrail.core.policy;

import io.vaportrail.core.identity.Caller;
import java.util.Map;

/**
 * Whose policies apply. Users and roots that were never created are administrators, and so are their sessions. Called on event
 * loops: must be quick and must not block.
 */
public interface PolicyDirectory {
    /** Takes everybody for an administrator without tags. */
    PolicyDirectory EMPTY = new PolicyDirectory() {
        @Override
        public PrincipalPolicies policiesOf(Caller caller) {
            return PrincipalPolicies.ADMINISTRATOR;
        }

        @Override
        public Map<String, String> principalTags(Caller caller) {
            return Map.of();
        }
    };

    /** The policies that apply to the caller. */
    PrincipalPolicies policiesOf(Caller caller);

    /** The tags of the caller: those of the user, or of the role and the session, the session's first. */
    Map<String, String> principalTags(Caller caller);

    /** The tags of the caller's session that the sessions begun by it inherit. */
    default Map<String, String> transitiveTags(Caller caller) {
        return Map.of();
    }
}
