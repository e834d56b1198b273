package io.vaportrail.identity.sts.session;

import io.vaportrail.core.policy.NamedPolicy;
import io.vaportrail.core.policy.PolicyDocument;
import io.vaportrail.core.policy.PolicyKind;
import io.vaportrail.core.policy.PolicySyntaxException;
import io.vaportrail.identity.iam.policy.AwsManagedPolicies;
import io.vaportrail.identity.store.AccountIdentities;
import io.vaportrail.identity.store.Accounts;
import io.vaportrail.identity.store.ManagedPolicy;
import io.vaportrail.identity.store.SessionCredentials;
import io.vaportrail.identity.sts.StsErrors;
import io.vaportrail.identity.sts.StsLimits;
import io.vaportrail.model.sts.PolicyDescriptorType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the session policies of a request.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies.html#policies_session">Session policies</a>
 */
public final class SessionPolicies {
    private static final String INLINE = "session-policy";

    private final Accounts accounts;
    private final AwsManagedPolicies awsPolicies = new AwsManagedPolicies();

    /** Finds managed policies in these accounts, and those of AWS. */
    public SessionPolicies(Accounts accounts) {
        this.accounts = accounts;
    }

    /**
     * What a session is granted.
     *
     * @param grant policies and tags
     * @param packedPolicySize how much of the room for them they take, in percent, or {@code null} when there is none of them
     */
    public record Packed(
            SessionCredentials.Grant grant, @Nullable Integer packedPolicySize) {}

    /**
     * Reads policies and packs them with the tags.
     *
     * @param accountId whose managed policies can be named
     * @param policy the inline policy, or {@code null}
     * @param policyArns the managed policies, or {@code null}
     * @throws io.vaportrail.schema.ServiceException MalformedPolicyDocument, PackedPolicyTooLarge, ValidationError
     */
    public Packed pack(
            String accountId,
            @Nullable String policy,
            @Nullable List<PolicyDescriptorType> policyArns,
            SessionTags tags) {
        NamedPolicy inline = policy == null ? null : new NamedPolicy(INLINE, parse(policy));
        List<ManagedPolicy> managed = managed(accountId, policyArns == null ? List.of() : policyArns);
        SessionCredentials.Grant grant =
                new SessionCredentials.Grant(inline, managed, tags.all(), tags.transitiveKeys());
        return new Packed(grant, PackedPolicySize.of(policy, managed, tags.requested()));
    }

    private static PolicyDocument parse(String policy) {
        try {
            return PolicyDocument.parse(policy, PolicyKind.SESSION);
        } catch (PolicySyntaxException e) {
            throw StsErrors.malformedPolicyDocument(String.valueOf(e.getMessage()));
        }
    }

    private List<ManagedPolicy> managed(String accountId, List<PolicyDescriptorType> descriptors) {
        if (descriptors.size() > StsLimits.POLICY_ARNS) {
            throw StsErrors.validation(
                    "1 validation error detected: Value at 'policyArns' failed to satisfy constraint:"
                            + " Member must have length less than or equal to " + StsLimits.POLICY_ARNS);
        }
        List<ManagedPolicy> found = new ArrayList<>(descriptors.size());
        for (PolicyDescriptorType descriptor : descriptors) {
            String arn = descriptor.arn();
            if (arn == null) {
                throw StsErrors.validation("1 validation error detected: Value at 'policyArns.1.member.arn' failed to"
                        + " satisfy constraint: Member must not be null");
            }
            found.add(find(accountId, arn));
        }
        return found;
    }

    /** AWS's words for an unknown policy are not documented for STS; these are IAM's. */
    private ManagedPolicy find(String accountId, String arn) {
        ManagedPolicy policy = awsPolicies.get(arn);
        AccountIdentities account = accounts.peek(accountId);
        if (policy == null && account != null) {
            policy = account.policies().get(arn.substring(arn.lastIndexOf('/') + 1));
        }
        if (policy == null || !policy.arn().equals(arn)) {
            throw StsErrors.validation("Policy " + arn + " does not exist or is not attachable.");
        }
        return policy;
    }
}
