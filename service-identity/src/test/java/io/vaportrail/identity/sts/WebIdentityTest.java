package io.vaportrail.identity.sts;

import static io.vaportrail.identity.sts.StsFixture.ACCOUNT;
import static io.vaportrail.identity.sts.StsFixture.trusting;
import static org.assertj.core.api.Assertions.assertThat;

import io.vaportrail.core.identity.Caller;
import io.vaportrail.core.json.Json;
import io.vaportrail.identity.store.OidcProvider;
import io.vaportrail.identity.store.Role;
import io.vaportrail.model.sts.AssumeRoleWithWebIdentityRequest;
import io.vaportrail.model.sts.AssumeRoleWithWebIdentityResponse;
import io.vaportrail.model.sts.GetWebIdentityTokenRequest;
import io.vaportrail.model.sts.GetWebIdentityTokenResponse;
import io.vaportrail.model.sts.StsService;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@NullUnmarked // what is missing in an answer fails the test
class WebIdentityTest {
    private static final String PROVIDER = "arn:aws:iam::111122223333:oidc-provider/token.example.com";
    private static final String ACTIONS =
            "[\"sts:AssumeRoleWithWebIdentity\",\"sts:TagSession\",\"sts:SetSourceIdentity\"]";

    private final StsFixture sts = new StsFixture().as(Caller.anonymous("000000000000"));
    private final Role role = sts.role(
            "Builder",
            trusting(
                    "{\"Federated\":\"" + PROVIDER + "\"}",
                    ACTIONS,
                    "{\"StringEquals\":{\"token.example.com:aud\":\"sts.amazonaws.com\"},"
                            + "\"StringLike\":{\"token.example.com:sub\":\"repo:acme/site:*\"}}"));

    WebIdentityTest() {
        sts.accounts
                .of(ACCOUNT)
                .oidcProviders()
                .put(
                        PROVIDER,
                        new OidcProvider(
                                ACCOUNT,
                                "token.example.com",
                                sts.clock.now(),
                                List.of("sts.amazonaws.com"),
                                List.of()));
    }

    private AssumeRoleWithWebIdentityRequest request(String token) {
        return AssumeRoleWithWebIdentityRequest.builder()
                .roleArn(role.arn())
                .roleSessionName("build")
                .webIdentityToken(token)
                .build();
    }

    private AssumeRoleWithWebIdentityResponse redeem(Map<String, Object> claims) {
        return sts.call(StsService.ASSUME_ROLE_WITH_WEB_IDENTITY, request(Tokens.token(claims)));
    }

    private String refused(Map<String, Object> claims) {
        return sts.refused(StsService.ASSUME_ROLE_WITH_WEB_IDENTITY, request(Tokens.token(claims)));
    }

    @Test
    void redeemsAToken() {
        AssumeRoleWithWebIdentityResponse answer = redeem(Tokens.claims());

        assertThat(answer.provider()).isEqualTo(PROVIDER);
        assertThat(answer.audience()).isEqualTo("sts.amazonaws.com");
        assertThat(answer.subjectFromWebIdentityToken()).isEqualTo("repo:acme/site:ref:refs/heads/main");
        assertThat(answer.assumedRoleUser().arn()).isEqualTo("arn:aws:sts::111122223333:assumed-role/Builder/build");
        assertThat(sts.holderOf(answer.credentials()).caller().type()).isEqualTo(Caller.Type.ASSUMED_ROLE);
        Caller recorded = sts.lastCall().recordedCaller();
        assertThat(recorded.type()).isEqualTo(Caller.Type.WEB_IDENTITY_USER);
        assertThat(recorded.accountId()).isEqualTo(ACCOUNT);
        assertThat(recorded.principalId())
                .isEqualTo(PROVIDER + ":sts.amazonaws.com:repo:acme/site:ref:refs/heads/main");
        assertThat(recorded.userName()).isEqualTo("repo:acme/site:ref:refs/heads/main");
        assertThat(recorded.arn()).isEqualTo(PROVIDER);
    }

