package io.vaportrail.identity.iam.profile;

import io.vaportrail.core.service.Call;
import io.vaportrail.identity.iam.Existing;
import io.vaportrail.identity.iam.IamEnvironment;
import io.vaportrail.identity.iam.IamErrors;
import io.vaportrail.identity.iam.IamLimits;
import io.vaportrail.identity.iam.Paging;
import io.vaportrail.identity.iam.Paths;
import io.vaportrail.identity.iam.Registrar;
import io.vaportrail.identity.iam.Tags;
import io.vaportrail.identity.store.AccountIdentities;
import io.vaportrail.identity.store.InstanceProfile;
import io.vaportrail.identity.store.Role;
import io.vaportrail.model.iam.AddRoleToInstanceProfileRequest;
import io.vaportrail.model.iam.CreateInstanceProfileRequest;
import io.vaportrail.model.iam.CreateInstanceProfileResponse;
import io.vaportrail.model.iam.DeleteInstanceProfileRequest;
import io.vaportrail.model.iam.GetInstanceProfileRequest;
import io.vaportrail.model.iam.GetInstanceProfileResponse;
import io.vaportrail.model.iam.IamService;
import io.vaportrail.model.iam.ListInstanceProfileTagsRequest;
import io.vaportrail.model.iam.ListInstanceProfileTagsResponse;
import io.vaportrail.model.iam.ListInstanceProfilesForRoleRequest;
import io.vaportrail.model.iam.ListInstanceProfilesForRoleResponse;
import io.vaportrail.model.iam.ListInstanceProfilesRequest;
import io.vaportrail.model.iam.ListInstanceProfilesResponse;
import io.vaportrail.model.iam.RemoveRoleFromInstanceProfileRequest;
import io.vaportrail.model.iam.TagInstanceProfileRequest;
import io.vaportrail.model.iam.UntagInstanceProfileRequest;
import io.vaportrail.schema.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Instance profiles, the role in them, and their tags. */
public final class InstanceProfileOperations {
    private final IamEnvironment environment;

    /** Operations over the environment. */
    public InstanceProfileOperations(IamEnvironment environment) {
        this.environment = environment;
    }

    /** Registers the operations. */
    public void register(Registrar operations) {
        operations
                .add(IamService.CREATE_INSTANCE_PROFILE, this::createInstanceProfile)
                .add(IamService.GET_INSTANCE_PROFILE, this::getInstanceProfile)
                .add(IamService.LIST_INSTANCE_PROFILES, this::listInstanceProfiles)
                .add(IamService.LIST_INSTANCE_PROFILES_FOR_ROLE, this::listInstanceProfilesForRole)
                .add(IamService.DELETE_INSTANCE_PROFILE, this::deleteInstanceProfile)
                .add(IamService.ADD_ROLE_TO_INSTANCE_PROFILE, this::addRoleToInstanceProfile)
                .add(IamService.REMOVE_ROLE_FROM_INSTANCE_PROFILE, this::removeRoleFromInstanceProfile)
                .add(IamService.TAG_INSTANCE_PROFILE, this::tagInstanceProfile)
                .add(IamService.UNTAG_INSTANCE_PROFILE, this::untagInstanceProfile)
                .add(IamService.LIST_INSTANCE_PROFILE_TAGS, this::listInstanceProfileTags);
    }

    private CreateInstanceProfileResponse createInstanceProfile(
            AccountIdentities account, CreateInstanceProfileRequest input, Call call) {
        String name = input.instanceProfileName();
        if (account.instanceProfiles().get(name) != null) {
            throw IamErrors.alreadyExists("Instance Profile " + name + " already exists.");
        }
        if (account.instanceProfiles().size() >= IamLimits.INSTANCE_PROFILES) {
            throw IamErrors.quota("InstanceProfilesPerAccount", IamLimits.INSTANCE_PROFILES);
        }
        Map<String, String> tags = Tags.initial(input.tags());
        InstanceProfile profile = new InstanceProfile(
                account.accountId(),
                Paths.name(input.path(), name),
                environment.uniqueId("AIPA"),
                environment.now());
        profile.tags(tags);
        account.instanceProfiles().add(profile);
        return CreateInstanceProfileResponse.builder()
                .instanceProfile(InstanceProfileView.full(profile))
                .build();
    }

