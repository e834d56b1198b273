package io.vaportrail.identity.iam.user;

import io.vaportrail.core.identity.Caller;
import io.vaportrail.core.service.Call;
import io.vaportrail.identity.iam.Existing;
import io.vaportrail.identity.iam.IamEnvironment;
import io.vaportrail.identity.iam.IamErrors;
import io.vaportrail.identity.iam.IamLimits;
import io.vaportrail.identity.iam.Paging;
import io.vaportrail.identity.iam.Paths;
import io.vaportrail.identity.iam.Registrar;
import io.vaportrail.identity.iam.Tags;
import io.vaportrail.identity.iam.account.RootUser;
import io.vaportrail.identity.iam.policy.PolicyFinder;
import io.vaportrail.identity.store.AccountIdentities;
import io.vaportrail.identity.store.EntityName;
import io.vaportrail.identity.store.MfaDevice;
import io.vaportrail.identity.store.User;
import io.vaportrail.model.iam.CreateUserRequest;
import io.vaportrail.model.iam.CreateUserResponse;
import io.vaportrail.model.iam.DeleteUserPermissionsBoundaryRequest;
import io.vaportrail.model.iam.DeleteUserRequest;
import io.vaportrail.model.iam.GetUserRequest;
import io.vaportrail.model.iam.GetUserResponse;
import io.vaportrail.model.iam.IamService;
import io.vaportrail.model.iam.ListUserTagsRequest;
import io.vaportrail.model.iam.ListUserTagsResponse;
import io.vaportrail.model.iam.ListUsersRequest;
import io.vaportrail.model.iam.ListUsersResponse;
import io.vaportrail.model.iam.PutUserPermissionsBoundaryRequest;
import io.vaportrail.model.iam.TagUserRequest;
import io.vaportrail.model.iam.UntagUserRequest;
import io.vaportrail.model.iam.UpdateUserRequest;
import io.vaportrail.schema.Unit;
import java.util.Map;

/** CreateUser, GetUser, ListUsers, UpdateUser, DeleteUser, a user's tags and permissions boundary. */
public final class UserOperations {
    private final IamEnvironment environment;
    private final PolicyFinder policies;

    /** Operations that find policies with the finder. */
    public UserOperations(IamEnvironment environment, PolicyFinder policies) {
        this.environment = environment;
        this.policies = policies;
    }

    /** Registers the operations. */
    public void register(Registrar operations) {
        operations
                .add(IamService.CREATE_USER, this::createUser)
                .add(IamService.GET_USER, this::getUser)
                .add(IamService.LIST_USERS, this::listUsers)
                .add(IamService.UPDATE_USER, this::updateUser)
                .add(IamService.DELETE_USER, this::deleteUser)
                .add(IamService.TAG_USER, this::tagUser)
                .add(IamService.UNTAG_USER, this::untagUser)
                .add(IamService.LIST_USER_TAGS, this::listUserTags)
                .add(IamService.PUT_USER_PERMISSIONS_BOUNDARY, this::putUserPermissionsBoundary)
                .add(IamService.DELETE_USER_PERMISSIONS_BOUNDARY, this::deleteUserPermissionsBoundary);
    }

    private CreateUserResponse createUser(AccountIdentities account, CreateUserRequest input, Call call) {
        if (account.users().get(input.userName()) != null) {
            throw IamErrors.alreadyExists("User", input.userName());
        }
        if (account.users().size() >= IamLimits.USERS) {
            throw IamErrors.quota("UsersPerAccount", IamLimits.USERS);
        }
        Map<String, String> tags = Tags.initial(input.tags());
        String boundary = input.permissionsBoundary();
        User user = new User(
                account.accountId(),
                Paths.name(input.path(), input.userName()),
                environment.uniqueId("AIDA"),
                environment.now());
        user.tags(tags);
        user.permissionsBoundary(boundary == null ? null : policies.boundary(account, boundary));
        account.users().add(user);
        return CreateUserResponse.builder().user(UserView.full(user)).build();
    }