    @Test
    void takesTagsAndSourceIdentityFromTheToken() {
        Map<String, Object> claims = Tokens.with(
                "https://aws.amazon.com/tags",
                Map.of(
                        "principal_tags", Map.of("Project", List.of("Unicorn")),
                        "transitive_tag_keys", List.of("Project")));
        claims.put("https://aws.amazon.com/source_identity", "sarah");

        AssumeRoleWithWebIdentityResponse answer = redeem(claims);

        assertThat(answer.sourceIdentity()).isEqualTo("sarah");
        assertThat(sts.holderOf(answer.credentials()).grant().transitiveTags())
                .containsExactly(Map.entry("Project", "Unicorn"));
        assertThat(sts.lastCall().audit().requestParameters())
                .containsEntry("principalTags", Map.of("Project", "Unicorn"))
                .containsEntry("transitiveTagKeys", List.of("Project"))
                .containsEntry("sourceIdentity", "sarah");
    }

    @Test
    void takesTagsFromClaimsOfTheirOwn() {
        AssumeRoleWithWebIdentityResponse answer =
                redeem(Tokens.with("https://aws.amazon.com/tags/principal_tags/Project", List.of("Unicorn")));

        assertThat(sts.holderOf(answer.credentials()).grant().tags()).containsExactly(Map.entry("Project", "Unicorn"));
    }

    @Test
    void refusesATokenThatIsOver() {
        long exp = StsFixture.START / 1000;

        assertThat(refused(Tokens.with("exp", exp)))
                .isEqualTo("400 ExpiredTokenException: Token expired: current date/time 1750000000 must be before the"
                        + " expiration date/time1750000000");
        assertThat(sts.lastCall().recordedCaller().type())
                .as("who it was is recorded all the same")
                .isEqualTo(Caller.Type.WEB_IDENTITY_USER);
        assertThat(redeem(Tokens.with("exp", exp + 1)).credentials()).isNotNull();
    }

    @Test
    void refusesTokensForOthersAndOfStrangers() {
        assertThat(refused(Tokens.with("iss", "https://other.example.com")))
                .isEqualTo("400 InvalidIdentityToken: No OpenIDConnect provider found in your account for"
                        + " https://other.example.com");
        assertThat(refused(Tokens.with("aud", "somebody-else")))
                .isEqualTo("400 InvalidIdentityToken: Incorrect token audience");
        assertThat(refused(Tokens.with("sub", "repo:acme/other:ref:refs/heads/main")))
                .isEqualTo("403 AccessDenied: Not authorized to perform sts:AssumeRoleWithWebIdentity");
    }

