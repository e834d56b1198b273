package io.vaportrail.conformance.sts;

import static io.vaportrail.conformance.sts.StsWorld.ACCOUNT;
import static io.vaportrail.conformance.sts.StsWorld.OTHER;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.vaportrail.conformance.fixture.AwsError;
import io.vaportrail.conformance.fixture.EmulatorTest;
import io.vaportrail.conformance.fixture.IdentityTokens;
import io.vaportrail.conformance.fixture.TestEmulator;
import io.vaportrail.conformance.fixture.Wire;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.services.iam.model.Role;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.AssumeRoleWithSamlResponse;
import software.amazon.awssdk.services.sts.model.AssumeRoleWithWebIdentityResponse;
import software.amazon.awssdk.services.sts.model.Credentials;

/** Sessions of users, of those whom they vouch for, of roots, and of those with tokens and assertions. */
@EmulatorTest
class OtherSessionsTest {
    private StsWorld world;

    @BeforeEach
    void connect(TestEmulator emulator) {
        world = new StsWorld(emulator);
    }

    @Test
    void recordsAUsersSession() {
        Credentials credentials = world.sarah().getSessionToken().credentials();

        JsonNode identity = world.identityOf(credentials);

        assertThat(identity.get("type").asText()).isEqualTo("IAMUser");
        assertThat(identity.get("userName").asText()).isEqualTo("sarah");
        assertThat(identity.get("accessKeyId").asText()).isEqualTo(credentials.accessKeyId());
        assertThat(identity.get("sessionContext").toString())
                .isEqualTo("{\"attributes\":{\"creationDate\":\""
                        + credentials.expiration().minusSeconds(43_200) + "\",\"mfaAuthenticated\":\"false\"}}");
        JsonNode record = world.trail.record("eventName=GetSessionToken");
        assertThat(record.at("/responseElements/credentials/accessKeyId").asText())
                .isEqualTo(credentials.accessKeyId());
        assertThat(record.toString()).doesNotContain(credentials.secretAccessKey());
    }

    @Test
    void recordsAFederatedUser() {
        Credentials credentials =
                world.sarah().getFederationToken(r -> r.name("app")).credentials();

        JsonNode identity = world.identityOf(credentials);

        assertThat(identity.get("type").asText()).isEqualTo("FederatedUser");
        assertThat(identity.get("principalId").asText()).isEqualTo("111122223333:app");
        assertThat(identity.get("arn").asText()).isEqualTo("arn:aws:sts::111122223333:federated-user/app");
        assertThat(identity.at("/sessionContext/sessionIssuer/type").asText()).isEqualTo("IAMUser");
        assertThat(identity.at("/sessionContext/sessionIssuer/arn").asText())
                .isEqualTo("arn:aws:iam::111122223333:user/sarah");
        JsonNode record = world.trail.record("eventName=GetFederationToken");
        assertThat(record.get("readOnly").asBoolean()).isFalse();
        assertThat(record.at("/responseElements/federatedUser").toString())
                .isEqualTo("{\"federatedUserId\":\"111122223333:app\","
                        + "\"arn\":\"arn:aws:sts::111122223333:federated-user/app\"}");
        assertThat(record.at("/responseElements/packedPolicySize").asInt()).isZero();
    }

    @Test
    void recordsAnAssumedRoot() {
        Credentials credentials = world.sarah()
                .assumeRoot(r -> r.targetPrincipal(OTHER)
                        .taskPolicyArn(p -> p.arn("arn:aws:iam::aws:policy/root-task/SQSUnlockQueuePolicy")))
                .credentials();

        JsonNode identity = world.identityOf(credentials);

        assertThat(identity.get("type").asText()).isEqualTo("Root");
        assertThat(identity.get("arn").asText()).isEqualTo("arn:aws:iam::444455556666:root");
        assertThat(identity.at("/sessionContext/assumedRoot").asText()).isEqualTo("true");
        assertThat(world.trail.records("eventName=AssumeRoot"))
                .extracting(r -> r.get("recipientAccountId").asText())
                .containsExactlyInAnyOrder(ACCOUNT, OTHER);
    }

    @Test
    void recordsWhoComesWithAToken() {
        String provider = world.iam()
                .createOpenIDConnectProvider(r -> r.url("https://token.example.com")
                        .clientIDList("sts.amazonaws.com")
                        .thumbprintList("a".repeat(40)))
                .openIDConnectProviderArn();
        Role role = world.role("Builder", "{\"Federated\":\"" + provider + "\"}", "\"sts:AssumeRoleWithWebIdentity\"");
        long now = world.emulator.now().getEpochSecond();
        String token = IdentityTokens.web("{\"iss\":\"https://token.example.com\",\"sub\":\"repo:acme/site\","
                + "\"aud\":\"sts.amazonaws.com\",\"exp\":" + (now + 300) + "}");

        AssumeRoleWithWebIdentityResponse answer;
        try (StsClient nobody = world.emulator.clients().sts(AnonymousCredentialsProvider.create())) {
            answer = nobody.assumeRoleWithWebIdentity(
                    r -> r.roleArn(role.arn()).roleSessionName("build").webIdentityToken(token));
        }

        JsonNode record = world.trail.record("eventName=AssumeRoleWithWebIdentity");
        assertThat(record.get("userIdentity").toString())
                .isEqualTo("{\"type\":\"WebIdentityUser\",\"principalId\":\"" + provider
                        + ":sts.amazonaws.com:repo:acme/site\",\"userName\":\"repo:acme/site\","
                        + "\"identityProvider\":\"" + provider + "\"}");
        assertThat(record.get("recipientAccountId").asText()).isEqualTo(ACCOUNT);
        assertThat(record.get("requestParameters").toString())
                .isEqualTo("{\"roleArn\":\"" + role.arn() + "\",\"roleSessionName\":\"build\"}");
        assertThat(record.at("/responseElements/subjectFromWebIdentityToken").asText())
                .isEqualTo("repo:acme/site");
        assertThat(record.at("/responseElements/provider").asText()).isEqualTo(provider);
        assertThat(record.toString()).doesNotContain(token);
        assertThat(world.identityOf(answer.credentials()).get("arn").asText())
                .isEqualTo("arn:aws:sts::111122223333:assumed-role/Builder/build");
    }

