package io.vaportrail.conformance.iam;

import static org.assertj.core.api.Assertions.assertThat;

import io.vaportrail.conformance.fixture.AwsError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.iam.model.AttachedPolicy;
import software.amazon.awssdk.services.iam.model.Role;

/** Roles, service-linked ones among them. */
class RolesTest extends IamTest {
    @Test
    void createsARole() {
        Role created = iam.createRole(r ->
                        r.roleName("worker").path("/svc/").description("works").assumeRolePolicyDocument(TRUST))
                .role();

        assertThat(created.arn()).isEqualTo("arn:aws:iam::" + ACCOUNT + ":role/svc/worker");
        assertThat(created.roleId()).matches("AROA[A-Z2-7]{17}");
        assertThat(decoded(created.assumeRolePolicyDocument())).isEqualTo(TRUST);
        assertThat(created.maxSessionDuration()).isNull();

        Role read = iam.getRole(r -> r.roleName("worker")).role();
        assertThat(read.maxSessionDuration()).isEqualTo(3600);
        assertThat(read.description()).isEqualTo("works");
        assertThat(read.roleLastUsed()).isNotNull();
        assertThat(read.roleLastUsed().lastUsedDate()).isNull();
    }

    @Test
    void encodesTheDocumentOfAnswers() {
        String document = TRUST.replace(
                "\"Action\"", "\"Condition\":{\"StringEquals\":{\"aws:SourceArn\":\"a%3Ab* ~\"}},\"Action\"");

        String answered = iam.createRole(r -> r.roleName("worker").assumeRolePolicyDocument(document))
                .role()
                .assumeRolePolicyDocument();

        assertThat(answered).contains("a%253Ab%2A%20~").doesNotContain("+");
        assertThat(decoded(answered)).isEqualTo(document);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"Version\":\"2012-10-17\",}|This policy contains invalid Json",
                "{}|Syntax errors in policy.",
                "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"sts:AssumeRole\"}]}"
                        + "|Missing required field Principal"
            })
    void refusesATrustPolicyThatCannotBeRead(String document, String message) {
        assertRefused(
                () -> iam.createRole(r -> r.roleName("worker").assumeRolePolicyDocument(document)),
                "MalformedPolicyDocument",
                400,
                message);
        assertThat(iam.listRoles().roles()).isEmpty();
    }

    @Test
    void boundsTheSizeOfTheTrustPolicy() {
        String padding = "x".repeat(2048 - TRUST.length() - "\"Sid\":\"\",".length());
        String largest = TRUST.replace("\"Effect\"", "\"Sid\":\"" + padding + "\",\"Effect\"");
        String spaced = largest.replace(",", " ,\n ");

        iam.createRole(r -> r.roleName("worker").assumeRolePolicyDocument(spaced));

        assertLimitExceeded(
                () -> iam.createRole(
                        r -> r.roleName("other").assumeRolePolicyDocument(largest.replace("Sid\":\"", "Sid\":\"x"))),
                "Cannot exceed quota for ACLSizePerRole: 2048");
    }

    @Test
    void boundsTheDurationOfSessions() {
        iam.createRole(r -> r.roleName("short").assumeRolePolicyDocument(TRUST).maxSessionDuration(3600));
        iam.createRole(r -> r.roleName("long").assumeRolePolicyDocument(TRUST).maxSessionDuration(43200));

        assertThat(AwsError.of(() -> iam.updateRole(r -> r.roleName("long").maxSessionDuration(43201)))
                        .code())
                .isEqualTo("ValidationError");
        assertThat(AwsError.of(() -> iam.updateRole(r -> r.roleName("long").maxSessionDuration(3599)))
                        .code())
                .isEqualTo("ValidationError");
    }

    @Test
    void changesARole() {
        iam.createRole(r -> r.roleName("worker").assumeRolePolicyDocument(TRUST).description("old"));
        String trust = TRUST.replace("lambda", "ec2");

        iam.updateRole(r -> r.roleName("worker").maxSessionDuration(7200));
        iam.updateAssumeRolePolicy(r -> r.roleName("worker").policyDocument(trust));
        Role described = iam.updateRoleDescription(r -> r.roleName("worker").description("new"))
                .role();

        assertThat(described.description()).isEqualTo("new");
        assertThat(described.maxSessionDuration()).isEqualTo(7200);
        assertThat(decoded(described.assumeRolePolicyDocument())).isEqualTo(trust);
    }

    @Test
    void setsAPermissionsBoundary() {
        iam.createRole(r -> r.roleName("worker").assumeRolePolicyDocument(TRUST));
        String boundary = createPolicy("limits");

        iam.putRolePermissionsBoundary(r -> r.roleName("worker").permissionsBoundary(boundary));

        Role read = iam.getRole(r -> r.roleName("worker")).role();
        assertThat(read.permissionsBoundary().permissionsBoundaryArn()).isEqualTo(boundary);
        assertThat(iam.listRoles().roles().get(0).permissionsBoundary()).isNull();
        assertDeleteConflict(
                () -> iam.deletePolicy(r -> r.policyArn(boundary)), "Cannot delete a policy attached to entities.");
        assertNoSuchEntity(
                () -> iam.putRolePermissionsBoundary(r -> r.roleName("worker").permissionsBoundary(boundary + "x")),
                "Scope ARN: " + boundary + "x does not exist or is not attachable.");
        iam.deleteRolePermissionsBoundary(r -> r.roleName("worker"));
        iam.deletePolicy(r -> r.policyArn(boundary));
    }

    @Test
    void deletesARoleWhenNoInstanceProfileHasIt() {
        iam.createRole(r -> r.roleName("worker").assumeRolePolicyDocument(TRUST));
        iam.createInstanceProfile(r -> r.instanceProfileName("machine"));
        iam.addRoleToInstanceProfile(r -> r.instanceProfileName("machine").roleName("worker"));

        String demand = "Cannot delete entity, must remove roles from instance profile first.";
        assertDeleteConflict(() -> iam.deleteRole(r -> r.roleName("worker")), demand);
        assertDeleteConflict(() -> iam.deleteInstanceProfile(r -> r.instanceProfileName("machine")), demand);
        assertThat(iam.listInstanceProfilesForRole(r -> r.roleName("worker")).instanceProfiles())
                .hasSize(1);
        assertLimitExceeded(
                () -> iam.addRoleToInstanceProfile(
                        r -> r.instanceProfileName("machine").roleName("worker")),
                "Cannot exceed quota for InstanceSessionsPerInstanceProfile: 1");

        iam.removeRoleFromInstanceProfile(r -> r.instanceProfileName("machine").roleName("worker"));
        iam.deleteRole(r -> r.roleName("worker"));
        iam.deleteInstanceProfile(r -> r.instanceProfileName("machine"));
        assertNoSuchEntity(
                () -> iam.getInstanceProfile(r -> r.instanceProfileName("machine")),
                "Instance Profile machine cannot be found.");
    }

    @ParameterizedTest
    @CsvSource({
        "waf.amazonaws.com, AWSServiceRoleForWAFLogging, WAFLoggingServiceRolePolicy",
        "cloudtrail.amazonaws.com, AWSServiceRoleForCloudTrail, CloudTrailServiceRolePolicy",
        "lex.amazonaws.com, AWSServiceRoleForLexBots, AmazonLexBotPolicy"
    })
    void createsAServiceLinkedRole(String service, String name, String policy) {
        iam.createServiceLinkedRole(r -> r.awsServiceName(service));

        Role role = iam.getRole(r -> r.roleName(name)).role();
        assertThat(role.path()).isEqualTo("/aws-service-role/" + service + "/");
        assertThat(decoded(role.assumeRolePolicyDocument())).contains("\"Service\":\"" + service + "\"");
        assertThat(iam.listAttachedRolePolicies(r -> r.roleName(name)).attachedPolicies())
                .extracting(AttachedPolicy::policyArn)
                .containsExactly("arn:aws:iam::aws:policy/aws-service-role/" + policy);
        assertRefused(
                () -> iam.deleteRole(r -> r.roleName(name)),
                "UnmodifiableEntity",
                400,
                "Cannot perform the operation on the protected role '" + name
                        + "' - this role is only modifiable by AWS");
        String task = iam.deleteServiceLinkedRole(r -> r.roleName(name)).deletionTaskId();
        assertThat(iam.getServiceLinkedRoleDeletionStatus(r -> r.deletionTaskId(task))
                        .statusAsString())
                .isEqualTo("SUCCEEDED");
        assertNoSuchEntity(
                () -> iam.getRole(r -> r.roleName(name)), "The role with name " + name + " cannot be found.");
    }

    @Test
    void takesASuffixWhereTheServiceDoes() {
        iam.createServiceLinkedRole(
                r -> r.awsServiceName("autoscaling.amazonaws.com").customSuffix("batch"));

        assertThat(iam.getRole(r -> r.roleName("AWSServiceRoleForAutoScaling_batch"))
                        .role()
                        .roleName())
                .endsWith("_batch");
        assertRefused(
                () -> iam.createServiceLinkedRole(
                        r -> r.awsServiceName("waf.amazonaws.com").customSuffix("batch")),
                "InvalidInput",
                400,
                "Custom suffix is not allowed for waf.amazonaws.com");
    }
}
