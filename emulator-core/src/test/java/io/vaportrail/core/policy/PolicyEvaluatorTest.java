package io.vaportrail.core.policy;

import static io.vaportrail.core.policy.Policies.ACCOUNT;
import static io.vaportrail.core.policy.Policies.OTHER_ACCOUNT;
import static io.vaportrail.core.policy.Policies.QUEUE;
import static io.vaportrail.core.policy.Policies.ROLE;
import static io.vaportrail.core.policy.Policies.SESSION;
import static io.vaportrail.core.policy.Policies.STRANGER;
import static io.vaportrail.core.policy.Policies.USER;
import static io.vaportrail.core.policy.Policies.granting;
import static io.vaportrail.core.policy.Policies.statement;
import static org.assertj.core.api.Assertions.assertThat;

import io.vaportrail.core.policy.Decision.Outcome;
import io.vaportrail.core.policy.Decision.PolicyType;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What the documentation says of each combination of policies.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html">Policy evaluation
 *     logic</a>
 */
final class PolicyEvaluatorTest {
    private static final String SEND = "sqs:SendMessage";
    private static final String ALLOW = statement("Allow", "sqs:*", "*");
    private static final String ALLOW_OTHER = statement("Allow", "sns:*", "*");
    private static final String DENY = statement("Deny", SEND, "*");
    private static final String USER_ARN = "{'AWS':'" + "arn:aws:iam::" + ACCOUNT + ":user/sarah'}";
    private static final String ACCOUNT_ARN = "{'AWS':'arn:aws:iam::" + ACCOUNT + ":root'}";

