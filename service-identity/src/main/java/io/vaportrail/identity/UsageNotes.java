package io.vaportrail.identity;

import io.vaportrail.core.identity.Caller;
import io.vaportrail.core.pipeline.CallListener;
import io.vaportrail.core.service.Call;
import io.vaportrail.core.time.EmulatorClock;
import io.vaportrail.identity.store.AccessKey;
import io.vaportrail.identity.store.AccountIdentities;
import io.vaportrail.identity.store.Accounts;
import io.vaportrail.identity.store.Role;
import io.vaportrail.schema.ServiceException;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Notes when and with what access keys and roles are used. */
final class UsageNotes implements CallListener {
    private final Accounts accounts;
    private final EmulatorClock clock;

    UsageNotes(Accounts accounts, EmulatorClock clock) {
        this.accounts = accounts;
        this.clock = clock;
    }

    @Override
    public void completed(Call call, int status, @Nullable ServiceException error, long elapsedNanos) {
        Caller caller = call.caller();
        if (caller.type() == Caller.Type.IAM_USER) {
            noteKey(call, caller.accessKeyId());
        } else if (caller.type() == Caller.Type.ASSUMED_ROLE) {
            noteRole(call, caller);
        }
    }

    private void noteKey(Call call, @Nullable String accessKeyId) {
        AccessKey key = accessKeyId == null ? null : accounts.keys().get(accessKeyId);
        if (key != null) {
            key.used(new AccessKey.LastUse(
                    clock.now().truncatedTo(ChronoUnit.SECONDS),
                    call.operation().service().identification().signingName(),
                    call.region()));
        }
    }

    private void noteRole(Call call, Caller caller) {
        AccountIdentities account = accounts.peek(caller.accountId());
        Caller.Issuer issuer =
                caller.session() == null ? null : caller.session().issuer();
        if (account == null || issuer == null || issuer.userName() == null) {
            return;
        }
        Role role = account.roles().get(issuer.userName());
        if (role != null && role.id().equals(issuer.principalId())) {
            role.used(clock.now().truncatedTo(ChronoUnit.SECONDS), call.region());
        }
    }
}