    @Test
    void refusesATokenThatIsOver() {
        world.iam().createOpenIDConnectProvider(r -> r.url("https://token.example.com")
                .clientIDList("sts.amazonaws.com")
                .thumbprintList("a".repeat(40)));
        long now = world.emulator.now().getEpochSecond();
        String token = IdentityTokens.web("{\"iss\":\"https://token.example.com\",\"sub\":\"repo:acme/site\","
                + "\"aud\":\"sts.amazonaws.com\",\"exp\":" + now + "}");

        try (StsClient nobody = world.emulator.clients().sts(AnonymousCredentialsProvider.create())) {
            AwsError refusal = AwsError.of(
                    () -> nobody.assumeRoleWithWebIdentity(r -> r.roleArn("arn:aws:iam::111122223333:role/Builder")
                            .roleSessionName("build")
                            .webIdentityToken(token)));
            assertThat(refusal.code()).isEqualTo("ExpiredTokenException");
            assertThat(refusal.status()).isEqualTo(400);
        }
    }

    @Test
    void recordsWhoComesWithAnAssertion() {
        String provider = world.iam()
                .createSAMLProvider(r -> r.name("Corporate").samlMetadataDocument(IdentityTokens.samlMetadata()))
                .samlProviderArn();
        Role role = world.role("Staff", "{\"Federated\":\"" + provider + "\"}", "\"sts:AssumeRoleWithSAML\"");

        AssumeRoleWithSamlResponse answer;
        try (StsClient nobody = world.emulator.clients().sts(AnonymousCredentialsProvider.create())) {
            answer = nobody.assumeRoleWithSAML(r -> r.roleArn(role.arn())
                    .principalArn(provider)
                    .samlAssertion(IdentityTokens.samlAssertion(role.arn() + "," + provider, now())));
        }

        JsonNode record = world.trail.record("eventName=AssumeRoleWithSAML");
        assertThat(record.get("userIdentity").toString())
                .isEqualTo("{\"type\":\"SAMLUser\",\"principalId\":\"" + answer.nameQualifier()
                        + ":mike\",\"userName\":\"mike\",\"identityProvider\":\"" + answer.nameQualifier() + "\"}");
        assertThat(record.get("requestParameters").toString())
                .isEqualTo("{\"roleArn\":\"" + role.arn() + "\",\"principalArn\":\"" + provider
                        + "\",\"sAMLAssertionID\":\"_assertion\",\"roleSessionName\":\"mike@example.com\"}");
        assertThat(record.at("/responseElements/issuer").asText()).isEqualTo("https://idp.example.com/saml");
        assertThat(record.at("/responseElements/subject").asText()).isEqualTo("mike");
        assertThat(record.at("/responseElements/audience").asText()).isEqualTo("https://signin.aws.amazon.com/saml");
        assertThat(record.get("resources").toString())
                .isEqualTo("[{\"accountId\":\"111122223333\",\"type\":\"AWS::IAM::Role\",\"ARN\":\"" + role.arn()
                        + "\"},{\"accountId\":\"111122223333\",\"type\":\"AWS::IAM::SAMLProvider\",\"ARN\":\""
                        + provider + "\"}]");
        assertThat(record.get("recipientAccountId").asText()).isEqualTo(ACCOUNT);
    }

    @Test
    void publishesTheKeysOfTheTokensThatItSigns() {
        String issuer = world.iam().enableOutboundWebIdentityFederation(r -> {}).issuerIdentifier();

        String token = world.sarah()
                .getWebIdentityToken(r -> r.audience("https://api.example.com").signingAlgorithm("ES384"))
                .webIdentityToken();

        String claims = new String(Base64.getUrlDecoder().decode(token.split("\\.")[1]), StandardCharsets.UTF_8);
        assertThat(claims).contains("\"iss\":\"" + issuer + "\"");
        Wire wire = new Wire(world.emulator.endpoint());
        String path = issuer.substring(world.emulator.endpoint().toString().length());
        assertThat(wire.get(path + "/.well-known/openid-configuration").body())
                .contains("\"issuer\":\"" + issuer + "\"", issuer + "/.well-known/jwks.json");
        assertThat(wire.get(path + "/.well-known/jwks.json").body())
                .contains("\"crv\":\"P-384\"", "\"kty\":\"RSA\"")
                .doesNotContain("\"d\":");
        assertThat(world.trail.record("eventName=GetWebIdentityToken").toString())
                .doesNotContain(token);
    }

    private Instant now() {
        return world.emulator.now().truncatedTo(ChronoUnit.SECONDS);
    }

    @Test
    void takesNoTradeInTokenSinceNobodyCanHaveOneHere() {
        String token = "a-token-that-a-partner-would-hold";

        assertThat(AwsError.of(() -> world.sarah().getDelegatedAccessToken(r -> r.tradeInToken(token))))
                .isEqualTo(new AwsError(
                        "ExpiredTradeInTokenException",
                        400,
                        "The trade-in token provided in the request has expired and can no longer be exchanged for"
                                + " credentials. Request a new token and retry the operation."));
        assertThat(world.trail.record("eventName=GetDelegatedAccessToken").toString())
                .contains("\"errorCode\":\"ExpiredTradeInTokenException\"")
                .doesNotContain(token);
    }
}
