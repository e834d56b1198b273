package io.vaportrail.identity.iam.policy;

import io.vaportrail.identity.iam.IamErrors;
import io.vaportrail.identity.store.AccountIdentities;
import io.vaportrail.identity.store.ManagedPolicy;
import org.jspecify.annotations.Nullable;

/** Finds managed policies by ARN: the account's and AWS's. */
public final class PolicyFinder {
    private static final int ARN_PARTS = 6;

    private final AwsManagedPolicies awsPolicies;

    /** A finder that also knows the policies of AWS. */
    public PolicyFinder(AwsManagedPolicies awsPolicies) {
        this.awsPolicies = awsPolicies;
    }

    /** The policy with this ARN. */
    public ManagedPolicy existing(AccountIdentities account, String arn) {
        ManagedPolicy policy = find(account, arn);
        if (policy == null) {
            throw IamErrors.noSuchEntity("Policy " + arn + " was not found.");
        }
        return policy;
    }

    /** The policy with this ARN, which the account has made itself. */
    public ManagedPolicy own(AccountIdentities account, String arn) {
        ManagedPolicy policy = existing(account, arn);
        if (policy.isAws()) {
            // what a caller of an account may not do to what is not the account's
            throw IamErrors.accessDenied("Cannot modify the AWS managed policy " + arn);
        }
        return policy;
    }

    /** The policy with this ARN, which is to be attached. */
    public ManagedPolicy attachable(AccountIdentities account, String arn) {
        ManagedPolicy policy = find(account, arn);
        if (policy == null) {
            throw IamErrors.noSuchEntity("Policy " + arn + " does not exist or is not attachable.");
        }
        if (policy.path().startsWith("/aws-service-role/")) {
            throw IamErrors.notAttachable("Cannot attach a Service Role Policy to a Customer Role.");
        }
        return policy;
    }

    /** The policy with this ARN, which is to bound the permissions of a user or role. */
    public ManagedPolicy boundary(AccountIdentities account, String arn) {
        ManagedPolicy policy = find(account, arn);
        if (policy == null) {
            throw IamErrors.noSuchEntity("Scope ARN: " + arn + " does not exist or is not attachable.");
        }
        return policy;
    }

    private @Nullable ManagedPolicy find(AccountIdentities account, String arn) {
        String[] parts = arn.split(":", ARN_PARTS);
        if (parts.length < ARN_PARTS || !parts[0].equals("arn")) {
            throw IamErrors.validation("Invalid ARN:  Could not be parsed!");
        }
        if (!parts[2].equals("iam") || !parts[5].startsWith("policy/")) {
            throw IamErrors.invalidInput("ARN " + arn + " is not valid.");
        }
        if (parts[4].equals(ManagedPolicy.AWS)) {
            return awsPolicies.get(arn);
        }
        ManagedPolicy policy = account.policies().get(arn.substring(arn.lastIndexOf('/') + 1));
        return policy != null && policy.arn().equals(arn) ? policy : null;
    }
}
