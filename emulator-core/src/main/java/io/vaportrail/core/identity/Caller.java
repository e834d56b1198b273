package io.vaportrail.core.identity;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who calls. Immutable; one instance may stand for many calls.
 *
 * @param type the kind of identity
 * @param accountId 12 digits
 * @param principalId the unique id, for example {@code AIDA…}, {@code AROA…:session}, or the account id for its root
 * @param arn the identity's ARN
 * @param userName friendly name of an IAM user (or of a SAML or web identity), else {@code null}
 * @param accessKeyId the key as it was sent, or {@code null} for unsigned and service calls
 * @param session temporary credentials, or {@code null} for long-term ones
 * @param invokedBy the service that calls on somebody's behalf, or on its own, for example {@code sns.amazonaws.com}; else
 *     {@code null}
 * @param sourceArn the resource that a service calls for ({@code aws:SourceArn}), for example a topic's ARN, or {@code null}
 * @see <a href="https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-user-identity.html">CloudTrail
 *     userIdentity element</a>
 */
public record Caller(
        Type type,
        String accountId,
        String principalId,
        String arn,
        @Nullable String userName,
        @Nullable String accessKeyId,
        @Nullable Session session,
        @Nullable String invokedBy,
        @Nullable String sourceArn) {

    /** A caller that calls for no particular resource. */
    public Caller(
            Type type,
            String accountId,
            String principalId,
            String arn,
            @Nullable String userName,
            @Nullable String accessKeyId,
            @Nullable Session session,
            @Nullable String invokedBy) {
        this(type, accountId, principalId, arn, userName, accessKeyId, session, invokedBy, null);
    }

    /** The kinds of identity, named as CloudTrail's {@code userIdentity.type}. */
    public enum Type {
        /** The account itself. */
        ROOT("Root"),
        /** An IAM user. */
        IAM_USER("IAMUser"),
        /** A role session. */
        ASSUMED_ROLE("AssumedRole"),
        /** A federated user. */
        FEDERATED_USER("FederatedUser"),
        /** Another account. */
        AWS_ACCOUNT("AWSAccount"),
        /** A service. */
        AWS_SERVICE("AWSService"),
        /** A user known from a SAML assertion. */
        SAML_USER("SAMLUser"),
        /** A user known from a web identity token. */
        WEB_IDENTITY_USER("WebIdentityUser"),
        /** Nobody: an unsigned call where AWS accepts those. */
        ANONYMOUS("AWSAccount");

        private final String recorded;

        Type(String recorded) {
            this.recorded = recorded;
        }

        /** The value in records. */
        public String recorded() {
            return recorded;
        }
    }

    /**
     * Temporary credentials.
     *
     * @param issuer whom they were issued to or for, or {@code null} when the user itself got them by GetSessionToken
     * @param creationDate when they were issued
     * @param mfaAuthenticated whether with a second factor
     * @param sourceIdentity as set by AssumeRole, or {@code null}
     * @param assumedRoot whether by AssumeRoot
     */
    public record Session(
            @Nullable Issuer issuer,
            Instant creationDate,
            boolean mfaAuthenticated,
            @Nullable String sourceIdentity,
            boolean assumedRoot) {}

    /**
     * Whom temporary credentials were issued for.
     *
     * @param type {@code Role}, {@code IAMUser} or {@code Root}
     * @param principalId unique id
     * @param arn of the role, user or root
     * @param accountId its account
     * @param userName its friendly name, or {@code null} for a root
     */
    public record Issuer(
            String type,
            String principalId,
            String arn,
            String accountId,
            @Nullable String userName) {}

    /** The root of an account. */
    public static Caller root(String accountId, @Nullable String accessKeyId) {
        return new Caller(
                Type.ROOT, accountId, accountId, "arn:aws:iam::" + accountId + ":root", null, accessKeyId, null, null);
    }

    /** An IAM user that was never created, with a unique id that follows from account and name. */
    public static Caller user(String accountId, String userName, String accessKeyId) {
        return new Caller(
                Type.IAM_USER,
                accountId,
                UniqueIds.stable("AIDA", accountId, userName),
                "arn:aws:iam::" + accountId + ":user/" + userName,
                userName,
                accessKeyId,
                null,
                null);
    }

    /**
     * A session of a role, as AssumeRole begins it for a service.
     *
     * @param roleArn the role, with its path
     * @param assumedRoleId unique id of the role and name of the session, with a colon between them
     * @param arn of the session
     * @param since when it began
     */
    public static Caller roleSession(
            String roleArn, String assumedRoleId, String arn, @Nullable String accessKeyId, Instant since) {
        String[] parts = roleArn.split(":", 6);
        if (parts.length < 6 || !parts[5].startsWith("role/")) {
            throw new IllegalArgumentException("roleArn: " + roleArn + " (expected: the ARN of a role)");
        }
        String account = parts[4];
        String name = parts[5].substring(parts[5].lastIndexOf('/') + 1);
        String roleId = assumedRoleId.substring(0, assumedRoleId.indexOf(':'));
        Session session = new Session(new Issuer("Role", roleId, roleArn, account, name), since, false, null, false);
        return new Caller(Type.ASSUMED_ROLE, account, assumedRoleId, arn, null, accessKeyId, session, null);
    }

    /** Nobody, working in the given account. */
    public static Caller anonymous(String accountId) {
        return new Caller(Type.ANONYMOUS, accountId, "", "", null, null, null, null);
    }

    /** A service of AWS, acting in an account. */
    public static Caller service(String servicePrincipal, String accountId) {
        return service(servicePrincipal, accountId, null);
    }

    /**
     * A service of AWS, acting in an account for one of its resources. Whether it may is always up to the policy of the target.
     *
     * @param sourceArn the resource that it acts for, for example a topic's ARN: {@code aws:SourceArn} in policies
     */
    public static Caller service(String servicePrincipal, String accountId, @Nullable String sourceArn) {
        return new Caller(
                Type.AWS_SERVICE,
                accountId,
                servicePrincipal,
                servicePrincipal,
                null,
                null,
                null,
                servicePrincipal,
                sourceArn);
    }

    /** The same identity, with a service calling on its behalf. */
    public Caller through(String servicePrincipal) {
        return new Caller(
                type, accountId, principalId, arn, userName, accessKeyId, session, servicePrincipal, sourceArn);
    }

    /**
     * The name that logs and the event history show: the user's name, the session's name, {@code root}, or {@code null} for a
     * service.
     */
    public @Nullable String displayName() {
        return switch (type) {
            case ROOT -> "root";
            case ASSUMED_ROLE, FEDERATED_USER -> principalId.substring(principalId.indexOf(':') + 1);
            case AWS_SERVICE, AWS_ACCOUNT, ANONYMOUS -> null;
            default -> userName;
        };
    }
}
