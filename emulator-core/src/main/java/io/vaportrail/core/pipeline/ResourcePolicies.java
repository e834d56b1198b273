package io.vaportrail.core.pipeline;

import io.vaportrail.core.policy.PolicyCache;
import io.vaportrail.core.policy.PolicyDocument;
import io.vaportrail.core.policy.PolicyKind;
import io.vaportrail.core.service.ServiceModule;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The policies of resources, asked of the modules that own them. */
final class ResourcePolicies {
    private static final int SERVICE = 2;
    private static final int ACCOUNT = 4;
    private static final int ACCOUNT_DIGITS = 12;

    private final ServiceHost host;
    private final PolicyCache policies = new PolicyCache(PolicyKind.RESOURCE);
    private final PolicyCache trustPolicies = new PolicyCache(PolicyKind.TRUST);

    ResourcePolicies(ServiceHost host) {
        this.host = host;
    }

    /**
     * A resource as far as policies care.
     *
     * @param owner the account that owns it
     * @param policy what is attached to it, or {@code null}
     * @param exists whether there is one
     * @param arn its ARN
     * @param module the module that owns it, or {@code null}
     */
    record Target(
            String owner,
            @Nullable PolicyDocument policy,
            boolean exists,
            String arn,
            @Nullable ServiceModule module) {

        /** Its tags; found when a policy asks for them. */
        Map<String, String> tags() {
            return module == null ? Map.of() : module.resourceTags(arn);
        }
    }

    /** The resource, with the policy that decides over this action on it. */
    Target find(String named, String action, String callerAccount) {
        String service = part(named, SERVICE);
        ServiceModule module = service.isEmpty() ? null : host.module(service);
        String arn = module == null ? named : module.resolvedArn(named);
        String stated = module == null ? null : module.resourceOwner(arn);
        String account = part(arn, ACCOUNT);
        String owner = stated != null ? stated : account.length() == ACCOUNT_DIGITS ? account : callerAccount;
        if (module == null) {
            return new Target(owner, null, true, arn, null);
        }
        String text = module.resourcePolicy(arn);
        PolicyDocument policy = null;
        if (text != null && !text.isEmpty()) {
            policy = service.equals("iam") ? trustPolicy(text, action) : policies.get(text);
        }
        return new Target(owner, policy, text != null || module.hasResource(arn), arn, module);
    }

    /** A role's trust policy says who may take it up; who may change the role is up to the policies of those who do. */
    private @Nullable PolicyDocument trustPolicy(String text, String action) {
        return action.startsWith("sts:") ? trustPolicies.get(text) : null;
    }

    /** One of the parts between colons, empty where there is none. */
    private static String part(String arn, int index) {
        int from = 0;
        for (int i = 0; i < index; i++) {
            int colon = arn.indexOf(':', from);
            if (colon < 0) {
                return "";
            }
            from = colon + 1;
        }
        int end = arn.indexOf(':', from);
        return end < 0 ? "" : arn.substring(from, end);
    }
}
