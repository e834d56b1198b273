package io.vaportrail.conformance.golden;

import static io.vaportrail.conformance.golden.GoldenWorld.ACCOUNT;

import io.vaportrail.conformance.fixture.AwsError;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.StatusType;

/** What is done with identities and their policies. */
@SuppressWarnings("unchecked") // Builders of the SDK take consumers as varargs.
final class IamCalls {
    private static final String ALLOW = "{\"Version\":\"2012-10-17\",\"Statement\":"
            + "[{\"Effect\":\"Allow\",\"Action\":\"sqs:*\",\"Resource\":\"*\"}]}";

    private IamCalls() {}

    static void users(GoldenWorld world) {
        IamClient iam = world.iam(ACCOUNT);
        iam.createAccountAlias(r -> r.accountAlias("shop-test"));
        iam.createUser(
                r -> r.userName("nora").path("/ops/").tags(t -> t.key("Team").value("billing")));
        iam.createGroup(r -> r.groupName("senders"));
        iam.addUserToGroup(r -> r.groupName("senders").userName("nora"));
        iam.listGroupsForUser(r -> r.userName("nora"));
        String key = iam.createAccessKey(r -> r.userName("nora")).accessKey().accessKeyId();
        iam.updateAccessKey(r -> r.userName("nora").accessKeyId(key).status(StatusType.INACTIVE));
        iam.listAccessKeys(r -> r.userName("nora"));
        iam.getAccessKeyLastUsed(r -> r.accessKeyId(key));
        iam.createLoginProfile(
                r -> r.userName("nora").password("Hunter-2-Hunter").passwordResetRequired(false));
        iam.updateLoginProfile(r -> r.userName("nora").password("Hunter-3-Hunter"));
        iam.getLoginProfile(r -> r.userName("nora"));
        iam.createVirtualMFADevice(r -> r.virtualMFADeviceName("phone"));
        iam.listVirtualMFADevices(r -> {});
        iam.createServiceSpecificCredential(r -> r.userName("nora").serviceName("codecommit.amazonaws.com"));
        iam.putUserPolicy(r -> r.userName("nora").policyName("own").policyDocument(ALLOW));
        iam.getUserPolicy(r -> r.userName("nora").policyName("own"));
        iam.attachUserPolicy(r -> r.userName("nora").policyArn("arn:aws:iam::aws:policy/ReadOnlyAccess"));
        iam.detachUserPolicy(r -> r.userName("nora").policyArn("arn:aws:iam::aws:policy/ReadOnlyAccess"));
        iam.getUser(r -> r.userName("nora"));
        iam.updateUser(r -> r.userName("nora").newPath("/dev/"));
        iam.tagUser(r -> r.userName("nora").tags(t -> t.key("Stage").value("test")));
        iam.untagUser(r -> r.userName("nora").tagKeys("Stage"));
        iam.listUsers(r -> r.pathPrefix("/dev/"));
        iam.deleteLoginProfile(r -> r.userName("nora"));
        iam.deleteAccessKey(r -> r.userName("nora").accessKeyId(key));
        AwsError.of(() -> iam.deleteUser(r -> r.userName("nora")));
        AwsError.of(() -> iam.getUser(r -> r.userName("nobody")));
        AwsError.of(() -> iam.createUser(r -> r.userName("nora")));
    }

    static void roles(GoldenWorld world) {
        IamClient iam = world.iam("sarah@" + ACCOUNT);
        StsCalls.role(iam, "Plain", "{\"Service\":\"sqs.amazonaws.com\"}", "sts:AssumeRole");
        String trust = "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":"
                + "{\"Service\":\"ec2.amazonaws.com\"},\"Action\":\"sts:AssumeRole\"}]}";
        iam.createRole(r -> r.roleName("Worker")
                .path("/jobs/")
                .description("does the work")
                .maxSessionDuration(7200)
                .assumeRolePolicyDocument(trust)
                .tags(t -> t.key("Team").value("billing")));
        iam.getRole(r -> r.roleName("Worker"));
        iam.putRolePolicy(r -> r.roleName("Worker").policyName("own").policyDocument(ALLOW));
        iam.getRolePolicy(r -> r.roleName("Worker").policyName("own"));
        iam.listRolePolicies(r -> r.roleName("Worker"));
        iam.attachRolePolicy(r -> r.roleName("Worker").policyArn("arn:aws:iam::aws:policy/ReadOnlyAccess"));
        iam.listAttachedRolePolicies(r -> r.roleName("Worker"));
        iam.updateAssumeRolePolicy(r -> r.roleName("Worker").policyDocument(trust));
        iam.updateRole(r -> r.roleName("Worker").maxSessionDuration(3600));
        iam.createInstanceProfile(r -> r.instanceProfileName("Worker"));
        iam.addRoleToInstanceProfile(r -> r.instanceProfileName("Worker").roleName("Worker"));
        iam.getInstanceProfile(r -> r.instanceProfileName("Worker"));
        iam.listInstanceProfilesForRole(r -> r.roleName("Worker"));
        iam.removeRoleFromInstanceProfile(r -> r.instanceProfileName("Worker").roleName("Worker"));
        iam.deleteInstanceProfile(r -> r.instanceProfileName("Worker"));
        iam.listRoles(r -> {});
        iam.deleteRolePolicy(r -> r.roleName("Worker").policyName("own"));
        AwsError.of(() -> iam.deleteRole(r -> r.roleName("Worker")));
        AwsError.of(() -> iam.createRole(r -> r.roleName("Broken").assumeRolePolicyDocument("{}")));
        AwsError.of(() -> iam.getInstanceProfile(r -> r.instanceProfileName("Worker")));
    }

    static void policies(GoldenWorld world) {
        IamClient iam = world.iam("sarah@" + ACCOUNT);
        String arn = iam.createPolicy(r -> r.policyName("send")
                        .path("/shop/")
                        .description("sends")
                        .policyDocument(ALLOW)
                        .tags(t -> t.key("Team").value("billing")))
                .policy()
                .arn();
        iam.createPolicyVersion(r -> r.policyArn(arn).policyDocument(ALLOW).setAsDefault(true));
        iam.getPolicy(r -> r.policyArn(arn));
        iam.getPolicyVersion(r -> r.policyArn(arn).versionId("v1"));
        iam.listPolicyVersions(r -> r.policyArn(arn));
        iam.setDefaultPolicyVersion(r -> r.policyArn(arn).versionId("v1"));
        iam.deletePolicyVersion(r -> r.policyArn(arn).versionId("v2"));
        iam.listPolicies(r -> r.scope("Local"));
        iam.listEntitiesForPolicy(r -> r.policyArn(arn));
        iam.simulateCustomPolicy(r -> r.policyInputList(ALLOW).actionNames("sqs:SendMessage"));
        iam.updateAccountPasswordPolicy(r -> r.minimumPasswordLength(12).requireSymbols(true));
        iam.getAccountPasswordPolicy();
        iam.getAccountSummary();
        iam.getAccountAuthorizationDetails(r -> {});
        iam.createSAMLProvider(r -> r.name("corp")
                .samlMetadataDocument("<EntityDescriptor xmlns=\"urn:oasis:names:tc:SAML:2.0:metadata\""
                        + " entityID=\"https://idp.example.com\"><IDPSSODescriptor/>" + " ".repeat(1000)
                        + "</EntityDescriptor>"));
        iam.listSAMLProviders();
        iam.deletePolicy(r -> r.policyArn(arn));
        AwsError.of(() -> iam.createPolicy(r -> r.policyName("broken").policyDocument("{}")));
    }
}
