package io.vaportrail.conformance.s3;

import static org.assertj.core.api.Assertions.assertThat;

import io.vaportrail.conformance.fixture.RawConnection;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.S3Object;

/** Buckets in the path and before the host. */
final class AddressingTest extends S3Test {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "s3.localhost.localstack.cloud",
                "s3.us-east-1.localhost.localstack.cloud",
                "localhost",
                "s3.localhost"
            })
    void theBucketMayStandBeforeTheHost(String host) {
        S3Client client = emulator.clients().s3AtHost("app", host);
        client.createBucket(r -> r.bucket(BUCKET));
        client.putObject(r -> r.bucket(BUCKET).key("a b/ä"), RequestBody.fromString("hello"));

        assertThat(client.getObjectAsBytes(r -> r.bucket(BUCKET).key("a b/ä")).asUtf8String())
                .isEqualTo("hello");
        assertThat(client.listObjectsV2(r -> r.bucket(BUCKET)).contents())
                .extracting(S3Object::key)
                .containsExactly("a b/ä");
        assertThat(client.listBuckets().buckets()).hasSize(1);
        assertThat(keys()).containsExactly("a b/ä");
        String upload =
                client.createMultipartUpload(r -> r.bucket(BUCKET).key("m")).uploadId();
        String eTag = client.uploadPart(
                        r -> r.bucket(BUCKET).key("m").uploadId(upload).partNumber(1), RequestBody.fromString("x"))
                .eTag();
        String location = client.completeMultipartUpload(r -> r.bucket(BUCKET)
                        .key("m")
                        .uploadId(upload)
                        .multipartUpload(m -> m.parts(
                                CompletedPart.builder().partNumber(1).eTag(eTag).build())))
                .location();
        assertThat(location).startsWith("http://" + BUCKET + ".").endsWith("/m").doesNotContain("/" + BUCKET + "/");
        client.deleteObjects(r -> r.bucket(BUCKET).delete(d -> d.objects(o -> o.key("a b/ä"), o -> o.key("m"))));
        client.deleteBucket(r -> r.bucket(BUCKET));
        assertThat(s3.listBuckets().buckets()).isEmpty();
    }

    @Test
    void namesWithDotsMayStandBeforeTheHost() throws IOException {
        s3.createBucket(r -> r.bucket("my.bucket.name"));
        s3.putObject(r -> r.bucket("my.bucket.name").key("a"), RequestBody.fromString("hello"));

        for (String host : new String[] {
            "my.bucket.name.s3.amazonaws.com", "my.bucket.name.s3.us-east-1.amazonaws.com", "my.bucket.name.localhost"
        }) {
            assertThat(ask("GET /a", host).body()).isEqualTo("hello");
        }
    }

    @Test
    void thePathIsTakenAsItIs() throws IOException {
        makeBucket();
        put("a//b/../c", "hello");
        put("../x", "up");

        assertThat(ask("GET /" + BUCKET + "/a//b/../c", "localhost").body()).isEqualTo("hello");
        assertThat(ask("GET /" + BUCKET + "/../x", "localhost").body()).isEqualTo("up");
        assertThat(ask("GET /" + BUCKET + "/%2e%2e/x", "localhost").body()).isEqualTo("up");
        assertThat(ask("GET /" + BUCKET + "/%zz", "localhost").body()).contains("<Code>InvalidURI</Code>");
        assertThat(ask("GET /" + BUCKET + "/%ff", "localhost").body()).contains("<Code>InvalidURI</Code>");
    }

    private RawConnection.Answer ask(String start, String host) throws IOException {
        try (RawConnection connection = new RawConnection(emulator.endpoint())) {
            return connection
                    .write(start + " HTTP/1.1\r\nHost: " + host + "\r\nAuthorization: "
                            + io.vaportrail.conformance.fixture.Wire.authorization("app", "us-east-1", "s3")
                            + "\r\n\r\n")
                    .flush()
                    .read();
        }
    }
}
