package io.vaportrail.conformance.iam;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.iam.model.AttachedPolicy;
import software.amazon.awssdk.services.iam.model.ListEntitiesForPolicyResponse;
import software.amazon.awssdk.services.iam.model.Policy;
import software.amazon.awssdk.services.iam.model.PolicyScopeType;
import software.amazon.awssdk.services.iam.model.PolicyVersion;

/** Managed policies with their versions and attachments, and inline policies. */
class PoliciesTest extends IamTest {
    private static final String SQS = "arn:aws:iam::aws:policy/AmazonSQSFullAccess";

    @Test
    void createsAPolicy() {
        Policy created = iam.createPolicy(r -> r.policyName("send")
                        .path("/team/")
                        .description("may send")
                        .policyDocument(DOCUMENT))
                .policy();

        assertThat(created.arn()).isEqualTo("arn:aws:iam::" + ACCOUNT + ":policy/team/send");
        assertThat(created.policyId()).matches("ANPA[A-Z2-7]{17}");
        assertThat(created.defaultVersionId()).isEqualTo("v1");
        assertThat(created.attachmentCount()).isZero();
        assertThat(created.isAttachable()).isTrue();
        assertThat(iam.getPolicy(r -> r.policyArn(created.arn())).policy().description())
                .isEqualTo("may send");
        assertThat(decoded(iam.getPolicyVersion(r -> r.policyArn(created.arn()).versionId("v1"))
                        .policyVersion()
                        .document()))
                .isEqualTo(DOCUMENT);
        assertRefused(
                () -> createPolicy("Send"),
                "EntityAlreadyExists",
                409,
                "A policy called Send already exists. Duplicate names are not allowed.");
    }

    @Test
    void keepsFiveVersions() {
        String arn = createPolicy("send");
        IntStream.range(0, 4)
                .forEach(i -> iam.createPolicyVersion(
                        r -> r.policyArn(arn).policyDocument(DOCUMENT).setAsDefault(i == 3)));

        assertLimitExceeded(
                () -> iam.createPolicyVersion(r -> r.policyArn(arn).policyDocument(DOCUMENT)),
                "A managed policy can have up to 5 versions. Before you create a new version, you must delete an"
                        + " existing version.");
        assertThat(iam.listPolicyVersionsPaginator(r -> r.policyArn(arn).maxItems(2))
                        .versions())
                .extracting(PolicyVersion::versionId)
                .containsExactly("v5", "v4", "v3", "v2", "v1");
        assertDeleteConflict(
                () -> iam.deletePolicyVersion(r -> r.policyArn(arn).versionId("v5")),
                "Cannot delete the default version of a policy.");
        iam.deletePolicyVersion(r -> r.policyArn(arn).versionId("v4"));
        assertThat(iam.createPolicyVersion(r -> r.policyArn(arn).policyDocument(DOCUMENT))
                        .policyVersion()
                        .versionId())
                .isEqualTo("v6");
    }

    @Test
    void putsAVersionInForce() {
        String arn = createPolicy("send");
        iam.createPolicyVersion(r -> r.policyArn(arn).policyDocument(DOCUMENT));

        iam.setDefaultPolicyVersion(r -> r.policyArn(arn).versionId("v2"));

        assertThat(iam.getPolicy(r -> r.policyArn(arn)).policy().defaultVersionId())
                .isEqualTo("v2");
        assertNoSuchEntity(
                () -> iam.setDefaultPolicyVersion(r -> r.policyArn(arn).versionId("v9")),
                "Policy " + arn + " version v9 does not exist or is not attachable.");
        assertDeleteConflict(
                () -> iam.deletePolicy(r -> r.policyArn(arn)),
                "This policy has more than one version. Before you delete a policy, you must delete the policy's"
                        + " versions. The default version is deleted with the policy.");
    }

