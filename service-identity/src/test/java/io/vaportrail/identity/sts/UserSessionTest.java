package io.vaportrail.identity.sts;

import static io.vaportrail.identity.sts.StsFixture.ACCOUNT;
import static io.vaportrail.identity.sts.StsFixture.OTHER;
import static io.vaportrail.identity.sts.StsFixture.assuming;
import static io.vaportrail.identity.sts.StsFixture.trustingAccount;
import static org.assertj.core.api.Assertions.assertThat;

import io.vaportrail.core.identity.Caller;
import io.vaportrail.model.sts.AssumeRootRequest;
import io.vaportrail.model.sts.AssumeRootResponse;
import io.vaportrail.model.sts.Credentials;
import io.vaportrail.model.sts.DecodeAuthorizationMessageRequest;
import io.vaportrail.model.sts.GetAccessKeyInfoRequest;
import io.vaportrail.model.sts.GetCallerIdentityRequest;
import io.vaportrail.model.sts.GetCallerIdentityResponse;
import io.vaportrail.model.sts.GetFederationTokenRequest;
import io.vaportrail.model.sts.GetFederationTokenResponse;
import io.vaportrail.model.sts.GetSessionTokenRequest;
import io.vaportrail.model.sts.PolicyDescriptorType;
import io.vaportrail.model.sts.StsService;
import java.time.Instant;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** GetSessionToken, GetFederationToken, AssumeRoot, and the questions about callers and keys. */
@NullUnmarked // what is missing in an answer fails the test
class UserSessionTest {
    private final StsFixture sts = new StsFixture();

    private Credentials session(GetSessionTokenRequest.Builder request) {
        return sts.call(StsService.GET_SESSION_TOKEN, request.build()).credentials();
    }

    @Test
    void givesAUserASessionOfItsOwn() {
        Credentials credentials = session(GetSessionTokenRequest.builder());

        Caller holder = sts.holderOf(credentials).caller();
        assertThat(credentials.expiration()).isEqualTo(sts.clock.now().plusSeconds(43_200));
        assertThat(holder.type()).isEqualTo(Caller.Type.IAM_USER);
        assertThat(holder.arn()).isEqualTo("arn:aws:iam::111122223333:user/sarah");
        assertThat(holder.userName()).isEqualTo("sarah");
        assertThat(holder.session())
                .isEqualTo(new Caller.Session(null, Instant.parse("2025-06-15T15:06:40Z"), false, null, false));
    }

    @Test
    void cutsTheSessionOfARootToAnHour() {
        sts.as(Caller.root(ACCOUNT, ACCOUNT));

        assertThat(session(GetSessionTokenRequest.builder().durationSeconds(129_600))
                        .expiration())
                .isEqualTo(sts.clock.now().plusSeconds(3_600));
    }

    @Test
    void notesASecondFactor() {
        Credentials credentials = session(GetSessionTokenRequest.builder()
                .serialNumber("arn:aws:iam::111122223333:mfa/sarah")
                .tokenCode("000000"));

        assertThat(sts.holderOf(credentials).caller().session().mfaAuthenticated())
                .isTrue();
    }

    @Test
    void givesNoSessionsToSessions() {
        sts.as(session(GetSessionTokenRequest.builder()));

        assertThat(sts.refused(
                        StsService.GET_SESSION_TOKEN,
                        GetSessionTokenRequest.builder().build()))
                .isEqualTo("403 AccessDenied: Cannot call GetSessionToken with session credentials");
        assertThat(sts.refused(
                        StsService.GET_FEDERATION_TOKEN,
                        GetFederationTokenRequest.builder().name("app").build()))
                .isEqualTo("403 AccessDenied: Cannot call GetFederationToken with session credentials");
    }

    @Test
    void vouchesForAFederatedUser() {
        GetFederationTokenResponse answer = sts.call(
                StsService.GET_FEDERATION_TOKEN,
                GetFederationTokenRequest.builder().name("app").build());

        Caller holder = sts.holderOf(answer.credentials()).caller();
        assertThat(answer.packedPolicySize()).isZero();
        assertThat(answer.federatedUser().arn()).isEqualTo("arn:aws:sts::111122223333:federated-user/app");
        assertThat(answer.federatedUser().federatedUserId()).isEqualTo("111122223333:app");
        assertThat(holder.type()).isEqualTo(Caller.Type.FEDERATED_USER);
        assertThat(holder.principalId()).isEqualTo("111122223333:app");
        assertThat(holder.session().issuer())
                .isEqualTo(new Caller.Issuer(
                        "IAMUser",
                        Caller.user(ACCOUNT, "sarah", "sarah").principalId(),
                        "arn:aws:iam::111122223333:user/sarah",
                        ACCOUNT,
                        "sarah"));
    }

