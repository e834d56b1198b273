package io.vaportrail.identity.iam.simulate;

import io.vaportrail.core.policy.AccessRequest;
import io.vaportrail.core.policy.Decision;
import io.vaportrail.core.policy.NamedPolicy;
import io.vaportrail.core.policy.PolicyDocument;
import io.vaportrail.core.policy.PolicyEvaluator;
import io.vaportrail.core.policy.Principal;
import io.vaportrail.core.policy.PrincipalPolicies;
import io.vaportrail.core.policy.RequestContext;
import io.vaportrail.identity.iam.IamErrors;
import io.vaportrail.identity.iam.Paging;
import io.vaportrail.model.iam.EvaluationResult;
import io.vaportrail.model.iam.OrganizationsDecisionDetail;
import io.vaportrail.model.iam.PermissionsBoundaryDecisionDetail;
import io.vaportrail.model.iam.ResourceSpecificResult;
import io.vaportrail.model.iam.SimulatePolicyResponse;
import io.vaportrail.model.iam.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One simulation: each action on each resource. The results of a page are found when that page is asked for.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_EvaluationResult.html">EvaluationResult</a>
 */
final class Simulation {
    private static final String PRINCIPAL_TAG = "aws:principaltag/";

    /** There are no organizations that could forbid anything; AWS says so of an account whose organization forbids nothing. */
    private static final OrganizationsDecisionDetail NO_ORGANIZATION_FORBIDS =
            OrganizationsDecisionDetail.builder().allowedByOrganizations(true).build();

    private final SimulatorInput input;
    private final PrincipalPolicies policies;
    private final SimulatedCaller caller;
    private final String resourceAccount;
    private final RequestContext context;
    private final MatchedStatements matched;

    Simulation(SimulatorInput input, PrincipalPolicies policies, SimulatedCaller caller) {
        if (input.resourcePolicy() != null && !caller.user()) {
            // AWS's own sentence is not known.
            throw IamErrors.invalidInput("CallerArn must be the ARN of an IAM user when ResourcePolicy is specified.");
        }
        this.input = input;
        this.policies = policies;
        this.caller = caller;
        String owner = input.resourceAccount();
        this.resourceAccount = owner == null ? caller.principal().accountId() : owner;
        this.context = RequestContext.of(this::values);
        this.matched = new MatchedStatements(policies, input.resourcePolicy());
    }

    /** What is asked of the policies once. */
    private record Question(int number, String action, String resource) {
        /** Numbers sort like texts. */
        String key() {
            return String.format(Locale.ROOT, "%010d", number);
        }
    }

    SimulatePolicyResponse page() {
        List<String> resources = input.resources().isEmpty() ? List.of("*") : input.resources();
        int total = Math.multiplyExact(input.actions().size(), resources.size());
        Iterable<Question> questions = () -> java.util.stream.IntStream.range(0, total)
                .mapToObj(i ->
                        new Question(i, input.actions().get(i / resources.size()), resources.get(i % resources.size())))
                .iterator();
        Paging<Question> page = Paging.of(questions, Question::key, input.marker(), input.maxItems());
        return SimulatePolicyResponse.builder()
                .evaluationResults(page.map(this::answer))
                .isTruncated(page.isTruncated())
                .marker(page.marker())
                .build();
    }

