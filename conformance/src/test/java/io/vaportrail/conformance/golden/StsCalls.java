package io.vaportrail.conformance.golden;

import static io.vaportrail.conformance.golden.GoldenWorld.ACCOUNT;
import static io.vaportrail.conformance.golden.GoldenWorld.OTHER_ACCOUNT;

import io.vaportrail.conformance.fixture.AwsError;
import io.vaportrail.conformance.fixture.IdentityTokens;
import java.time.Duration;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.Credentials;

/** Every kind of caller, and how each comes to be one. */
@SuppressWarnings("unchecked") // Builders of the SDK take consumers as varargs.
final class StsCalls {
    private StsCalls() {}

    static void sessions(GoldenWorld world) {
        IamClient iam = world.iam(ACCOUNT);
        String role = role(iam, "Deployer", "{\"AWS\":[\"" + ACCOUNT + "\",\"" + OTHER_ACCOUNT + "\"]}", "sts:*");
        iam.createUser(r -> r.userName("nora").path("/ops/"));
        String key = iam.createAccessKey(r -> r.userName("nora")).accessKey().accessKeyId();
        StsClient nora = world.sts(key);
        nora.getCallerIdentity();
        Credentials session = nora.assumeRole(r -> r.roleArn(role)
                        .roleSessionName("release")
                        .durationSeconds(900)
                        .sourceIdentity("nora")
                        .policy("{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"*\","
                                + "\"Resource\":\"*\"}]}")
                        .tags(t -> t.key("Project").value("shop"))
                        .transitiveTagKeys("Project"))
                .credentials();
        world.listQueues(session);
        world.sts(session).getCallerIdentity();
        world.listQueues(nora.getSessionToken(r -> r.durationSeconds(3600)).credentials());
        world.listQueues(nora.getFederationToken(r -> r.name("guest").durationSeconds(900))
                .credentials());
        nora.getAccessKeyInfo(r -> r.accessKeyId(key));
        world.listQueues(world.sts("sam@" + OTHER_ACCOUNT)
                .assumeRole(r -> r.roleArn(role).roleSessionName("visit"))
                .credentials());
        AwsError.of(() -> nora.assumeRole(
                r -> r.roleArn("arn:aws:iam::" + ACCOUNT + ":role/Nobody").roleSessionName("release")));
        AwsError.of(() -> nora.decodeAuthorizationMessage(r -> r.encodedMessage("none")));
        world.sqs("test").listQueues();
        world.sqs(ACCOUNT).listQueues();
    }

    static void federation(GoldenWorld world) {
        IamClient iam = world.iam(ACCOUNT);
        String provider = iam.createOpenIDConnectProvider(r -> r.url("https://token.example.com")
                        .clientIDList("sts.amazonaws.com")
                        .thumbprintList("a".repeat(40)))
                .openIDConnectProviderArn();
        String role = role(iam, "Builder", "{\"Federated\":\"" + provider + "\"}", "sts:AssumeRoleWithWebIdentity");
        String token = IdentityTokens.web("{\"iss\":\"https://token.example.com\",\"sub\":\"repo:acme/site\","
                + "\"aud\":\"sts.amazonaws.com\",\"exp\":"
                + GoldenWorld.NOW.plusSeconds(300).getEpochSecond() + "}");
        world.listQueues(world.unsignedSts()
                .assumeRoleWithWebIdentity(
                        r -> r.roleArn(role).roleSessionName("build").webIdentityToken(token))
                .credentials());
        AwsError.of(() -> world.unsignedSts()
                .assumeRoleWithWebIdentity(
                        r -> r.roleArn(role).roleSessionName("build").webIdentityToken("none")));
        world.listQueues(world.sts("sarah@" + ACCOUNT)
                .assumeRoot(r -> r.targetPrincipal(OTHER_ACCOUNT)
                        .taskPolicyArn(p -> p.arn("arn:aws:iam::aws:policy/root-task/SQSUnlockQueuePolicy")))
                .credentials());
    }

    static void saml(GoldenWorld world) {
        IamClient iam = world.iam(ACCOUNT);
        String provider = iam.createSAMLProvider(
                        r -> r.name("Corporate").samlMetadataDocument(IdentityTokens.samlMetadata()))
                .samlProviderArn();
        String role = role(iam, "Staff", "{\"Federated\":\"" + provider + "\"}", "sts:AssumeRoleWithSAML");
        String assertion = IdentityTokens.samlAssertion(role + "," + provider, GoldenWorld.NOW);
        world.listQueues(world.unsignedSts()
                .assumeRoleWithSAML(r -> r.roleArn(role).principalArn(provider).samlAssertion(assertion))
                .credentials());
        world.pass(Duration.ofMinutes(6));
        AwsError.of(() -> world.unsignedSts()
                .assumeRoleWithSAML(r -> r.roleArn(role).principalArn(provider).samlAssertion(assertion)));
        AwsError.of(() -> world.unsignedSts()
                .assumeRoleWithSAML(r -> r.roleArn(role).principalArn(provider).samlAssertion("none")));
        StsClient sarah = world.sts("sarah@" + ACCOUNT);
        AwsError.of(() -> sarah.getWebIdentityToken(
                r -> r.audience("https://api.example.com").signingAlgorithm("ES384")));
        iam.enableOutboundWebIdentityFederation(r -> {});
        sarah.getWebIdentityToken(r -> r.audience("https://api.example.com").signingAlgorithm("ES384"));
        AwsError.of(() -> sarah.getDelegatedAccessToken(r -> r.tradeInToken("a-token")));
    }

    static String role(IamClient iam, String name, String principal, String action) {
        String trust = "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":" + principal
                + ",\"Action\":\"" + action + "\"}]}";
        return iam.createRole(r -> r.roleName(name).assumeRolePolicyDocument(trust))
                .role()
                .arn();
    }
}
