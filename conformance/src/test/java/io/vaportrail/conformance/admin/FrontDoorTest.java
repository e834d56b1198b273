package io.vaportrail.conformance.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.vaportrail.conformance.fixture.EmulatorTest;
import io.vaportrail.conformance.fixture.RawConnection;
import io.vaportrail.conformance.fixture.TestEmulator;
import io.vaportrail.conformance.fixture.Wire;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is sent is answered as AWS answers it, or refused, and harms nobody else. */
@EmulatorTest
@Timeout(60)
class FrontDoorTest {
    private static final int MANY = 500;

    private TestEmulator emulator;
    private Wire wire;

    @BeforeEach
    void connect(TestEmulator started) {
        emulator = started;
        wire = new Wire(emulator.endpoint());
    }

    @ParameterizedTest
    @ValueSource(strings = {"HEAD", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "BREW", "post"})
    void nothingIsDoneByOtherMethods(String method) throws IOException {
        String json = "{\"QueueName\":\"made\"}";
        String byTarget = exchange(method + " / HTTP/1.1\r\nHost: localhost\r\nX-Amz-Target: AmazonSQS.CreateQueue\r\n"
                + "Content-Type: application/x-amz-json-1.0\r\nContent-Length: " + json.length() + "\r\n\r\n" + json);
        String byAction = exchange(method + " /?Action=CreateQueue&QueueName=made HTTP/1.1\r\nHost: localhost\r\n\r\n");

        assertThat(byTarget).startsWith("HTTP/1.1 400 ");
        assertThat(byAction).startsWith("HTTP/1.1 40");
        assertThat(wire.json("ListQueues", "{}").body()).isEqualTo("{}");
    }

    @ParameterizedTest
    @CsvSource({
        "'gzip, chunked', 400",
        "'chunked, gzip', 400",
        "identity, 400",
        "Chunked, 200",
    })
    void chunksAreTheOnlyCoding(String coding, int status) throws IOException {
        String answer = exchange("POST / HTTP/1.1\r\nHost: localhost\r\nX-Amz-Target: AmazonSQS.ListQueues\r\n"
                + "Content-Type: application/x-amz-json-1.0\r\nTransfer-Encoding: " + coding
                + "\r\n\r\n2;a=b\r\n{}\r\n0\r\nX-Amz-Target: AmazonSQS.CreateQueue\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 " + status + " ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"QueueName\":\"a\",\"Other\":[", "{\"QueueName\":\"a\",\"Attributes\":{\"a\":"})
    void jsonOfAnyDepthIsRefused(String start) throws IOException {
        String body = start + (start.endsWith("[") ? "[" : "{\"a\":").repeat(100_000);

        String answer = exchange("POST / HTTP/1.1\r\nHost: localhost\r\nX-Amz-Target: AmazonSQS.CreateQueue\r\n"
                + "Content-Type: application/x-amz-json-1.0\r\nContent-Length: " + body.length() + "\r\n\r\n" + body);

        assertThat(answer).startsWith("HTTP/1.1 400 ").contains("SerializationException");
    }

    /** An array of two thousand million metrics, a text of nine quintillion bytes, arrays in arrays, what is no CBOR. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "A1 6A 4D 65 74 72 69 63 44 61 74 61 9A 7F FF FF FF",
                "A1 69 4E 61 6D 65 73 70 61 63 65 7B 7F FF FF FF FF FF FF FF",
                "A1 61 5A 9F*100000",
                "A1 61 5A 81*100000",
                "A1 69 4E 61 6D 65 73 70 61 63 65 62 FF FE",
                "FF FF FF",
            })
    void hostileCborIsRefused(String hex) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (String part : hex.split(" ", -1)) {
            String[] repeated = part.split("\\*", -1);
            for (int i = repeated.length == 1 ? 1 : Integer.parseInt(repeated[1]); i > 0; i--) {
                body.write(Integer.parseInt(repeated[0], 16));
            }
        }
        ByteArrayOutputStream request = new ByteArrayOutputStream();
        request.write(
                ("POST /service/GraniteServiceVersion20100801/operation/PutMetricData HTTP/1.1\r\nHost: localhost\r\n"
                                + "Smithy-Protocol: rpc-v2-cbor\r\nContent-Type: application/cbor\r\nContent-Length: "
                                + body.size() + "\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        body.writeTo(request);

        assertThat(exchange(request.toByteArray()))
                .startsWith("HTTP/1.1 400 ")
                .contains("smithy-protocol: rpc-v2-cbor", "SerializationException");
    }

    @Test
    void textThatIsNotUtf8IsRefused() throws IOException {
        byte[] request = ("POST / HTTP/1.1\r\nHost: localhost\r\nX-Amz-Target: AmazonSQS.CreateQueue\r\n"
                        + "Content-Type: application/x-amz-json-1.0\r\nContent-Length: 17\r\n\r\n{\"QueueName\":\"\u00ff\"}")
                .getBytes(StandardCharsets.ISO_8859_1);

        assertThat(exchange(request)).startsWith("HTTP/1.1 400 ").contains("SerializationException");
    }

    @Test
    void noAnswerCarriesAHeaderThatACallerMadeUp() throws IOException {
        exchange("PUT /door HTTP/1.1\r\nHost: localhost\r\nAuthorization: "
                + Wire.authorization("app", "us-east-1", "s3") + "\r\nContent-Length: 0\r\n\r\n");

        String answer = exchange("GET /door?response-content-type=a%0d%0aX-Made-Up:%20b HTTP/1.1\r\nHost: localhost\r\n"
                + "Authorization: " + Wire.authorization("app", "us-east-1", "s3") + "\r\n\r\n");

        assertThat(answer.substring(0, answer.indexOf("\r\n\r\n"))).doesNotContain("X-Made-Up");
    }

    @Test
    void manyWhoSayNothingKeepNobodyWaiting() throws IOException {
        List<RawConnection> silent = new ArrayList<>();
        try {
            for (int i = 0; i < MANY; i++) {
                RawConnection connection = new RawConnection(emulator.endpoint());
                silent.add(connection);
                connection
                        .write(i % 2 == 0 ? "" : "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 99\r\n\r\n{")
                        .flush();
            }
            assertThat(wire.json("ListQueues", "{}").statusCode()).isEqualTo(200);
        } finally {
            for (RawConnection connection : silent) {
                connection.close();
            }
        }
    }

    private String exchange(String request) throws IOException {
        return exchange(request.getBytes(StandardCharsets.UTF_8));
    }

    private String exchange(byte[] request) throws IOException {
        try (RawConnection connection = new RawConnection(emulator.endpoint())) {
            return connection.exchange(request);
        }
    }
}
