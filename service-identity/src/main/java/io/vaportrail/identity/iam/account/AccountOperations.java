package io.vaportrail.identity.iam.account;

import io.vaportrail.core.service.Call;
import io.vaportrail.identity.iam.IamEnvironment;
import io.vaportrail.identity.iam.IamErrors;
import io.vaportrail.identity.iam.Paging;
import io.vaportrail.identity.iam.Registrar;
import io.vaportrail.identity.store.AccountIdentities;
import io.vaportrail.identity.store.PasswordPolicy;
import io.vaportrail.model.iam.CreateAccountAliasRequest;
import io.vaportrail.model.iam.DeleteAccountAliasRequest;
import io.vaportrail.model.iam.GetAccountPasswordPolicyResponse;
import io.vaportrail.model.iam.GlobalEndpointTokenVersion;
import io.vaportrail.model.iam.IamService;
import io.vaportrail.model.iam.ListAccountAliasesRequest;
import io.vaportrail.model.iam.ListAccountAliasesResponse;
import io.vaportrail.model.iam.SetSecurityTokenServicePreferencesRequest;
import io.vaportrail.model.iam.UpdateAccountPasswordPolicyRequest;
import io.vaportrail.schema.Unit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An account's alias, its password policy and its preference of tokens. */
public final class AccountOperations {
    /** <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_UpdateAccountPasswordPolicy.html">MinimumPasswordLength</a> where none is given. */
    private static final int DEFAULT_LENGTH = 6;

    private final IamEnvironment environment;

    /** Operations over the environment. */
    public AccountOperations(IamEnvironment environment) {
        this.environment = environment;
    }

    /** Registers the operations. */
    public void register(Registrar operations) {
        operations
                .add(IamService.CREATE_ACCOUNT_ALIAS, this::createAccountAlias)
                .add(IamService.LIST_ACCOUNT_ALIASES, this::listAccountAliases)
                .add(IamService.DELETE_ACCOUNT_ALIAS, this::deleteAccountAlias)
                .add(IamService.GET_ACCOUNT_PASSWORD_POLICY, this::getAccountPasswordPolicy)
                .add(IamService.UPDATE_ACCOUNT_PASSWORD_POLICY, this::updateAccountPasswordPolicy)
                .add(IamService.DELETE_ACCOUNT_PASSWORD_POLICY, this::deleteAccountPasswordPolicy)
                .add(IamService.SET_SECURITY_TOKEN_SERVICE_PREFERENCES, this::setSecurityTokenServicePreferences);
    }

    /** An account has one alias; a new one takes the place of the old. */
    private Unit createAccountAlias(AccountIdentities account, CreateAccountAliasRequest input, Call call) {
        String alias = input.accountAlias();
        if (environment.accounts().isAliasTaken(alias)) {
            throw IamErrors.alreadyExists("The account alias " + alias + " already exists.");
        }
        account.alias(alias);
        return Unit.INSTANCE;
    }

    private ListAccountAliasesResponse listAccountAliases(
            AccountIdentities account, ListAccountAliasesRequest input, Call call) {
        String alias = account.alias();
        Paging<String> page =
                Paging.of(alias == null ? List.of() : List.of(alias), name -> name, input.marker(), input.maxItems());
        return ListAccountAliasesResponse.builder()
                .accountAliases(page.items())
                .isTruncated(page.isTruncated())
                .marker(page.marker())
                .build();
    }

    private Unit deleteAccountAlias(AccountIdentities account, DeleteAccountAliasRequest input, Call call) {
        if (!input.accountAlias().equals(account.alias())) {
            throw IamErrors.noSuchEntity("The account alias " + input.accountAlias() + " cannot be found.");
        }
        account.alias(null);
        return Unit.INSTANCE;
    }

    /** Tokens work in every region here, whichever version they are; the account's summary tells the version. */
    private Unit setSecurityTokenServicePreferences(
            AccountIdentities account, SetSecurityTokenServicePreferencesRequest input, Call call) {
        account.globalEndpointTokenVersion(
                input.globalEndpointTokenVersion().equals(GlobalEndpointTokenVersion.V2_TOKEN) ? 2 : 1);
        return Unit.INSTANCE;
    }

    private GetAccountPasswordPolicyResponse getAccountPasswordPolicy(
            AccountIdentities account, Unit input, Call call) {
        PasswordPolicy policy = account.passwordPolicy();
        if (policy == null) {
            throw IamErrors.noSuchEntity(
                    "The Password Policy with domain name " + account.accountId() + " cannot be found.");
        }
        return GetAccountPasswordPolicyResponse.builder()
                .passwordPolicy(io.vaportrail.model.iam.PasswordPolicy.builder()
                        .minimumPasswordLength(policy.minimumPasswordLength())
                        .requireSymbols(policy.requireSymbols())
                        .requireNumbers(policy.requireNumbers())
                        .requireUppercaseCharacters(policy.requireUppercaseCharacters())
                        .requireLowercaseCharacters(policy.requireLowercaseCharacters())
                        .allowUsersToChangePassword(policy.allowUsersToChangePassword())
                        .expirePasswords(policy.maxPasswordAge() != null)
                        .maxPasswordAge(policy.maxPasswordAge())
                        .passwordReusePrevention(policy.passwordReusePrevention())
                        .hardExpiry(policy.hardExpiry())
                        .build())
                .build();
    }

    /** What is not given returns to its default. */
    private Unit updateAccountPasswordPolicy(
            AccountIdentities account, UpdateAccountPasswordPolicyRequest input, Call call) {
        Integer length = input.minimumPasswordLength();
        account.passwordPolicy(new PasswordPolicy(
                length == null ? DEFAULT_LENGTH : length,
                isSet(input.requireSymbols()),
                isSet(input.requireNumbers()),
                isSet(input.requireUppercaseCharacters()),
                isSet(input.requireLowercaseCharacters()),
                isSet(input.allowUsersToChangePassword()),
                input.maxPasswordAge(),
                input.passwordReusePrevention(),
                input.hardExpiry()));
        return Unit.INSTANCE;
    }

    private static boolean isSet(@Nullable Boolean flag) {
        return Boolean.TRUE.equals(flag);
    }

    private Unit deleteAccountPasswordPolicy(AccountIdentities account, Unit input, Call call) {
        if (account.passwordPolicy() == null) {
            throw IamErrors.noSuchEntity("The account policy with name PasswordPolicy cannot be found.");
        }
        account.passwordPolicy(null);
        return Unit.INSTANCE;
    }
}
