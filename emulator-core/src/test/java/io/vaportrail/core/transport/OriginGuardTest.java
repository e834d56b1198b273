package io.vaportrail.core.transport;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpHeaders;
import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class OriginGuardTest {
    private final OriginGuard guard = new OriginGuard("https://Emulator.Example.com");

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "sqs.eu-west-1.amazonaws.com, -, -, -",
                "emulator.corp.example.org, -, -, -",
                "localhost:4566, -, same-origin, -",
                "localhost:4566, -, none, Mozilla/5.0",
                "localhost:4566, http://localhost:4566, same-origin, Mozilla/5.0",
                "LOCALHOST:4566, http://localhost:4566, -, -",
                "127.0.0.1:4566, http://127.0.0.1:4566, -, Mozilla/5.0",
                "[::1]:4566, http://[::1]:4566, -, Mozilla/5.0",
                "[::ffff:127.0.0.1]:4566, -, -, Mozilla/5.0",
                "vaportrail:4566, http://vaportrail:4566, -, Mozilla/5.0",
                "sqs.us-east-1.localhost.localstack.cloud:4566, -, -, Mozilla/5.0",
                "host.docker.internal:4566, -, -, Mozilla/5.0",
                "localhost.:4566, -, -, Mozilla/5.0",
                "emulator.example.com, https://emulator.example.com, same-origin, Mozilla/5.0",
            })
    void lets(String host, @Nullable String origin, @Nullable String site, @Nullable String agent) {
        assertThat(guard.refusal(headers(origin, site, agent), host, "http")).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "localhost:4566, http://evil.example, -, -",
                "localhost:4566, null, -, -",
                "localhost:4566, '', -, -",
                "localhost:4566, http://localhost:3000, same-site, Mozilla/5.0",
                "localhost:4566, https://localhost:4566, -, -",
                "localhost:4566, -, cross-site, -",
                "localhost:4566, -, same-site, -",
                "evil.example:4566, http://evil.example:4566, -, Mozilla/5.0",
                "evil.example:4566, -, -, Mozilla/5.0",
                "evil.example:4566, -, none, -",
                "notlocalhost.example, -, -, Mozilla/5.0",
                "xlocalhost.evil.com, -, -, Mozilla/5.0",
                "evillocalhost.localstack.cloud, -, -, Mozilla/5.0",
            })
    void refuses(String host, @Nullable String origin, @Nullable String site, @Nullable String agent) {
        assertThat(refusal(headers(origin, site, agent), host).reason()).contains("(expected: ");
    }

    @Test
    void knowsABrowserByItsLanguageWhateverItCallsItself() {
        HttpHeaders headers = headers(null, null, "curl/8").add("Accept-Language", "");

        assertThat(refusal(headers, "evil.example").reason()).startsWith("Host: evil.example");
    }

    @Test
    void leavesToTheHandlerWhatAPageSaysItIsButNoNameThatIsNotOurs() {
        HttpHeaders page = headers("http://localhost:3000", "same-site", "Mozilla/5.0");

        assertThat(refusal(page, "localhost:4566").admissible()).isTrue();
        assertThat(refusal(page, "evil.example").admissible()).isFalse();
        assertThat(refusal(headers(null, "cross-site", "Mozilla/5.0"), "localhost")
                        .admissible())
                .isFalse();
    }

    @Test
    void refusesBeforeTheHandlerAndTheBody() throws IOException {
        try (ServerFixture server = ServerFixture.start();
                RawClient client = server.connect()) {
            client.send("POST / HTTP/1.1\r\nHost: localhost\r\nOrigin: http://evil.example\r\nContent-Length: 9\r\n"
                    + "Expect: 100-continue\r\n\r\n");
            RawClient.Answer answer = client.read();

            assertThat(answer.status()).isEqualTo(403);
            assertThat(answer.body()).startsWith("Origin: http://evil.example (expected: this server's own");
        }
    }

    private OriginGuard.Refusal refusal(HttpHeaders headers, String host) {
        return Objects.requireNonNull(guard.refusal(headers, host, "http"));
    }

    private static HttpHeaders headers(@Nullable String origin, @Nullable String site, @Nullable String agent) {
        HttpHeaders headers = new DefaultHttpHeaders();
        if (origin != null) {
            headers.add("Origin", origin);
        }
        if (site != null) {
            headers.add("Sec-Fetch-Site", site);
        }
        if (agent != null) {
            headers.add("User-Agent", agent);
        }
        return headers;
    }
}
