package io.vaportrail.identity;

import io.vaportrail.core.identity.KeyDirectory;
import io.vaportrail.core.service.ServiceModule;
import io.vaportrail.identity.iam.IamModule;
import io.vaportrail.identity.store.Accounts;
import org.jspecify.annotations.Nullable;

/**
 * The identities of the emulator: what IAM and STS change, and what every call is identified and authorised by. Made when the
 * emulator starts; its modules are made when their first call arrives.
 */
public final class Identity {
    private final Accounts accounts = new Accounts();
    private final KeyDirectory keys = new IssuedKeyDirectory(accounts);

    /** Who holds which access key. */
    public KeyDirectory keys() {
        return keys;
    }

    /** The IAM module. */
    public ServiceModule.Factory iam() {
        return context -> new IamModule(context, accounts, this::reset);
    }

    /**
     * Forgets everything, or everything of one account.
     *
     * @param accountId 12 digits, or {@code null} for all accounts
     */
    public void reset(@Nullable String accountId) {
        accounts.reset(accountId);
    }
}
