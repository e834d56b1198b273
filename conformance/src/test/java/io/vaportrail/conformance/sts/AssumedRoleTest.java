package io.vaportrail.conformance.sts;

import static io.vaportrail.conformance.sts.StsWorld.ACCOUNT;
import static io.vaportrail.conformance.sts.StsWorld.OTHER;
import static io.vaportrail.conformance.sts.StsWorld.SARAH;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.vaportrail.conformance.fixture.AwsError;
import io.vaportrail.conformance.fixture.Clients;
import io.vaportrail.conformance.fixture.EmulatorTest;
import io.vaportrail.conformance.fixture.Protocol;
import io.vaportrail.conformance.fixture.TestEmulator;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.services.iam.model.Role;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.auth.StsAssumeRoleCredentialsProvider;
import software.amazon.awssdk.services.sts.model.AssumeRoleResponse;
import software.amazon.awssdk.services.sts.model.Credentials;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;

/** Role sessions from beginning to end. */
@EmulatorTest
class AssumedRoleTest {
    private static final DateTimeFormatter RECORDED =
            DateTimeFormatter.ofPattern("MMM d, yyyy, h:mm:ss a", Locale.US).withZone(ZoneOffset.UTC);

    private StsWorld world;

    @BeforeEach
    void connect(TestEmulator emulator) {
        world = new StsWorld(emulator);
    }

    private AssumeRoleResponse assume(Role role) {
        return world.sarah().assumeRole(r -> r.roleArn(role.arn()).roleSessionName("deploy"));
    }

    @Test
    void worksWithTheProviderOfTheSdk() {
        Role role = world.role("Deployer", ACCOUNT);
        try (StsAssumeRoleCredentialsProvider provider = StsAssumeRoleCredentialsProvider.builder()
                        .stsClient(world.sarah())
                        .refreshRequest(r -> r.roleArn(role.arn()).roleSessionName("app"))
                        .build();
                SqsClient sqs = world.emulator.clients().sqs(provider)) {
            String url = sqs.createQueue(r -> r.queueName("orders")).queueUrl();
            sqs.sendMessage(r -> r.queueUrl(url).messageBody("hello"));

            assertThat(sqs.receiveMessage(r -> r.queueUrl(url)).messages()).hasSize(1);
        }
        assertThat(world.trail
                        .record("eventName=CreateQueue")
                        .at("/userIdentity/arn")
                        .asText())
                .isEqualTo("arn:aws:sts::111122223333:assumed-role/Deployer/app");
    }

    @Test
    void recordsTheCallThatBeginsTheSession() {
        Role role = world.role("Deployer", ACCOUNT);

        AssumeRoleResponse answer = world.sarah().assumeRole(r -> r.roleArn(role.arn())
                .roleSessionName("deploy")
                .durationSeconds(900)
                .externalId("orange"));

        JsonNode record = world.trail.record("eventName=AssumeRole");
        Credentials credentials = answer.credentials();
        assertThat(record.get("eventSource").asText()).isEqualTo("sts.amazonaws.com");
        assertThat(record.get("readOnly").asBoolean()).isTrue();
        assertThat(record.get("managementEvent").asBoolean()).isTrue();
        assertThat(record.at("/userIdentity/arn").asText()).isEqualTo("arn:aws:iam::111122223333:user/sarah");
        assertThat(record.get("requestParameters").toString())
                .isEqualTo("{\"roleArn\":\"arn:aws:iam::111122223333:role/Deployer\",\"roleSessionName\":\"deploy\","
                        + "\"durationSeconds\":900,\"externalId\":\"orange\"}");
        assertThat(record.at("/responseElements/credentials").toString())
                .isEqualTo("{\"accessKeyId\":\"" + credentials.accessKeyId() + "\",\"sessionToken\":\""
                        + credentials.sessionToken() + "\",\"expiration\":\""
                        + RECORDED.format(credentials.expiration()) + "\"}");
        assertThat(record.at("/responseElements/assumedRoleUser").toString())
                .isEqualTo("{\"assumedRoleId\":\"" + role.roleId() + ":deploy\","
                        + "\"arn\":\"arn:aws:sts::111122223333:assumed-role/Deployer/deploy\"}");
        assertThat(record.get("resources").toString())
                .isEqualTo("[{\"accountId\":\"111122223333\",\"type\":\"AWS::IAM::Role\",\"ARN\":\"" + role.arn()
                        + "\"}]");
        assertThat(record.has("sharedEventID")).isFalse();
        assertThat(record.toString()).doesNotContain(credentials.secretAccessKey());
    }