    private EvaluationResult answer(Question question) {
        AccessRequest request = new AccessRequest(caller.principal(), question.action(), question.resource(), context);
        Decision decision = PolicyEvaluator.evaluate(request, policies, input.resourcePolicy(), resourceAccount);
        List<Statement> statements = matched.of(PolicyEvaluator.applying(request, policies, input.resourcePolicy()));
        List<String> missing = missing(request);
        Map<String, String> details = details(request);
        PermissionsBoundaryDecisionDetail boundary = boundary(request);
        EvaluationResult.Builder result = EvaluationResult.builder()
                .evalActionName(question.action())
                .evalResourceName(question.resource())
                .evalDecision(decision.outcome().simulated())
                .matchedStatements(statements)
                .missingContextValues(missing)
                .evalDecisionDetails(details == null ? Map.of() : details)
                .organizationsDecisionDetail(NO_ORGANIZATION_FORBIDS)
                .permissionsBoundaryDecisionDetail(boundary);
        if (!input.resources().isEmpty()) {
            result.resourceSpecificResults(List.of(ResourceSpecificResult.builder()
                    .evalResourceName(question.resource())
                    .evalResourceDecision(decision.outcome().simulated())
                    .matchedStatements(statements)
                    .missingContextValues(missing)
                    .evalDecisionDetails(details)
                    .permissionsBoundaryDecisionDetail(boundary)
                    .build()));
        }
        return result.build();
    }

    /** The two sides apart, where they belong to different accounts. */
    private @Nullable Map<String, String> details(AccessRequest request) {
        PolicyDocument resourcePolicy = input.resourcePolicy();
        if (resourcePolicy == null || resourceAccount.equals(caller.principal().accountId())) {
            return null;
        }
        PrincipalPolicies identity = new PrincipalPolicies(policies.identity(), null, List.of(), false);
        Map<String, String> details = new LinkedHashMap<>();
        details.put(
                "IAM Policy",
                PolicyEvaluator.evaluate(
                                request, identity, null, caller.principal().accountId())
                        .outcome()
                        .simulated());
        details.put(
                "Resource Policy",
                PolicyEvaluator.evaluateResource(request, resourcePolicy)
                        .outcome()
                        .simulated());
        return details;
    }

    private @Nullable PermissionsBoundaryDecisionDetail boundary(AccessRequest request) {
        NamedPolicy boundary = policies.boundary();
        if (boundary == null) {
            return null;
        }
        PrincipalPolicies alone = new PrincipalPolicies(List.of(boundary), null, List.of(), false);
        boolean allowed = PolicyEvaluator.evaluate(
                        request, alone, null, caller.principal().accountId())
                .allowed();
        return PermissionsBoundaryDecisionDetail.builder()
                .allowedByPermissionsBoundary(allowed)
                .build();
    }

    /** The keys that would have decided, and that the request gives no value for. */
    private List<String> missing(AccessRequest request) {
        Map<String, String> missing = new LinkedHashMap<>();
        List<PolicyDocument> documents = new ArrayList<>();
        policies.identity().forEach(policy -> documents.add(policy.document()));
        if (input.resourcePolicy() != null) {
            documents.add(input.resourcePolicy());
        }
        for (PolicyDocument document : documents) {
            for (io.vaportrail.core.policy.Statement statement : document.statements()) {
                if (statement.covers(request)) {
                    for (String key : statement.contextKeys()) {
                        if (context.values(key) == null) {
                            missing.putIfAbsent(key.toLowerCase(Locale.ROOT), key);
                        }
                    }
                }
            }
        }
        return new ArrayList<>(missing.values());
    }

    private @Nullable List<String> values(String key) {
        List<String> given = input.context().get(key);
        if (given != null || !caller.known()) {
            return given;
        }
        if (key.startsWith(PRINCIPAL_TAG)) {
            String name = key.substring(PRINCIPAL_TAG.length());
            for (Map.Entry<String, String> tag : caller.tags().entrySet()) {
                if (tag.getKey().toLowerCase(Locale.ROOT).equals(name)) {
                    return List.of(tag.getValue());
                }
            }
            return null;
        }
        Principal principal = caller.principal();
        return switch (key) {
            case "aws:principalarn" -> List.of(principal.principalArn());
            case "aws:principalaccount" -> List.of(principal.accountId());
            case "aws:principaltype" -> List.of(principal.kind().conditionValue());
            case "aws:userid" -> principal.id().isEmpty() ? null : List.of(principal.id());
            case "aws:username" -> principal.name() == null ? null : List.of(principal.name());
            default -> null;
        };
    }
}
