package io.vaportrail.identity.iam.simulate;

import io.vaportrail.core.policy.Decision;
import io.vaportrail.core.policy.Decision.PolicyType;
import io.vaportrail.core.policy.NamedPolicy;
import io.vaportrail.core.policy.PolicyDocument;
import io.vaportrail.core.policy.PrincipalPolicies;
import io.vaportrail.core.policy.StatementPositions;
import io.vaportrail.model.iam.Position;
import io.vaportrail.model.iam.Statement;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Statements as answers name them: by the policy and the place in its text. The names of kinds are those that AWS answers with, not
 * those of the model's enumeration.
 */
final class MatchedStatements {
    private static final String RESOURCE_POLICY = "ResourcePolicy";

    private final Map<io.vaportrail.core.policy.Statement, PolicyDocument> documents = new IdentityHashMap<>();
    private final Map<PolicyDocument, List<StatementPositions.Range>> positions = new IdentityHashMap<>();

    MatchedStatements(PrincipalPolicies policies, @Nullable PolicyDocument resourcePolicy) {
        policies.identity().forEach(policy -> add(policy.document()));
        NamedPolicy boundary = policies.boundary();
        if (boundary != null) {
            add(boundary.document());
        }
        if (resourcePolicy != null) {
            add(resourcePolicy);
        }
    }

    private void add(PolicyDocument document) {
        document.statements().forEach(statement -> documents.put(statement, document));
    }

    List<Statement> of(List<Decision.Reason> applying) {
        List<Statement> statements = new ArrayList<>(applying.size());
        for (Decision.Reason reason : applying) {
            io.vaportrail.core.policy.Statement statement = reason.statement();
            PolicyDocument document = statement == null ? null : documents.get(statement);
            if (statement != null && document != null) {
                StatementPositions.Range range = positions
                        .computeIfAbsent(document, StatementPositions::of)
                        .get(statement.index());
                statements.add(Statement.builder()
                        .sourcePolicyId(reason.policyId() == null ? RESOURCE_POLICY : reason.policyId())
                        .sourcePolicyType(kind(reason.type()))
                        .startPosition(position(range.start()))
                        .endPosition(position(range.end()))
                        .build());
            }
        }
        return statements;
    }

    private static String kind(PolicyType type) {
        return switch (type) {
            case RESOURCE, TRUST -> "Resource Policy";
            case BOUNDARY -> "Permissions Boundary Policy";
            case IDENTITY, SESSION -> "IAM Policy";
        };
    }

    private static Position position(StatementPositions.Position position) {
        return Position.builder()
                .line(position.line())
                .column(position.column())
                .build();
    }
}