    @ParameterizedTest
    @ValueSource(strings = {"iss", "sub", "aud", "exp"})
    void refusesATokenWithoutItsClaims(String claim) {
        Map<String, Object> claims = Tokens.claims();
        claims.remove(claim);

        assertThat(refused(claims)).isEqualTo("400 InvalidIdentityToken: Missing a required claim: " + claim);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"ya29.access-token", "....", "a.b.c", "e30.e30", "e30.bm90IGpzb24.e30", "e30.W10.", "e30.__4.x"})
    void refusesWhatIsNoToken(String token) {
        assertThat(sts.refused(StsService.ASSUME_ROLE_WITH_WEB_IDENTITY, request(token)))
                .isEqualTo("400 InvalidIdentityToken: The ID Token provided is not a valid JWT. (You may see this error"
                        + " if you sent an Access Token)");
    }

    @Test
    void knowsWellKnownProvidersWithoutBeingTold() {
        Role shared = sts.role(
                "Mobile",
                trusting(
                        "{\"Federated\":\"accounts.google.com\"}",
                        "\"sts:AssumeRoleWithWebIdentity\"",
                        "{\"StringEquals\":{\"accounts.google.com:aud\":\"app\"}}"));
        Map<String, Object> claims = Tokens.with("iss", "https://accounts.google.com");
        claims.put("azp", "app");

        AssumeRoleWithWebIdentityResponse answer = sts.call(
                StsService.ASSUME_ROLE_WITH_WEB_IDENTITY,
                AssumeRoleWithWebIdentityRequest.builder()
                        .roleArn(shared.arn())
                        .roleSessionName("phone")
                        .webIdentityToken(Tokens.token(claims))
                        .build());

        assertThat(answer.provider()).isEqualTo("accounts.google.com");
        assertThat(sts.lastCall().recordedCaller().principalId())
                .isEqualTo("accounts.google.com:app:repo:acme/site:ref:refs/heads/main");
    }

    @Test
    void saysNotMoreOfARoleThatDoesNotExist() {
        AssumeRoleWithWebIdentityRequest nobody = AssumeRoleWithWebIdentityRequest.builder()
                .roleArn("arn:aws:iam::111122223333:role/Nobody")
                .roleSessionName("build")
                .webIdentityToken(Tokens.token(Tokens.claims()))
                .build();

        assertThat(sts.refused(StsService.ASSUME_ROLE_WITH_WEB_IDENTITY, nobody))
                .isEqualTo("403 AccessDenied: Not authorized to perform sts:AssumeRoleWithWebIdentity");
    }

    @Property(tries = 300)
    void refusesAnyOtherText(@ForAll String first, @ForAll String second, @ForAll byte[] claims) {
        String encoded = Base64.getUrlEncoder().encodeToString(claims);
        for (String token : List.of("abcd" + first + second, first + "." + second + ".xyz", "e30." + encoded + ".x")) {
            assertThat(sts.refused(StsService.ASSUME_ROLE_WITH_WEB_IDENTITY, request(token)))
                    .matches("(?s)400 (InvalidIdentityToken|ValidationError): .*");
        }
    }

    @Property(tries = 200)
    void bearsClaimsOfAnyKind(@ForAll String claim, @ForAll List<String> value) {
        for (String name : List.of(
                "sub",
                "aud",
                "azp",
                "amr",
                "exp",
                "https://aws.amazon.com/tags",
                "https://aws.amazon.com/source_identity")) {
            String token = Tokens.token(Tokens.with(name, value));
            String other = Tokens.token(Tokens.with(name, Map.of("principal_tags", Map.of(claim, value))));
            for (String each : List.of(token, other)) {
                assertThat(outcome(each)).matches("(?s)redeemed|4\\d\\d \\w+: .*");
            }
        }
    }

    private String outcome(String token) {
        try {
            return sts.call(StsService.ASSUME_ROLE_WITH_WEB_IDENTITY, request(token))
                                    .credentials()
                            == null
                    ? "nothing"
                    : "redeemed";
        } catch (io.vaportrail.schema.ServiceException e) {
            return e.error().httpStatus() + " " + e.error().code() + ": " + e.getMessage();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"RS256", "ES384"})
    void signsTokensForOthers(String algorithm) {
        sts.as("sarah");
        GetWebIdentityTokenRequest request = GetWebIdentityTokenRequest.builder()
                .audience(List.of("https://api.example.com"))
                .signingAlgorithm(algorithm)
                .build();
        assertThat(sts.refused(StsService.GET_WEB_IDENTITY_TOKEN, request))
                .startsWith("403 OutboundWebIdentityFederationDisabledException: ");
        sts.accounts.of(ACCOUNT).outboundFederation().enable("abc123");

        GetWebIdentityTokenResponse answer = sts.call(StsService.GET_WEB_IDENTITY_TOKEN, request);

        String[] parts = answer.webIdentityToken().split("\\.");
        Map<String, Object> claims =
                Json.readObject(new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8));
        assertThat(claims)
                .containsEntry("iss", "http://localhost:4566/_vaportrail/sts/abc123")
                .containsEntry("aud", "https://api.example.com")
                .containsEntry("sub", "arn:aws:iam::111122223333:user/sarah")
                .containsEntry("iat", 1_750_000_000)
                .containsEntry("exp", 1_750_000_300)
                .containsEntry(
                        "https://sts.amazonaws.com/",
                        Map.of("aws_account", ACCOUNT, "source_region", StsFixture.REGION));
        assertThat(answer.expiration()).isEqualTo(sts.clock.now().plusSeconds(300));
        assertThat(Base64.getUrlDecoder().decode(parts[2])).hasSize(algorithm.equals("RS256") ? 256 : 96);
    }
}