    /** Columns: identity, boundary, session: {@code allow}, {@code deny}, {@code other} or nothing; then what comes of it. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "- | - | - | IMPLICIT_DENY | IDENTITY",
                "allow | - | - | ALLOW | IDENTITY",
                "other | - | - | IMPLICIT_DENY | IDENTITY",
                "deny | - | - | EXPLICIT_DENY | IDENTITY",
                "both | - | - | EXPLICIT_DENY | IDENTITY",
                "allow | allow | - | ALLOW | IDENTITY",
                "allow | other | - | IMPLICIT_DENY | BOUNDARY",
                "allow | deny | - | EXPLICIT_DENY | BOUNDARY",
                "- | allow | - | IMPLICIT_DENY | IDENTITY",
                "allow | - | allow | ALLOW | IDENTITY",
                "allow | - | other | IMPLICIT_DENY | SESSION",
                "allow | - | deny | EXPLICIT_DENY | SESSION",
                "- | - | allow | IMPLICIT_DENY | IDENTITY",
                "allow | allow | other | IMPLICIT_DENY | SESSION",
                "allow | other | allow | IMPLICIT_DENY | BOUNDARY",
            })
    void policiesOfThePrincipal(
            @Nullable String identity,
            @Nullable String boundary,
            @Nullable String session,
            Outcome outcome,
            PolicyType type) {
        Decision decision = decide(
                SESSION, Policies.of(statements(identity), statements(boundary), statements(session)), null, ACCOUNT);

        assertThat(decision.outcome()).isEqualTo(outcome);
        assertThat(decision.reason().type()).isEqualTo(type);
    }

    /** Columns: who; what its own policies say, its boundary, its session policy; what the queue's policy says of whom; outcome. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "USER | - | - | - | Allow user | ALLOW",
                "USER | - | other | - | Allow user | ALLOW",
                "USER | - | - | - | Allow account | IMPLICIT_DENY",
                "USER | allow | - | - | Allow account | ALLOW",
                "USER | - | - | - | Allow everyone | ALLOW",
                "USER | - | other | - | Allow everyone | ALLOW",
                "USER | deny | - | - | Allow user | EXPLICIT_DENY",
                "USER | - | deny | - | Allow user | EXPLICIT_DENY",
                "USER | allow | - | - | Deny user | EXPLICIT_DENY",
                "USER | allow | - | - | Deny account | EXPLICIT_DENY",
                "USER | allow | - | - | Deny everyone | EXPLICIT_DENY",
                "USER | allow | - | - | Deny role | ALLOW",
                "USER | - | - | - | Allow role | IMPLICIT_DENY",
                "USER | - | - | - | Allow id | ALLOW",
                "SESSION | - | - | - | Allow role | ALLOW",
                "SESSION | - | other | - | Allow role | IMPLICIT_DENY",
                "SESSION | - | - | other | Allow role | IMPLICIT_DENY",
                "SESSION | - | allow | allow | Allow role | ALLOW",
                "SESSION | - | other | other | Allow session | ALLOW",
                "SESSION | - | - | - | Allow everyone | ALLOW",
                "SESSION | - | - | other | Allow everyone | IMPLICIT_DENY",
                "SESSION | - | - | - | Allow account | IMPLICIT_DENY",
                "SESSION | allow | - | - | Deny role | EXPLICIT_DENY",
                "SESSION | allow | - | - | Deny account | EXPLICIT_DENY",
                "SESSION | allow | - | - | Deny user | ALLOW",
                "FEDERATED | - | - | other | Allow federated | ALLOW",
                "ROOT | - | - | - | Allow account | ALLOW",
                "SNS | - | - | - | Allow service | ALLOW",
                "SNS | - | - | - | Allow everyone | ALLOW",
                "SNS | - | - | - | Allow account | IMPLICIT_DENY",
                "SNS | - | - | - | Deny everyone | EXPLICIT_DENY",
                "ANYBODY | - | - | - | Allow everyone | ALLOW",
                "ANYBODY | - | - | - | Allow account | IMPLICIT_DENY",
                "ANYBODY | allow | - | - | Allow user | IMPLICIT_DENY",
            })
    void policyOfAResourceInTheSameAccount(
            String who,
            @Nullable String identity,
            @Nullable String boundary,
            @Nullable String session,
            String granted,
            Outcome outcome) {
        String[] grant = granted.split(" ");
        Decision decision = decide(
                principal(who),
                Policies.of(statements(identity), statements(boundary), statements(session)),
                granting(grant[0], named(grant[1]), SEND),
                ACCOUNT);

        assertThat(decision.outcome()).isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "- | - | IMPLICIT_DENY | RESOURCE",
                "allow | - | IMPLICIT_DENY | RESOURCE",
                "- | Allow sam | IMPLICIT_DENY | IDENTITY",
                "- | Allow everyone | IMPLICIT_DENY | IDENTITY",
                "allow | Allow sam | ALLOW | IDENTITY",
                "allow | Allow samsAccount | ALLOW | IDENTITY",
                "allow | Allow everyone | ALLOW | IDENTITY",
                "allow | Allow account | IMPLICIT_DENY | RESOURCE",
                "allow | Deny samsAccount | EXPLICIT_DENY | RESOURCE",
                "deny | Allow sam | EXPLICIT_DENY | IDENTITY",
            })
    void betweenAccountsBothMustAllow(
            @Nullable String identity, @Nullable String granted, Outcome outcome, PolicyType type) {
        String[] grant = granted == null ? new String[0] : granted.split(" ");
        Decision decision = decide(
                STRANGER,
                Policies.of(statements(identity), null, null),
                granted == null ? null : granting(grant[0], named(grant[1]), SEND),
                ACCOUNT);

        assertThat(decision.outcome()).isEqualTo(outcome);
        assertThat(decision.reason().type()).isEqualTo(type);
    }

    @Test
    void anAdministratorIsBoundByResourcesBoundariesAndSessionsOnly() {
        assertThat(decide(USER, PrincipalPolicies.ADMINISTRATOR, null, ACCOUNT).allowed())
                .isTrue();
        assertThat(decide(USER, PrincipalPolicies.ADMINISTRATOR, granting("Deny", "'*'", "sqs:*"), ACCOUNT)
                        .outcome())
                .isEqualTo(Outcome.EXPLICIT_DENY);
        assertThat(decide(STRANGER, PrincipalPolicies.ADMINISTRATOR, null, ACCOUNT)
                        .outcome())
                .isEqualTo(Outcome.IMPLICIT_DENY);
        PrincipalPolicies narrowed =
                new PrincipalPolicies(List.of(), null, List.of(Policies.named("session", ALLOW_OTHER)), true);
        assertThat(decide(SESSION, narrowed, null, ACCOUNT).reason().type()).isEqualTo(PolicyType.SESSION);
    }

    @Test
    void aTrustPolicyIsTheOneWayToARole() {
        AccessRequest request = new AccessRequest(USER, "sts:AssumeRole", ROLE, RequestContext.EMPTY);
        PrincipalPolicies may = Policies.of(statement("Allow", "sts:AssumeRole", "*"), null, null);
        PolicyDocument account = trust(ACCOUNT_ARN);
        PolicyDocument somebody = trust("{'AWS':'" + OTHER_ACCOUNT + "'}");

        assertThat(PolicyEvaluator.evaluate(request, may, account, ACCOUNT).allowed())
                .isTrue();
        assertThat(PolicyEvaluator.evaluate(request, PrincipalPolicies.NONE, account, ACCOUNT)
                        .reason()
                        .type())
                .isEqualTo(PolicyType.IDENTITY);
        assertThat(PolicyEvaluator.evaluate(request, PrincipalPolicies.NONE, trust(USER_ARN), ACCOUNT)
                        .allowed())
                .isTrue();
        assertThat(PolicyEvaluator.evaluate(request, may, somebody, ACCOUNT)
                        .reason()
                        .type())
                .isEqualTo(PolicyType.TRUST);
        assertThat(PolicyEvaluator.evaluateResource(request, account).allowed()).isTrue();
    }

    @Test
    void aTrustPolicyTakesTokensOfItsProviderOnly() {
        PolicyDocument trust = Policies.parse(
                PolicyKind.TRUST,
                "{'Effect':'Allow','Principal':{'Federated':'accounts.google.com'},'Action':'sts:AssumeRoleWithWebIdentity',"
                        + "'Condition':{'StringEquals':{'accounts.google.com:aud':'app'}}}");
        Principal google = Principal.federated("accounts.google.com", ACCOUNT, "someone");
        RequestContext app =
                RequestContext.builder().put("accounts.google.com:aud", "app").build();

        assertThat(PolicyEvaluator.evaluateResource(
                                new AccessRequest(google, "sts:AssumeRoleWithWebIdentity", ROLE, app), trust)
                        .allowed())
                .isTrue();
        assertThat(PolicyEvaluator.evaluateResource(
                                new AccessRequest(google, "sts:AssumeRoleWithWebIdentity", ROLE, RequestContext.EMPTY),
                                trust)
                        .allowed())
                .isFalse();
    }

    @Test
    void notPrincipalSparesWhomItNamesWithTheirAccount() {
        String spared = "{'Effect':'Deny','NotPrincipal':{'AWS':['arn:aws:iam::" + ACCOUNT + ":user/sarah','" + ACCOUNT
                + "']},'Action':'sqs:*','Resource':'*'}";
        String forgotten = "{'Effect':'Deny','NotPrincipal':{'AWS':'arn:aws:iam::" + ACCOUNT
                + ":user/sarah'},'Action':'sqs:*','Resource':'*'}";
        PrincipalPolicies may = Policies.of(ALLOW, null, null);

        assertThat(decide(USER, may, spared, ACCOUNT).allowed()).isTrue();
        assertThat(decide(USER, may, forgotten, ACCOUNT).outcome()).isEqualTo(Outcome.EXPLICIT_DENY);
        assertThat(decide(SESSION, may, spared, ACCOUNT).outcome()).isEqualTo(Outcome.EXPLICIT_DENY);
        assertThat(decide(Policies.SNS, may, spared, ACCOUNT).outcome()).isEqualTo(Outcome.EXPLICIT_DENY);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'Action':'sqs:Send*','Resource':'arn:aws:sqs:*:111122223333:ord*' | ALLOW",
                "'Action':'SQS:sendmessage','Resource':'arn:aws:sqs' | ALLOW",
                "'Action':'sqs:Send?essage','Resource':'arn:aws:sqs:us-east-1:*' | ALLOW",
                "'Action':'sqs:*','Resource':'arn:aws:sqs:*:orders' | IMPLICIT_DENY",
                "'Action':'sqs:*','Resource':'arn:aws:sqs:us-east-1:111122223333:Orders' | IMPLICIT_DENY",
                "'NotAction':'sqs:Receive*','Resource':'*' | ALLOW",
                "'NotAction':'sqs:Send*','Resource':'*' | IMPLICIT_DENY",
                "'Action':'*','NotResource':'arn:aws:sqs:us-east-1:111122223333:orders' | IMPLICIT_DENY",
                "'Action':'*','NotResource':'arn:aws:sqs:us-east-1:111122223333:bills' | ALLOW",
            })
    void actionsAndResources(String elements, Outcome outcome) {
        PrincipalPolicies policies = Policies.of("{'Effect':'Allow'," + elements + "}", null, null);

        assertThat(decide(USER, policies, null, ACCOUNT).outcome()).isEqualTo(outcome);
    }

    @Test
    void tellsTheStatementThatDecided() {
        PrincipalPolicies policies = Policies.of(ALLOW + "," + DENY, null, null);
        Decision.Reason reason = decide(USER, policies, null, ACCOUNT).reason();

        assertThat(reason.policyId()).isEqualTo("identity");
        assertThat(reason.statement())
                .isSameAs(policies.identity().get(0).document().statements().get(1));
    }

    @Test
    void aKeyPolicyIsTheOneWayToAKey() {
        AccessRequest request = new AccessRequest(
                USER, "kms:Decrypt", "arn:aws:kms:us-east-1:" + ACCOUNT + ":key/1", RequestContext.EMPTY);
        PrincipalPolicies may = Policies.of(statement("Allow", "kms:*", "*"), null, null);

        assertThat(PolicyEvaluator.evaluate(
                                request,
                                may,
                                Policies.parse(PolicyKind.RESOURCE, granting("Allow", named("sam"), "kms:*")),
                                ACCOUNT)
                        .outcome())
                .isEqualTo(Outcome.IMPLICIT_DENY);
        assertThat(PolicyEvaluator.evaluate(
                                request,
                                may,
                                Policies.parse(PolicyKind.RESOURCE, granting("Allow", named("account"), "kms:*")),
                                ACCOUNT)
                        .allowed())
                .isTrue();
    }

    private static Decision decide(
            Principal who, PrincipalPolicies policies, @Nullable String resourceStatements, String owner) {
        PolicyDocument resource =
                resourceStatements == null ? null : Policies.parse(PolicyKind.RESOURCE, resourceStatements);
        return PolicyEvaluator.evaluate(
                new AccessRequest(who, SEND, QUEUE, RequestContext.EMPTY), policies, resource, owner);
    }

    private static @Nullable String statements(@Nullable String word) {
        if (word == null) {
            return null;
        }
        return switch (word) {
            case "allow" -> ALLOW;
            case "deny" -> DENY;
            case "other" -> ALLOW_OTHER;
            default -> ALLOW + "," + DENY;
        };
    }

    private static Principal principal(String name) {
        return switch (name) {
            case "USER" -> USER;
            case "SESSION" -> SESSION;
            case "FEDERATED" -> Policies.FEDERATED;
            case "ROOT" -> Policies.ROOT;
            case "SNS" -> Policies.SNS;
            default -> Policies.ANYBODY;
        };
    }

    private static String named(String name) {
        return switch (name) {
            case "user" -> USER_ARN;
            case "account" -> ACCOUNT_ARN;
            case "id" -> "{'AWS':'AIDASARAH'}";
            case "role" -> "{'AWS':'" + ROLE + "'}";
            case "session" -> "{'AWS':'" + SESSION.arn() + "'}";
            case "federated" -> "{'AWS':'" + Policies.FEDERATED.arn() + "'}";
            case "service" -> "{'Service':'sns.amazonaws.com'}";
            case "sam" -> "{'AWS':'" + STRANGER.arn() + "'}";
            case "samsAccount" -> "{'AWS':'" + OTHER_ACCOUNT + "'}";
            default -> "'*'";
        };
    }

    private static PolicyDocument trust(String principal) {
        return Policies.parse(
                PolicyKind.TRUST, "{'Effect':'Allow','Principal':" + principal + ",'Action':'sts:AssumeRole'}");
    }
}
