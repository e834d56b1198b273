package io.vaportrail.identity;

import io.vaportrail.core.identity.KeyDirectory;
import io.vaportrail.core.pipeline.CallListener;
import io.vaportrail.core.policy.PolicyDirectory;
import io.vaportrail.core.service.ServiceModule;
import io.vaportrail.core.time.EmulatorClock;
import io.vaportrail.identity.iam.IamModule;
import io.vaportrail.identity.store.Accounts;
import io.vaportrail.identity.sts.StsModule;
import org.jspecify.annotations.Nullable;

/**
 * The identities of the emulator: what IAM and STS change, and what every call is identified and authorised by. Made when the
 * emulator starts; its modules are made when their first call arrives.
 */
public final class Identity {
    private final Accounts accounts;
    private final KeyDirectory keys;
    private final PolicyDirectory policies;
    private final CallListener usage;

    /** Nobody but roots and implicit users. */
    public Identity(EmulatorClock clock) {
        this.accounts = new Accounts(clock);
        this.keys = new IssuedKeyDirectory(accounts);
        this.policies = new IdentityPolicyDirectory(accounts);
        this.usage = new UsageNotes(accounts, clock);
    }

    /** Who holds which access key. */
    public KeyDirectory keys() {
        return keys;
    }

    /** Whose policies apply. */
    public PolicyDirectory policies() {
        return policies;
    }

    /** Takes note of the use of keys and roles. */
    public CallListener usage() {
        return usage;
    }

    /** The IAM module. */
    public ServiceModule.Factory iam() {
        return context -> new IamModule(context, accounts, this::reset);
    }

    /** The STS module. */
    public ServiceModule.Factory sts() {
        return context -> new StsModule(context, accounts, policies, this::reset);
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
