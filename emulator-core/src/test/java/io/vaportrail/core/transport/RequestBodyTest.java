package io.vaportrail.core.transport;

import static org.assertj.core.api.Assertions.assertThat;

import io.vaportrail.core.transport.RawClient.Answer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How bodies travel, and how long they may be. */
final class RequestBodyTest {
    private static final int LIMIT = 1000;

    private ServerFixture server;
    private RawClient client;

    @BeforeEach
    void start() throws IOException {
        server = new ServerFixture(ServerFixture.settings().withMaxBodyBytes(LIMIT));
        client = server.connect();
    }

    @AfterEach
    void stop() throws IOException {
        client.close();
        server.close();
    }

    @Test
    void takesABodyOfTheLimitAndNoByteMore() throws IOException {
        assertThat(client.post("/full", "", new byte[LIMIT]).read().status()).isEqualTo(200);

        Answer answer = client.post("/over", "", new byte[LIMIT + 1]).read();
        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.body())
                .isEqualTo(
                        "{\"path\":\"/over\",\"why\":\"The request body is too large: at most 1000 bytes are taken.\"}");
        assertThat(answer.headers()).containsEntry("connection", "close");
        assertThat(client.readToEnd()).isEmpty();
    }

    @Test
    void refusesALongBodyBeforeItIsSent() throws IOException {
        client.send("POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1001\r\nExpect: 100-continue\r\n\r\n");

        assertThat(client.read().status()).isEqualTo(413);
    }

    @Test
    void letsTheClientReadTheRefusalWhileItIsStillSending() throws IOException {
        client.send("POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 3000000\r\n\r\n");
        client.send(new byte[3_000_000]);

        assertThat(client.read().status()).isEqualTo(413);
    }

    @Test
    void asksForABodyThatIsHeldBack() throws IOException {
        client.send("POST /x HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\nExpect: 100-Continue\r\n\r\n");
        assertThat(client.read().status()).isEqualTo(100);

        client.send("hi");
        assertThat(client.read().body()).isEqualTo("POST /x hi");
    }

    @Test
    void asksForABodyOnlyWhenItIsItsTurn() throws Exception {
        client.get("/held");
        client.send("POST /x HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\nExpect: 100-continue\r\n\r\n");
        server.held().respond(io.vaportrail.core.http.HttpResponse.text(200, "text/plain", "first"));

        assertThat(client.read().body()).isEqualTo("first");
        assertThat(client.read().status()).isEqualTo(100);
        assertThat(client.send("hi").read().body()).isEqualTo("POST /x hi");
    }

    @Test
    void refusesOtherExpectations() throws IOException {
        client.send("POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\nExpect: miracles\r\n\r\n");

        assertThat(client.read().status()).isEqualTo(417);
    }

    @Test
    void putsChunksTogether() throws IOException {
        client.send("POST /c HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n3;a=b\r\nabc\r\n");
        client.send("2\r\nde\r\n0\r\nTrailer: x\r\n\r\n");

        assertThat(client.read().body()).isEqualTo("POST /c abcde");
        assertThat(client.get("/next").read().body()).isEqualTo("GET /next ");
    }

    @Test
    void countsChunksAgainstTheLimit() throws IOException {
        client.send("POST /c HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n");
        client.send("1f4\r\n" + "x".repeat(500) + "\r\n1f5\r\n" + "x".repeat(501) + "\r\n");

        assertThat(client.read().status()).isEqualTo(413);
    }

    @ParameterizedTest
    @ValueSource(strings = {"zz\r\nab\r\n0\r\n\r\n", "-1\r\n\r\n", "ffffffffffffffffff\r\n"})
    void refusesMalformedChunks(String body) throws IOException {
        client.send("POST /c HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n" + body);

        assertThat(client.read().status()).isEqualTo(400);
    }

    @Test
    void takesABodyByteByByte() throws IOException {
        byte[] request = "POST /slow HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\n\r\nhello"
                .getBytes(StandardCharsets.US_ASCII);
        for (byte b : request) {
            client.send(new byte[] {b});
        }

        assertThat(client.read().body()).isEqualTo("POST /slow hello");
    }

    @Test
    void decompresses() throws IOException {
        byte[] plain = "x".repeat(LIMIT).getBytes(StandardCharsets.US_ASCII);

        assertThat(client.post("/z", "Content-Encoding: gzip\r\n", gzip(plain))
                        .read()
                        .body())
                .isEqualTo("POST /z " + "x".repeat(LIMIT));
    }

    @Test
    void keepsObjectsCompressedThatAreToBeStored() throws IOException {
        byte[] compressed = gzip("object".getBytes(StandardCharsets.US_ASCII));
        client.send("PUT /bucket/key HTTP/1.1\r\nHost: localhost\r\nContent-Encoding: gzip\r\nContent-Length: "
                + compressed.length + "\r\n\r\n");

        assertThat(client.send(compressed).read().body())
                .isEqualTo("PUT /bucket/key " + new String(compressed, StandardCharsets.ISO_8859_1));
    }

    @Test
    void stopsAtTheLimitWhileDecompressing() throws IOException {
        byte[] bomb = gzip(new byte[LIMIT * 500]);
        assertThat(bomb.length).isLessThan(LIMIT);

        assertThat(client.post("/z", "Content-Encoding: gzip\r\n", bomb).read().status())
                .isEqualTo(413);
    }

    @Test
    void refusesBrokenGzip() throws IOException {
        Answer answer = client.post("/z", "Content-Encoding: gzip\r\n", "no gzip".getBytes())
                .read();

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("not valid gzip");
    }

    @Test
    void takesSignedChunksApart() throws IOException {
        String signature = ";chunk-signature=" + "a".repeat(64);
        String body = "5" + signature + "\r\nhello\r\n6" + signature + "\r\n world\r\n0" + signature + "\r\n\r\n";
        Answer answer = client.post(
                        "/key",
                        "x-amz-content-sha256: STREAMING-AWS4-HMAC-SHA256-PAYLOAD\r\n"
                                + "x-amz-decoded-content-length: 11\r\nContent-Encoding: aws-chunked\r\n",
                        body.getBytes())
                .read();

        assertThat(answer.body()).isEqualTo("POST /key hello world");
    }

    @Test
    void makesAnnouncedTrailersHeaders() throws IOException {
        String body = "b\r\nhello world\r\n0\r\nx-amz-checksum-crc32:DUoRhQ==\r\nx-amz-checksum-sha1:forged\r\n\r\n";
        Answer answer = client.post(
                        "/key",
                        "x-amz-content-sha256: STREAMING-UNSIGNED-PAYLOAD-TRAILER\r\n"
                                + "x-amz-decoded-content-length: 11\r\nx-amz-trailer: x-amz-checksum-crc32\r\n",
                        body.getBytes())
                .read();

        assertThat(answer.body()).isEqualTo("POST /key hello world");
        assertThat(answer.headers())
                .containsEntry("x-amz-checksum-crc32", "DUoRhQ==")
                .doesNotContainKey("x-amz-checksum-sha1");
    }

    @Test
    void checksTheDecodedLength() throws IOException {
        Answer answer = client.post(
                        "/key",
                        "x-amz-content-sha256: STREAMING-UNSIGNED-PAYLOAD-TRAILER\r\nx-amz-decoded-content-length: 12\r\n",
                        "b\r\nhello world\r\n0\r\n\r\n".getBytes())
                .read();

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("x-amz-decoded-content-length: 12 (expected: 11)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hello",
                "5\r\nhel",
                "3\r\nhello\r\n0\r\n\r\n",
                "5\r\nhello\r\n",
                "g\r\n",
                "fffffffff\r\n",
                "0\r\n:x\r\n",
                "ffffffff\r\nx"
            })
    void refusesMalformedAwsChunks(String body) throws IOException {
        Answer answer = client.post(
                        "/key", "x-amz-content-sha256: STREAMING-UNSIGNED-PAYLOAD-TRAILER\r\n", body.getBytes())
                .read();

        assertThat(answer.status()).isEqualTo(body.isEmpty() ? 200 : body.startsWith("ffffffff\r") ? 413 : 400);
    }

    private static byte[] gzip(byte[] plain) throws IOException {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(compressed)) {
            out.write(plain);
        }
        return compressed.toByteArray();
    }
}
