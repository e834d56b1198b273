package io.vaportrail.identity.iam.group;

import io.vaportrail.core.service.Call;
import io.vaportrail.identity.iam.Existing;
import io.vaportrail.identity.iam.IamEnvironment;
import io.vaportrail.identity.iam.IamErrors;
import io.vaportrail.identity.iam.IamLimits;
import io.vaportrail.identity.iam.Paging;
import io.vaportrail.identity.iam.Paths;
import io.vaportrail.identity.iam.Registrar;
import io.vaportrail.identity.iam.user.UserView;
import io.vaportrail.identity.store.AccountIdentities;
import io.vaportrail.identity.store.EntityName;
import io.vaportrail.identity.store.Group;
import io.vaportrail.identity.store.User;
import io.vaportrail.model.iam.AddUserToGroupRequest;
import io.vaportrail.model.iam.CreateGroupRequest;
import io.vaportrail.model.iam.CreateGroupResponse;
import io.vaportrail.model.iam.DeleteGroupRequest;
import io.vaportrail.model.iam.GetGroupRequest;
import io.vaportrail.model.iam.GetGroupResponse;
import io.vaportrail.model.iam.IamService;
import io.vaportrail.model.iam.ListGroupsForUserRequest;
import io.vaportrail.model.iam.ListGroupsForUserResponse;
import io.vaportrail.model.iam.ListGroupsRequest;
import io.vaportrail.model.iam.ListGroupsResponse;
import io.vaportrail.model.iam.RemoveUserFromGroupRequest;
import io.vaportrail.model.iam.UpdateGroupRequest;
import io.vaportrail.schema.Unit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** CreateGroup, GetGroup, ListGroups, UpdateGroup, DeleteGroup, and who is in a group. */
public final class GroupOperations {
    private final IamEnvironment environment;

    /** Operations over the environment. */
    public GroupOperations(IamEnvironment environment) {
        this.environment = environment;
    }

    /** Registers the operations. */
    public void register(Registrar operations) {
        operations
                .add(IamService.CREATE_GROUP, this::createGroup)
                .add(IamService.GET_GROUP, this::getGroup)
                .add(IamService.LIST_GROUPS, this::listGroups)
                .add(IamService.UPDATE_GROUP, this::updateGroup)
                .add(IamService.DELETE_GROUP, this::deleteGroup)
                .add(IamService.ADD_USER_TO_GROUP, this::addUserToGroup)
                .add(IamService.REMOVE_USER_FROM_GROUP, this::removeUserFromGroup)
                .add(IamService.LIST_GROUPS_FOR_USER, this::listGroupsForUser);
    }

    private CreateGroupResponse createGroup(AccountIdentities account, CreateGroupRequest input, Call call) {
        if (account.groups().get(input.groupName()) != null) {
            throw IamErrors.alreadyExists("Group", input.groupName());
        }
        if (account.groups().size() >= IamLimits.GROUPS) {
            throw IamErrors.quota("GroupsPerAccount", IamLimits.GROUPS);
        }
        Group group = new Group(
                account.accountId(),
                Paths.name(input.path(), input.groupName()),
                environment.uniqueId("AGPA"),
                environment.now());
        account.groups().add(group);
        return CreateGroupResponse.builder().group(GroupView.of(group)).build();
    }

    private GetGroupResponse getGroup(AccountIdentities account, GetGroupRequest input, Call call) {
        Group group = Existing.group(account, input.groupName());
        Paging<User> page = Paging.of(members(account, group), Paths::sortKey, input.marker(), input.maxItems());
        return GetGroupResponse.builder()
                .group(GroupView.of(group))
                .users(page.map(user -> UserView.brief(user).build()))
                .isTruncated(page.isTruncated())
                .marker(page.marker())
                .build();
    }

    private static List<User> members(AccountIdentities account, Group group) {
        List<User> members = new ArrayList<>();
        for (User user : account.users().all()) {
            if (user.groups().contains(group)) {
                members.add(user);
            }
        }
        return members;
    }

    private ListGroupsResponse listGroups(AccountIdentities account, ListGroupsRequest input, Call call) {
        Paging<Group> page = Paths.page(account.groups(), input.pathPrefix(), input.marker(), input.maxItems());
        return ListGroupsResponse.builder()
                .groups(page.map(GroupView::of))
                .isTruncated(page.isTruncated())
                .marker(page.marker())
                .build();
    }

    private Unit updateGroup(AccountIdentities account, UpdateGroupRequest input, Call call) {
        Group group = Existing.group(account, input.groupName());
        String newName = input.newGroupName() == null ? group.name() : input.newGroupName();
        Group holder = account.groups().get(newName);
        if (holder != null && holder != group) {
            throw IamErrors.alreadyExists("Group", newName);
        }
        String newPath = input.newPath() == null ? group.path() : input.newPath();
        account.groups().rename(group, new EntityName(newPath, newName));
        return Unit.INSTANCE;
    }

    private Unit deleteGroup(AccountIdentities account, DeleteGroupRequest input, Call call) {
        Group group = Existing.group(account, input.groupName());
        if (!members(account, group).isEmpty()) {
            throw IamErrors.deleteConflict("must remove users from group first");
        }
        if (!group.policies().inline().isEmpty()) {
            throw IamErrors.deleteConflict("must delete policies first");
        }
        if (!group.policies().managed().isEmpty()) {
            throw IamErrors.deleteConflict("must detach all policies first");
        }
        account.groups().remove(group);
        return Unit.INSTANCE;
    }

    /** Adding a member once more changes nothing. */
    private Unit addUserToGroup(AccountIdentities account, AddUserToGroupRequest input, Call call) {
        Group group = Existing.group(account, input.groupName());
        User user = Existing.user(account, input.userName());
        if (!user.groups().contains(group) && user.groups().size() >= IamLimits.GROUPS_PER_USER) {
            throw IamErrors.quota("GroupsPerUser", IamLimits.GROUPS_PER_USER);
        }
        user.join(group);
        return Unit.INSTANCE;
    }

    /** Whether AWS refuses to remove a user who is no member is not documented; here it changes nothing. */
    private Unit removeUserFromGroup(AccountIdentities account, RemoveUserFromGroupRequest input, Call call) {
        Group group = Existing.group(account, input.groupName());
        Existing.user(account, input.userName()).leave(group);
        return Unit.INSTANCE;
    }

    private ListGroupsForUserResponse listGroupsForUser(
            AccountIdentities account, ListGroupsForUserRequest input, Call call) {
        List<Group> sorted =
                new ArrayList<>(Existing.user(account, input.userName()).groups());
        sorted.sort(Comparator.comparing(Paths::sortKey));
        Paging<Group> page = Paging.of(sorted, Paths::sortKey, input.marker(), input.maxItems());
        return ListGroupsForUserResponse.builder()
                .groups(page.map(GroupView::of))
                .isTruncated(page.isTruncated())
                .marker(page.marker())
                .build();
    }
}
