package io.vaportrail.conformance.sts;

import static io.vaportrail.conformance.sts.StsWorld.ACCOUNT;
import static org.assertj.core.api.Assertions.assertThat;

import io.vaportrail.conformance.fixture.AwsError;
import io.vaportrail.conformance.fixture.Clients;
import io.vaportrail.conformance.fixture.EmulatorTest;
import io.vaportrail.conformance.fixture.Protocol;
import io.vaportrail.conformance.fixture.TestEmulator;
import io.vaportrail.conformance.fixture.Wire;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.sts.model.Credentials;

/** What each service answers to credentials that are over, unknown or damaged. */
@EmulatorTest
class RefusedCredentialsTest {
    private static final String UNKNOWN = "ASIAIOSFODNN7EXAMPLE";
    private static final AwsError INVALID =
            new AwsError("InvalidClientTokenId", 403, "The security token included in the request is invalid.");

    private StsWorld world;
    private Clients clients;
    private Wire wire;

    @BeforeEach
    void connect(TestEmulator emulator) {
        world = new StsWorld(emulator);
        clients = emulator.clients();
        wire = new Wire(emulator.endpoint());
    }

    private Credentials session() {
        return world.sarah()
                .assumeRole(r -> r.roleArn(world.role("Worker", ACCOUNT).arn()).roleSessionName("job"))
                .credentials();
    }

    private Credentials expired() {
        Credentials session = session();
        world.emulator.advance(Duration.ofHours(1));
        return session;
    }

    @Test
    void sqsSaysThatASessionIsOver() {
        Credentials session = expired();
        AwsError over = new AwsError("ExpiredToken", 403, "The security token included in the request is expired");

        assertThat(AwsError.of(() -> clients.sqs(session).listQueues())).isEqualTo(over);
        HttpResponse<String> query = wire.send(wire.request("/")
                .header("Authorization", Wire.authorization(session.accessKeyId(), "us-east-1", "sqs"))
                .header("X-Amz-Security-Token", session.sessionToken())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("Action=ListQueues&Version=2012-11-05")));
        assertThat(query.statusCode()).isEqualTo(403);
        assertThat(query.body())
                .contains("<Type>Sender</Type>", "<Code>ExpiredToken</Code>", "<Message>" + over.message());
    }

    @Test
    void s3SaysItInXml() {
        Credentials session = expired();
        try (var s3 = clients.s3(StsWorld.provider(session))) {
            assertThat(AwsError.of(s3::listBuckets))
                    .isEqualTo(new AwsError("ExpiredToken", 400, "The provided token has expired."));
        }
        assertThat(AwsError.of(() -> clients.s3(UNKNOWN).listBuckets()))
                .isEqualTo(new AwsError(
                        "InvalidAccessKeyId",
                        403,
                        "The AWS Access Key Id you provided does not exist in our records."));
    }

    @Test
    void s3SaysThatATokenIsMissing() {
        AwsError error = AwsError.of(() -> clients.s3(session().accessKeyId()).listBuckets());

        assertThat(error)
                .isEqualTo(new AwsError("InvalidToken", 400, "The provided token is malformed or otherwise invalid."));
    }

    @Test
    void cloudTrailSaysItInTheWordsOfJson() {
        assertThat(AwsError.of(() -> clients.cloudTrail(UNKNOWN).describeTrails()))
                .isEqualTo(new AwsError(
                        "UnrecognizedClientException", 400, "The security token included in the request is invalid."));
    }

    @ParameterizedTest
    @EnumSource(Protocol.class)
    void sqsDoesNotKnowAKey(Protocol protocol) {
        assertThat(AwsError.of(() -> clients.sqs(protocol, UNKNOWN).listQueues()))
                .isEqualTo(INVALID);
    }

    @Test
    void servicesOfTheQueryProtocolDoNotKnowAKey() {
        assertThat(AwsError.of(() -> clients.iam(UNKNOWN).listUsers())).isEqualTo(INVALID);
        assertThat(AwsError.of(() -> clients.sns(UNKNOWN).listTopics())).isEqualTo(INVALID);
        assertThat(AwsError.of(() -> clients.sts(UNKNOWN).getCallerIdentity())).isEqualTo(INVALID);
    }

    @ParameterizedTest
    @ValueSource(strings = {"us-east-1", "eu-west-1", "ap-southeast-2"})
    void anyRegionIssuesCredentialsForEveryRegion(String region) {
        String body = "Action=GetSessionToken&Version=2011-06-15";
        HttpResponse<String> answer = wire.send(wire.request("/")
                .header("Authorization", Wire.authorization("sarah", region, "sts"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body)));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(world.trail
                        .record("eventName=GetSessionToken")
                        .get("awsRegion")
                        .asText())
                .isEqualTo(region);
    }

    @ParameterizedTest
    @CsvSource({
        "sarah_of_the_shop, 000000000000",
        "AKIAIOSFODNN7EXAMPLE, 000000000000",
        "ASIAIOSFODNN7EXAMPLE, 581039954779",
    })
    void tellsTheAccountOfAnyKey(String key, String account) {
        assertThat(clients.sts("test").getAccessKeyInfo(r -> r.accessKeyId(key)).account())
                .isEqualTo(account);
    }

    @Test
    void tellsTheAccountOfAKeyThatWasDeleted() {
        world.iam().createUser(r -> r.userName("nora"));
        String key =
                world.iam().createAccessKey(r -> r.userName("nora")).accessKey().accessKeyId();
        world.iam().deleteAccessKey(r -> r.userName("nora").accessKeyId(key));

        assertThat(clients.sts("test").getAccessKeyInfo(r -> r.accessKeyId(key)).account())
                .isEqualTo(ACCOUNT);
    }
}
