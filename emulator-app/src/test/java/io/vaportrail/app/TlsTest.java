package io.vaportrail.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vaportrail.core.transport.RawClient;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TlsTest {
    private Emulator emulator;

    @BeforeEach
    void start() throws IOException {
        emulator = Emulator.start(EmulatorOptions.of("127.0.0.1", 0));
    }

    @AfterEach
    void stop() {
        emulator.close();
    }

    private int port() {
        return emulator.endpoint().getPort();
    }

    private X509Certificate authority() throws Exception {
        String pem = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(emulator.endpoint() + "/_vaportrail/ca.pem"))
                                .build(),
                        BodyHandlers.ofString())
                .body();
        assertThat(pem).startsWith("-----BEGIN CERTIFICATE-----\n").endsWith("-----END CERTIFICATE-----\n");
        return (X509Certificate) CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)));
    }

    private SSLContext trusting(X509Certificate authority) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setCertificateEntry("authority", authority);
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    @Test
    void speaksTlsAndPlainHttpOnTheSamePort() throws Exception {
        HttpClient client =
                HttpClient.newBuilder().sslContext(trusting(authority())).build();

        for (String url :
                List.of("https://localhost:" + port(), "http://localhost:" + port(), "https://127.0.0.1:" + port())) {
            assertThat(client.send(
                                    HttpRequest.newBuilder(URI.create(url + "/_vaportrail/health"))
                                            .build(),
                                    BodyHandlers.ofString())
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "sqs.localhost.localstack.cloud",
                "sqs.us-east-1.localhost.localstack.cloud",
                "bucket.s3.eu-central-1.localhost.localstack.cloud",
                "host.docker.internal",
                "vaportrail"
            })
    void isCalledWhatClientsCallIt(String name) throws Exception {
        try (RawClient client = new RawClient(connect(trusting(authority()), name, "TLSv1.3"))) {
            assertThat(client.get("/_vaportrail/clock").read().status()).isEqualTo(200);
        }
    }

    @Test
    void speaksTheOlderTlsToo() throws Exception {
        try (RawClient client = new RawClient(connect(trusting(authority()), "localhost", "TLSv1.2"))) {
            client.get("/_vaportrail/clock").get("/_vaportrail/health");

            assertThat(client.read().status()).isEqualTo(200);
            assertThat(client.read().status()).isEqualTo(200);
        }
    }

    @Test
    void isNotCalledAnythingElse() throws Exception {
        SSLContext context = trusting(authority());

        assertThatThrownBy(() -> connect(context, "example.com", "TLSv1.3")).isInstanceOf(SSLHandshakeException.class);
    }

    @Test
    void isTrustedByNobodyWithoutItsAuthority() throws Exception {
        assertThatThrownBy(() -> connect(SSLContext.getDefault(), "localhost", "TLSv1.3"))
                .isInstanceOf(SSLHandshakeException.class);
        authority();
    }

    @Test
    void survivesBytesThatOnlyLookLikeTls() throws Exception {
        try (RawClient client = new RawClient(new java.net.InetSocketAddress("127.0.0.1", port()))) {
            client.send(new byte[] {22, 3, 1, 0, 5, 1, 2, 3, 4, 5}).halfClose();
            client.readToEnd();
        }
        authority();
    }

    private SSLSocket connect(SSLContext context, String name, String protocol) throws IOException {
        SSLSocket socket = (SSLSocket)
                context.getSocketFactory().createSocket(new java.net.Socket("127.0.0.1", port()), name, port(), true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        parameters.setProtocols(new String[] {protocol});
        parameters.setServerNames(List.of(new SNIHostName(name)));
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }
}
