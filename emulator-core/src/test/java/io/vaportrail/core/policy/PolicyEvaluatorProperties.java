package io.vaportrail.core.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.vaportrail.core.policy.Decision.Outcome;
import io.vaportrail.core.policy.PlainReference.Line;
import io.vaportrail.core.policy.PlainReference.Named;
import io.vaportrail.core.policy.PlainReference.Rule;
import io.vaportrail.core.policy.PlainReference.Who;
import io.vaportrail.core.policy.PlainReference.World;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** The evaluator decides any small world of policies as the documentation's flow chart does, written down plainly. */
final class PolicyEvaluatorProperties {
    private static final List<String> ACTIONS = List.of("sqs:SendMessage", "sqs:ReceiveMessage", "sns:Publish");
    private static final List<String> RESOURCES =
            List.of(Policies.QUEUE, "arn:aws:sqs:eu-west-1:" + Policies.ACCOUNT + ":orders-dead");

    @Property(tries = 4000)
    void decidesAsTheReferenceDoes(
            @ForAll("worlds") World world,
            @ForAll Who who,
            @ForAll("asked") String action,
            @ForAll("places") String resource,
            @ForAll("contexts") Map<String, List<String>> context) {
        AccessRequest request = new AccessRequest(who.principal(), action, resource, contextOf(context));

        Decision decision =
                PolicyEvaluator.evaluate(request, policiesOf(world), resourcePolicyOf(world), Policies.ACCOUNT);

        assertThat(decision.outcome()).isEqualTo(PlainReference.decide(world, who, action, resource, context));
    }

    @Property(tries = 2000)
    void theStatementThatDecidedSaysWhatWasDecided(
            @ForAll("worlds") World world,
            @ForAll Who who,
            @ForAll("asked") String action,
            @ForAll("contexts") Map<String, List<String>> context) {
        AccessRequest request = new AccessRequest(who.principal(), action, Policies.QUEUE, contextOf(context));
        PrincipalPolicies policies = policiesOf(world);
        PolicyDocument resourcePolicy = resourcePolicyOf(world);

        Decision decision = PolicyEvaluator.evaluate(request, policies, resourcePolicy, Policies.ACCOUNT);

        Statement statement = decision.reason().statement();
        assertThat(statement == null).isEqualTo(decision.outcome() == Outcome.IMPLICIT_DENY);
        if (statement != null) {
            assertThat(statement.matches(request)).isTrue();
            assertThat(statement.effect() == Statement.Effect.ALLOW).isEqualTo(decision.allowed());
        }
    }

    @Property(tries = 2000)
    void moreDenialsAllowNothingMore(
            @ForAll("worlds") World world,
            @ForAll("identityRules") Rule rule,
            @ForAll Who who,
            @ForAll("asked") String action) {
        AccessRequest request = new AccessRequest(who.principal(), action, Policies.QUEUE, RequestContext.EMPTY);
        Rule denial = new Rule(
                false, null, rule.notAction(), rule.actions(), rule.notResource(), rule.resources(), rule.lines());
        List<Rule> more = java.util.stream.Stream.concat(world.identity().stream(), java.util.stream.Stream.of(denial))
                .toList();
        World denied = new World(more, world.boundary(), world.session(), world.resource());

        boolean before = allowed(world, request);
        boolean after = allowed(denied, request);

        assertThat(after && !before).isFalse();
    }

    private static boolean allowed(World world, AccessRequest request) {
        return PolicyEvaluator.evaluate(request, policiesOf(world), resourcePolicyOf(world), Policies.ACCOUNT)
                .allowed();
    }

    private static RequestContext contextOf(Map<String, List<String>> context) {
        RequestContext.Builder builder = RequestContext.builder();
        context.forEach(builder::put);
        return builder.build();
    }

    private static PrincipalPolicies policiesOf(World world) {
        return new PrincipalPolicies(
                world.identity().isEmpty() ? List.of() : List.of(named(world.identity())),
                world.boundary() == null ? null : named(world.boundary()),
                world.session() == null ? List.of() : List.of(named(world.session())),
                false);
    }

    private static NamedPolicy named(List<Rule> rules) {
        return Policies.named("policy", json(rules));
    }

