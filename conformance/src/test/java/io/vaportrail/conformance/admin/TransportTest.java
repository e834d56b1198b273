package io.vaportrail.conformance.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.vaportrail.conformance.fixture.Clients;
import io.vaportrail.conformance.fixture.EmulatorTest;
import io.vaportrail.conformance.fixture.RawConnection;
import io.vaportrail.conformance.fixture.TestEmulator;
import io.vaportrail.conformance.fixture.Wire;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.zip.GZIPOutputStream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** HTTP as clients and their tools make it: TLS, compression, pipelines, limits, nonsense. */
@EmulatorTest
@Timeout(60)
class TransportTest {
    private static final String CREATE = "{\"QueueName\":\"orders\"}";
    private static final int SIXTEEN_MEBIBYTES = 16 << 20;

    private TestEmulator emulator;
    private Wire wire;

    @BeforeEach
    void connect(TestEmulator started) {
        emulator = started;
        wire = new Wire(emulator.endpoint());
    }

    @Test
    void speaksTlsOnTheSamePortWithItsOwnAuthority() throws Exception {
        String pem = wire.get("/_vaportrail/ca.pem").body();
        HttpClient https = HttpClient.newBuilder().sslContext(trusting(pem)).build();
        URI secure = URI.create("https://localhost:" + emulator.endpoint().getPort());

        HttpResponse<String> answer = new Wire(secure, https).json("CreateQueue", CREATE);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains(secure + "/000000000000/orders");
        assertThat(wire.get("/_vaportrail/trail").body())
                .contains("\"tlsDetails\":{\"tlsVersion\":\"TLSv1.3\",\"cipherSuite\":\"TLS_")
                .contains("\"clientProvidedHostHeader\":\"" + secure.getAuthority() + "\"");
    }

