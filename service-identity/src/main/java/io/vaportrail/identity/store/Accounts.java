package io.vaportrail.identity.store;

import io.vaportrail.core.time.EmulatorClock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The identities of all accounts, and every access key that IAM has issued. Safe for any thread. */
public final class Accounts {
    private final Map<String, AccountIdentities> accounts = new ConcurrentHashMap<>();
    private final IssuedKeys keys = new IssuedKeys();
    private final Sessions sessions;

    /** No identities. */
    public Accounts(EmulatorClock clock) {
        this.sessions = new Sessions(clock);
    }

    /** The identities of an account. */
    public AccountIdentities of(String accountId) {
        AccountIdentities known = accounts.get(accountId);
        return known != null ? known : accounts.computeIfAbsent(accountId, AccountIdentities::new);
    }

    /** The identities of an account if something was created there, or {@code null}. */
    public @Nullable AccountIdentities peek(String accountId) {
        return accounts.get(accountId);
    }

    /** Whether another account has the alias. */
    public boolean isAliasTaken(String alias) {
        for (AccountIdentities account : accounts.values()) {
            if (alias.equals(account.alias())) {
                return true;
            }
        }
        return false;
    }

    /** The long-term access keys of all users. */
    public IssuedKeys keys() {
        return keys;
    }

    /** The temporary credentials that STS has issued. */
    public Sessions sessions() {
        return sessions;
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
        sessions.reset(accountId);
    }
}
