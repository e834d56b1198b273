package io.vaportrail.core.policy;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Policies and principals that tests work with; apostrophes stand for quotation marks. */
final class Policies {
    static final String ACCOUNT = "111122223333";
    static final String OTHER_ACCOUNT = "444455556666";
    static final String QUEUE = "arn:aws:sqs:us-east-1:" + ACCOUNT + ":orders";
    static final String ROLE = "arn:aws:iam::" + ACCOUNT + ":role/worker";

    static final Principal ROOT = Principal.account(ACCOUNT);
    static final Principal USER = user(ACCOUNT, "sarah");
    static final Principal STRANGER = user(OTHER_ACCOUNT, "sam");
    static final Principal SESSION = new Principal(
            Principal.Kind.ASSUMED_ROLE,
            ACCOUNT,
            "arn:aws:sts::" + ACCOUNT + ":assumed-role/worker/job",
            "AROAWORKER:job",
            ROLE,
            null);
    static final Principal FEDERATED = new Principal(
            Principal.Kind.FEDERATED_USER,
            ACCOUNT,
            "arn:aws:sts::" + ACCOUNT + ":federated-user/guest",
            ACCOUNT + ":guest",
            null,
            null);
    static final Principal SNS = Principal.service("sns.amazonaws.com", ACCOUNT);
    static final Principal ANYBODY = new Principal(Principal.Kind.ANONYMOUS, ACCOUNT, "", "", null, null);

    private Policies() {}

    static Principal user(String account, String name) {
        return new Principal(
                Principal.Kind.USER,
                account,
                "arn:aws:iam::" + account + ":user/" + name,
                "AIDA" + name.toUpperCase(Locale.ROOT),
                null,
                name);
    }

    static PolicyDocument parse(PolicyKind kind, String statements) {
        try {
            return PolicyDocument.parse(document(statements), kind);
        } catch (PolicySyntaxException e) {
            throw new AssertionError(statements, e);
        }
    }

    static String document(String statements) {
        return "{'Version':'2012-10-17','Statement':[".replace('\'', '"') + statements.replace('\'', '"') + "]}";
    }

    /** One statement of an identity's policy. */
    static String statement(String effect, String action, String resource) {
        return "{'Effect':'" + effect + "','Action':'" + action + "','Resource':'" + resource + "'}";
    }

    /** One statement of a resource's policy. */
    static String granting(String effect, String principal, String action) {
        return "{'Effect':'" + effect + "','Principal':" + principal + ",'Action':'" + action + "','Resource':'*'}";
    }

    static NamedPolicy named(String id, String statements) {
        return new NamedPolicy(id, parse(PolicyKind.IDENTITY, statements));
    }

    /** Policies of a principal from the statements of each kind; {@code null} or empty for none. */
    static PrincipalPolicies of(@Nullable String identity, @Nullable String boundary, @Nullable String session) {
        return new PrincipalPolicies(
                identity == null ? List.of() : List.of(named("identity", identity)),
                boundary == null ? null : named("boundary", boundary),
                session == null ? List.of() : List.of(named("session", session)),
                false);
    }
}
