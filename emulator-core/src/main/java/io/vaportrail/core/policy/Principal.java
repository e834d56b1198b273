package io.vaportrail.core.policy;

import io.vaportrail.core.identity.Caller;
import org.jspecify.annotations.Nullable;

/**
 * Who asks, as policies name principals.
 *
 * @param kind what it is
 * @param accountId the account it belongs to; of a service the account it acts for
 * @param arn of the user, of the role session (of a role itself where there is no session), of the account's root, or of a
 *     federated user; the name of a service; empty for anonymous
 * @param id the unique id ({@code aws:userid}), for example {@code AIDA…} or {@code AROA…:session}
 * @param roleArn of the role that a session belongs to, else {@code null}
 * @param name friendly name of a user ({@code aws:username}), else {@code null}
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html">Principal</a>
 */
public record Principal(
        Kind kind,
        String accountId,
        String arn,
        String id,
        @Nullable String roleArn,
        @Nullable String name) {

    /** What a principal is; the values of {@code aws:PrincipalType}. */
    public enum Kind {
        /** The root of an account. */
        ACCOUNT("Account"),
        /** An IAM user. */
        USER("User"),
        /** A role session. */
        ASSUMED_ROLE("AssumedRole"),
        /** A session got by GetFederationToken. */
        FEDERATED_USER("FederatedUser"),
        /** Somebody with a token of an identity provider, whose ARN or name is the principal's. */
        FEDERATED("Federated"),
        /** A service of AWS. */
        SERVICE("AWSService"),
        /** Nobody in particular. */
        ANONYMOUS("Anonymous");

        private final String conditionValue;

        Kind(String conditionValue) {
            this.conditionValue = conditionValue;
        }

        /** The value of {@code aws:PrincipalType}. */
        public String conditionValue() {
            return conditionValue;
        }
    }

    /** The caller of a call. */
    public static Principal of(Caller caller) {
        Caller.Session session = caller.session();
        Caller.Issuer issuer = session == null ? null : session.issuer();
        return switch (caller.type()) {
            case ROOT, AWS_ACCOUNT -> account(caller.accountId());
            case IAM_USER -> of(Kind.USER, caller, null);
            case ASSUMED_ROLE -> of(Kind.ASSUMED_ROLE, caller, issuer == null ? null : issuer.arn());
            case FEDERATED_USER -> of(Kind.FEDERATED_USER, caller, null);
            case SAML_USER, WEB_IDENTITY_USER -> of(Kind.FEDERATED, caller, null);
            case AWS_SERVICE -> of(Kind.SERVICE, caller, null);
            case ANONYMOUS -> of(Kind.ANONYMOUS, caller, null);
        };
    }

    /** The root of an account. */
    public static Principal account(String accountId) {
        return new Principal(Kind.ACCOUNT, accountId, rootArn(accountId), accountId, null, null);
    }

    /** A service, by its principal such as {@code sns.amazonaws.com}. */
    public static Principal service(String servicePrincipal, String accountId) {
        return new Principal(Kind.SERVICE, accountId, servicePrincipal, servicePrincipal, null, null);
    }

    /**
     * Somebody with a token of an identity provider.
     *
     * @param provider the provider's ARN, or its name such as {@code accounts.google.com}
     * @param id whom the token names
     */
    public static Principal federated(String provider, String accountId, String id) {
        return new Principal(Kind.FEDERATED, accountId, provider, id, null, null);
    }

    private static Principal of(Kind kind, Caller caller, @Nullable String roleArn) {
        return new Principal(
                kind,
                caller.accountId(),
                caller.arn(),
                caller.principalId(),
                roleArn,
                kind == Kind.USER ? caller.userName() : null);
    }

    /** {@code aws:PrincipalArn}: of a session the role's. */
    public String principalArn() {
        return roleArn == null ? arn : roleArn;
    }

    /** The ARN that stands for the whole account. */
    static String rootArn(String accountId) {
        return "arn:aws:iam::" + accountId + ":root";
    }
}
