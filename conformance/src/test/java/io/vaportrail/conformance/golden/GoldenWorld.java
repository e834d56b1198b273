package io.vaportrail.conformance.golden;

import com.fasterxml.jackson.databind.JsonNode;
import io.vaportrail.conformance.fixture.Clients;
import io.vaportrail.conformance.fixture.TestEmulator;
import io.vaportrail.conformance.fixture.Wire;
import io.vaportrail.conformance.trail.Trail;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.core.client.builder.SdkSyncClientBuilder;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.cloudtrail.CloudTrailClient;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.Credentials;

/** What the calls of golden records are made with: SDK clients over HTTPS, as AWS is called, at an hour that never changes. */
final class GoldenWorld implements AutoCloseable {
    static final String ACCOUNT = "111122223333";
    static final String OTHER_ACCOUNT = "444455556666";

    /** Far enough that the emulator's clock, which starts at the machine's, has not passed it. */
    static final Instant NOW = Instant.parse("2098-07-10T12:09:21Z");

    private final TestEmulator emulator;
    private final URI endpoint;
    private final SdkHttpClient http;
    private final Wire wire;
    private final List<SdkClient> made = new ArrayList<>();

    GoldenWorld(TestEmulator emulator) {
        this.emulator = emulator;
        this.endpoint = URI.create("https://localhost:" + emulator.endpoint().getPort());
        TrustManagerFactory trusted = trusted(emulator);
        this.http = ApacheHttpClient.builder()
                .tlsTrustManagersProvider(trusted::getTrustManagers)
                .build();
        this.wire = new Wire(
                endpoint, HttpClient.newBuilder().sslContext(context(trusted)).build());
        emulator.advance(Duration.between(emulator.now(), NOW));
    }

    private static TrustManagerFactory trusted(TestEmulator emulator) {
        String pem = new Wire(emulator.endpoint()).get("/_vaportrail/ca.pem").body();
        try {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            store.setCertificateEntry(
                    "ca",
                    CertificateFactory.getInstance("X.509")
                            .generateCertificate(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII))));
            TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            managers.init(store);
            return managers;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static SSLContext context(TrustManagerFactory trusted) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trusted.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Gets an object by a URL that was signed beforehand. */
    void getPresigned(String accessKey, String path) {
        String query = Wire.encode(new TreeMap<>(Map.of(
                "X-Amz-Algorithm", "AWS4-HMAC-SHA256",
                "X-Amz-Date", "20980710T120921Z",
                "X-Amz-Expires", "300",
                "X-Amz-SignedHeaders", "host",
                "X-Amz-Credential", accessKey + "/20980710/us-east-1/s3/aws4_request",
                "X-Amz-Signature", "0".repeat(64))));
        wire.send(wire.request(path + "?" + query).header("User-Agent", "curl/8.5.0"));
    }

    /** Where the emulator listens, as records show it. */
    String authority() {
        return endpoint.getAuthority();
    }

    /** Moves the emulator's time. */
    void pass(Duration time) {
        emulator.advance(time);
    }

    /** All records, the oldest first, without those of services telling EventBridge, which CloudTrail has none of. */
    List<JsonNode> records() {
        return new Trail(emulator)
                .records("order=oldest&limit=10000").stream()
                        .filter(record -> !record.get("eventName").asText().equals("PutEvents")
                                || !record.at("/userIdentity/type").asText().equals("AWSService"))
                        .toList();
    }

    CloudTrailClient cloudTrail(String accessKey) {
        return client(CloudTrailClient.builder(), keys(accessKey));
    }

    CloudWatchClient cloudWatch(String accessKey) {
        return client(CloudWatchClient.builder(), keys(accessKey));
    }

    EventBridgeClient events(String accessKey) {
        return client(EventBridgeClient.builder(), keys(accessKey));
    }

    IamClient iam(String accessKey) {
        return client(IamClient.builder(), keys(accessKey));
    }

    CloudWatchLogsClient logs(String accessKey) {
        return client(CloudWatchLogsClient.builder(), keys(accessKey));
    }

    S3Client s3(String accessKey) {
        return client(S3Client.builder().forcePathStyle(true), keys(accessKey));
    }

    SnsClient sns(String accessKey) {
        return client(SnsClient.builder(), keys(accessKey));
    }

    SqsClient sqs(String accessKey) {
        return client(SqsClient.builder(), keys(accessKey));
    }

    StsClient sts(String accessKey) {
        return client(StsClient.builder(), keys(accessKey));
    }

    /** Lists queues with temporary credentials, for the sake of the identity in the record. */
    void listQueues(Credentials session) {
        client(SqsClient.builder(), session(session)).listQueues();
    }

    StsClient sts(Credentials session) {
        return client(StsClient.builder(), session(session));
    }

    StsClient unsignedSts() {
        return client(StsClient.builder(), AnonymousCredentialsProvider.create());
    }

    S3Client unsignedS3() {
        return client(S3Client.builder().forcePathStyle(true), AnonymousCredentialsProvider.create());
    }

    private static AwsCredentialsProvider keys(String accessKey) {
        return StaticCredentialsProvider.create(AwsBasicCredentials.create(accessKey, "secret"));
    }

    private static AwsCredentialsProvider session(Credentials session) {
        return StaticCredentialsProvider.create(
                AwsSessionCredentials.create(session.accessKeyId(), session.secretAccessKey(), session.sessionToken()));
    }

    private <C extends SdkClient, B extends AwsClientBuilder<B, C> & SdkSyncClientBuilder<B, C>> C client(
            B builder, AwsCredentialsProvider credentials) {
        C client = builder.endpointOverride(endpoint)
                .httpClient(http)
                .region(Region.of(Clients.REGION))
                .credentialsProvider(credentials)
                .overrideConfiguration(o -> o.retryStrategy(DefaultRetryStrategy.doNotRetry()))
                .build();
        made.add(client);
        return client;
    }

    @Override
    public void close() {
        made.forEach(SdkClient::close);
        http.close();
    }
}
