package io.vaportrail.identity.store;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The identities of all accounts, and every access key that IAM has issued. Safe for any thread. */
public final class Accounts {
    private final Map<String, AccountIdentities> accounts = new ConcurrentHashMap<>();
    private final IssuedKeys keys = new IssuedKeys();

    /** The identities of an account. */
    public AccountIdentities of(String accountId) {
        AccountIdentities known = accounts.get(accountId);
        return known != null ? known : accounts.computeIfAbsent(accountId, AccountIdentities::new);
    }

    /** The identities of an account if something was created there, or {@code null}. */
    public @Nullable AccountIdentities peek(String accountId) {
        return accounts.get(accountId);
    }

    /** The long-term access keys of all users. */
    public IssuedKeys keys() {
        return keys;
    }

    /**
     * Forgets everything, or everything of one account.
     *
     * @param accountId 12 digits, or {@code null} for all accounts
     */
    public void reset(@Nullable String accountId) {
        if (accountId == null) {
            accounts.clear();
        } else {
            accounts.remove(accountId);
        }
        keys.reset(accountId);
    }
}
