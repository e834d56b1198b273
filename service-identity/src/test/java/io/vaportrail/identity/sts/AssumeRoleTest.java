package io.vaportrail.identity.sts;

import static io.vaportrail.identity.sts.StsFixture.ACCOUNT;
import static io.vaportrail.identity.sts.StsFixture.OTHER;
import static io.vaportrail.identity.sts.StsFixture.assuming;
import static io.vaportrail.identity.sts.StsFixture.trusting;
import static io.vaportrail.identity.sts.StsFixture.trustingAccount;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vaportrail.core.audit.AuditScope;
import io.vaportrail.core.identity.Caller;
import io.vaportrail.core.identity.RefusedCredentials;
import io.vaportrail.identity.store.Role;
import io.vaportrail.model.sts.AssumeRoleRequest;
import io.vaportrail.model.sts.AssumeRoleResponse;
import io.vaportrail.model.sts.Credentials;
import io.vaportrail.model.sts.PolicyDescriptorType;
import io.vaportrail.model.sts.StsService;
import io.vaportrail.model.sts.Tag;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@NullUnmarked // what is missing in an answer fails the test
class AssumeRoleTest {
    private static final String SARAH = "arn:aws:iam::111122223333:user/sarah";

    private final StsFixture sts = new StsFixture();

    private static Tag tag(String key, String value) {
        return Tag.builder().key(key).value(value).build();
    }

    @Test
    void issuesCredentialsForTheRole() {
        Role role = sts.role(ACCOUNT, "/team/", "Deployer", trustingAccount(ACCOUNT), 3_600);

        AssumeRoleResponse answer = sts.assume(assuming(role));

        Credentials credentials = answer.credentials();
        assertThat(credentials.accessKeyId()).matches("ASIA[A-Z2-7]{16}");
        assertThat(credentials.secretAccessKey()).hasSize(40);
        assertThat(credentials.sessionToken()).startsWith("IQoJb3JpZ2luX2Vj").hasSizeGreaterThan(200);
        assertThat(credentials.expiration()).isEqualTo(Instant.parse("2025-06-15T16:06:40Z"));
        assertThat(answer.assumedRoleUser().arn()).isEqualTo("arn:aws:sts::111122223333:assumed-role/Deployer/deploy");
        assertThat(answer.assumedRoleUser().assumedRoleId()).isEqualTo("AROADeployer:deploy");
        assertThat(answer.packedPolicySize()).isNull();
        assertThat(answer.sourceIdentity()).isNull();
        Caller holder = sts.holderOf(credentials).caller();
        assertThat(holder)
                .isEqualTo(new Caller(
                        Caller.Type.ASSUMED_ROLE,
                        ACCOUNT,
                        "AROADeployer:deploy",
                        "arn:aws:sts::111122223333:assumed-role/Deployer/deploy",
                        null,
                        credentials.accessKeyId(),
                        new Caller.Session(
                                new Caller.Issuer("Role", "AROADeployer", role.arn(), ACCOUNT, "Deployer"),
                                Instant.parse("2025-06-15T15:06:40Z"),
                                false,
                                null,
                                false),
                        null));
        assertThat(sts.lastCall().audit().resources())
                .containsExactly(new AuditScope.Resource("AWS::IAM::Role", role.arn()));
        assertThat(sts.lastCall().audit().sharedWith()).isEmpty();
    }

    @Test
    void keepsNoSecretAndShowsNoToken() {
        Credentials credentials = sts.assume(assuming(sts.role("Deployer", trustingAccount(ACCOUNT))))
                .credentials();

        assertThat(sts.holderOf(credentials).toString()).isEqualTo(credentials.accessKeyId());
    }

    @Test
    void endsOnTheEmulatorsClock() {
        Role role = sts.role("Deployer", trustingAccount(ACCOUNT));
        Credentials credentials =
                sts.assume(assuming(role).durationSeconds(900)).credentials();

        sts.advance(Duration.ofSeconds(899));
        assertThat(sts.holderOf(credentials).caller().arn()).endsWith("/Deployer/deploy");
        sts.advance(Duration.ofSeconds(1));

        assertThatThrownBy(() -> sts.holderOf(credentials))
                .isInstanceOf(RefusedCredentials.class)
                .hasMessage("The security token included in the request is expired");
    }

