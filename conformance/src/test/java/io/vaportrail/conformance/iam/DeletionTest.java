package io.vaportrail.conformance.iam;

import static org.assertj.core.api.Assertions.assertThat;

import io.vaportrail.conformance.fixture.AwsError;
import org.junit.jupiter.api.Test;

/** What still hangs on something must be taken off before it can be deleted. */
final class DeletionTest extends IamTest {
    private static final String INLINE = "Cannot delete entity, must delete policies first.";
    private static final String ATTACHED = "Cannot delete entity, must detach all policies first.";

    @Test
    void ofAGroup() {
        iam.createUser(r -> r.userName("nora"));
        iam.createGroup(r -> r.groupName("team"));
        String policy = createPolicy("send");
        iam.addUserToGroup(r -> r.groupName("team").userName("nora"));
        iam.putGroupPolicy(r -> r.groupName("team").policyName("own").policyDocument(DOCUMENT));
        iam.attachGroupPolicy(r -> r.groupName("team").policyArn(policy));

        assertDeleteConflict(
                () -> iam.deleteGroup(r -> r.groupName("team")),
                "Cannot delete entity, must remove users from group first.");
        iam.removeUserFromGroup(r -> r.groupName("team").userName("nora"));
        assertDeleteConflict(() -> iam.deleteGroup(r -> r.groupName("team")), INLINE);
        iam.deleteGroupPolicy(r -> r.groupName("team").policyName("own"));
        assertDeleteConflict(() -> iam.deleteGroup(r -> r.groupName("team")), ATTACHED);
        iam.detachGroupPolicy(r -> r.groupName("team").policyArn(policy));
        iam.deleteGroup(r -> r.groupName("team"));

        assertNoSuchEntity(() -> iam.getGroup(r -> r.groupName("team")), "The group with name team cannot be found.");
    }

    /** Tools look for keys and certificates before they delete a user. */
    @Test
    void findsNothingUploaded() {
        iam.createUser(r -> r.userName("nora"));

        assertThat(iam.listSSHPublicKeys(r -> r.userName("nora")).sshPublicKeys())
                .isEmpty();
        assertThat(iam.listSigningCertificates(r -> r.userName("nora")).certificates())
                .isEmpty();
        assertThat(iam.listServerCertificates().serverCertificateMetadataList()).isEmpty();
        assertNoSuchEntity(
                () -> iam.listSSHPublicKeys(r -> r.userName("sam")), "The user with name sam cannot be found.");
        assertThat(AwsError.of(() ->
                                iam.uploadSSHPublicKey(r -> r.userName("nora").sshPublicKeyBody("ssh-rsa AAAA")))
                        .code())
                .isEqualTo("NotImplemented");
    }

    @Test
    void ofARole() {
        iam.createRole(r -> r.roleName("worker").assumeRolePolicyDocument(TRUST));
        String policy = createPolicy("send");
        iam.putRolePolicy(r -> r.roleName("worker").policyName("own").policyDocument(DOCUMENT));
        iam.attachRolePolicy(r -> r.roleName("worker").policyArn(policy));

        assertDeleteConflict(() -> iam.deleteRole(r -> r.roleName("worker")), INLINE);
        iam.deleteRolePolicy(r -> r.roleName("worker").policyName("own"));
        assertDeleteConflict(() -> iam.deleteRole(r -> r.roleName("worker")), ATTACHED);
        iam.detachRolePolicy(r -> r.roleName("worker").policyArn(policy));
        iam.deleteRole(r -> r.roleName("worker"));

        assertNoSuchEntity(
                () -> iam.deleteRole(r -> r.roleName("worker")), "The role with name worker cannot be found.");
    }

    @Test
    void ofAPolicy() {
        iam.createUser(r -> r.userName("nora"));
        String policy = createPolicy("send");
        iam.attachUserPolicy(r -> r.userName("nora").policyArn(policy));
        iam.createPolicyVersion(r -> r.policyArn(policy).policyDocument(DOCUMENT));

        assertDeleteConflict(
                () -> iam.deletePolicy(r -> r.policyArn(policy)), "Cannot delete a policy attached to entities.");
        iam.detachUserPolicy(r -> r.userName("nora").policyArn(policy));
        assertDeleteConflict(
                () -> iam.deletePolicy(r -> r.policyArn(policy)),
                "This policy has more than one version. Before you delete a policy, you must delete the policy's"
                        + " versions. The default version is deleted with the policy.");
        iam.deletePolicyVersion(r -> r.policyArn(policy).versionId("v2"));
        iam.deletePolicy(r -> r.policyArn(policy));

        assertNoSuchEntity(() -> iam.getPolicy(r -> r.policyArn(policy)), "Policy " + policy + " was not found.");
        assertNoSuchEntity(() -> iam.deletePolicy(r -> r.policyArn(policy)), "Policy " + policy + " was not found.");
    }

    @Test
    void ofWhatIsNotThere() {
        iam.createUser(r -> r.userName("nora"));
        iam.createGroup(r -> r.groupName("team"));
        String policy = createPolicy("send");

        assertNoSuchEntity(
                () -> iam.deleteUserPolicy(r -> r.userName("nora").policyName("own")),
                "The user policy with name own cannot be found.");
        assertNoSuchEntity(
                () -> iam.detachUserPolicy(r -> r.userName("nora").policyArn(policy)),
                "Policy " + policy + " was not found.");
        assertNoSuchEntity(
                () -> iam.deleteLoginProfile(r -> r.userName("nora")), "Login Profile for User nora cannot be found.");
        assertThat(iam.listGroupsForUser(r -> r.userName("nora")).groups()).isEmpty();
    }
}
