package io.vaportrail.identity.sts.session;

import io.vaportrail.core.identity.Caller;
import io.vaportrail.core.random.Ids;
import io.vaportrail.core.time.EmulatorClock;
import io.vaportrail.identity.store.Identifiers;
import io.vaportrail.identity.store.Role;
import io.vaportrail.identity.store.SessionCredentials;
import io.vaportrail.identity.store.Sessions;
import io.vaportrail.model.sts.Credentials;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Issues temporary credentials. The secret goes into the answer and is not kept: signatures are not checked by it. */
public final class CredentialIssuer {
    private static final String KEY_PREFIX = "ASIA";

    /** How session tokens of AWS begin. */
    private static final String TOKEN_PREFIX = "IQoJb3JpZ2luX2Vj";

    private static final int TOKEN_BYTES = 243;

    private final EmulatorClock clock;
    private final Ids ids;
    private final Sessions sessions;

    /** An issuer that makes its credentials known to the sessions. */
    public CredentialIssuer(EmulatorClock clock, Ids ids, Sessions sessions) {
        this.clock = clock;
        this.ids = ids;
        this.sessions = sessions;
    }

    /** Begins a role session. */
    public Credentials begin(RoleSession session) {
        Role role = session.role();
        Caller.Issuer issuer = new Caller.Issuer("Role", role.id(), role.arn(), role.accountId(), role.name());
        Caller holder = new Caller(
                Caller.Type.ASSUMED_ROLE,
                role.accountId(),
                session.assumedRoleId(),
                session.arn(),
                null,
                newKey(role.accountId()),
                new Caller.Session(issuer, issuedAt(), session.multiFactor(), session.sourceIdentity(), false),
                null);
        return issue(holder, session.seconds(), session.grant());
    }

    /** Begins a session of a user or root itself. */
    public Credentials begin(Caller caller, int seconds, boolean multiFactor) {
        Caller holder = new Caller(
                caller.type(),
                caller.accountId(),
                caller.principalId(),
                caller.arn(),
                caller.userName(),
                newKey(caller.accountId()),
                new Caller.Session(null, issuedAt(), multiFactor, null, false),
                null);
        return issue(holder, seconds, SessionCredentials.Grant.NONE);
    }

    /** Begins a session of somebody whom a user or root vouches for. */
    public Credentials federate(Caller by, String name, int seconds, SessionCredentials.Grant grant) {
        boolean root = by.type() == Caller.Type.ROOT;
        Caller.Issuer issuer = new Caller.Issuer(
                root ? "Root" : "IAMUser", by.principalId(), by.arn(), by.accountId(), root ? null : by.userName());
        Caller holder = new Caller(
                Caller.Type.FEDERATED_USER,
                by.accountId(),
                federatedUserId(by.accountId(), name),
                federatedUserArn(by.accountId(), name),
                null,
                newKey(by.accountId()),
                new Caller.Session(issuer, issuedAt(), false, null, false),
                null);
        return issue(holder, seconds, grant);
    }

    /** Begins a session of an account's root for one task. */
    public Credentials assumeRoot(
            String accountId, int seconds, SessionCredentials.Grant grant, @Nullable String sourceIdentity) {
        Caller root = Caller.root(accountId, newKey(accountId));
        Caller holder = new Caller(
                root.type(),
                root.accountId(),
                root.principalId(),
                root.arn(),
                null,
                root.accessKeyId(),
                new Caller.Session(null, issuedAt(), false, sourceIdentity, true),
                null);
        return issue(holder, seconds, grant);
    }

    /** The unique id of a federated user. */
    public static String federatedUserId(String accountId, String name) {
        return accountId + ":" + name;
    }

    /** The ARN of a federated user. */
    public static String federatedUserArn(String accountId, String name) {
        return "arn:aws:sts::" + accountId + ":federated-user/" + name;
    }

    private Credentials issue(Caller holder, int seconds, SessionCredentials.Grant grant) {
        SessionCredentials issued =
                new SessionCredentials(newToken(), holder, issuedAt().plusSeconds(seconds), grant);
        sessions.add(issued);
        return Credentials.builder()
                .accessKeyId(issued.accessKeyId())
                .secretAccessKey(Identifiers.secretAccessKey(ids))
                .sessionToken(issued.sessionToken())
                .expiration(issued.expiration())
                .build();
    }

    /** Whole seconds, as answers and records state times. */
    private Instant issuedAt() {
        return clock.now().truncatedTo(ChronoUnit.SECONDS);
    }

    private String newKey(String accountId) {
        return Identifiers.accessKeyId(ids, KEY_PREFIX, accountId);
    }

    private String newToken() {
        byte[] bytes = new byte[TOKEN_BYTES];
        ids.nextSecureBytes(bytes);
        return TOKEN_PREFIX + Base64.getEncoder().encodeToString(bytes);
    }
}