    @Test
    void forgetsSessionsWithTheirAccount() {
        Credentials credentials = sts.assume(assuming(sts.role("Deployer", trustingAccount(ACCOUNT))))
                .credentials();

        sts.accounts.reset(OTHER);
        assertThat(sts.accounts.sessions().size()).isEqualTo(1);
        sts.accounts.reset(ACCOUNT);

        assertThat(sts.accounts.sessions().find(credentials.accessKeyId())).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nothing-valid-in-here",
                "arn::b:::something/test-role",
                "arn:a::::something/test-role",
                "arn:a:::something/test-role",
                "arn:a:a::aaaaaaaaaa:"
            })
    void refusesWhatIsNoArn(String arn) {
        AssumeRoleRequest request = AssumeRoleRequest.builder()
                .roleArn(arn)
                .roleSessionName("Session1")
                .build();

        assertThat(sts.refused(StsService.ASSUME_ROLE, request))
                .isEqualTo("400 ValidationError: " + arn + " is invalid");
    }

    @Test
    void refusesSessionNamesAsTheModelWordsIt() {
        AssumeRoleRequest request = AssumeRoleRequest.builder()
                .roleArn("arn:a:b:::something/test-role")
                .roleSessionName("Session1:2")
                .build();

        assertThat(sts.refused(StsService.ASSUME_ROLE, request))
                .isEqualTo("400 ValidationError: 1 validation error detected: Value 'Session1:2' at 'roleSessionName'"
                        + " failed to satisfy constraint: Member must satisfy regular expression pattern:"
                        + " [\\w+=,.@-]*");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "arn:aws:iam::111122223333:role/Nobody",
                "arn:aws:iam::999999999999:role/Deployer",
                "arn:aws:iam::111122223333:role/other/Deployer",
                "arn:aws:iam::111122223333:role/deployer",
                "arn:aws:iam::111122223333:user/Deployer"
            })
    void saysNoMoreOfARoleThatDoesNotExistThanOfOneThatDoesNotTrust(String arn) {
        sts.role("Deployer", trustingAccount(ACCOUNT));
        AssumeRoleRequest request = AssumeRoleRequest.builder()
                .roleArn(arn)
                .roleSessionName("deploy")
                .build();

        assertThat(sts.refused(StsService.ASSUME_ROLE, request))
                .isEqualTo("403 AccessDenied: User: " + SARAH
                        + " is not authorized to perform: sts:AssumeRole on resource: " + arn);
        assertThat(sts.lastCall().audit().resources()).isEmpty();
    }

    @Test
    void asksTheTrustPolicyWhoMay() {
        Role role = sts.role("Deployer", trusting("{\"AWS\":\"" + SARAH + "\"}", "\"sts:AssumeRole\"", ""));

        assertThat(sts.assume(assuming(role)).credentials()).isNotNull();
        assertThat(sts.as("mike").refusedToAssume(assuming(role)))
                .isEqualTo("403 AccessDenied: User: arn:aws:iam::111122223333:user/mike is not authorized to perform:"
                        + " sts:AssumeRole on resource: arn:aws:iam::111122223333:role/Deployer");
    }

    @Test
    void asksForTheExternalId() {
        Role role = sts.role(
                "Vendor",
                trusting(
                        "{\"AWS\":\"" + OTHER + "\"}",
                        "\"sts:AssumeRole\"",
                        "{\"StringEquals\":{\"sts:ExternalId\":\"orange\"}}"));
        sts.as(Caller.user(OTHER, "vendor", "vendor"));

        assertThat(sts.refusedToAssume(assuming(role))).startsWith("403 AccessDenied");
        assertThat(sts.refusedToAssume(assuming(role).externalId("apple"))).startsWith("403 AccessDenied");
        assertThat(sts.assume(assuming(role).externalId("orange")).credentials())
                .isNotNull();
        assertThat(sts.lastCall().audit().resources())
                .as("the role's account gets its copy of the record")
                .containsExactly(new AuditScope.Resource("AWS::IAM::Role", role.arn()));
    }

    @Test
    void asksForASecondFactor() {
        Role role = sts.role(
                "Admin",
                trusting(
                        "{\"AWS\":\"" + ACCOUNT + "\"}",
                        "\"sts:AssumeRole\"",
                        "{\"Bool\":{\"aws:MultiFactorAuthPresent\":\"true\"}}"));
        String serial = "arn:aws:iam::111122223333:mfa/sarah";

        assertThat(sts.refusedToAssume(assuming(role))).startsWith("403 AccessDenied");
        assertThat(sts.refusedToAssume(assuming(role).serialNumber(serial)))
                .isEqualTo("403 AccessDenied: MultiFactorAuthentication failed, must provide both MFA serial number and"
                        + " one time pass code.");
        Credentials credentials = sts.assume(assuming(role).serialNumber(serial).tokenCode("123456"))
                .credentials();

        assertThat(sts.holderOf(credentials).caller().session().mfaAuthenticated())
                .isTrue();
    }

    @Test
    void letsAServiceAssumeItsRole() {
        Role role =
                sts.role("ToLogs", trusting("{\"Service\":\"cloudtrail.amazonaws.com\"}", "\"sts:AssumeRole\"", ""));

        sts.as(Caller.service("cloudtrail.amazonaws.com", ACCOUNT)).assume(assuming(role));

        assertThat(sts.lastCall().audit().sharedWith())
                .as("the service is an account of its own")
                .containsExactly(ACCOUNT);
        assertThat(sts.as("sarah").refusedToAssume(assuming(role))).startsWith("403 AccessDenied");
    }

    @Test
    void letsARootAssumeRolesUnlessTheRulesAreStrict() {
        StsFixture strict = new StsFixture(true);
        Role role = strict.role("Deployer", trustingAccount(ACCOUNT));

        assertThat(strict.as(Caller.root(ACCOUNT, ACCOUNT)).refusedToAssume(assuming(role)))
                .isEqualTo("403 AccessDenied: Roles may not be assumed by root accounts.");
        Role here = sts.role("Deployer", trustingAccount(ACCOUNT));
        assertThat(sts.as(Caller.root(ACCOUNT, ACCOUNT)).assume(assuming(here)).credentials())
                .isNotNull();
    }

    @ParameterizedTest
    @CsvSource({"7200, 7200, ''", "7200, 7201, the MaxSessionDuration set for this role."})
    void lastsNoLongerThanTheRoleAllows(int allowed, int asked, String complaint) {
        Role role = sts.role(ACCOUNT, "/", "Deployer", trustingAccount(ACCOUNT), allowed);

        if (complaint.isEmpty()) {
            assertThat(sts.assume(assuming(role).durationSeconds(asked))
                            .credentials()
                            .expiration())
                    .isEqualTo(sts.clock.now().plusSeconds(asked));
        } else {
            assertThat(sts.refusedToAssume(assuming(role).durationSeconds(asked)))
                    .isEqualTo("400 ValidationError: The requested DurationSeconds exceeds " + complaint);
        }
    }

    @Test
    void lastsAnHourAtMostWhenChained() {
        Role first = sts.role("First", trustingAccount(ACCOUNT));
        Role second = sts.role(ACCOUNT, "/", "Second", trustingAccount(ACCOUNT), 43_200);
        sts.as(sts.assume(assuming(first)).credentials());

        assertThat(sts.refusedToAssume(assuming(second).durationSeconds(3_601)))
                .isEqualTo("400 ValidationError: The requested DurationSeconds exceeds the 1 hour session limit for"
                        + " roles assumed by role chaining.");
        assertThat(sts.assume(assuming(second).durationSeconds(3_600)).credentials())
                .isNotNull();
    }

    @Test
    void keepsTheSourceIdentityThroughTheChain() {
        Role first = sts.role("First", trustingAccount(ACCOUNT));
        Role second = sts.role("Second", trustingAccount(ACCOUNT));
        AssumeRoleResponse begun = sts.assume(assuming(first).sourceIdentity("sarah@example.com"));
        sts.as(begun.credentials());

        AssumeRoleResponse chained = sts.assume(assuming(second));

        assertThat(begun.sourceIdentity()).isEqualTo("sarah@example.com");
        assertThat(chained.sourceIdentity()).isEqualTo("sarah@example.com");
        assertThat(sts.holderOf(chained.credentials()).caller().session().sourceIdentity())
                .isEqualTo("sarah@example.com");
        assertThat(sts.refusedToAssume(assuming(second).sourceIdentity("mike@example.com")))
                .isEqualTo("403 AccessDenied: User: arn:aws:sts::111122223333:assumed-role/First/deploy is not"
                        + " authorized to perform: sts:SetSourceIdentity on resource:"
                        + " arn:aws:iam::111122223333:role/Second");
    }

    @Test
    void mustBeTrustedToTagAndToSetASourceIdentity() {
        Role role = sts.role("Plain", trusting("{\"AWS\":\"" + ACCOUNT + "\"}", "\"sts:AssumeRole\"", ""));

        assertThat(sts.refusedToAssume(assuming(role).tags(List.of(tag("team", "blue")))))
                .contains("is not authorized to perform: sts:TagSession on resource: " + role.arn());
        assertThat(sts.refusedToAssume(assuming(role).sourceIdentity("sarah")))
                .contains("is not authorized to perform: sts:SetSourceIdentity on resource: " + role.arn());
        assertThat(sts.assume(assuming(role)).credentials()).isNotNull();
    }

    @Test
    void handsTransitiveTagsOn() {
        Role first = sts.role("First", trustingAccount(ACCOUNT));
        Role second = sts.role("Second", trustingAccount(ACCOUNT));
        Role third = sts.role("Third", trustingAccount(ACCOUNT));
        sts.as(sts.assume(assuming(first)
                        .tags(List.of(tag("Team", "blue"), tag("Task", "deploy")))
                        .transitiveTagKeys(List.of("team")))
                .credentials());
        AssumeRoleResponse chained = sts.assume(assuming(second).tags(List.of(tag("Stage", "test"))));

        assertThat(sts.holderOf(chained.credentials()).grant().tags())
                .containsOnly(java.util.Map.entry("Team", "blue"), java.util.Map.entry("Stage", "test"));
        sts.as(chained.credentials());
        assertThat(sts.holderOf(sts.assume(assuming(third)).credentials())
                        .grant()
                        .tags())
                .containsOnly(java.util.Map.entry("Team", "blue"));
        assertThat(sts.refusedToAssume(assuming(third).tags(List.of(tag("TEAM", "red")))))
                .isEqualTo("400 InvalidParameterValue: One of the specified transitive tag keys can't be set because it"
                        + " conflicts with a transitive tag key from the calling session.");
    }

    @Test
    void refusesTagsThatContradictEachOther() {
        Role role = sts.role("Deployer", trustingAccount(ACCOUNT));
        List<Tag> tags = List.of(tag("SessionTag1", "a"));

        assertThat(sts.refusedToAssume(assuming(role).tags(tags).transitiveTagKeys(List.of("Other"))))
                .isEqualTo("400 InvalidParameterValue: The specified transitive tag key must be included in the"
                        + " requested tags.");
        assertThat(sts.refusedToAssume(assuming(role).tags(List.of(tag("SessionTag1", "a"), tag("sessiontag1", "b")))))
                .isEqualTo("400 InvalidParameterValue: Duplicate tag keys found. Please note that Tag keys are case"
                        + " insensitive.");
        assertThat(sts.assume(assuming(role).tags(tags).transitiveTagKeys(List.of("sessiontag1")))
                        .credentials())
                .isNotNull();
    }

    @Test
    void saysHowMuchRoomPoliciesAndTagsTake() {
        Role role = sts.role("Deployer", trustingAccount(ACCOUNT));
        String policy = "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Sid\":\"Stmt1\",\"Effect\":\"Allow\",\"Action\":"
                + "\"s3:*\",\"Resource\":\"*\"}]}";

        AssumeRoleResponse answer = sts.assume(assuming(role).policy(policy));

        assertThat(answer.packedPolicySize()).isBetween(4, 8);
        assertThat(sts.holderOf(answer.credentials())
                        .grant()
                        .policy()
                        .document()
                        .text())
                .isEqualTo(policy);
        List<Tag> large = IntStream.rangeClosed(1, 9)
                .mapToObj(i -> tag("T" + i, "a".repeat(250)))
                .toList();
        assertThat(sts.refusedToAssume(assuming(role).tags(large)))
                .isEqualTo("400 PackedPolicyTooLarge: Packed size of session tags consumes 498% of allotted space.");
        StringBuilder statements = new StringBuilder();
        for (int i = 0; i < 400; i++) {
            statements
                    .append("\"arn:aws:s3:::")
                    .append(Integer.toHexString(i * 48271))
                    .append("\",");
        }
        String huge = policy.replace("\"*\"", "[" + statements + "\"*\"]");
        assertThat(sts.refusedToAssume(assuming(role).policy(huge)))
                .matches("400 PackedPolicyTooLarge: Packed policy consumes \\d{3}% of allotted space, please use"
                        + " smaller policy\\.");
    }

    @Test
    void refusesPoliciesThatAreNone() {
        Role role = sts.role("Deployer", trustingAccount(ACCOUNT));

        assertThat(sts.refusedToAssume(assuming(role).policy("{}"))).startsWith("400 MalformedPolicyDocument: ");
        assertThat(sts.refusedToAssume(assuming(role).policy("nonsense"))).startsWith("400 MalformedPolicyDocument: ");
        assertThat(sts.refusedToAssume(assuming(role)
                        .policyArns(List.of(PolicyDescriptorType.builder()
                                .arn("arn:aws:iam::111122223333:policy/Nothing")
                                .build()))))
                .isEqualTo("400 ValidationError: Policy arn:aws:iam::111122223333:policy/Nothing does not exist or is"
                        + " not attachable.");
    }
}