    private static @Nullable PolicyDocument resourcePolicyOf(World world) {
        return world.resource() == null ? null : Policies.parse(PolicyKind.RESOURCE, json(world.resource()));
    }

    private static String json(List<Rule> rules) {
        return rules.stream().map(Rule::json).collect(Collectors.joining(","));
    }

    @Provide
    Arbitrary<World> worlds() {
        return Combinators.combine(
                        rules(false).list().ofMaxSize(3),
                        rules(false).list().ofMinSize(1).ofMaxSize(2).injectNull(0.6),
                        rules(false).list().ofMinSize(1).ofMaxSize(2).injectNull(0.6),
                        rules(true).list().ofMinSize(1).ofMaxSize(3).injectNull(0.3))
                .as(World::new);
    }

    @Provide
    Arbitrary<Rule> identityRules() {
        return rules(false);
    }

    @Provide
    Arbitrary<String> asked() {
        return Arbitraries.of(ACTIONS);
    }

    @Provide
    Arbitrary<String> places() {
        return Arbitraries.of(RESOURCES);
    }

    @Provide
    Arbitrary<Map<String, List<String>>> contexts() {
        return Arbitraries.maps(
                        Arbitraries.of("aws:TagKeys", "aws:username", "aws:SecureTransport"),
                        Arbitraries.of("a", "A", "ab", "true")
                                .list()
                                .ofMinSize(1)
                                .ofMaxSize(2))
                .ofMaxSize(3);
    }

    private static Arbitrary<Rule> rules(boolean ofResource) {
        Arbitrary<Named> named = ofResource ? Arbitraries.of(Named.class) : Arbitraries.just(Named.EVERYONE);
        return Combinators.combine(
                        Arbitraries.frequency(net.jqwik.api.Tuple.of(4, true), net.jqwik.api.Tuple.of(1, false)),
                        named,
                        rarely(),
                        Arbitraries.of("*", "sqs:*", "SQS:send*", "sqs:?e*Message", "sns:Publish", "sqs:ReceiveMessage")
                                .list()
                                .ofMinSize(1)
                                .ofMaxSize(2),
                        rarely(),
                        Arbitraries.of(
                                        "*",
                                        Policies.QUEUE,
                                        "arn:aws:sqs:*:" + Policies.ACCOUNT + ":orders*",
                                        "arn:aws:sqs:eu-west-?:*:*",
                                        "arn:*:sqs:*:*:*dead")
                                .list()
                                .ofMinSize(1)
                                .ofMaxSize(2),
                        lines().list().ofMaxSize(1))
                .as((allow, principal, notAction, actions, notResource, resources, lines) -> new Rule(
                        allow, ofResource ? principal : null, notAction, actions, notResource, resources, lines));
    }

    private static Arbitrary<Boolean> rarely() {
        return Arbitraries.frequency(net.jqwik.api.Tuple.of(5, false), net.jqwik.api.Tuple.of(1, true));
    }

    private static Arbitrary<Line> lines() {
        Arbitrary<String> operators = Combinators.combine(
                        Arbitraries.of("", "", "ForAllValues:", "ForAnyValue:"),
                        Arbitraries.of(
                                "StringEquals",
                                "StringNotEquals",
                                "StringEqualsIgnoreCase",
                                "StringLike",
                                "StringNotLike",
                                "Bool"),
                        Arbitraries.of("", "", "IfExists"))
                .as((set, operator, suffix) -> set + operator + suffix);
        Arbitrary<Line> compared = Combinators.combine(
                        operators,
                        Arbitraries.of("aws:TagKeys", "aws:username", "aws:SecureTransport"),
                        Arbitraries.of("a", "ab", "a*", "?", "true")
                                .list()
                                .ofMinSize(1)
                                .ofMaxSize(2))
                .as(Line::new);
        Arbitrary<Line> absent = Combinators.combine(
                        Arbitraries.of("aws:TagKeys", "aws:username"), Arbitraries.of("true", "false"))
                .as((key, wanted) -> new Line("Null", key, List.of(wanted)));
        return Arbitraries.oneOf(compared, absent);
    }
}
