package io.vaportrail.conformance.s3;

import static org.assertj.core.api.Assertions.assertThat;

import io.vaportrail.conformance.fixture.Wire;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.ChecksumAlgorithm;
import software.amazon.awssdk.services.s3.model.ChecksumMode;
import software.amazon.awssdk.services.s3.model.ChecksumType;
import software.amazon.awssdk.services.s3.model.GetObjectAttributesResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.ObjectAttributes;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;

/** Whether bytes are what was sent. */
final class ChecksumTest extends S3Test {
    /** The text whose checksums the catalogues of checksums list. */
    private static final String TEXT = "123456789";

    @BeforeEach
    void make() {
        makeBucket();
    }

    private HttpResponse<String> put(Map<String, String> headers) {
        java.net.http.HttpRequest.Builder request = wire.request("/" + BUCKET + "/a")
                .header("Authorization", Wire.authorization("app", "us-east-1", "s3"))
                .PUT(BodyPublishers.ofString(TEXT));
        headers.forEach(request::header);
        return wire.send(request);
    }

    private HeadObjectResponse head() {
        return s3.headObject(r -> r.bucket(BUCKET).key("a").checksumMode(ChecksumMode.ENABLED));
    }

    @Test
    void isCrc32AsTheSdkSendsIt() {
        PutObjectResponse put = put("a", TEXT);

        assertThat(put.checksumCRC32()).isEqualTo("y/Q5Jg==");
        assertThat(put.checksumType()).isEqualTo(ChecksumType.FULL_OBJECT);
        assertThat(head().checksumCRC32()).isEqualTo("y/Q5Jg==");
        assertThat(s3.headObject(r -> r.bucket(BUCKET).key("a")).checksumCRC32())
                .isNull();
    }

    @Test
    void isWhatTheSdkIsToldToSend() {
        for (ChecksumAlgorithm algorithm : new ChecksumAlgorithm[] {
            ChecksumAlgorithm.SHA1, ChecksumAlgorithm.SHA256, ChecksumAlgorithm.CRC32_C, ChecksumAlgorithm.CRC32
        }) {
            s3.putObject(r -> r.bucket(BUCKET).key("a").checksumAlgorithm(algorithm), RequestBody.fromString(TEXT));
            assertThat(text("a")).isEqualTo(TEXT);
            assertThat(s3.listObjectsV2(r -> r.bucket(BUCKET)).contents().get(0).checksumAlgorithm())
                    .containsExactly(algorithm);
        }
        s3.putObject(
                r -> r.bucket(BUCKET).key("a").checksumAlgorithm(ChecksumAlgorithm.CRC32_C),
                RequestBody.fromString(TEXT));
        assertThat(head().checksumCRC32C()).isEqualTo("4waSgw==");
        s3.putObject(
                r -> r.bucket(BUCKET).key("a").checksumAlgorithm(ChecksumAlgorithm.SHA256),
                RequestBody.fromString(TEXT));
        assertThat(head().checksumSHA256()).isEqualTo("FeKw08M4keuw8e9gnsQZQgwg4yDOlMZfvIwzEkSOsiU=");
    }

    @ParameterizedTest
    @CsvSource({
        "crc32, y/Q5Jg==",
        "crc32c, 4waSgw==",
        "crc64nvme, rosUhgp5mIg=",
        "sha1, 98O8HYCOBHMq32eZZczDTKeuNEE=",
        "sha256, FeKw08M4keuw8e9gnsQZQgwg4yDOlMZfvIwzEkSOsiU="
    })
    void isCheckedAndKept(String algorithm, String value) {
        String header = "x-amz-checksum-" + algorithm;

        HttpResponse<String> stored = put(Map.of(header, value));
        assertThat(stored.statusCode()).as(stored.body()).isEqualTo(200);
        assertThat(stored.headers().firstValue(header)).contains(value);
        HttpResponse<String> got = wire.send(wire.request("/" + BUCKET + "/a")
                .header("Authorization", Wire.authorization("app", "us-east-1", "s3"))
                .header("x-amz-checksum-mode", "ENABLED"));
        assertThat(got.headers().firstValue(header)).contains(value);

        String other = "A"
                        .repeat(value.length()
                                - (value.length() - value.replace("=", "").length()))
                + "=".repeat(value.length() - value.replace("=", "").length());
        HttpResponse<String> wrong = put(Map.of(header, other));
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(wrong.body())
                .contains("<Code>BadDigest</Code><Message>The " + algorithm.toUpperCase(java.util.Locale.ROOT)
                        + " you specified did not match the calculated checksum.</Message>");
        assertThat(put(Map.of(header, "no")).body())
                .contains("<Message>Value for " + header + " header is invalid.</Message>");
    }

