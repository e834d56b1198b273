package io.vaportrail.identity.iam.policy;

import io.vaportrail.core.policy.PolicyDocument;
import io.vaportrail.core.policy.PolicyKind;
import io.vaportrail.core.service.Call;
import io.vaportrail.identity.iam.Documents;
import io.vaportrail.identity.iam.IamEnvironment;
import io.vaportrail.identity.iam.IamErrors;
import io.vaportrail.identity.iam.IamLimits;
import io.vaportrail.identity.iam.Paging;
import io.vaportrail.identity.iam.Paths;
import io.vaportrail.identity.iam.Registrar;
import io.vaportrail.identity.iam.Tags;
import io.vaportrail.identity.store.AccountIdentities;
import io.vaportrail.identity.store.ManagedPolicy;
import io.vaportrail.model.iam.CreatePolicyRequest;
import io.vaportrail.model.iam.CreatePolicyResponse;
import io.vaportrail.model.iam.DeleteConflictException;
import io.vaportrail.model.iam.DeletePolicyRequest;
import io.vaportrail.model.iam.GetPolicyRequest;
import io.vaportrail.model.iam.GetPolicyResponse;
import io.vaportrail.model.iam.IamService;
import io.vaportrail.model.iam.ListPoliciesRequest;
import io.vaportrail.model.iam.ListPoliciesResponse;
import io.vaportrail.model.iam.ListPolicyTagsRequest;
import io.vaportrail.model.iam.ListPolicyTagsResponse;
import io.vaportrail.model.iam.TagPolicyRequest;
import io.vaportrail.model.iam.UntagPolicyRequest;
import io.vaportrail.schema.Unit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Managed policies: CreatePolicy, GetPolicy, ListPolicies, DeletePolicy and their tags. */
public final class ManagedPolicyOperations {
    private final IamEnvironment environment;
    private final PolicyFinder finder;

    /** Operations that find policies with the finder. */
    public ManagedPolicyOperations(IamEnvironment environment, PolicyFinder finder) {
        this.environment = environment;
        this.finder = finder;
    }

    /** Registers the operations. */
    public void register(Registrar operations) {
        operations
                .add(IamService.CREATE_POLICY, this::createPolicy)
                .add(IamService.GET_POLICY, this::getPolicy)
                .add(IamService.LIST_POLICIES, this::listPolicies)
                .add(IamService.DELETE_POLICY, this::deletePolicy)
                .add(IamService.TAG_POLICY, this::tagPolicy)
                .add(IamService.UNTAG_POLICY, this::untagPolicy)
                .add(IamService.LIST_POLICY_TAGS, this::listPolicyTags);
    }

    private CreatePolicyResponse createPolicy(AccountIdentities account, CreatePolicyRequest input, Call call) {
        PolicyDocument document = document(input.policyDocument());
        String name = input.policyName();
        if (account.policies().get(name) != null) {
            throw IamErrors.alreadyExists(
                    "A policy called " + name + " already exists. Duplicate names are not allowed.");
        }
        if (account.policies().size() >= IamLimits.POLICIES) {
            throw IamErrors.quota("PoliciesPerAccount", IamLimits.POLICIES);
        }
        Instant now = environment.now();
        ManagedPolicy policy = new ManagedPolicy(
                account.accountId(),
                Paths.name(input.path(), name),
                environment.uniqueId("ANPA"),
                input.description(),
                new ManagedPolicy.Version(1, document, now),
                now,
                now);
        policy.tags(Tags.initial(input.tags()));
        account.policies().add(policy);
        return CreatePolicyResponse.builder()
                .policy(PolicyView.brief(account, policy).tags(Tags.view(policy)).build())
                .build();
    }

    /** The document of a managed policy, within its size. */
    static PolicyDocument document(String text) {
        PolicyDocument document = Documents.parse(text, PolicyKind.MANAGED);
        if (Documents.size(document) > IamLimits.MANAGED_POLICY_SIZE) {
            throw IamErrors.quota("PolicySize", IamLimits.MANAGED_POLICY_SIZE);
        }
        return document;
    }

    private GetPolicyResponse getPolicy(AccountIdentities account, GetPolicyRequest input, Call call) {
        ManagedPolicy policy = finder.existing(account, input.policyArn());
        return GetPolicyResponse.builder()
                .policy(PolicyView.full(account, policy))
                .build();
    }

    private ListPoliciesResponse listPolicies(AccountIdentities account, ListPoliciesRequest input, Call call) {
        List<ManagedPolicy> found = new ArrayList<>();
        String scope = input.scope();
        if (!"AWS".equals(scope)) {
            found.addAll(account.policies().all());
        }
        if (!"Local".equals(scope)) {
            found.addAll(environment.awsPolicies().all());
        }
        found.removeIf(policy -> !isListed(account, policy, input));
        found.sort((a, b) -> sortKey(a).compareTo(sortKey(b)));
        Paging<ManagedPolicy> page = Paging.of(
                Paths.below(found, input.pathPrefix()),
                ManagedPolicyOperations::sortKey,
                input.marker(),
                input.maxItems());
        return ListPoliciesResponse.builder()
                .policies(
                        page.map(policy -> PolicyView.brief(account, policy).build()))
                .isTruncated(page.isTruncated())
                .marker(page.marker())
                .build();
    }

    private static boolean isListed(AccountIdentities account, ManagedPolicy policy, ListPoliciesRequest input) {
        if (Boolean.TRUE.equals(input.onlyAttached()) && PolicyUse.attachments(account, policy) == 0) {
            return false;
        }
        String usage = input.policyUsageFilter();
        return usage == null
                || (usage.equals("PermissionsBoundary")
                                ? PolicyUse.boundaries(account, policy)
                                : PolicyUse.attachments(account, policy))
                        > 0;
    }

    /** An account's policy may bear the name of one of AWS's. */
    private static String sortKey(ManagedPolicy policy) {
        return Paths.sortKey(policy) + ' ' + policy.arn();
    }

    private Unit deletePolicy(AccountIdentities account, DeletePolicyRequest input, Call call) {
        ManagedPolicy policy = finder.own(account, input.policyArn());
        if (PolicyUse.attachments(account, policy) + PolicyUse.boundaries(account, policy) > 0) {
            throw DeleteConflictException.of("Cannot delete a policy attached to entities.");
        }
        if (policy.versions().size() > 1) {
            throw DeleteConflictException.of("This policy has more than one version. Before you delete a policy, you"
                    + " must delete the policy's versions. The default version is deleted with the policy.");
        }
        account.policies().remove(policy);
        return Unit.INSTANCE;
    }

    private Unit tagPolicy(AccountIdentities account, TagPolicyRequest input, Call call) {
        Tags.add(finder.own(account, input.policyArn()), input.tags());
        return Unit.INSTANCE;
    }

    private Unit untagPolicy(AccountIdentities account, UntagPolicyRequest input, Call call) {
        Tags.remove(finder.own(account, input.policyArn()), input.tagKeys());
        return Unit.INSTANCE;
    }

    private ListPolicyTagsResponse listPolicyTags(AccountIdentities account, ListPolicyTagsRequest input, Call call) {
        var page = Tags.page(finder.existing(account, input.policyArn()), input.marker(), input.maxItems());
        return ListPolicyTagsResponse.builder()
                .tags(Tags.list(page.items()))
                .isTruncated(page.isTruncated())
                .marker(page.marker())
                .build();
    }
}
