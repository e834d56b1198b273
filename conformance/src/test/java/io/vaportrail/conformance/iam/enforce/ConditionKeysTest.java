package io.vaportrail.conformance.iam.enforce;

import static io.vaportrail.conformance.iam.enforce.Household.ACCOUNT;
import static io.vaportrail.conformance.iam.enforce.Household.allow;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.vaportrail.conformance.fixture.AwsError;
import io.vaportrail.conformance.fixture.Clients;
import io.vaportrail.conformance.fixture.EmulatorTest;
import io.vaportrail.conformance.fixture.Protocol;
import io.vaportrail.conformance.fixture.TestEmulator;
import io.vaportrail.core.service.IamMode;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.Tag;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sts.model.Credentials;

/** What calls say about themselves and their callers, as policies ask for it. */
@EmulatorTest(iam = IamMode.ENFORCE)
final class ConditionKeysTest {
    private final TestEmulator emulator;
    private final Clients clients;
    private Household home;

    ConditionKeysTest(TestEmulator emulator) {
        this.emulator = emulator;
        this.clients = emulator.clients();
    }

    @BeforeEach
    void makeHousehold() {
        home = new Household(emulator);
    }

    private static String allowIf(String condition) {
        return "{'Effect':'Allow','Action':'*','Resource':'*','Condition':{" + condition + "}}";
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'StringEquals':{'aws:username':'sarah'}",
                "'StringEquals':{'aws:PrincipalType':'User'}",
                "'StringEquals':{'aws:PrincipalAccount':'000000000000'}",
                "'ArnEquals':{'aws:PrincipalArn':'arn:aws:iam::000000000000:user/sarah'}",
                "'StringLike':{'aws:userid':'AIDA*'}",
                "'StringEquals':{'aws:PrincipalTag/team':'blue'}",
                "'StringEquals':{'aws:ResourceTag/team':'${aws:PrincipalTag/team}'}",
                "'StringEquals':{'aws:ResourceAccount':'000000000000'}",
                "'StringEquals':{'aws:RequestedRegion':'us-east-1'}",
                "'Bool':{'aws:SecureTransport':'false'}",
                "'Bool':{'aws:ViaAWSService':'false'}",
                "'Bool':{'aws:PrincipalIsAWSService':'false'}",
                "'IpAddress':{'aws:SourceIp':'127.0.0.1'}",
                "'StringLike':{'aws:UserAgent':'aws-sdk-java/2*'}",
                "'DateGreaterThan':{'aws:CurrentTime':'2020-01-01T00:00:00Z'}",
                "'DateGreaterThan':{'aws:CurrentTime':'1577836800'}",
                "'NumericGreaterThan':{'aws:EpochTime':'1577836800'}",
                "'Null':{'aws:TokenIssueTime':'true','aws:MultiFactorAuthPresent':'true','aws:SourceIdentity':'true'}",
                "'Null':{'aws:SourceArn':'true','aws:Referer':'true','aws:CalledVia':'true','aws:TagKeys':'true'}",
            })
    void aUsersCallHasTheseValues(String condition) {
        String key = home.user("sarah", allowIf(condition));
        home.iam().tagUser(r -> r.userName("sarah").tags(tag("Team", "blue")));
        clients.sqs(Protocol.AWS_JSON, "test")
                .tagQueue(r -> r.queueUrl(home.queueUrl()).tags(Map.of("team", "blue")));

        assertThatCode(() -> home.send(key)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'StringEquals':{'aws:PrincipalType':'AssumedRole'}",
                "'ArnEquals':{'aws:PrincipalArn':'arn:aws:iam::000000000000:role/worker'}",
                "'StringLike':{'aws:userid':'AROA*:job'}",
                "'Null':{'aws:username':'true','aws:AssumedRoot':'true'}",
                "'Bool':{'aws:MultiFactorAuthPresent':'false'}",
                "'DateLessThanEquals':{'aws:TokenIssueTime':'${aws:CurrentTime}'}",
                "'StringEquals':{'aws:SourceIdentity':'sarah'}",
                "'StringEquals':{'aws:PrincipalTag/project':'x'}",
                "'StringEquals':{'aws:PrincipalTag/Cost':'1'}",
            })
    void aRoleSessionHasTheseValues(String condition) {
        String role = home.role("worker", allowIf(condition));
        home.iam().tagRole(r -> r.roleName("worker").tags(tag("cost", "1"), tag("project", "of the role")));
        home.iam().updateAssumeRolePolicy(r -> r.roleName("worker")
                .policyDocument(
                        Household.policy("{'Effect':'Allow','Principal':{'AWS':'" + ACCOUNT + "'},'Action':'sts:*'}")));
        Credentials session = clients.sts("admin")
                .assumeRole(r -> r.roleArn(role)
                        .roleSessionName("job")
                        .sourceIdentity("sarah")
                        .tags(t -> t.key("Project").value("x")))
                .credentials();

        assertThatCode(() -> home.send(session)).doesNotThrowAnyException();
    }

    @Test
    void tagsOfTheRequestDecide() {
        String key = home.user(
                "sarah",
                allowIf("'StringEquals':{'aws:RequestTag/team':'blue'},'ForAllValues:StringEquals':{'aws:TagKeys':"
                        + "['team','cost']}"));
        SqsClient sarah = clients.sqs(Protocol.AWS_JSON, key);

        sarah.createQueue(r -> r.queueName("a").tags(Map.of("team", "blue", "cost", "1")));

        assertThat(AwsError.of(() -> sarah.createQueue(r -> r.queueName("b").tags(Map.of("team", "red"))))
                        .code())
                .isEqualTo("AccessDenied");
        assertThat(AwsError.of(() ->
                                sarah.createQueue(r -> r.queueName("c").tags(Map.of("team", "blue", "other", "1"))))
                        .code())
                .isEqualTo("AccessDenied");
    }

    @Test
    void theTagsOfATopicDecide() {
        String topic = clients.sns("test")
                .createTopic(r -> r.name("news").tags(t -> t.key("team").value("blue")))
                .topicArn();
        String blue = home.user("sarah", allowIf("'StringEquals':{'aws:ResourceTag/team':'blue'}"));
        String red = home.user("sam", allowIf("'StringEquals':{'aws:ResourceTag/team':'red'}"));

        clients.sns(blue).publish(r -> r.topicArn(topic).message("hello"));

        assertThat(AwsError.of(() ->
                                clients.sns(red).publish(r -> r.topicArn(topic).message("hello")))
                        .code())
                .isEqualTo("AuthorizationError");
    }

    @Test
    void aRoleIsMeantWithItsPathAndItsTags() {
        home.iam().createRole(r -> r.roleName("deployer")
                .path("/ci/")
                .tags(tag("team", "blue"))
                .assumeRolePolicyDocument(
                        Household.policy("{'Effect':'Allow','Principal':{'Service':'a.amazonaws.com'},"
                                + "'Action':'sts:AssumeRole'}")));
        home.iam().createRole(r -> r.roleName("other")
                .assumeRolePolicyDocument(Household.policy(
                        "{'Effect':'Allow','Principal':{'Service':'a.amazonaws.com'},'Action':'sts:AssumeRole'}")));
        IamClient byPath = clients.iam(home.user(
                "sarah",
                "{'Effect':'Allow','Action':'iam:GetRole','Resource':'arn:aws:iam::" + ACCOUNT + ":role/ci/*'}"));
        IamClient byTag = clients.iam(home.user("sam", allowIf("'StringEquals':{'iam:ResourceTag/team':'blue'}")));

        for (IamClient iam : java.util.List.of(byPath, byTag)) {
            assertThat(iam.getRole(r -> r.roleName("deployer")).role().path()).isEqualTo("/ci/");
            assertThat(AwsError.of(() -> iam.getRole(r -> r.roleName("other"))).message())
                    .contains("iam:GetRole on resource: arn:aws:iam::" + ACCOUNT + ":role/other because");
        }
    }

    @Test
    void whereNoNameIsGivenTheUserItselfIsMeant() {
        String key = home.user(
                "sarah", "{'Effect':'Allow','Action':'iam:GetUser','Resource':'arn:aws:iam::*:user/${aws:username}'}");

        assertThat(clients.iam(key).getUser().user().userName()).isEqualTo("sarah");
        assertThat(AwsError.of(() -> clients.iam(key).getUser(r -> r.userName("sam")))
                        .code())
                .isEqualTo("AccessDenied");
    }

    @Test
    void theCodeOfADeviceCountsForTheRoleThatIsAssumed() {
        String role = home.role("worker", allow("sqs:*"));
        home.iam().updateAssumeRolePolicy(r -> r.roleName("worker")
                .policyDocument(Household.policy("{'Effect':'Allow','Principal':{'AWS':'" + ACCOUNT
                        + "'},'Action':'sts:AssumeRole','Condition':{'Bool':{'aws:MultiFactorAuthPresent':'true'},"
                        + "'NumericLessThanEquals':{'sts:DurationSeconds':'3600'}}}")));
        String key = home.user("sarah", allow("sts:AssumeRole"));

        assertThat(AwsError.of(() ->
                                clients.sts(key).assumeRole(r -> r.roleArn(role).roleSessionName("job")))
                        .code())
                .isEqualTo("AccessDenied");
        assertThat(AwsError.of(() -> clients.sts(key).assumeRole(r -> r.roleArn(role)
                                .roleSessionName("job")
                                .serialNumber("arn:aws:iam::" + ACCOUNT + ":mfa/none")
                                .tokenCode("123456")))
                        .message())
                .startsWith("MultiFactorAuthentication failed");
    }

    @Test
    void listsAreDeniedByTheirKind() {
        IamClient sarah = clients.iam(home.user("sarah", null));
        String denied = "User: " + Household.USER_ARN + " is not authorized to perform: iam:";

        assertThat(AwsError.of(sarah::listUsers).message())
                .startsWith(denied + "ListUsers on resource: arn:aws:iam::" + ACCOUNT + ":user/ because no");
        assertThat(AwsError.of(sarah::listPolicies).message())
                .startsWith(denied + "ListPolicies on resource: policy path / because no");
        assertThat(AwsError.of(() -> clients.cloudTrail(home.user("sam", null)).lookupEvents())
                        .message())
                .isEqualTo("User: arn:aws:iam::" + ACCOUNT + ":user/sam is not authorized to perform:"
                        + " cloudtrail:LookupEvents because no identity-based policy allows the cloudtrail:LookupEvents"
                        + " action");
    }

    private static Tag tag(String key, String value) {
        return Tag.builder().key(key).value(value).build();
    }
}