    private static SSLContext trusting(String pem) throws GeneralSecurityException, IOException {
        KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
        trusted.load(null, null);
        trusted.setCertificateEntry(
                "ca",
                CertificateFactory.getInstance("X.509")
                        .generateCertificate(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII))));
        TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return context;
    }

    @Test
    void readsACompressedBody() throws IOException {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
            gzip.write(CREATE.getBytes(StandardCharsets.UTF_8));
        }

        HttpResponse<String> answer =
                wire.send(wire.json("app", "CreateQueue", BodyPublishers.ofByteArray(compressed.toByteArray()))
                        .header("Content-Encoding", "gzip"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("/000000000000/orders");
    }

    @Test
    void refusesABodyThatIsNotCompressedAsItSays() {
        HttpResponse<String> answer = wire.send(
                wire.json("app", "CreateQueue", BodyPublishers.ofString(CREATE)).header("Content-Encoding", "gzip"));

        assertThat(answer.statusCode()).isBetween(400, 415);
    }

    @Test
    void readsABodyInChunks() {
        HttpResponse<String> answer = wire.send(wire.json(
                "app",
                "CreateQueue",
                BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(CREATE.getBytes(StandardCharsets.UTF_8)))));

        assertThat(answer.statusCode()).isEqualTo(200);
    }

    @Test
    void readsABodyInChunksOfAws() {
        String chunked = Integer.toHexString(CREATE.length()) + "\r\n" + CREATE + "\r\n0\r\n\r\n";

        HttpResponse<String> answer = wire.send(wire.json("app", "CreateQueue", BodyPublishers.ofString(chunked))
                .header("Content-Encoding", "aws-chunked")
                .header("x-amz-decoded-content-length", String.valueOf(CREATE.length()))
                .header("x-amz-content-sha256", "STREAMING-UNSIGNED-PAYLOAD-TRAILER"));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    @Test
    void saysContinueWhenAsked() throws IOException {
        try (RawConnection connection = new RawConnection(emulator.endpoint())) {
            connection
                    .write("POST / HTTP/1.1\r\nHost: localhost\r\nX-Amz-Target: AmazonSQS.CreateQueue\r\n"
                            + "Content-Type: application/x-amz-json-1.0\r\nExpect: 100-continue\r\nContent-Length: "
                            + CREATE.length() + "\r\n\r\n")
                    .flush();
            assertThat(connection.read().status()).isEqualTo(100);

            connection.write(CREATE).flush();
            assertThat(connection.read().status()).isEqualTo(200);
        }
    }

    @Test
    void answersAPipelineInItsOrder() throws IOException {
        try (RawConnection connection = new RawConnection(emulator.endpoint())) {
            connection.json("CreateQueue", CREATE);
            connection.json("GetQueueUrl", CREATE);
            connection.json("GetQueueUrl", "{\"QueueName\":\"nowhere\"}");
            connection.json("ListQueues", "{}").flush();

            assertThat(connection.read().status()).isEqualTo(200);
            assertThat(connection.read().body()).contains("QueueUrl");
            assertThat(connection.read().status()).isEqualTo(400);
            assertThat(connection.read().body()).contains("QueueUrls");
        }
    }

    @Test
    void refusesABodyOverTheLimitBeforeItIsSent() throws IOException {
        try (RawConnection connection = new RawConnection(emulator.endpoint())) {
            RawConnection.Answer answer = connection
                    .write("POST / HTTP/1.1\r\nHost: localhost\r\nX-Amz-Target: AmazonSQS.SendMessage\r\n"
                            + "Content-Type: application/x-amz-json-1.0\r\nExpect: 100-continue\r\nContent-Length: "
                            + (SIXTEEN_MEBIBYTES + 1) + "\r\n\r\n")
                    .flush()
                    .read();

            assertThat(answer.status()).isEqualTo(413);
            assertThat(answer.body()).contains("__type");
        }
    }

    @Test
    void refusesAFormOverTheLimitInXml() throws IOException {
        try (RawConnection connection = new RawConnection(emulator.endpoint())) {
            RawConnection.Answer answer = connection
                    .write("POST /000000000000/orders HTTP/1.1\r\nHost: localhost\r\nAuthorization: "
                            + Wire.authorization("app", Clients.REGION, "sqs")
                            + "\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: "
                            + (SIXTEEN_MEBIBYTES + 1) + "\r\n\r\n")
                    .flush()
                    .read();

            assertThat(answer.status()).isEqualTo(413);
            assertThat(answer.body()).contains("<ErrorResponse");
        }
    }

    @Test
    void refusesABombOfZeros() throws IOException {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 64; i++) {
                gzip.write(zeros);
            }
        }

        HttpResponse<String> answer =
                wire.send(wire.json("app", "CreateQueue", BodyPublishers.ofByteArray(compressed.toByteArray()))
                        .header("Content-Encoding", "gzip"));

        assertThat(answer.statusCode()).isEqualTo(413);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "NONSENSE\r\n\r\n",
                "GET / HTTP/9.9\r\n\r\n",
                "GET /%zz HTTP/1.1\r\nHost: x\r\n\r\n",
                "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: -5\r\n\r\n",
                "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nabcdef",
                "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n"
            })
    void refusesNonsense(String text) throws IOException {
        try (RawConnection connection = new RawConnection(emulator.endpoint())) {
            RawConnection.Answer answer = connection.write(text).flush().read();

            assertThat(answer.status()).isBetween(400, 505);
            assertThat(answer.body())
                    .doesNotContain("\tat ")
                    .doesNotContain("io.netty")
                    .doesNotContain("java.");
        }
    }

    @Test
    void refusesARequestLineOverTheLimit() throws IOException {
        try (RawConnection connection = new RawConnection(emulator.endpoint())) {
            assertThat(connection
                            .write("GET /" + "a".repeat(100_000) + " HTTP/1.1\r\nHost: x\r\n\r\n")
                            .flush()
                            .read()
                            .status())
                    .isEqualTo(414);
        }
    }

    @Test
    void refusesHeadersOverTheLimit() throws IOException {
        try (RawConnection connection = new RawConnection(emulator.endpoint())) {
            assertThat(connection
                            .write("GET / HTTP/1.1\r\nHost: x\r\nX-Long: " + "a".repeat(100_000) + "\r\n\r\n")
                            .flush()
                            .read()
                            .status())
                    .isEqualTo(431);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Origin, https://evil.example",
        "Origin, http://evil.example:4566",
        "Origin, 'null'",
        "Sec-Fetch-Site, cross-site"
    })
    void refusesWhatAForeignPageAsksFor(String header, String value) {
        HttpResponse<String> call = wire.send(
                wire.json("app", "ListQueues", BodyPublishers.ofString("{}")).header(header, value));
        assertThat(call.statusCode()).isEqualTo(403);

        HttpResponse<String> reset = wire.send(
                wire.request("/_vaportrail/reset").header(header, value).POST(BodyPublishers.noBody()));
        assertThat(reset.statusCode()).isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource({"Nonsense_20200101.Do, nonsense", "AmazonSSM.DescribeNothing, ssm", "'', ''"})
    void answersWhatIsUnknownWithAnErrorOfTheProtocol(String target, String service) {
        var request = wire.request("/").header("Content-Type", "application/x-amz-json-1.1");
        if (!target.isEmpty()) {
            request.header("X-Amz-Target", target)
                    .header("Authorization", Wire.authorization("app", Clients.REGION, service));
        }

        HttpResponse<String> answer = wire.send(request.POST(BodyPublishers.ofString("{}")));

        assertThat(answer.statusCode()).isBetween(400, 501);
        assertThat(answer.body()).isNotBlank().doesNotContain("\tat ").doesNotContain("java.");
    }

    @Test
    void saysWhatItDoesNotImplement() {
        HttpResponse<String> answer = wire.send(wire.request("/")
                .header("Content-Type", "application/x-amz-json-1.1")
                .header("X-Amz-Target", "TrentService.ListKeys")
                .header("Authorization", Wire.authorization("app", Clients.REGION, "kms"))
                .POST(BodyPublishers.ofString("{}")));

        assertThat(answer.statusCode()).isEqualTo(501);
        assertThat(answer.body())
                .contains("NotImplemented")
                .contains("ListKeys")
                .contains("KMS");
    }

    @Test
    void keepsAConnectionAliveAndClosesItWhenAsked() throws IOException {
        try (RawConnection connection = new RawConnection(emulator.endpoint())) {
            for (int i = 0; i < 3; i++) {
                assertThat(connection.json("ListQueues", "{}").flush().read().status())
                        .isEqualTo(200);
            }
            connection
                    .write("GET /?Action=ListQueues HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
                    .flush();
            assertThat(connection.read().status()).isEqualTo(200);
            assertThat(connection.atEnd()).isTrue();
        }
    }
}
