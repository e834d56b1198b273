package io.vaportrail.conformance.iam.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import io.vaportrail.conformance.fixture.AwsError;
import io.vaportrail.conformance.fixture.EmulatorTest;
import io.vaportrail.conformance.fixture.TestEmulator;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.EvaluationResult;
import software.amazon.awssdk.services.iam.model.PolicyEvaluationDecisionType;
import software.amazon.awssdk.services.iam.model.Position;
import software.amazon.awssdk.services.iam.model.SimulatePrincipalPolicyRequest;
import software.amazon.awssdk.services.iam.model.Statement;

@EmulatorTest
final class SimulatorTest {
    private static final String BUCKET = "arn:aws:s3:::orders/a";
    private static final String AFTER = "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\",\"Action\":"
            + "\"dynamodb:*\",\"Resource\":\"*\",\"Condition\":{\"DateGreaterThan\":{\"aws:CurrentTime\":"
            + "\"2018-08-16T12:00:00Z\"}}}}";

    private final IamClient iam;

    SimulatorTest(TestEmulator emulator) {
        this.iam = emulator.clients().iam("test");
    }

    /** The example of the AWS CLI's documentation. */
    @Test
    void allowsByAConditionThatHolds() {
        EvaluationResult result = iam.simulateCustomPolicy(r -> r.policyInputList(AFTER)
                        .actionNames("dynamodb:CreateBackup")
                        .contextEntries(c -> c.contextKeyName("aws:CurrentTime")
                                .contextKeyType("date")
                                .contextKeyValues("2019-04-25T11:00:00Z")))
                .evaluationResults()
                .get(0);

        assertThat(result.evalActionName()).isEqualTo("dynamodb:CreateBackup");
        assertThat(result.evalResourceName()).isEqualTo("*");
        assertThat(result.evalDecision()).isEqualTo(PolicyEvaluationDecisionType.ALLOWED);
        assertThat(result.missingContextValues()).isEmpty();
        assertThat(result.organizationsDecisionDetail().allowedByOrganizations())
                .isTrue();
        assertThat(result.hasEvalDecisionDetails()).isTrue();
        assertThat(result.evalDecisionDetails()).isEmpty();
        Statement statement = result.matchedStatements().get(0);
        assertThat(statement.sourcePolicyId()).isEqualTo("PolicyInputList.1");
        assertThat(statement.sourcePolicyTypeAsString()).isEqualTo("IAM Policy");
        assertThat(statement.startPosition()).isEqualTo(position(1, 38));
        assertThat(statement.endPosition()).isEqualTo(position(1, 167));
    }

    @Test
    void namesTheValuesThatWereMissing() {
        EvaluationResult result = iam.simulateCustomPolicy(
                        r -> r.policyInputList(AFTER).actionNames("dynamodb:CreateBackup", "s3:GetObject"))
                .evaluationResults()
                .get(0);

        assertThat(result.evalDecision()).isEqualTo(PolicyEvaluationDecisionType.IMPLICIT_DENY);
        assertThat(result.matchedStatements()).isEmpty();
        assertThat(result.missingContextValues()).containsExactly("aws:CurrentTime");
    }

    @Test
    void simulatesAUserWithItsGroupsAndABoundary() {
        iam.createUser(r -> r.userName("sarah"));
        iam.createGroup(r -> r.groupName("readers"));
        iam.addUserToGroup(r -> r.groupName("readers").userName("sarah"));
        iam.putGroupPolicy(r -> r.groupName("readers")
                .policyName("read")
                .policyDocument(policy("Allow", "s3:Get*", "arn:aws:s3:::orders/*")));
        iam.putUserPolicy(
                r -> r.userName("sarah").policyName("stop").policyDocument(policy("Deny", "s3:GetObjectAcl", "*")));
        String user = "arn:aws:iam::000000000000:user/sarah";

        List<EvaluationResult> results = iam.simulatePrincipalPolicy(r -> r.policySourceArn(user)
                        .actionNames("s3:GetObject", "s3:GetObjectAcl", "s3:PutObject")
                        .resourceArns(BUCKET))
                .evaluationResults();

        assertThat(results)
                .extracting(EvaluationResult::evalDecisionAsString)
                .containsExactly("allowed", "explicitDeny", "implicitDeny");
        assertThat(results.get(1).matchedStatements())
                .extracting(Statement::sourcePolicyId)
                .containsExactly("user_sarah_stop", "group_readers_read");
        assertThat(results.get(0).resourceSpecificResults().get(0).evalResourceName())
                .isEqualTo(BUCKET);
        EvaluationResult bounded = iam.simulatePrincipalPolicy(r -> r.policySourceArn(user)
                        .actionNames("s3:GetObject")
                        .resourceArns(BUCKET)
                        .permissionsBoundaryPolicyInputList(policy("Allow", "sqs:*", "*")))
                .evaluationResults()
                .get(0);
        assertThat(bounded.evalDecision()).isEqualTo(PolicyEvaluationDecisionType.IMPLICIT_DENY);
        assertThat(bounded.permissionsBoundaryDecisionDetail().allowedByPermissionsBoundary())
                .isFalse();
    }

