package io.vaportrail.core.identity;

import io.vaportrail.core.service.EmulatorSettings;
import io.vaportrail.schema.ServiceException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Says who calls, by the access key of the credential scope.
 *
 * <ul>
 *   <li>A key that IAM or STS has issued is its holder.
 *   <li>{@code ASIA…} that nobody issued is refused.
 *   <li>12 digits are the root of that account; {@code test} is the root of the default account.
 *   <li>Anything else is a name, {@code NAME} or {@code NAME@ACCOUNT}: the IAM user of that name if there is one, else an implicit
 *       administrator of that name, so that {@code AWS_ACCESS_KEY_ID=sarah} is enough to see Sarah in the trail.
 *   <li>An unsigned call is the root of the default account, for curl's sake, and anonymous where AWS itself takes unsigned calls.
 * </ul>
 */
public final class IdentityResolver {
    private static final int MAX_KEY_LENGTH = 128;
    private static final int ACCOUNT_DIGITS = 12;
    private static final int TEMPORARY_KEY_LENGTH = 16;

    /** How many implicit identities are remembered; past it all are forgotten and made anew. */
    private static final int MAX_REMEMBERED = 4096;

    private final EmulatorSettings settings;
    private final KeyDirectory keys;
    private final Map<String, Caller> implicit = new ConcurrentHashMap<>();
    private final Caller unsigned;

    /** A resolver that asks the directory first. */
    public IdentityResolver(EmulatorSettings settings, KeyDirectory keys) {
        this.settings = settings;
        this.keys = keys;
        this.unsigned = Caller.root(settings.defaultAccountId(), null);
    }

    /**
     * Who calls.
     *
     * @param scope what the signature says, or {@code null} for an unsigned call
     * @param unsignedAccepted whether AWS takes this operation unsigned
     * @throws ServiceException when the key is refused
     */
    public Caller resolve(@Nullable CredentialScope scope, boolean unsignedAccepted) {
        return resolve(scope, unsignedAccepted, () -> null);
    }

    /**
     * Who calls.
     *
     * @param scope what the signature says, or {@code null} for an unsigned call
     * @param unsignedAccepted whether AWS takes this operation unsigned
     * @param sessionToken the session token of the request; asked for temporary credentials alone
     * @throws ServiceException when the credentials are refused
     */
    public Caller resolve(
            @Nullable CredentialScope scope, boolean unsignedAccepted, Supplier<@Nullable String> sessionToken) {
        if (scope == null) {
            return unsignedAccepted ? Caller.anonymous(settings.defaultAccountId()) : unsigned;
        }
        String key = scope.accessKeyId();
        Caller holder = keys.holderOf(key);
        if (holder != null) {
            checkToken(holder, key, sessionToken);
            return holder;
        }
        Caller known = implicit.get(key);
        if (known == null) {
            known = describe(key);
            if (implicit.size() >= MAX_REMEMBERED) {
                implicit.clear();
            }
            implicit.put(key, known);
        }
        String name = known.userName();
        Caller user = name == null ? null : keys.userNamed(known.accountId(), name, key);
        return user != null ? user : known;
    }

    /** How many implicit identities are remembered. */
    int rememberedIdentities() {
        return implicit.size();
    }

    private void checkToken(Caller holder, String key, Supplier<@Nullable String> sessionToken) {
        if (holder.session() == null) {
            return;
        }
        String expected = keys.sessionTokenOf(key);
        if (expected != null && !expected.equals(sessionToken.get())) {
            throw RefusedCredentials.because(RefusedCredentials.Why.WRONG_TOKEN);
        }
    }

    private Caller describe(String key) {
        if (!isPrintable(key) || isTemporary(key)) {
            throw invalidToken();
        }
        if (isAccountId(key)) {
            return Caller.root(key, key);
        }
        if (key.equals("test")) {
            return Caller.root(settings.defaultAccountId(), key);
        }
        int at = key.lastIndexOf('@');
        if (at > 0 && isAccountId(key.substring(at + 1))) {
            return Caller.user(key.substring(at + 1), key.substring(0, at), key);
        }
        return Caller.user(settings.defaultAccountId(), key, key);
    }

    /** What AWS answers to a key that it does not know. */
    public static ServiceException invalidToken() {
        return RefusedCredentials.because(RefusedCredentials.Why.UNKNOWN_KEY);
    }

    private static boolean isPrintable(String key) {
        if (key.isEmpty() || key.length() > MAX_KEY_LENGTH) {
            return false;
        }
        return Characters.within(key, '!', '~');
    }

    private static boolean isTemporary(String key) {
        return key.startsWith("ASIA")
                && key.length() >= TEMPORARY_KEY_LENGTH
                && Characters.digitsAndLetters(key, 'A', 'A');
    }

    private static boolean isAccountId(String text) {
        return text.length() == ACCOUNT_DIGITS && Characters.digits(text);
    }
}
