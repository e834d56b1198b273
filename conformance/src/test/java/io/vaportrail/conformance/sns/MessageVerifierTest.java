package io.vaportrail.conformance.sns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vaportrail.conformance.fixture.Clients;
import io.vaportrail.conformance.fixture.Protocol;
import io.vaportrail.conformance.fixture.TestEmulator;
import io.vaportrail.conformance.fixture.Wire;
import io.vaportrail.core.service.EmulatorSettings;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.messagemanager.sns.SnsMessageManager;
import software.amazon.awssdk.messagemanager.sns.model.SnsNotification;
import software.amazon.awssdk.messagemanager.sns.model.SnsSubscriptionConfirmation;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** AWS's own verifiers take the emulator's signatures, which they believe only under the name of an AWS host. */
class MessageVerifierTest {
    private static final String HOST = "sns.us-east-1.amazonaws.com";
    private static final String OPEN = "{\"Statement\":{\"Effect\":\"Allow\",\"Principal\":\"*\","
            + "\"Action\":\"sqs:SendMessage\",\"Resource\":\"*\"}}";

    private int port;
    private TestEmulator emulator;
    private SnsClient sns;
    private SqsClient sqs;
    private Wire wire;

    @BeforeEach
    void start() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        emulator = TestEmulator.start(EmulatorSettings.DEFAULT.withSigningUrl("https://" + HOST + ":" + port), port);
        sns = emulator.clients().sns("app");
        sqs = emulator.clients().sqs(Protocol.AWS_JSON, "app");
        wire = new Wire(emulator.endpoint());
    }

    @AfterEach
    void stop() {
        emulator.close();
    }

    private String delivered(String version, String subject) {
        String topic = sns.createTopic(r -> r.name("orders").attributes(Map.of("SignatureVersion", version)))
                .topicArn();
        String queue = sqs.createQueue(r -> r.queueName("inbox").attributes(Map.of(QueueAttributeName.POLICY, OPEN)))
                .queueUrl();
        sns.subscribe(r -> r.topicArn(topic).protocol("sqs").endpoint("arn:aws:sqs:us-east-1:000000000000:inbox"));
        sns.publish(r -> r.topicArn(topic)
                .message("a \"text\"\nof two lines: \u00e4\u2028")
                .subject(subject)
                .messageAttributes(Map.of("a", PublishTest.text("String", "x"))));
        return sqs.receiveMessage(r -> r.queueUrl(queue)).messages().get(0).body();
    }

    /** The emulator under AWS's name, as a hosts entry would have it. */
    private final class Redirected implements SdkHttpClient {
        @Override
        public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
            return new ExecutableHttpRequest() {
                @Override
                public HttpExecuteResponse call() {
                    assertThat(request.httpRequest().host()).isEqualTo(HOST);
                    byte[] pem =
                            wire.get(request.httpRequest().encodedPath()).body().getBytes(StandardCharsets.US_ASCII);
                    return HttpExecuteResponse.builder()
                            .response(SdkHttpResponse.builder().statusCode(200).build())
                            .responseBody(AbortableInputStream.create(new ByteArrayInputStream(pem)))
                            .build();
                }

                @Override
                public void abort() {
                    // Nothing is under way.
                }
            };
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    }

    private SnsMessageManager manager() {
        return SnsMessageManager.builder()
                .region(Region.of(Clients.REGION))
                .httpClient(new Redirected())
                .build();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "2"})
    void managerOfTheSecondSdkTakesNotifications(String version) {
        String body = delivered(version, "News");

        try (SnsMessageManager manager = manager()) {
            SnsNotification notification = (SnsNotification) manager.parseMessage(body);
            assertThat(notification.message()).isEqualTo("a \"text\"\nof two lines: \u00e4\u2028");
            assertThat(notification.subject()).isEqualTo("News");
            assertThatThrownBy(() -> manager.parseMessage(body.replace("two lines", "ten lines")))
                    .isInstanceOf(SdkClientException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "2"})
    void managerOfTheSecondSdkTakesConfirmations(String version) {
        String topic = sns.createTopic(r -> r.name("orders").attributes(Map.of("SignatureVersion", version)))
                .topicArn();
        try (Endpoint endpoint = new Endpoint();
                SnsMessageManager manager = manager()) {
            sns.subscribe(r -> r.topicArn(topic).protocol("http").endpoint(endpoint.url()));

            SnsSubscriptionConfirmation confirmation = (SnsSubscriptionConfirmation)
                    manager.parseMessage(endpoint.await(0).body());

            assertThat(confirmation.topicArn()).isEqualTo(topic);
            assertThat(sns.confirmSubscription(r -> r.topicArn(topic).token(confirmation.token()))
                            .subscriptionArn())
                    .startsWith(topic);
        }
    }

    /** It fetches the certificate itself, over HTTPS: a process of its own has the hosts entry and trusts the emulator. */
    @Test
    void managerOfTheFirstSdkTakesNotifications(@TempDir Path directory) throws Exception {
        String body = delivered("1", "News");
        Path hosts = Files.writeString(directory.resolve("hosts"), "127.0.0.1 " + HOST + "\n");
        Path trusted = directory.resolve("trusted.p12");
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        byte[] authority = wire.get("/_vaportrail/ca.pem").body().getBytes(StandardCharsets.US_ASCII);
        store.setCertificateEntry(
                "vaportrail",
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(authority)));
        try (OutputStream out = Files.newOutputStream(trusted)) {
            store.store(out, "changeit".toCharArray());
        }
        Path message = Files.writeString(directory.resolve("message.json"), body);

        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Djdk.net.hosts.file=" + hosts,
                        "-Djavax.net.ssl.trustStore=" + trusted,
                        "-Djavax.net.ssl.trustStorePassword=changeit",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        FirstSdkVerifier.class.getName(),
                        message.toString())
                .redirectErrorStream(true)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(printed).contains("verified: a \"text\"");
    }
}
