package io.vaportrail.identity.sts;

import static io.vaportrail.identity.sts.StsFixture.ACCOUNT;
import static io.vaportrail.identity.sts.StsFixture.trusting;
import static org.assertj.core.api.Assertions.assertThat;

import io.vaportrail.core.audit.AuditScope;
import io.vaportrail.core.identity.Caller;
import io.vaportrail.identity.store.SamlProvider;
import io.vaportrail.model.sts.AssumeRoleWithSAMLRequest;
import io.vaportrail.model.sts.AssumeRoleWithSAMLResponse;
import io.vaportrail.model.sts.StsService;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@NullUnmarked // what is missing in an answer fails the test
class SamlTest {
    private final StsFixture sts = new StsFixture().as(Caller.anonymous("000000000000"));

    SamlTest() {
        sts.role(
                "Staff",
                trusting(
                        "{\"Federated\":\"" + Tokens.PROVIDER + "\"}",
                        "[\"sts:AssumeRoleWithSAML\",\"sts:TagSession\",\"sts:SetSourceIdentity\"]",
                        "{\"StringEquals\":{\"SAML:aud\":\"https://signin.aws.amazon.com/saml\"}}"));
        sts.accounts
                .of(ACCOUNT)
                .samlProviders()
                .put(
                        Tokens.PROVIDER,
                        new SamlProvider(
                                ACCOUNT,
                                "Corporate",
                                "uuid",
                                sts.clock.now(),
                                Tokens.METADATA,
                                sts.clock.now().plus(Duration.ofDays(365))));
    }

    private static AssumeRoleWithSAMLRequest.Builder request(String document) {
        return AssumeRoleWithSAMLRequest.builder()
                .roleArn(Tokens.ROLE)
                .principalArn(Tokens.PROVIDER)
                .samlAssertion(Tokens.encoded(document));
    }

    private AssumeRoleWithSAMLResponse redeem(String document) {
        return sts.call(StsService.ASSUME_ROLE_WITH_SAML, request(document).build());
    }

    private String refused(String document) {
        return sts.refused(StsService.ASSUME_ROLE_WITH_SAML, request(document).build());
    }

    @Test
    void redeemsAnAssertion() {
        AssumeRoleWithSAMLResponse answer = redeem(Tokens.document(Tokens.attributes()));

        assertThat(answer.subject()).isEqualTo("sarah");
        assertThat(answer.subjectType()).isEqualTo("persistent");
        assertThat(answer.issuer()).isEqualTo("https://idp.example.com/saml");
        assertThat(answer.audience()).isEqualTo("https://signin.aws.amazon.com/saml");
        assertThat(answer.nameQualifier())
                .as("SHA-1 of issuer, account and provider")
                .isEqualTo(
                        Base64.getEncoder().encodeToString(sha1("https://idp.example.com/saml111122223333/Corporate")));
        assertThat(answer.assumedRoleUser().arn())
                .isEqualTo("arn:aws:sts::111122223333:assumed-role/Staff/sarah@example.com");
        assertThat(answer.credentials().expiration()).isEqualTo(sts.clock.now().plusSeconds(3_600));
    }

    @Test
    void recordsWhoItWas() {
        AssumeRoleWithSAMLResponse answer = redeem(Tokens.document(Tokens.attributes()));

        Caller recorded = sts.lastCall().recordedCaller();
        assertThat(recorded)
                .isEqualTo(new Caller(
                        Caller.Type.SAML_USER,
                        ACCOUNT,
                        answer.nameQualifier() + ":sarah",
                        String.valueOf(answer.nameQualifier()),
                        "sarah",
                        null,
                        null,
                        null));
        assertThat(sts.lastCall().audit().requestParameters())
                .isEqualTo(Map.of("sAMLAssertionID", "_assertion", "roleSessionName", "sarah@example.com"));
        assertThat(sts.lastCall().audit().resources())
                .containsExactly(
                        new AuditScope.Resource("AWS::IAM::Role", Tokens.ROLE),
                        new AuditScope.Resource("AWS::IAM::SAMLProvider", Tokens.PROVIDER));
    }

    @Test
    void takesTagsSourceIdentityAndDurationFromTheAssertion() {
        AssumeRoleWithSAMLResponse answer = redeem(Tokens.document(Tokens.attributes()
                + Tokens.attribute("PrincipalTag:Project", "Unicorn")
                + Tokens.attribute("TransitiveTagKeys", "Project")
                + Tokens.attribute("SourceIdentity", "sarah")
                + Tokens.attribute("SessionDuration", "1800")));

        assertThat(answer.sourceIdentity()).isEqualTo("sarah");
        assertThat(answer.credentials().expiration()).isEqualTo(sts.clock.now().plusSeconds(1_800));
        assertThat(sts.holderOf(answer.credentials()).grant().transitiveTags())
                .containsExactly(Map.entry("Project", "Unicorn"));
    }

