package io.vaportrail.identity.iam.credential;

import io.vaportrail.core.identity.Caller;
import io.vaportrail.core.service.Call;
import io.vaportrail.identity.iam.Existing;
import io.vaportrail.identity.iam.IamEnvironment;
import io.vaportrail.identity.iam.IamErrors;
import io.vaportrail.identity.iam.Registrar;
import io.vaportrail.identity.store.AccountIdentities;
import io.vaportrail.identity.store.LoginProfile;
import io.vaportrail.identity.store.PasswordHash;
import io.vaportrail.identity.store.PasswordPolicy;
import io.vaportrail.identity.store.User;
import io.vaportrail.model.iam.ChangePasswordRequest;
import io.vaportrail.model.iam.CreateLoginProfileRequest;
import io.vaportrail.model.iam.CreateLoginProfileResponse;
import io.vaportrail.model.iam.DeleteLoginProfileRequest;
import io.vaportrail.model.iam.GetLoginProfileRequest;
import io.vaportrail.model.iam.GetLoginProfileResponse;
import io.vaportrail.model.iam.IamService;
import io.vaportrail.model.iam.InvalidUserTypeException;
import io.vaportrail.model.iam.UpdateLoginProfileRequest;
import io.vaportrail.schema.Unit;
import java.util.List;

/** CreateLoginProfile, GetLoginProfile, UpdateLoginProfile, DeleteLoginProfile and ChangePassword. */
public final class LoginProfileOperations {
    private final IamEnvironment environment;

    /** Operations over the environment. */
    public LoginProfileOperations(IamEnvironment environment) {
        this.environment = environment;
    }

    /** Registers the operations. */
    public void register(Registrar operations) {
        operations
                .add(IamService.CREATE_LOGIN_PROFILE, this::createLoginProfile)
                .add(IamService.GET_LOGIN_PROFILE, this::getLoginProfile)
                .add(IamService.UPDATE_LOGIN_PROFILE, this::updateLoginProfile)
                .add(IamService.DELETE_LOGIN_PROFILE, this::deleteLoginProfile)
                .add(IamService.CHANGE_PASSWORD, this::changePassword);
    }

    private CreateLoginProfileResponse createLoginProfile(
            AccountIdentities account, CreateLoginProfileRequest input, Call call) {
        User user = Existing.userOrCaller(account, input.userName(), call);
        if (user.loginProfile() != null) {
            throw IamErrors.alreadyExists("Login Profile for user " + user.name() + " already exists.");
        }
        String password = input.password();
        if (password == null) {
            throw IamErrors.validation("Must specify password when calling with User credentials");
        }
        Passwords.check(password, account.passwordPolicy());
        LoginProfile profile = new LoginProfile(
                environment.now(),
                Boolean.TRUE.equals(input.passwordResetRequired()),
                List.of(PasswordHash.of(password, environment.ids())));
        user.loginProfile(profile);
        return CreateLoginProfileResponse.builder()
                .loginProfile(view(user, profile))
                .build();
    }

    private static io.vaportrail.model.iam.LoginProfile view(User user, LoginProfile profile) {
        return io.vaportrail.model.iam.LoginProfile.builder()
                .userName(user.name())
                .createDate(profile.createDate())
                .passwordResetRequired(profile.passwordResetRequired())
                .build();
    }

    private GetLoginProfileResponse getLoginProfile(
            AccountIdentities account, GetLoginProfileRequest input, Call call) {
        User user = Existing.userOrCaller(account, input.userName(), call);
        return GetLoginProfileResponse.builder()
                .loginProfile(view(user, existing(user)))
                .build();
    }

    private static LoginProfile existing(User user) {
        LoginProfile profile = user.loginProfile();
        if (profile == null) {
            throw IamErrors.noSuchEntity("Login Profile for User " + user.name() + " cannot be found.");
        }
        return profile;
    }

    private Unit updateLoginProfile(AccountIdentities account, UpdateLoginProfileRequest input, Call call) {
        User user = Existing.user(account, input.userName());
        LoginProfile profile = existing(user);
        String password = input.password();
        Boolean reset = input.passwordResetRequired();
        LoginProfile changed = reset == null ? profile : profile.withPasswordResetRequired(reset);
        user.loginProfile(password == null ? changed : withNew(password, changed, account));
        return Unit.INSTANCE;
    }

    private LoginProfile withNew(String password, LoginProfile profile, AccountIdentities account) {
        PasswordPolicy policy = account.passwordPolicy();
        Passwords.check(password, policy);
        Integer last = policy == null ? null : policy.passwordReusePrevention();
        if (last != null && profile.wasPassword(password, last)) {
            throw Passwords.reused();
        }
        return profile.withPassword(PasswordHash.of(password, environment.ids()));
    }

    /** A user changes its own password. */
    private Unit changePassword(AccountIdentities account, ChangePasswordRequest input, Call call) {
        if (call.caller().type() != Caller.Type.IAM_USER) {
            throw InvalidUserTypeException.of("Only IAM Users can change their own password");
        }
        User user = Existing.userOrCaller(account, null, call);
        LoginProfile profile = existing(user);
        if (!profile.isPassword(input.oldPassword())) {
            throw IamErrors.accessDenied("The old password was incorrect.");
        }
        user.loginProfile(withNew(input.newPassword(), profile, account).withPasswordResetRequired(false));
        return Unit.INSTANCE;
    }

    private Unit deleteLoginProfile(AccountIdentities account, DeleteLoginProfileRequest input, Call call) {
        User user = Existing.userOrCaller(account, input.userName(), call);
        existing(user);
        user.loginProfile(null);
        return Unit.INSTANCE;
    }
}
