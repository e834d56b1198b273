package io.vaportrail.core.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** Whatever is given as a policy is taken or refused in AWS's words, and decides without failing. */
final class HostilePolicyProperties {
    private static final String GOOD = Policies.document(
            "{'Sid':'a','Effect':'Deny','Principal':{'AWS':['*','111122223333'],'Service':'sns.amazonaws.com'},"
                    + "'Action':['sqs:*'],'Resource':'arn:aws:sqs:*:${aws:username}*','Condition':"
                    + "{'ForAnyValue:StringLike':{'aws:TagKeys':['a*','${aws:userid, \\u0027b\\u0027}']},'IpAddress':{'aws:SourceIp':"
                    + "'10.0.0.0/8'},'DateLessThan':{'aws:CurrentTime':'2026-01-01T00:00:00Z'},"
                    + "'NumericLessThan':{'s3:max-keys':10}}}");

    @Test
    void theUnchangedPolicyIsTaken() {
        assertThat(parse(GOOD, PolicyKind.RESOURCE)).isNotNull();
    }

    @Property(tries = 2000)
    void anyTextIsTakenOrRefused(@ForAll String text, @ForAll PolicyKind kind) {
        judge(text, kind);
    }

    @Property(tries = 5000)
    void anyChangedPolicyIsTakenOrRefused(
            @ForAll @IntRange(max = 400) int at,
            @ForAll @IntRange(max = 30) int length,
            @ForAll("pieces") String piece,
            @ForAll PolicyKind kind) {
        int from = Math.min(at, GOOD.length());
        judge(GOOD.substring(0, from) + piece + GOOD.substring(Math.min(from + length, GOOD.length())), kind);
    }

    @Property(tries = 1000)
    void anyValueIsCompared(
            @ForAll("operators") String operator, @ForAll("values") String wanted, @ForAll String actual)
            throws PolicySyntaxException {
        String policy =
                "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"*\",\"Resource\":\"*\","
                        + "\"Condition\":{\"" + operator + "\":{\"aws:Key\":\"" + wanted + "\"}}}}";
        Statement statement =
                PolicyDocument.parse(policy, PolicyKind.IDENTITY).statements().get(0);
        RequestContext context =
                RequestContext.builder().put("aws:Key", List.of(actual, wanted)).build();

        boolean matches = statement.matches(new AccessRequest(Policies.USER, "sqs:SendMessage", "*", context));
        assertThat(matches).isIn(true, false);
    }

    @Test
    void deepNestingIsRefused() {
        assertThat(parse("{\"Statement\":" + "[".repeat(100_000), PolicyKind.IDENTITY))
                .isNull();
    }

    @Test
    void aPolicyOfManyStatementsDecidesInTime() {
        StringBuilder statements = new StringBuilder();
        for (int i = 0; i < 2000; i++) {
            statements.append(i == 0 ? "" : ",").append(Policies.statement("Allow", "sqs:*a*b*c*d*e", "*"));
        }
        PrincipalPolicies policies = Policies.of(statements.toString(), null, null);
        AccessRequest request = new AccessRequest(Policies.USER, "sqs:" + "abcd".repeat(30), "*", RequestContext.EMPTY);

        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), () -> assertThat(
                        PolicyEvaluator.evaluate(request, policies, null, Policies.ACCOUNT)
                                .allowed())
                .isFalse());
    }

    private static void judge(String text, PolicyKind kind) {
        PolicyDocument document = parse(text, kind);
        if (document != null) {
            AccessRequest request = new AccessRequest(
                    Policies.SESSION,
                    "sqs:SendMessage",
                    Policies.QUEUE,
                    RequestContext.builder()
                            .put("aws:TagKeys", List.of("a", "b"))
                            .build());
            assertThat(PolicyEvaluator.evaluateResource(request, document).outcome())
                    .isNotNull();
            assertThat(document.contextKeys()).doesNotContainNull();
        }
    }

    private static @Nullable PolicyDocument parse(String text, PolicyKind kind) {
        try {
            return PolicyDocument.parse(text, kind);
        } catch (PolicySyntaxException e) {
            assertThat(e).hasMessageMatching("(?s).+");
            return null;
        }
    }

    @Provide
    Arbitrary<String> pieces() {
        return Arbitraries.oneOf(
                Arbitraries.of("\"", "{", "}", "[", "]", ":", ",", "null", "1e999", "\"*\"", "${", "Not", "true"),
                Arbitraries.strings().ofMaxLength(5));
    }

    @Provide
    Arbitrary<String> operators() {
        return Combinators.combine(
                        Arbitraries.of("", "ForAllValues:", "ForAnyValue:"),
                        Arbitraries.of(
                                "StringLike", "NumericEquals", "DateLessThan", "IpAddress", "ArnLike", "BinaryEquals"),
                        Arbitraries.of("", "IfExists"))
                .as((set, name, suffix) -> set + name + suffix);
    }

    @Provide
    Arbitrary<String> values() {
        return Arbitraries.strings().withChars("0123456789abcdefT:./-+*?${},% ").ofMaxLength(40);
    }
}
