package io.vaportrail.identity.iam.policy;

import io.vaportrail.core.policy.PolicyDocument;
import io.vaportrail.core.service.Call;
import io.vaportrail.identity.iam.IamEnvironment;
import io.vaportrail.identity.iam.IamErrors;
import io.vaportrail.identity.iam.IamLimits;
import io.vaportrail.identity.iam.Paging;
import io.vaportrail.identity.iam.Registrar;
import io.vaportrail.identity.store.AccountIdentities;
import io.vaportrail.identity.store.ManagedPolicy;
import io.vaportrail.model.iam.CreatePolicyVersionRequest;
import io.vaportrail.model.iam.CreatePolicyVersionResponse;
import io.vaportrail.model.iam.DeleteConflictException;
import io.vaportrail.model.iam.DeletePolicyVersionRequest;
import io.vaportrail.model.iam.GetPolicyVersionRequest;
import io.vaportrail.model.iam.GetPolicyVersionResponse;
import io.vaportrail.model.iam.IamService;
import io.vaportrail.model.iam.ListPolicyVersionsRequest;
import io.vaportrail.model.iam.ListPolicyVersionsResponse;
import io.vaportrail.model.iam.SetDefaultPolicyVersionRequest;
import io.vaportrail.schema.Unit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Versions of managed policies: creating, reading, deleting them, and putting one in force. */
public final class PolicyVersionOperations {
    private final IamEnvironment environment;
    private final PolicyFinder finder;

    /** Operations that find policies with the finder. */
    public PolicyVersionOperations(IamEnvironment environment, PolicyFinder finder) {
        this.environment = environment;
        this.finder = finder;
    }

    /** Registers the operations. */
    public void register(Registrar operations) {
        operations
                .add(IamService.CREATE_POLICY_VERSION, this::createPolicyVersion)
                .add(IamService.GET_POLICY_VERSION, this::getPolicyVersion)
                .add(IamService.LIST_POLICY_VERSIONS, this::listPolicyVersions)
                .add(IamService.SET_DEFAULT_POLICY_VERSION, this::setDefaultPolicyVersion)
                .add(IamService.DELETE_POLICY_VERSION, this::deletePolicyVersion);
    }

    private CreatePolicyVersionResponse createPolicyVersion(
            AccountIdentities account, CreatePolicyVersionRequest input, Call call) {
        PolicyDocument document = ManagedPolicyOperations.document(input.policyDocument());
        ManagedPolicy policy = finder.own(account, input.policyArn());
        if (policy.versions().size() >= IamLimits.POLICY_VERSIONS) {
            throw IamErrors.limitExceeded("A managed policy can have up to " + IamLimits.POLICY_VERSIONS
                    + " versions. Before you create a new version, you must delete an existing version.");
        }
        ManagedPolicy.Version version =
                policy.add(document, Boolean.TRUE.equals(input.setAsDefault()), environment.now());
        return CreatePolicyVersionResponse.builder()
                .policyVersion(PolicyView.version(policy, version).build())
                .build();
    }

    private GetPolicyVersionResponse getPolicyVersion(
            AccountIdentities account, GetPolicyVersionRequest input, Call call) {
        ManagedPolicy policy = finder.existing(account, input.policyArn());
        return GetPolicyVersionResponse.builder()
                .policyVersion(PolicyView.versionWithDocument(policy, existing(policy, input.versionId())))
                .build();
    }

    private static ManagedPolicy.Version existing(ManagedPolicy policy, String versionId) {
        ManagedPolicy.Version version = policy.version(versionId);
        if (version == null) {
            throw IamErrors.noSuchEntity("Policy " + policy.arn() + " version " + versionId
                    + " does not exist or is not attachable.");
        }
        return version;
    }

    private ListPolicyVersionsResponse listPolicyVersions(
            AccountIdentities account, ListPolicyVersionsRequest input, Call call) {
        ManagedPolicy policy = finder.existing(account, input.policyArn());
        List<ManagedPolicy.Version> newestFirst = new ArrayList<>(policy.versions());
        Collections.reverse(newestFirst);
        Paging<ManagedPolicy.Version> page = Paging.of(
                newestFirst,
                version -> String.format("%010d", Integer.MAX_VALUE - version.number()),
                input.marker(),
                input.maxItems());
        return ListPolicyVersionsResponse.builder()
                .versions(
                        page.map(version -> PolicyView.version(policy, version).build()))
                .isTruncated(page.isTruncated())
                .marker(page.marker())
                .build();
    }

    private Unit setDefaultPolicyVersion(AccountIdentities account, SetDefaultPolicyVersionRequest input, Call call) {
        ManagedPolicy policy = finder.own(account, input.policyArn());
        policy.makeDefault(existing(policy, input.versionId()), environment.now());
        return Unit.INSTANCE;
    }

    private Unit deletePolicyVersion(AccountIdentities account, DeletePolicyVersionRequest input, Call call) {
        ManagedPolicy policy = finder.own(account, input.policyArn());
        ManagedPolicy.Version version = existing(policy, input.versionId());
        if (version.equals(policy.defaultVersion())) {
            throw DeleteConflictException.of("Cannot delete the default version of a policy.");
        }
        policy.remove(version, environment.now());
        return Unit.INSTANCE;
    }
}
