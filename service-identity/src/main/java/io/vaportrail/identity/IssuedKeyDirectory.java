package io.vaportrail.identity;

import io.vaportrail.core.identity.Caller;
import io.vaportrail.core.identity.IdentityResolver;
import io.vaportrail.core.identity.KeyDirectory;
import io.vaportrail.identity.store.AccessKey;
import io.vaportrail.identity.store.AccountIdentities;
import io.vaportrail.identity.store.Accounts;
import io.vaportrail.identity.store.User;
import org.jspecify.annotations.Nullable;

/** The keys that IAM has issued, and the users that it has created. */
final class IssuedKeyDirectory implements KeyDirectory {
    private final Accounts accounts;

    IssuedKeyDirectory(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public @Nullable Caller holderOf(String accessKeyId) {
        AccessKey key = accounts.keys().get(accessKeyId);
        if (key == null) {
            if (accounts.keys().wasDeleted(accessKeyId)) {
                throw IdentityResolver.invalidToken();
            }
            return null;
        }
        if (!key.active()) {
            throw IdentityResolver.invalidToken();
        }
        return key.holder();
    }

    @Override
    public @Nullable Caller userNamed(String accountId, String userName, String accessKeyId) {
        AccountIdentities account = accounts.peek(accountId);
        User user = account == null ? null : account.users().get(userName);
        return user == null ? null : user.asCaller(accessKeyId);
    }
}
