package io.vaportrail.identity.iam.key;

import io.vaportrail.core.service.Call;
import io.vaportrail.identity.iam.Existing;
import io.vaportrail.identity.iam.IamEnvironment;
import io.vaportrail.identity.iam.IamErrors;
import io.vaportrail.identity.iam.IamLimits;
import io.vaportrail.identity.iam.Paging;
import io.vaportrail.identity.iam.Registrar;
import io.vaportrail.identity.store.AccessKey;
import io.vaportrail.identity.store.AccountIdentities;
import io.vaportrail.identity.store.Identifiers;
import io.vaportrail.identity.store.User;
import io.vaportrail.model.iam.AccessKeyLastUsed;
import io.vaportrail.model.iam.AccessKeyMetadata;
import io.vaportrail.model.iam.CreateAccessKeyRequest;
import io.vaportrail.model.iam.CreateAccessKeyResponse;
import io.vaportrail.model.iam.DeleteAccessKeyRequest;
import io.vaportrail.model.iam.GetAccessKeyLastUsedRequest;
import io.vaportrail.model.iam.GetAccessKeyLastUsedResponse;
import io.vaportrail.model.iam.IamService;
import io.vaportrail.model.iam.ListAccessKeysRequest;
import io.vaportrail.model.iam.ListAccessKeysResponse;
import io.vaportrail.model.iam.UpdateAccessKeyRequest;
import io.vaportrail.schema.Unit;

/** CreateAccessKey, ListAccessKeys, UpdateAccessKey, DeleteAccessKey and GetAccessKeyLastUsed. */
public final class AccessKeyOperations {
    private static final String ACTIVE = "Active";
    private static final String INACTIVE = "Inactive";
    private static final String NEVER = "N/A";

    private final IamEnvironment environment;

    /** Operations over the environment. */
    public AccessKeyOperations(IamEnvironment environment) {
        this.environment = environment;
    }

    /** Registers the operations. */
    public void register(Registrar operations) {
        operations
                .add(IamService.CREATE_ACCESS_KEY, this::createAccessKey)
                .add(IamService.LIST_ACCESS_KEYS, this::listAccessKeys)
                .add(IamService.UPDATE_ACCESS_KEY, this::updateAccessKey)
                .add(IamService.DELETE_ACCESS_KEY, this::deleteAccessKey)
                .add(IamService.GET_ACCESS_KEY_LAST_USED, this::getAccessKeyLastUsed);
    }

    private CreateAccessKeyResponse createAccessKey(
            AccountIdentities account, CreateAccessKeyRequest input, Call call) {
        User user = Existing.userOrCaller(account, input.userName(), call);
        if (user.accessKeys().size() >= IamLimits.ACCESS_KEYS_PER_USER) {
            throw IamErrors.quota("AccessKeysPerUser", IamLimits.ACCESS_KEYS_PER_USER);
        }
        AccessKey key = new AccessKey(
                Identifiers.accessKeyId(environment.ids(), "AKIA", account.accountId()),
                Identifiers.secretAccessKey(environment.ids()),
                user,
                environment.now());
        user.add(key);
        environment.accounts().keys().add(key);
        return CreateAccessKeyResponse.builder()
                .accessKey(io.vaportrail.model.iam.AccessKey.builder()
                        .userName(user.name())
                        .accessKeyId(key.id())
                        .status(ACTIVE)
                        .secretAccessKey(key.secret())
                        .createDate(key.createDate())
                        .build())
                .build();
    }

    private ListAccessKeysResponse listAccessKeys(AccountIdentities account, ListAccessKeysRequest input, Call call) {
        User user = Existing.userOrCaller(account, input.userName(), call);
        Paging<AccessKey> page = Paging.of(
                user.accessKeys(),
                key -> String.valueOf(user.accessKeys().indexOf(key)),
                input.marker(),
                input.maxItems());
        return ListAccessKeysResponse.builder()
                .accessKeyMetadata(page.map(key -> AccessKeyMetadata.builder()
                        .userName(user.name())
                        .accessKeyId(key.id())
                        .status(key.active() ? ACTIVE : INACTIVE)
                        .createDate(key.createDate())
                        .build()))
                .isTruncated(page.isTruncated())
                .marker(page.marker())
                .build();
    }

    private Unit updateAccessKey(AccountIdentities account, UpdateAccessKeyRequest input, Call call) {
        User user = Existing.userOrCaller(account, input.userName(), call);
        AccessKey key = existing(user, input.accessKeyId());
        switch (input.status()) {
            case ACTIVE -> key.active(true);
            case INACTIVE -> key.active(false);
            // the model also has the status that only AWS gives
            default -> throw IamErrors.invalidInput("Invalid Status " + input.status());
        }
        return Unit.INSTANCE;
    }

    private Unit deleteAccessKey(AccountIdentities account, DeleteAccessKeyRequest input, Call call) {
        User user = Existing.userOrCaller(account, input.userName(), call);
        AccessKey key = existing(user, input.accessKeyId());
        environment.accounts().keys().remove(key);
        user.remove(key);
        return Unit.INSTANCE;
    }

    private static AccessKey existing(User user, String accessKeyId) {
        for (AccessKey key : user.accessKeys()) {
            if (key.id().equals(accessKeyId)) {
                return key;
            }
        }
        throw IamErrors.noSuchEntity("The Access Key with id " + accessKeyId + " cannot be found.");
    }

    private GetAccessKeyLastUsedResponse getAccessKeyLastUsed(
            AccountIdentities account, GetAccessKeyLastUsedRequest input, Call call) {
        AccessKey key = environment.accounts().keys().get(input.accessKeyId());
        if (key == null || !key.user().accountId().equals(account.accountId())) {
            throw IamErrors.accessDenied("User: " + call.caller().arn()
                    + " is not authorized to perform: iam:GetAccessKeyLastUsed on resource: access key "
                    + input.accessKeyId());
        }
        AccessKey.LastUse use = key.lastUse();
        AccessKeyLastUsed.Builder view = use == null
                ? AccessKeyLastUsed.builder().serviceName(NEVER).region(NEVER)
                : AccessKeyLastUsed.builder()
                        .lastUsedDate(use.date())
                        .serviceName(use.serviceName())
                        .region(use.region());
        return GetAccessKeyLastUsedResponse.builder()
                .userName(key.user().name())
                .accessKeyLastUsed(view.build())
                .build();
    }
}