    @Test
    void takesTheShorterOfTheDurations() {
        String document = Tokens.document(Tokens.attributes() + Tokens.attribute("SessionDuration", "1800"));

        AssumeRoleWithSAMLResponse answer = sts.call(
                StsService.ASSUME_ROLE_WITH_SAML,
                request(document).durationSeconds(900).build());

        assertThat(answer.credentials().expiration()).isEqualTo(sts.clock.now().plusSeconds(900));
    }

    @Test
    void refusesAnAssertionThatIsOver() {
        sts.advance(Duration.ofMinutes(5));

        assertThat(refused(Tokens.document(Tokens.attributes())))
                .isEqualTo("400 ExpiredTokenException: Token must be redeemed within 5 minutes of issuance");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "https://idp.example.com/saml|https://other.example.com|Issuer not present in specified provider",
                "urn:amazon:webservices|urn:other|Response does not contain the required audience",
                "samlp:Response|samlp:Request|Response is not a valid SAML response document",
                "saml:NameID|saml:Name|NameID is required in AuthnResponse",
                "Attributes/RoleSessionName|Attributes/Name|RoleSessionName is required in AuthnResponse",
                "sarah@example.com|sarah example|RoleSessionName in AuthnResponse must match [a-zA-Z_0-9+=,.@-]{2,64}",
                "role/Staff|role/Other|SAML Assertion doesn't contain the requested Role and Metadata in the attributes"
            })
    void refusesAssertionsOfOthers(String part, String instead, String complaint) {
        assertThat(refused(Tokens.document(Tokens.attributes()).replace(part, instead)))
                .isEqualTo("400 InvalidIdentityToken: " + complaint);
    }

    @Test
    void refusesProvidersThatDoNotExist() {
        sts.accounts.of(ACCOUNT).samlProviders().clear();

        assertThat(refused(Tokens.document(Tokens.attributes())))
                .isEqualTo("400 InvalidIdentityToken: Specified provider doesn't exist");
    }

    @Test
    void asksTheTrustPolicy() {
        assertThat(refused(Tokens.document(Tokens.attributes())
                        .replace(
                                "Recipient=\"https://signin.aws.amazon.com/saml\"", "Recipient=\"https://elsewhere\"")))
                .isEqualTo("403 AccessDenied: Not authorized to perform sts:AssumeRoleWithSAML");
    }

    @Test
    void readsNoDocumentTypes() {
        String laughs = "<!DOCTYPE r [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;\">"
                + "<!ENTITY x SYSTEM \"file:///etc/passwd\">]>";
        String document = Tokens.document(Tokens.attributes()).replace("<samlp:Response", laughs + "<samlp:Response");

        assertThat(refused(document.replace("sarah@example.com", "&b;&x;")))
                .isEqualTo("400 InvalidIdentityToken: Response is not a valid SAML response document");
    }

    @Test
    void readsNoEndlessNesting() {
        String deep = "<a>".repeat(20_000) + "</a>".repeat(20_000);

        assertThat(refused(deep.substring(0, 60_000)))
                .isEqualTo("400 InvalidIdentityToken: Response is not a valid SAML response document");
        assertThat(refused(Tokens.document(Tokens.attributes() + "<b>".repeat(100) + "</b>".repeat(100))))
                .isEqualTo("400 InvalidIdentityToken: Response is not a valid SAML response document");
    }

    @Property(tries = 300)
    void refusesAnyOtherText(@ForAll String text) {
        String padded = "abcd" + text;
        AssumeRoleWithSAMLRequest raw = request("").samlAssertion(padded).build();

        assertThat(sts.refused(StsService.ASSUME_ROLE_WITH_SAML, raw))
                .matches("(?s)400 (InvalidIdentityToken|ValidationError): .*");
        assertThat(refused(padded)).matches("(?s)400 (InvalidIdentityToken|ValidationError): .*");
    }

    @Property(tries = 500)
    void bearsDamagedAssertions(
            @ForAll @IntRange(max = 1_900) int at, @ForAll @IntRange(max = 40) int length, @ForAll byte instead) {
        byte[] document = Tokens.document(Tokens.attributes()).getBytes(StandardCharsets.UTF_8);
        for (int i = at; i < Math.min(at + length, document.length); i++) {
            document[i] = instead;
        }
        AssumeRoleWithSAMLRequest damaged = request("")
                .samlAssertion(Base64.getEncoder().encodeToString(document))
                .build();

        assertThat(outcome(damaged)).matches("(?s)redeemed|4\\d\\d \\w+: .*");
    }

    private String outcome(AssumeRoleWithSAMLRequest request) {
        try {
            return sts.call(StsService.ASSUME_ROLE_WITH_SAML, request).credentials() == null ? "nothing" : "redeemed";
        } catch (io.vaportrail.schema.ServiceException e) {
            return e.error().httpStatus() + " " + e.error().code() + ": " + e.getMessage();
        }
    }

    private static byte[] sha1(String text) {
        try {
            return java.security.MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