    @Test
    void boundsTheSizeOfAManagedPolicy() {
        iam.createPolicy(r -> r.policyName("large").policyDocument(documentOfSize(6144) + "   "));

        assertLimitExceeded(
                () -> iam.createPolicy(r -> r.policyName("larger").policyDocument(documentOfSize(6145))),
                "Cannot exceed quota for PolicySize: 6144");
    }

    @ParameterizedTest
    @ValueSource(strings = {"not json", "[]", "{\"Version\":\"2012-10-17\"}"})
    void refusesADocumentThatIsNoPolicy(String document) {
        assertRefused(
                () -> iam.createPolicy(r -> r.policyName("bad").policyDocument(document)),
                "MalformedPolicyDocument",
                400,
                "Syntax errors in policy.");
    }

    @ParameterizedTest
    @CsvSource({
        "nothingbutaverylongname, ValidationError, 400, Invalid ARN:  Could not be parsed!",
        "arn:aws:sqs:us-east-1:000000000000:q, InvalidInput, 400, ARN arn:aws:sqs:us-east-1:000000000000:q is not valid.",
        "arn:aws:iam::aws:policy/NoSuchAccess, NoSuchEntity, 404,"
                + " Policy arn:aws:iam::aws:policy/NoSuchAccess does not exist or is not attachable.",
        "arn:aws:iam::000000000000:policy/none, NoSuchEntity, 404,"
                + " Policy arn:aws:iam::000000000000:policy/none does not exist or is not attachable."
    })
    void refusesToAttachWhatIsNoPolicy(String arn, String code, int status, String message) {
        iam.createUser(r -> r.userName("nora"));

        assertRefused(() -> iam.attachUserPolicy(r -> r.userName("nora").policyArn(arn)), code, status, message);
    }

    @Test
    void attachesPoliciesToUsersGroupsAndRoles() {
        String arn = createPolicy("send");
        iam.createUser(r -> r.userName("nora"));
        iam.createGroup(r -> r.groupName("team"));
        iam.createRole(r -> r.roleName("worker").path("/svc/").assumeRolePolicyDocument(TRUST));

        iam.attachUserPolicy(r -> r.userName("nora").policyArn(arn));
        iam.attachUserPolicy(r -> r.userName("nora").policyArn(arn));
        iam.attachGroupPolicy(r -> r.groupName("team").policyArn(arn));
        iam.attachRolePolicy(r -> r.roleName("worker").policyArn(arn));

        assertThat(iam.getPolicy(r -> r.policyArn(arn)).policy().attachmentCount())
                .isEqualTo(3);
        ListEntitiesForPolicyResponse entities = iam.listEntitiesForPolicy(r -> r.policyArn(arn));
        assertThat(entities.policyUsers()).hasSize(1);
        assertThat(entities.policyGroups()).hasSize(1);
        assertThat(entities.policyRoles()).hasSize(1);
        assertThat(iam.listEntitiesForPolicy(r -> r.policyArn(arn).pathPrefix("/svc/"))
                        .policyUsers())
                .isEmpty();
        assertDeleteConflict(
                () -> iam.deletePolicy(r -> r.policyArn(arn)), "Cannot delete a policy attached to entities.");

        iam.detachUserPolicy(r -> r.userName("nora").policyArn(arn));
        assertNoSuchEntity(
                () -> iam.detachUserPolicy(r -> r.userName("nora").policyArn(arn)),
                "Policy " + arn + " was not found.");
    }

    @Test
    void attachesTenPoliciesAtMost() {
        iam.createRole(r -> r.roleName("worker").assumeRolePolicyDocument(TRUST));
        IntStream.range(0, 10).forEach(i -> {
            String arn = createPolicy("p" + i);
            iam.attachRolePolicy(r -> r.roleName("worker").policyArn(arn));
        });

        assertLimitExceeded(
                () -> iam.attachRolePolicy(r -> r.roleName("worker").policyArn(SQS)),
                "Cannot exceed quota for PoliciesPerRole: 10");
        assertThat(iam.listAttachedRolePoliciesPaginator(
                                r -> r.roleName("worker").maxItems(3))
                        .attachedPolicies())
                .hasSize(10);
    }