    @Test
    void isCrc64NvmeByItself() {
        assertThat(put(Map.of()).headers().firstValue("x-amz-checksum-crc64nvme"))
                .contains("rosUhgp5mIg=");
        assertThat(head().checksumCRC64NVME()).isEqualTo("rosUhgp5mIg=");
        GetObjectAttributesResponse attributes = s3.getObjectAttributes(r -> r.bucket(BUCKET)
                .key("a")
                .objectAttributes(
                        ObjectAttributes.CHECKSUM,
                        ObjectAttributes.E_TAG,
                        ObjectAttributes.OBJECT_SIZE,
                        ObjectAttributes.STORAGE_CLASS));
        assertThat(attributes.checksum().checksumCRC64NVME()).isEqualTo("rosUhgp5mIg=");
        assertThat(attributes.eTag()).isEqualTo("25f9e794323b453885f5181f1b624d0b");
        assertThat(attributes.objectSize()).isEqualTo(9);
        assertThat(attributes.storageClassAsString()).isEqualTo("STANDARD");
    }

    @Test
    void isOne() {
        assertThat(put(Map.of("x-amz-checksum-crc32", "y/Q5Jg==", "x-amz-checksum-crc32c", "4waSgw=="))
                        .body())
                .contains("Expecting a single x-amz-checksum- header. Multiple checksum Types are not allowed.");
    }

    @Test
    void mayBeAnMd5() {
        assertThat(put(Map.of("Content-MD5", "JfnnlDI7RTiF9RgfG2JNCw==")).statusCode())
                .isEqualTo(200);
        assertThat(put(Map.of("Content-MD5", "1B2M2Y8AsgTpgAmY7PhCfg==")).body())
                .contains(
                        "<Code>BadDigest</Code><Message>The Content-MD5 you specified did not match what we received.</Message>");
        assertThat(put(Map.of("Content-MD5", "none")).body())
                .contains("<Code>InvalidDigest</Code><Message>The Content-MD5 you specified was invalid.</Message>");
    }

    @Test
    void mayBeTheHashThatWasSigned() {
        assertThat(put(Map.of("x-amz-content-sha256", "0".repeat(64))).body())
                .contains("<Code>XAmzContentSHA256Mismatch</Code>");
        assertThat(put(Map.of("x-amz-content-sha256", "UNSIGNED-PAYLOAD")).statusCode())
                .isEqualTo(200);
    }

    @Test
    void comesBehindTheChunks() {
        String body = "9\r\n" + TEXT + "\r\n0\r\nx-amz-checksum-crc32:y/Q5Jg==\r\n\r\n";
        String wrong = "9\r\n" + TEXT + "\r\n0\r\nx-amz-checksum-crc32:AAAAAA==\r\n\r\n";
        String cut = "9\r\n12345";

        assertThat(chunked(body).statusCode()).isEqualTo(200);
        assertThat(text("a")).isEqualTo(TEXT);
        assertThat(head().checksumCRC32()).isEqualTo("y/Q5Jg==");
        assertThat(chunked(wrong).body()).contains("<Code>BadDigest</Code>");
        assertThat(chunked(cut).statusCode()).isEqualTo(400);
        assertThat(text("a")).isEqualTo(TEXT);
    }

    @Test
    void mustComeWhereItWasAnnounced() {
        HttpResponse<String> missing = chunked("9\r\n" + TEXT + "\r\n0\r\n\r\n");
        assertThat(missing.statusCode()).isEqualTo(400);
        assertThat(missing.body())
                .contains(
                        "<Code>MalformedTrailerError</Code><Message>The request contained trailing data that was not well-formed"
                                + " or did not conform to our published schema.</Message>");

        assertThat(put(Map.of("x-amz-trailer", "x-amz-meta-a")).body())
                .contains(
                        "<Code>InvalidRequest</Code>",
                        "The value specified in the x-amz-trailer header is not supported");
        assertThat(put(Map.of("x-amz-content-sha256", "HASHED")).body())
                .contains(
                        "<Code>InvalidArgument</Code><Message>x-amz-content-sha256 must be UNSIGNED-PAYLOAD, ",
                        " or a valid sha256 value.",
                        "<ArgumentValue>HASHED</ArgumentValue>");
        assertThat(keys()).isEmpty();
    }

    @Test
    void chunksNeedTheLengthOfWhatTheyHold() {
        HttpResponse<String> answer = wire.send(wire.request("/" + BUCKET + "/a")
                .header("Authorization", Wire.authorization("app", "us-east-1", "s3"))
                .header("x-amz-content-sha256", "STREAMING-UNSIGNED-PAYLOAD-TRAILER")
                .PUT(BodyPublishers.ofString("9\r\n" + TEXT + "\r\n0\r\n\r\n")));

        assertThat(answer.statusCode()).isEqualTo(411);
        assertThat(answer.body()).contains("<Code>MissingContentLength</Code>");
    }

    private HttpResponse<String> chunked(String body) {
        return wire.send(wire.request("/" + BUCKET + "/a")
                .header("Authorization", Wire.authorization("app", "us-east-1", "s3"))
                .header("x-amz-content-sha256", "STREAMING-UNSIGNED-PAYLOAD-TRAILER")
                .header("x-amz-decoded-content-length", "9")
                .header("x-amz-trailer", "x-amz-checksum-crc32")
                .header("Content-Encoding", "aws-chunked")
                .PUT(BodyPublishers.ofString(body)));
    }
}
