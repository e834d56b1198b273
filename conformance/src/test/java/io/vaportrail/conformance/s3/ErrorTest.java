package io.vaportrail.conformance.s3;

import static org.assertj.core.api.Assertions.assertThat;

import io.vaportrail.conformance.fixture.RawConnection;
import io.vaportrail.conformance.fixture.Wire;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Errors as they stand on the wire. */
final class ErrorTest extends S3Test {
    @BeforeEach
    void make() {
        makeBucket();
    }

    @Test
    void isXmlWithIdsThatTheHeadersRepeat() {
        HttpResponse<String> answer = send("GET", "/" + BUCKET + "/none", "");

        String requestId = answer.headers().firstValue("x-amz-request-id").orElse("");
        String hostId = answer.headers().firstValue("x-amz-id-2").orElse("");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/xml");
        assertThat(answer.body())
                .isEqualTo("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>NoSuchKey</Code>"
                        + "<Message>The specified key does not exist.</Message><Key>none</Key><RequestId>" + requestId
                        + "</RequestId><HostId>" + hostId + "</HostId></Error>");
        assertThat(requestId).matches("[0-9A-Z]{16}");
    }

    @Test
    void namesTheBucket() {
        assertThat(send("GET", "/none", "").body())
                .contains("<Error><Code>NoSuchBucket</Code><Message>The specified bucket does not exist</Message>"
                        + "<BucketName>none</BucketName><RequestId>");
    }

    @Test
    void toHeadHasNoBody() throws IOException {
        try (RawConnection connection = new RawConnection(emulator.endpoint())) {
            String authorization = Wire.authorization("app", "us-east-1", "s3");
            String answer = connection.exchange(("HEAD /" + BUCKET
                            + "/none HTTP/1.1\r\nHost: localhost\r\nAuthorization: " + authorization + "\r\n\r\n")
                    .getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            assertThat(answer)
                    .startsWith("HTTP/1.1 404 Not Found\r\n")
                    .endsWith("\r\n\r\n")
                    .contains("x-amz-request-id");
            assertThat(answer).doesNotContain("NoSuchKey");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no xml",
                "<Tagging>",
                "<Tagging></Tagging>",
                "<Tagging><TagSet><Tag><Key>a</Key></Tag></TagSet></Tagging>",
                "<Other/>",
                "<!DOCTYPE t [<!ENTITY x \"y\">]><Tagging><TagSet><Tag><Key>&x;</Key><Value>1</Value></Tag></TagSet></Tagging>"
            })
    void saysThatADocumentIsNone(String document) {
        HttpResponse<String> answer = send("PUT", "/" + BUCKET + "?tagging", document);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.body()).contains("<Code>MalformedXML</Code>");
    }

    @Test
    void saysThatADocumentIsMissing() {
        assertThat(send("PUT", "/" + BUCKET + "?tagging", "").body())
                .contains("<Code>MissingRequestBodyError</Code><Message>Request Body is empty</Message>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"?replication", "?metrics&id=x", "?object-lock", "?intelligent-tiering&id=x", "?inventory&id=x"})
    void saysWhatIsNotImplemented(String query) {
        HttpResponse<String> answer = send("PUT", "/" + BUCKET + query, "<X/>");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(501);
        assertThat(answer.body()).contains("<Code>NotImplemented</Code>");
    }

    @Test
    void saysThatAFormIsNone() {
        HttpResponse<String> answer = wire.send(wire.request("/" + BUCKET)
                .header("Content-Type", "multipart/form-data; boundary=x")
                .POST(BodyPublishers.ofString("x")));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("<Code>MalformedPOSTRequest</Code>");
    }

    /** What a parameter asks for is never left undone without a word. */
    @ParameterizedTest
    @ValueSource(strings = {"uploadId=x", "versionId=x", "partNumber=1", "torrent", "append"})
    void saysThatAParameterIsNotTaken(String query) {
        HttpResponse<String> answer = send("PUT", "/" + BUCKET + "/a?" + query, "hello");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.body())
                .contains(
                        "<Code>InvalidArgument</Code><Message>This operation does not accept a query-string.</Message>");
        assertThat(keys()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PATCH", "POST"})
    void saysThatAMethodMeansNothing(String method) {
        HttpResponse<String> answer = send(method, "/" + BUCKET + "/a", "");

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.body()).contains("<Code>MethodNotAllowed</Code>");
    }

    @Test
    void saysThatABodyOfUnknownLengthIsNotTaken() throws IOException {
        try (RawConnection connection = new RawConnection(emulator.endpoint())) {
            RawConnection.Answer answer = connection
                    .write("PUT /" + BUCKET + "/a HTTP/1.1\r\nHost: localhost\r\nAuthorization: "
                            + Wire.authorization("app", "us-east-1", "s3")
                            + "\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nx\r\n0\r\n\r\n")
                    .flush()
                    .read();
            assertThat(answer.status()).isEqualTo(501);
            assertThat(answer.body()).contains("<Code>NotImplemented</Code>", "Transfer-Encoding");
        }
    }

    @Test
    void saysThatAnObjectIsTooLarge() throws IOException {
        try (RawConnection connection = new RawConnection(emulator.endpoint())) {
            RawConnection.Answer answer = connection
                    .write("PUT /" + BUCKET + "/a HTTP/1.1\r\nHost: localhost\r\nAuthorization: "
                            + Wire.authorization("app", "us-east-1", "s3") + "\r\nContent-Length: "
                            + ((128 << 20) + 1) + "\r\n\r\n")
                    .flush()
                    .read();
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.body()).contains("<Code>EntityTooLarge</Code>");
        }
    }

    @Test
    void saysThatADocumentIsTooLong() {
        HttpResponse<String> answer = send("PUT", "/" + BUCKET + "?policy", "{" + " ".repeat(21 << 10) + "}");

        assertThat(answer.body()).contains("<Code>PolicyTooLarge</Code>");
    }

    @Test
    void saysThatACredentialIsUnknown() {
        HttpResponse<String> answer = wire.send(wire.request("/" + BUCKET)
                .header("Authorization", Wire.authorization("ASIAABCDEFGHIJKLMNOP", "us-east-1", "s3")));

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body())
                .contains(
                        "<Code>InvalidAccessKeyId</Code><Message>The AWS Access Key Id you provided does not exist in our"
                                + " records.</Message>");
    }
}
