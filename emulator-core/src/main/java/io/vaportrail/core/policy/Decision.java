package io.vaportrail.core.policy;

import org.jspecify.annotations.Nullable;

/**
 * What the policies say.
 *
 * @param outcome whether the request may pass
 * @param reason what decided
 */
public record Decision(Outcome outcome, Reason reason) {
    /** The three ways a decision ends. */
    public enum Outcome {
        /** Some statement allows, none denies. */
        ALLOW("allowed"),
        /** Some statement denies. */
        EXPLICIT_DENY("explicitDeny"),
        /** No statement allows. */
        IMPLICIT_DENY("implicitDeny");

        private final String simulated;

        Outcome(String simulated) {
            this.simulated = simulated;
        }

        /** The word for it in answers of the policy simulator. */
        public String simulated() {
            return simulated;
        }
    }

    /** The kind of policy that decided, or the lack of which decided. */
    public enum PolicyType {
        /** Attached to the principal. */
        IDENTITY("identity-based policy"),
        /** Attached to the resource. */
        RESOURCE("resource-based policy"),
        /** The role's trust policy. */
        TRUST("role trust policy"),
        /** The permissions boundary. */
        BOUNDARY("permissions boundary"),
        /** A session policy. */
        SESSION("session policy");

        private final String words;

        PolicyType(String words) {
            this.words = words;
        }

        /** How AWS's messages call it. */
        public String words() {
            return words;
        }
    }

    /**
     * What decided.
     *
     * @param type the kind of policy that allowed or denied, or that would have had to allow
     * @param policyId which policy, or {@code null} for a resource's own, for an implicit denial, and for administrators
     * @param statement which of its statements, or {@code null} for an implicit denial and for administrators
     */
    public record Reason(
            PolicyType type,
            @Nullable String policyId,
            @Nullable Statement statement) {}

    /** Whether the request may pass. */
    public boolean allowed() {
        return outcome == Outcome.ALLOW;
    }
}