    @Test
    void namesTheStatementsOfTheResourceFirst() {
        String resource =
                "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Deny\",\"Principal\":\"*\",\"Action\":"
                        + "\"s3:DeleteObject\",\"Resource\":\"" + BUCKET + "\"}]}";
        EvaluationResult result = iam.simulateCustomPolicy(r -> r.policyInputList(policy("Allow", "s3:*", "*"))
                        .actionNames("s3:DeleteObject")
                        .resourceArns(BUCKET)
                        .resourcePolicy(resource)
                        .callerArn("arn:aws:iam::000000000000:user/anyone"))
                .evaluationResults()
                .get(0);

        assertThat(result.evalDecision()).isEqualTo(PolicyEvaluationDecisionType.EXPLICIT_DENY);
        assertThat(result.matchedStatements())
                .extracting(Statement::sourcePolicyId, Statement::sourcePolicyTypeAsString)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("ResourcePolicy", "Resource Policy"),
                        org.assertj.core.groups.Tuple.tuple("PolicyInputList.1", "IAM Policy"));
        assertThat(result.matchedStatements().get(0).startPosition()).isEqualTo(position(1, 38));
    }

    @Test
    void tellsTheSidesApartBetweenAccounts() {
        String resource = "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":{\"AWS\":"
                + "\"111122223333\"},\"Action\":\"s3:*\",\"Resource\":\"*\"}]}";
        EvaluationResult result = iam.simulateCustomPolicy(r -> r.policyInputList(policy("Allow", "sqs:*", "*"))
                        .actionNames("s3:GetObject")
                        .resourceArns(BUCKET)
                        .resourcePolicy(resource)
                        .resourceOwner("arn:aws:iam::444455556666:root")
                        .callerArn("arn:aws:iam::111122223333:user/anyone"))
                .evaluationResults()
                .get(0);

        assertThat(result.evalDecisionDetailsAsStrings())
                .containsEntry("IAM Policy", "implicitDeny")
                .containsEntry("Resource Policy", "allowed");
    }

    @Test
    void givesPages() {
        var first = iam.simulateCustomPolicy(r -> r.policyInputList(policy("Allow", "s3:*", "*"))
                .actionNames("s3:GetObject", "sqs:SendMessage", "s3:PutObject")
                .maxItems(2));
        assertThat(first.isTruncated()).isTrue();
        assertThat(first.evaluationResults()).hasSize(2);

        var second = iam.simulateCustomPolicy(r -> r.policyInputList(policy("Allow", "s3:*", "*"))
                .actionNames("s3:GetObject", "sqs:SendMessage", "s3:PutObject")
                .maxItems(2)
                .marker(first.marker()));
        assertThat(second.isTruncated()).isFalse();
        assertThat(second.evaluationResults()).singleElement().satisfies(result -> assertThat(result.evalActionName())
                .isEqualTo("s3:PutObject"));
    }

    @Test
    void tellsTheKeysThatPoliciesLookAt() {
        assertThat(iam.getContextKeysForCustomPolicy(r ->
                                r.policyInputList(AFTER, policy("Allow", "s3:*", "arn:aws:s3:::b/${aws:username}/*")))
                        .contextKeyNames())
                .containsExactly("aws:CurrentTime", "aws:username");
        iam.createUser(r -> r.userName("sarah"));
        iam.putUserPolicy(r -> r.userName("sarah").policyName("own").policyDocument(AFTER));
        assertThat(iam.getContextKeysForPrincipalPolicy(r -> r.policySourceArn("arn:aws:iam::000000000000:user/sarah"))
                        .contextKeyNames())
                .containsExactly("aws:CurrentTime");
    }

    @Test
    void refusesWhatItCannotSimulate() {
        assertThat(AwsError.of(() -> simulate(r -> r.policySourceArn("arn:aws:sts::000000000000:assumed-role/a/b")))
                        .message())
                .startsWith("Invalid Entity Arn: arn:aws:sts::000000000000:assumed-role/a/b does not clearly define"
                        + " entity type and name.");
        assertThat(AwsError.of(() -> simulate(r -> r.policySourceArn("arn:aws:iam::000000000000:user/nobody")))
                        .code())
                .isEqualTo("NoSuchEntity");
        AwsError resource = AwsError.of(() -> iam.simulateCustomPolicy(
                r -> r.policyInputList(AFTER).actionNames("s3:GetObject").resourceArns("orders")));
        assertThat(resource.code()).isEqualTo("InvalidInput");
        assertThat(resource.message()).startsWith("ResourceNames are not in a valid ARN format: orders.");
        assertThat(AwsError.of(() -> iam.simulateCustomPolicy(
                                r -> r.policyInputList("no policy").actionNames("s3:GetObject")))
                        .message())
                .startsWith("Syntax errors in policy.");
    }

    private void simulate(java.util.function.Consumer<SimulatePrincipalPolicyRequest.Builder> change) {
        iam.simulatePrincipalPolicy(r -> change.accept(r.actionNames("s3:GetObject")));
    }

    private static Position position(int line, int column) {
        return Position.builder().line(line).column(column).build();
    }

    private static String policy(String effect, String action, String resource) {
        return "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"" + effect + "\",\"Action\":\"" + action
                + "\",\"Resource\":\"" + resource + "\"}]}";
    }
}