    @Test
    void recordsTheSessionInEveryLaterCall() {
        Role role = world.role("Deployer", ACCOUNT);
        Credentials credentials = assume(role).credentials();

        JsonNode identity = world.identityOf(credentials);

        String begun = credentials.expiration().minusSeconds(3_600).toString();
        assertThat(identity.toString())
                .isEqualTo("{\"type\":\"AssumedRole\",\"principalId\":\"" + role.roleId() + ":deploy\","
                        + "\"arn\":\"arn:aws:sts::111122223333:assumed-role/Deployer/deploy\","
                        + "\"accountId\":\"111122223333\",\"accessKeyId\":\"" + credentials.accessKeyId() + "\","
                        + "\"sessionContext\":{\"sessionIssuer\":{\"type\":\"Role\",\"principalId\":\""
                        + role.roleId()
                        + "\",\"arn\":\"arn:aws:iam::111122223333:role/Deployer\",\"accountId\":\"111122223333\","
                        + "\"userName\":\"Deployer\"},\"attributes\":{\"creationDate\":\"" + begun
                        + "\",\"mfaAuthenticated\":\"false\"}}}");
    }

    @Test
    void recordsAChainWithItsSourceIdentity() {
        Role first = world.role("First", ACCOUNT);
        Role second = world.role("Second", ACCOUNT);
        Credentials begun = world.sarah()
                .assumeRole(r -> r.roleArn(first.arn()).roleSessionName("one").sourceIdentity("sarah@example.com"))
                .credentials();
        Credentials chained;
        try (StsClient sts = world.sts(begun)) {
            chained = sts.assumeRole(r -> r.roleArn(second.arn()).roleSessionName("two"))
                    .credentials();
        }

        JsonNode identity = world.identityOf(chained);

        assertThat(identity.get("arn").asText()).isEqualTo("arn:aws:sts::111122223333:assumed-role/Second/two");
        assertThat(identity.at("/sessionContext/sourceIdentity").asText()).isEqualTo("sarah@example.com");
        JsonNode record = world.trail.records("eventName=AssumeRole").get(0);
        assertThat(record.at("/userIdentity/arn").asText())
                .isEqualTo("arn:aws:sts::111122223333:assumed-role/First/one");
        assertThat(record.at("/responseElements/sourceIdentity").asText()).isEqualTo("sarah@example.com");
    }

    @Test
    void recordsForBothAccounts() {
        Role role = world.role("Shared", OTHER);
        StsClient vendor = world.emulator.clients().sts("vendor@" + OTHER);

        vendor.assumeRole(r -> r.roleArn(role.arn()).roleSessionName("deploy"));

        List<JsonNode> records = world.trail.records("eventName=AssumeRole");
        assertThat(records).hasSize(2);
        JsonNode own = of(records, OTHER);
        JsonNode owners = of(records, ACCOUNT);
        assertThat(own.get("sharedEventID")).isEqualTo(owners.get("sharedEventID"));
        assertThat(own.get("eventID")).isNotEqualTo(owners.get("eventID"));
        assertThat(own.get("requestID")).isEqualTo(owners.get("requestID"));
        assertThat(own.at("/userIdentity/type").asText()).isEqualTo("IAMUser");
        assertThat(owners.get("userIdentity").toString())
                .isEqualTo("{\"type\":\"AWSAccount\",\"principalId\":\""
                        + own.at("/userIdentity/principalId").asText() + "\",\"accountId\":\"444455556666\"}");
        assertThat(owners.get("responseElements")).isEqualTo(own.get("responseElements"));
    }

