package io.vaportrail.identity.iam.simulate;

import io.vaportrail.core.policy.NamedPolicy;
import io.vaportrail.core.policy.PolicyDocument;
import io.vaportrail.core.policy.PolicyKind;
import io.vaportrail.core.policy.PolicySyntaxException;
import io.vaportrail.identity.iam.IamErrors;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The policies that a request brings along, named as answers name them. */
final class InputPolicies {
    private InputPolicies() {}

    /** {@code PolicyInputList.1} and so on. */
    static List<NamedPolicy> identity(@Nullable List<String> documents) {
        return named("PolicyInputList.", documents);
    }

    /** The one permissions boundary, or {@code null}. */
    static @Nullable NamedPolicy boundary(@Nullable List<String> documents) {
        List<NamedPolicy> boundaries = named("PermissionsBoundaryPolicyInputList.", documents);
        if (boundaries.size() > 1) {
            // AWS's own sentence is not known.
            throw IamErrors.invalidInput("Only one permissions boundary policy can be specified.");
        }
        return boundaries.isEmpty() ? null : boundaries.get(0);
    }

    /** The policy of the resource, or {@code null}. */
    static @Nullable PolicyDocument resource(@Nullable String document) {
        return document == null ? null : parse(document, PolicyKind.RESOURCE);
    }

    private static List<NamedPolicy> named(String prefix, @Nullable List<String> documents) {
        List<NamedPolicy> policies = new ArrayList<>();
        for (String document : SimulatorOperations.given(documents)) {
            policies.add(new NamedPolicy(prefix + (policies.size() + 1), parse(document, PolicyKind.IDENTITY)));
        }
        return policies;
    }

    private static PolicyDocument parse(String document, PolicyKind kind) {
        try {
            return PolicyDocument.parse(document, kind);
        } catch (PolicySyntaxException e) {
            throw IamErrors.invalidInput(Objects.requireNonNull(e.getMessage()));
        }
    }
}