    private GetInstanceProfileResponse getInstanceProfile(
            AccountIdentities account, GetInstanceProfileRequest input, Call call) {
        return GetInstanceProfileResponse.builder()
                .instanceProfile(
                        InstanceProfileView.full(Existing.instanceProfile(account, input.instanceProfileName())))
                .build();
    }

    private ListInstanceProfilesResponse listInstanceProfiles(
            AccountIdentities account, ListInstanceProfilesRequest input, Call call) {
        Paging<InstanceProfile> page =
                Paths.page(account.instanceProfiles(), input.pathPrefix(), input.marker(), input.maxItems());
        return ListInstanceProfilesResponse.builder()
                .instanceProfiles(
                        page.map(profile -> InstanceProfileView.brief(profile).build()))
                .isTruncated(page.isTruncated())
                .marker(page.marker())
                .build();
    }

    private ListInstanceProfilesForRoleResponse listInstanceProfilesForRole(
            AccountIdentities account, ListInstanceProfilesForRoleRequest input, Call call) {
        Role role = Existing.role(account, input.roleName());
        List<InstanceProfile> found = new ArrayList<>(account.instanceProfiles().all());
        found.removeIf(profile -> profile.role() != role);
        Paging<InstanceProfile> page = Paging.of(found, Paths::sortKey, input.marker(), input.maxItems());
        return ListInstanceProfilesForRoleResponse.builder()
                .instanceProfiles(
                        page.map(profile -> InstanceProfileView.brief(profile).build()))
                .isTruncated(page.isTruncated())
                .marker(page.marker())
                .build();
    }

    private Unit deleteInstanceProfile(AccountIdentities account, DeleteInstanceProfileRequest input, Call call) {
        InstanceProfile profile = Existing.instanceProfile(account, input.instanceProfileName());
        if (profile.role() != null) {
            throw IamErrors.deleteConflict("must remove roles from instance profile first");
        }
        account.instanceProfiles().remove(profile);
        return Unit.INSTANCE;
    }

    private Unit addRoleToInstanceProfile(
            AccountIdentities account, AddRoleToInstanceProfileRequest input, Call call) {
        InstanceProfile profile = Existing.instanceProfile(account, input.instanceProfileName());
        Role role = Existing.role(account, input.roleName());
        if (profile.role() != null) {
            throw IamErrors.quota("InstanceSessionsPerInstanceProfile", IamLimits.ROLES_PER_INSTANCE_PROFILE);
        }
        profile.role(role);
        return Unit.INSTANCE;
    }

    private Unit removeRoleFromInstanceProfile(
            AccountIdentities account, RemoveRoleFromInstanceProfileRequest input, Call call) {
        InstanceProfile profile = Existing.instanceProfile(account, input.instanceProfileName());
        Role role = profile.role();
        if (role == null || !role.name().equalsIgnoreCase(input.roleName())) {
            throw IamErrors.notFound("role", input.roleName());
        }
        profile.role(null);
        return Unit.INSTANCE;
    }

    private Unit tagInstanceProfile(AccountIdentities account, TagInstanceProfileRequest input, Call call) {
        Tags.add(Existing.instanceProfile(account, input.instanceProfileName()), input.tags());
        return Unit.INSTANCE;
    }

    private Unit untagInstanceProfile(AccountIdentities account, UntagInstanceProfileRequest input, Call call) {
        Tags.remove(Existing.instanceProfile(account, input.instanceProfileName()), input.tagKeys());
        return Unit.INSTANCE;
    }

    private ListInstanceProfileTagsResponse listInstanceProfileTags(
            AccountIdentities account, ListInstanceProfileTagsRequest input, Call call) {
        var page = Tags.page(
                Existing.instanceProfile(account, input.instanceProfileName()), input.marker(), input.maxItems());
        return ListInstanceProfileTagsResponse.builder()
                .tags(Tags.list(page.items()))
                .isTruncated(page.isTruncated())
                .marker(page.marker())
                .build();
    }
}
