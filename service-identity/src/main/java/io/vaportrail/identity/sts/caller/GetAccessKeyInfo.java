package io.vaportrail.identity.sts.caller;

import io.vaportrail.core.identity.Caller;
import io.vaportrail.core.identity.CredentialScope;
import io.vaportrail.core.identity.IdentityResolver;
import io.vaportrail.core.identity.KeyDirectory;
import io.vaportrail.core.service.Call;
import io.vaportrail.core.service.EmulatorSettings;
import io.vaportrail.core.service.Handler;
import io.vaportrail.identity.store.AccessKey;
import io.vaportrail.identity.store.Accounts;
import io.vaportrail.identity.store.Identifiers;
import io.vaportrail.identity.store.SessionCredentials;
import io.vaportrail.model.sts.GetAccessKeyInfoRequest;
import io.vaportrail.model.sts.GetAccessKeyInfoResponse;

/**
 * GetAccessKeyInfo: the account that an access key belongs to, whether it is in use or not. A key that nobody issued is taken for what
 * it would be in a call; of a temporary key, which could not be used, the account is read from the key itself, as AWS does with all.
 *
 * @see <a href="https://docs.aws.amazon.com/STS/latest/APIReference/API_GetAccessKeyInfo.html">GetAccessKeyInfo</a>
 */
public final class GetAccessKeyInfo implements Handler<GetAccessKeyInfoRequest, GetAccessKeyInfoResponse> {
    private static final String TEMPORARY = "ASIA";

    private final Accounts accounts;
    private final IdentityResolver names;

    /** The operation. */
    public GetAccessKeyInfo(Accounts accounts, EmulatorSettings settings) {
        this.accounts = accounts;
        this.names = new IdentityResolver(settings, KeyDirectory.EMPTY);
    }

    @Override
    public GetAccessKeyInfoResponse handle(GetAccessKeyInfoRequest input, Call call) {
        return GetAccessKeyInfoResponse.builder()
                .account(accountOf(input.accessKeyId()))
                .build();
    }

    private String accountOf(String accessKeyId) {
        SessionCredentials session = accounts.sessions().find(accessKeyId);
        if (session != null) {
            return session.caller().accountId();
        }
        AccessKey key = accounts.keys().get(accessKeyId);
        if (key != null) {
            return key.user().accountId();
        }
        String former = accounts.keys().formerAccount(accessKeyId);
        String stated =
                former == null && accessKeyId.startsWith(TEMPORARY) ? Identifiers.accountOf(accessKeyId) : former;
        if (stated != null) {
            return stated;
        }
        Caller named = names.resolve(new CredentialScope(accessKeyId, null, null), false);
        return named.accountId();
    }
}
