package io.vaportrail.core.transport;

import static org.assertj.core.api.Assertions.assertThat;

import io.vaportrail.core.transport.RawClient.Answer;
import java.io.IOException;
import java.net.SocketException;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is no request: answered 4xx or 5xx in one line and closed, never hung, never fatal. */
final class MalformedRequestTest {
    @SuppressWarnings("NullAway.Init") // by jqwik
    private static ServerFixture fuzzed;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "hello\\r\\n\\r\\n | 400",
                "GET\\r\\n\\r\\n | 400",
                "GET / HTTP/1.1\\r\\nno colon\\r\\n\\r\\n | 400",
                "GET / HTTP/1.1\\r\\nHost: a\\r\\nBad Name: x\\r\\n\\r\\n | 400",
                "GET / HTTP/1.1\\r\\nHost: a\\r\\nX: \\0\\r\\n\\r\\n | 400",
                "GET / HTTP/1.1\\r\\n\\r\\n | 400",
                "GET / HTTP/1.1\\r\\nHost: a\\r\\nHost: b\\r\\n\\r\\n | 400",
                "GET nowhere HTTP/1.1\\r\\nHost: a\\r\\n\\r\\n | 400",
                "CONNECT a:443 HTTP/1.1\\r\\nHost: a\\r\\n\\r\\n | 400",
                "GET / HTTP/2.0\\r\\nHost: a\\r\\n\\r\\n | 505",
                "PRI * HTTP/2.0\\r\\n\\r\\nSM\\r\\n\\r\\n | 505",
                "GET / HTTP/1.1\\r\\nHost: a\\r\\nContent-Length: x\\r\\n\\r\\n | 400",
                "GET / HTTP/1.1\\r\\nHost: a\\r\\nContent-Length: -1\\r\\n\\r\\n | 400",
                "GET / HTTP/1.1\\r\\nHost: a\\r\\nContent-Length: 1\\r\\nContent-Length: 2\\r\\n\\r\\n | 400",
                "GET / HTTP/1.1\\r\\nHost: a\\r\\nContent-Length: 99999999999999999999\\r\\n\\r\\n | 400",
                "GET / HTTP/1.1\\r\\nHost: a\\r\\nContent-Length: 9999999999999999\\r\\n\\r\\n | 413",
                "GET / HTTP/1.1\\r\\nHost: a\\r\\nTransfer-Encoding: gzip\\r\\n\\r\\n | 400",
                "GET / HTTP/1.1\\r\\nHost: a\\r\\nTransfer-Encoding: gzip, chunked\\r\\n\\r\\n | 400",
                "GET / HTTP/1.1\\r\\nHost: a\\r\\nTransfer-Encoding: gzip\\r\\nTransfer-Encoding: chunked\\r\\n\\r\\n | 400",
                "GET / HTTP/1.1\\r\\nHost: a\\r\\nTransfer-Encoding: identity, chunked\\r\\n\\r\\n | 400",
                "GET / HTTP/1.1\\r\\nHost: a\\r\\nTransfer-Encoding: chunked\\r\\nContent-Length: 5\\r\\n\\r\\n | 400",
                "GET / HTTP/1.0\\r\\nHost: a\\r\\nTransfer-Encoding: chunked\\r\\n\\r\\n | 400",
            })
    void isRefused(String request, int status) throws IOException {
        try (ServerFixture server = ServerFixture.start();
                RawClient client = server.connect()) {
            client.send(request.replace("\\r", "\r").replace("\\n", "\n").replace("\\0", "\0"));
            Answer answer = client.read();

            assertThat(answer.status()).isEqualTo(status);
            assertThat(answer.headers()).containsEntry("connection", "close");
            assertThat(client.readToEnd()).isEmpty();
        }
    }

    @Test
    void tooLongALineIsRefused() throws IOException {
        try (ServerFixture server = ServerFixture.start();
                RawClient client = server.connect()) {
            Answer answer = client.get("/" + "x".repeat(20_000)).read();

            assertThat(answer.status()).isEqualTo(414);
            assertThat(answer.body()).isEqualTo("request line: too long (expected: at most 16384 bytes)\n");
        }
    }

    @Test
    void tooLargeHeadersAreRefused() throws IOException {
        try (ServerFixture server = ServerFixture.start();
                RawClient client = server.connect()) {
            client.send("GET / HTTP/1.1\r\nHost: a\r\n" + ("X: " + "x".repeat(1000) + "\r\n").repeat(40) + "\r\n");

            assertThat(client.read().status()).isEqualTo(431);
        }
    }

    @BeforeContainer
    static void start() throws IOException {
        fuzzed = new ServerFixture(ServerFixture.settings().withMaxBodyBytes(10_000));
    }

    @AfterContainer
    static void stop() {
        fuzzed.close();
    }

    /** Whatever is sent, the server answers or closes, and serves the next client. */
    @Property(tries = 300)
    void survivesAnyBytes(@ForAll("streams") byte[] bytes) throws IOException {
        try (RawClient client = fuzzed.connect()) {
            try {
                client.send(bytes).halfClose();
                client.readToEnd();
            } catch (SocketException e) {
                assertThat(e).hasMessageMatching("(?s).*(reset|pipe).*");
            }
        }
        try (RawClient next = fuzzed.connect()) {
            assertThat(next.get("/alive").read().body()).isEqualTo("GET /alive ");
        }
    }

    @Provide
    Arbitrary<byte[]> streams() {
        Arbitrary<String> pieces = Arbitraries.of(
                "GET / HTTP/1.1\r\n",
                "POST /x HTTP/1.1\r\n",
                "HEAD /x HTTP/1.0\r\n",
                "Host: a\r\n",
                "Content-Length: 5\r\n",
                "Content-Length: 99999\r\n",
                "Transfer-Encoding: chunked\r\n",
                "Expect: 100-continue\r\n",
                "Connection: close\r\n",
                "Content-Encoding: gzip\r\n",
                "x-amz-content-sha256: STREAMING-UNSIGNED-PAYLOAD-TRAILER\r\n",
                "Sec-Fetch-Site: cross-site\r\n",
                "\r\n",
                "hello",
                "5\r\nhello\r\n",
                "0\r\n\r\n",
                "\u0016\u0003\u0001",
                "\u001f\u008b\b");
        Arbitrary<String> noise =
                Arbitraries.strings().withCharRange('\0', '\u00ff').ofMaxLength(40);
        return Arbitraries.frequencyOf(net.jqwik.api.Tuple.of(8, pieces), net.jqwik.api.Tuple.of(1, noise))
                .list()
                .ofMaxSize(30)
                .map(list -> String.join("", list).getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
    }
}
