package io.vaportrail.conformance.iam.enforce;

import static io.vaportrail.conformance.iam.enforce.Household.allow;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.vaportrail.conformance.fixture.AwsError;
import io.vaportrail.conformance.fixture.Clients;
import io.vaportrail.conformance.fixture.EmulatorTest;
import io.vaportrail.conformance.fixture.TestEmulator;
import io.vaportrail.core.service.IamMode;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.Credentials;

/** What the kinds of temporary credentials can and cannot do. */
@EmulatorTest(iam = IamMode.ENFORCE)
final class SessionReachTest {
    private static final AwsError INVALID =
            new AwsError("InvalidClientTokenId", 403, "The security token included in the request is invalid.");

    private final TestEmulator emulator;
    private final Clients clients;

    SessionReachTest(TestEmulator emulator) {
        this.emulator = emulator;
        this.clients = emulator.clients();
    }

    private static StaticCredentialsProvider provider(Credentials session) {
        return StaticCredentialsProvider.create(
                AwsSessionCredentials.create(session.accessKeyId(), session.secretAccessKey(), session.sessionToken()));
    }

    @Test
    void aUsersOwnSessionOpensNoIamWithoutASecondFactor() {
        Household home = new Household(emulator);
        String key = home.user("sarah", allow("*"));
        Credentials session = clients.sts(key).getSessionToken().credentials();

        assertThatCode(() -> home.send(session)).doesNotThrowAnyException();
        try (var iam = clients.iam(provider(session))) {
            assertThat(AwsError.of(iam::listUsers)).isEqualTo(INVALID);
        }
    }

    @Test
    void aFederatedUserHasWhatTheUserAndTheSessionPolicyAllow() {
        Household home = new Household(emulator);
        String key = home.user("sarah", allow("sqs:*") + "," + allow("sts:*"));
        Credentials bare =
                clients.sts(key).getFederationToken(r -> r.name("guest")).credentials();
        Credentials narrowed = clients.sts(key)
                .getFederationToken(
                        r -> r.name("guest").policy(Household.policy(allow("sqs:SendMessage") + "," + allow("sns:*"))))
                .credentials();

        assertThat(AwsError.of(() -> home.send(bare)).message())
                .startsWith("User: arn:aws:sts::" + Household.ACCOUNT + ":federated-user/guest is not authorized");
        assertThatCode(() -> home.send(narrowed)).doesNotThrowAnyException();
        assertThat(AwsError.of(() -> clients.sqs(narrowed).purgeQueue(r -> r.queueUrl(home.queueUrl())))
                        .message())
                .endsWith("because no session policy allows the sqs:purgequeue action");
        home.queuePolicy(Household.grant(
                "Allow", "{'AWS':'arn:aws:sts::" + Household.ACCOUNT + ":federated-user/guest'}", "sqs:SendMessage"));
        assertThatCode(() -> home.send(bare)).doesNotThrowAnyException();
    }

    @Test
    void aFederatedUserOpensNeitherIamNorSts() {
        Household home = new Household(emulator);
        String key = home.user("sarah", allow("*"));
        Credentials session = clients.sts(key)
                .getFederationToken(r -> r.name("guest").policy(Household.policy(allow("*"))))
                .credentials();

        try (StsClient sts = clients.sts(provider(session));
                var iam = clients.iam(provider(session))) {
            assertThat(sts.getCallerIdentity().arn())
                    .isEqualTo("arn:aws:sts::" + Household.ACCOUNT + ":federated-user/guest");
            assertThat(AwsError.of(() -> sts.assumeRole(
                            r -> r.roleArn("arn:aws:iam::000000000000:role/a").roleSessionName("job"))))
                    .isEqualTo(INVALID);
            assertThat(AwsError.of(iam::listUsers)).isEqualTo(INVALID);
        }
    }

    @Test
    void anAssumedRootDoesItsTaskAlone() {
        Household home = new Household(emulator);
        home.queuePolicy(Household.grant("Deny", "'*'", "sqs:*"));
        Credentials session = clients.sts("admin@" + Household.OTHER_ACCOUNT)
                .assumeRoot(r -> r.targetPrincipal(Household.ACCOUNT)
                        .taskPolicyArn(p -> p.arn("arn:aws:iam::aws:policy/root-task/SQSUnlockQueuePolicy")))
                .credentials();

        assertThat(AwsError.of(() -> home.send(session)).code()).isEqualTo("AccessDenied");
        try (var iam = clients.iam(provider(session))) {
            assertThat(AwsError.of(iam::listUsers).message())
                    .contains("iam:ListUsers")
                    .contains("session policy");
        }
    }
}
