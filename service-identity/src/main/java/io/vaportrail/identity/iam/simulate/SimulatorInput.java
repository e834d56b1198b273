package io.vaportrail.identity.iam.simulate;

import io.vaportrail.core.policy.NamedPolicy;
import io.vaportrail.core.policy.PolicyDocument;
import io.vaportrail.core.service.CommonError;
import io.vaportrail.identity.iam.IamErrors;
import io.vaportrail.model.iam.ContextEntry;
import io.vaportrail.model.iam.SimulateCustomPolicyRequest;
import io.vaportrail.model.iam.SimulatePrincipalPolicyRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What both kinds of simulation are asked.
 *
 * @param actions what is called
 * @param resources on what; none for {@code *}
 * @param boundary the permissions boundary that the request brings, or {@code null}
 * @param resourcePolicy what is attached to each resource, or {@code null}
 * @param resourceAccount who owns the resources, or {@code null} for the caller's account
 * @param callerArn who calls, or {@code null}
 * @param context values of condition keys, by name in lower case
 * @param marker where the page starts, or {@code null}
 * @param maxItems how many results a page has, or {@code null}
 */
record SimulatorInput(
        List<String> actions,
        List<String> resources,
        @Nullable NamedPolicy boundary,
        @Nullable PolicyDocument resourcePolicy,
        @Nullable String resourceAccount,
        @Nullable String callerArn,
        Map<String, List<String>> context,
        @Nullable String marker,
        @Nullable Integer maxItems) {
    private static final int ACCOUNT = 4;

    static SimulatorInput of(SimulateCustomPolicyRequest input) {
        checkHandling(input.resourceHandlingOption());
        return new SimulatorInput(
                        input.actionNames(),
                        SimulatorOperations.given(input.resourceArns()),
                        InputPolicies.boundary(input.permissionsBoundaryPolicyInputList()),
                        InputPolicies.resource(input.resourcePolicy()),
                        owner(input.resourceOwner()),
                        input.callerArn(),
                        context(input.contextEntries()),
                        input.marker(),
                        input.maxItems())
                .checked();
    }

    static SimulatorInput of(SimulatePrincipalPolicyRequest input) {
        checkHandling(input.resourceHandlingOption());
        return new SimulatorInput(
                        input.actionNames(),
                        SimulatorOperations.given(input.resourceArns()),
                        InputPolicies.boundary(input.permissionsBoundaryPolicyInputList()),
                        InputPolicies.resource(input.resourcePolicy()),
                        owner(input.resourceOwner()),
                        input.callerArn(),
                        context(input.contextEntries()),
                        input.marker(),
                        input.maxItems())
                .checked();
    }

    private SimulatorInput checked() {
        for (String action : actions) {
            if (action.indexOf(':') <= 0) {
                // AWS's own sentence is not known; this one follows that for resources.
                throw IamErrors.invalidInput("ActionNames are not in a valid format: " + action + ".");
            }
        }
        for (String resource : resources) {
            if (!resource.equals("*") && !resource.startsWith("arn:")) {
                throw IamErrors.invalidInput("ResourceNames are not in a valid ARN format: " + resource + ".");
            }
        }
        return this;
    }

    /** It chooses among sets of EC2 resources, which the emulator has none of. */
    private static void checkHandling(@Nullable String option) {
        if (option != null) {
            throw CommonError.receiver(
                    "NotImplemented",
                    501,
                    "Vaportrail does not implement ResourceHandlingOption of the IAM simulator.");
        }
    }

    private static @Nullable String owner(@Nullable String arn) {
        if (arn == null) {
            return null;
        }
        String[] parts = arn.split(":", 6);
        if (parts.length < 6 || !parts[0].equals("arn") || parts[ACCOUNT].length() != 12) {
            throw IamErrors.invalidInput("'" + arn + "' is not a valid as a Resource Owner.");
        }
        return parts[ACCOUNT];
    }

    private static Map<String, List<String>> context(@Nullable List<ContextEntry> entries) {
        Map<String, List<String>> context = new LinkedHashMap<>();
        for (ContextEntry entry : SimulatorOperations.given(entries)) {
            String name = entry.contextKeyName();
            List<String> values = SimulatorOperations.given(entry.contextKeyValues());
            String type = entry.contextKeyType();
            if (name == null || (type != null && !type.endsWith("List") && values.size() > 1)) {
                // AWS's own sentence is not known.
                throw IamErrors.invalidInput("Invalid context entry: " + (name == null ? "no key name" : name) + ".");
            }
            context.put(name.toLowerCase(Locale.ROOT), values);
        }
        return context;
    }
}