    @Test
    void assumesTheRootOfAnAccountForATask() {
        AssumeRootRequest request = AssumeRootRequest.builder()
                .targetPrincipal(OTHER)
                .taskPolicyArn(PolicyDescriptorType.builder()
                        .arn("arn:aws:iam::aws:policy/root-task/SQSUnlockQueuePolicy")
                        .build())
                .build();

        AssumeRootResponse answer = sts.call(StsService.ASSUME_ROOT, request);

        Caller holder = sts.holderOf(answer.credentials()).caller();
        assertThat(holder.type()).isEqualTo(Caller.Type.ROOT);
        assertThat(holder.arn()).isEqualTo("arn:aws:iam::444455556666:root");
        assertThat(holder.session().assumedRoot()).isTrue();
        assertThat(answer.credentials().expiration()).isEqualTo(sts.clock.now().plusSeconds(900));
        assertThat(sts.holderOf(answer.credentials()).grant().narrowed()).isTrue();
        assertThat(sts.lastCall().audit().sharedWith()).containsExactly(OTHER);
    }

    @ParameterizedTest
    @CsvSource({
        "44445555666, arn:aws:iam::aws:policy/root-task/SQSUnlockQueuePolicy",
        "444455556666:root, arn:aws:iam::aws:policy/root-task/SQSUnlockQueuePolicy",
        "arn:aws:iam::444455556666:root, arn:aws:iam::aws:policy/AdministratorAccess"
    })
    void assumesNoRootForAnythingElse(String target, String task) {
        AssumeRootRequest request = AssumeRootRequest.builder()
                .targetPrincipal(target)
                .taskPolicyArn(PolicyDescriptorType.builder().arn(task).build())
                .build();

        assertThat(sts.refused(StsService.ASSUME_ROOT, request)).startsWith("400 ValidationError: ");
    }

    @Test
    void saysWhoCalls() {
        GetCallerIdentityRequest request = GetCallerIdentityRequest.builder().build();
        Credentials role = sts.assume(assuming(sts.role("Deployer", trustingAccount(ACCOUNT))))
                .credentials();

        GetCallerIdentityResponse root =
                sts.as(Caller.root(OTHER, OTHER)).call(StsService.GET_CALLER_IDENTITY, request);
        GetCallerIdentityResponse session = sts.as(role).call(StsService.GET_CALLER_IDENTITY, request);

        assertThat(root.arn()).isEqualTo("arn:aws:iam::444455556666:root");
        assertThat(root.userId()).isEqualTo(OTHER);
        assertThat(session.arn()).isEqualTo("arn:aws:sts::111122223333:assumed-role/Deployer/deploy");
        assertThat(session.userId()).isEqualTo("AROADeployer:deploy");
        assertThat(session.account()).isEqualTo(ACCOUNT);
    }

    @Test
    void saysWhoseAKeyIs() {
        Credentials credentials = session(GetSessionTokenRequest.builder());

        assertThat(accountOf(credentials.accessKeyId())).isEqualTo(ACCOUNT);
        assertThat(accountOf("AKIAIOSFODNN7EXAMPLE")).isEqualTo("000000000000");
        assertThat(accountOf("ASIAQAAAAAAAQAAAAAAA")).isEqualTo("000000000001");
        assertThat(accountOf("AKIAI44QH8DHBEXAMPLE")).isEqualTo("000000000000");
        assertThat(sts.refused(
                        StsService.GET_ACCESS_KEY_INFO,
                        GetAccessKeyInfoRequest.builder()
                                .accessKeyId("ASIA0189NOTBASE32VALUE")
                                .build()))
                .startsWith("403 InvalidClientTokenId");
    }

    private String accountOf(String key) {
        return sts.call(
                        StsService.GET_ACCESS_KEY_INFO,
                        GetAccessKeyInfoRequest.builder().accessKeyId(key).build())
                .account();
    }

    @Test
    void decodesNothing() {
        assertThat(sts.refused(
                        StsService.DECODE_AUTHORIZATION_MESSAGE,
                        DecodeAuthorizationMessageRequest.builder()
                                .encodedMessage("nonsense")
                                .build()))
                .isEqualTo("400 InvalidAuthorizationMessageException: Message is not valid");
    }
}