    @Test
    void knowsPoliciesOfAws() {
        iam.createUser(r -> r.userName("nora"));
        iam.attachUserPolicy(r -> r.userName("nora").policyArn(SQS));

        assertThat(iam.listAttachedUserPolicies(r -> r.userName("nora")).attachedPolicies())
                .extracting(AttachedPolicy::policyName)
                .containsExactly("AmazonSQSFullAccess");
        assertThat(decoded(iam.getPolicyVersion(r -> r.policyArn(SQS)
                                .versionId(iam.getPolicy(p -> p.policyArn(SQS))
                                        .policy()
                                        .defaultVersionId()))
                        .policyVersion()
                        .document()))
                .contains("\"sqs:*\"");
        assertThat(iam.listPolicies(r -> r.scope(PolicyScopeType.AWS).onlyAttached(true))
                        .policies())
                .extracting(Policy::arn)
                .containsExactly(SQS);
        assertThat(iam.listPolicies(r -> r.scope(PolicyScopeType.LOCAL)).policies())
                .isEmpty();
        assertRefused(
                () -> iam.attachUserPolicy(r -> r.userName("nora")
                        .policyArn("arn:aws:iam::aws:policy/aws-service-role/CloudTrailServiceRolePolicy")),
                "PolicyNotAttachable",
                400,
                "Cannot attach a Service Role Policy to a Customer Role.");
    }

    @Test
    void embedsPolicies() {
        iam.createUser(r -> r.userName("nora"));
        iam.createGroup(r -> r.groupName("team"));
        iam.createRole(r -> r.roleName("worker").assumeRolePolicyDocument(TRUST));

        iam.putUserPolicy(r -> r.userName("nora").policyName("p").policyDocument(DOCUMENT));
        iam.putGroupPolicy(r -> r.groupName("team").policyName("p").policyDocument(DOCUMENT));
        iam.putRolePolicy(r -> r.roleName("worker").policyName("p").policyDocument(DOCUMENT));

        assertThat(decoded(iam.getUserPolicy(r -> r.userName("nora").policyName("p"))
                        .policyDocument()))
                .isEqualTo(DOCUMENT);
        assertThat(decoded(iam.getGroupPolicy(r -> r.groupName("team").policyName("p"))
                        .policyDocument()))
                .isEqualTo(DOCUMENT);
        assertThat(decoded(iam.getRolePolicy(r -> r.roleName("worker").policyName("p"))
                        .policyDocument()))
                .isEqualTo(DOCUMENT);
        assertNoSuchEntity(
                () -> iam.getUserPolicy(r -> r.userName("nora").policyName("q")),
                "The user policy with name q cannot be found.");
        assertNoSuchEntity(
                () -> iam.deleteGroupPolicy(r -> r.groupName("team").policyName("q")),
                "The group policy with name q cannot be found.");
        iam.deleteRolePolicy(r -> r.roleName("worker").policyName("p"));
        assertNoSuchEntity(
                () -> iam.deleteRolePolicy(r -> r.roleName("worker").policyName("p")),
                "The role policy with name p cannot be found.");
    }

    @Test
    void boundsAllInlinePoliciesTogether() {
        iam.createUser(r -> r.userName("nora"));
        iam.putUserPolicy(r -> r.userName("nora").policyName("a").policyDocument(documentOfSize(1024)));
        iam.putUserPolicy(r -> r.userName("nora").policyName("b").policyDocument(documentOfSize(1024)));
        iam.putUserPolicy(r -> r.userName("nora").policyName("b").policyDocument(documentOfSize(1024)));

        assertLimitExceeded(
                () -> iam.putUserPolicy(r -> r.userName("nora").policyName("c").policyDocument(DOCUMENT)),
                "Maximum policy size of 2048 bytes exceeded for user nora");
    }
}