    private static JsonNode of(List<JsonNode> records, String account) {
        return records.stream()
                .filter(r -> r.get("recipientAccountId").asText().equals(account))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void recordsARefusalWithoutParameters() {
        AwsError refusal =
                AwsError.of(() -> world.sarah().assumeRole(r -> r.roleArn("arn:aws:iam::111122223333:role/Nobody")
                        .roleSessionName("deploy")));

        String message = "User: arn:aws:iam::111122223333:user/sarah is not authorized to perform: sts:AssumeRole on"
                + " resource: arn:aws:iam::111122223333:role/Nobody";
        assertThat(refusal).isEqualTo(new AwsError("AccessDenied", 403, message));
        JsonNode record = world.trail.record("eventName=AssumeRole");
        assertThat(record.get("errorCode").asText()).isEqualTo("AccessDenied");
        assertThat(record.get("errorMessage").asText()).isEqualTo(message);
        assertThat(record.get("requestParameters").isNull()).isTrue();
        assertThat(record.get("responseElements").isNull()).isTrue();
        assertThat(record.has("resources")).isFalse();
    }

    @Test
    void endsWithTheEmulatorsTime() {
        Credentials credentials = assume(world.role("Deployer", ACCOUNT)).credentials();
        try (SqsClient sqs = world.sqs(credentials);
                StsClient sts = world.sts(credentials)) {
            world.emulator.advance(Duration.ofSeconds(3_599));
            sqs.listQueues();
            world.emulator.advance(Duration.ofSeconds(1));

            assertThat(AwsError.of(sts::getCallerIdentity))
                    .isEqualTo(
                            new AwsError("ExpiredToken", 403, "The security token included in the request is expired"));
            assertThat(AwsError.of(sqs::listQueues).code()).isEqualTo("ExpiredToken");
        }
    }

    @Test
    void needsTheSessionTokenAsIssued() {
        Credentials credentials = assume(world.role("Deployer", ACCOUNT)).credentials();
        AwsBasicCredentials forgotten =
                AwsBasicCredentials.create(credentials.accessKeyId(), credentials.secretAccessKey());
        AwsSessionCredentials altered = AwsSessionCredentials.create(
                credentials.accessKeyId(), credentials.secretAccessKey(), credentials.sessionToken() + "x");
        AwsError invalid =
                new AwsError("InvalidClientTokenId", 403, "The security token included in the request is invalid.");

        try (StsClient without = world.emulator.clients().sts(StaticCredentialsProvider.create(forgotten));
                StsClient with = world.emulator.clients().sts(StaticCredentialsProvider.create(altered))) {
            assertThat(AwsError.of(without::getCallerIdentity)).isEqualTo(invalid);
            assertThat(AwsError.of(with::getCallerIdentity)).isEqualTo(invalid);
        }
    }

    @Test
    void isForgottenByAReset() {
        Credentials credentials = assume(world.role("Deployer", ACCOUNT)).credentials();
        world.emulator.restart();

        try (StsClient sts = world.sts(credentials)) {
            assertThat(AwsError.of(sts::getCallerIdentity).code()).isEqualTo("InvalidClientTokenId");
        }
    }

    @Test
    void saysWhoItIs() {
        Role role = world.role("Deployer", ACCOUNT);
        try (StsClient sts = world.sts(assume(role).credentials())) {
            GetCallerIdentityResponse identity = sts.getCallerIdentity();

            assertThat(identity.account()).isEqualTo(ACCOUNT);
            assertThat(identity.arn()).isEqualTo("arn:aws:sts::111122223333:assumed-role/Deployer/deploy");
            assertThat(identity.userId()).isEqualTo(role.roleId() + ":deploy");
        }
        JsonNode record = world.trail.record("eventName=GetCallerIdentity");
        assertThat(record.get("requestParameters").isNull()).isTrue();
        assertThat(record.get("responseElements").isNull()).isTrue();
        assertThat(record.get("readOnly").asBoolean()).isTrue();
    }

    @Test
    void isFoundInTheEventHistory() {
        Role role = world.role("Deployer", ACCOUNT);
        Credentials credentials = assume(role).credentials();

        var events = world.emulator
                .clients()
                .cloudTrail(SARAH, Clients.REGION)
                .lookupEvents(
                        r -> r.lookupAttributes(a -> a.attributeKey("EventName").attributeValue("AssumeRole")))
                .events();

        assertThat(events).hasSize(1);
        assertThat(events.get(0).resources())
                .extracting(r -> r.resourceType() + " " + r.resourceName())
                .containsExactly(
                        "AWS::IAM::AccessKey " + credentials.accessKeyId(),
                        "AWS::STS::AssumedRole deploy",
                        "AWS::STS::AssumedRole " + role.roleId() + ":deploy",
                        "AWS::STS::AssumedRole arn:aws:sts::111122223333:assumed-role/Deployer/deploy",
                        "AWS::IAM::Role " + role.arn());
    }

    @Test
    void worksOverTheQueryInterfaceOfSqsToo() {
        Credentials credentials = assume(world.role("Deployer", ACCOUNT)).credentials();

        AwsError refusal = AwsError.of(() -> world.emulator
                .clients()
                .sqs(Protocol.AWS_QUERY, credentials.accessKeyId())
                .listQueues());

        assertThat(refusal.code()).as("without the token").isEqualTo("InvalidClientTokenId");
    }

    @Test
    void keepsTagsOutOfTheAnswer() {
        Role role = world.role("Deployer", ACCOUNT);

        AssumeRoleResponse answer = world.sarah().assumeRole(r -> r.roleArn(role.arn())
                .roleSessionName("deploy")
                .tags(t -> t.key("team").value("blue"))
                .transitiveTagKeys("team"));

        assertThat(answer.packedPolicySize()).isPositive();
        JsonNode parameters = world.trail.record("eventName=AssumeRole").get("requestParameters");
        assertThat(parameters.get("tags").toString()).isEqualTo("[{\"key\":\"team\",\"value\":\"blue\"}]");
        assertThat((ArrayNode) parameters.get("transitiveTagKeys")).hasSize(1);
    }
}