    private GetUserResponse getUser(AccountIdentities account, GetUserRequest input, Call call) {
        Caller caller = call.caller();
        io.vaportrail.model.iam.User user = input.userName() == null && caller.type() == Caller.Type.ROOT
                ? root(caller)
                : UserView.full(Existing.userOrCaller(account, input.userName(), call));
        return GetUserResponse.builder().user(user).build();
    }

    /** The root has neither a path nor a name. */
    private static io.vaportrail.model.iam.User root(Caller caller) {
        return io.vaportrail.model.iam.User.builder()
                .userId(caller.accountId())
                .arn(caller.arn())
                .createDate(RootUser.CREATED)
                .build();
    }

    private ListUsersResponse listUsers(AccountIdentities account, ListUsersRequest input, Call call) {
        Paging<User> page = Paths.page(account.users(), input.pathPrefix(), input.marker(), input.maxItems());
        return ListUsersResponse.builder()
                .users(page.map(user -> UserView.brief(user).build()))
                .isTruncated(page.isTruncated())
                .marker(page.marker())
                .build();
    }

    private Unit updateUser(AccountIdentities account, UpdateUserRequest input, Call call) {
        User user = Existing.user(account, input.userName());
        String newName = input.newUserName() == null ? user.name() : input.newUserName();
        User holder = account.users().get(newName);
        if (holder != null && holder != user) {
            throw IamErrors.alreadyExists("User", newName);
        }
        String newPath = input.newPath() == null ? user.path() : input.newPath();
        account.users().rename(user, new EntityName(newPath, newName));
        return Unit.INSTANCE;
    }

    private Unit deleteUser(AccountIdentities account, DeleteUserRequest input, Call call) {
        User user = Existing.user(account, input.userName());
        if (user.loginProfile() != null) {
            throw IamErrors.deleteConflict("must delete login profile first");
        }
        if (!user.accessKeys().isEmpty()) {
            throw IamErrors.deleteConflict("must delete access keys first");
        }
        if (!user.serviceCredentials().isEmpty()) {
            throw IamErrors.deleteConflict("must delete service specific credentials first");
        }
        for (MfaDevice device : account.mfaDevices().values()) {
            MfaDevice.Assignment assignment = device.assignment();
            if (assignment != null && assignment.user() == user) {
                throw IamErrors.deleteConflict("must delete MFA device first");
            }
        }
        if (!user.policies().inline().isEmpty()) {
            throw IamErrors.deleteConflict("must delete policies first");
        }
        if (!user.policies().managed().isEmpty()) {
            throw IamErrors.deleteConflict("must detach all policies first");
        }
        if (!user.groups().isEmpty()) {
            throw IamErrors.deleteConflict("must remove users from group first");
        }
        account.users().remove(user);
        return Unit.INSTANCE;
    }

    private Unit tagUser(AccountIdentities account, TagUserRequest input, Call call) {
        Tags.add(Existing.user(account, input.userName()), input.tags());
        return Unit.INSTANCE;
    }

    private Unit untagUser(AccountIdentities account, UntagUserRequest input, Call call) {
        Tags.remove(Existing.user(account, input.userName()), input.tagKeys());
        return Unit.INSTANCE;
    }

    private ListUserTagsResponse listUserTags(AccountIdentities account, ListUserTagsRequest input, Call call) {
        var page = Tags.page(Existing.user(account, input.userName()), input.marker(), input.maxItems());
        return ListUserTagsResponse.builder()
                .tags(Tags.list(page.items()))
                .isTruncated(page.isTruncated())
                .marker(page.marker())
                .build();
    }

    private Unit putUserPermissionsBoundary(
            AccountIdentities account, PutUserPermissionsBoundaryRequest input, Call call) {
        Existing.user(account, input.userName())
                .permissionsBoundary(policies.boundary(account, input.permissionsBoundary()));
        return Unit.INSTANCE;
    }

    private Unit deleteUserPermissionsBoundary(
            AccountIdentities account, DeleteUserPermissionsBoundaryRequest input, Call call) {
        Existing.user(account, input.userName()).permissionsBoundary(null);
        return Unit.INSTANCE;
    }
}
