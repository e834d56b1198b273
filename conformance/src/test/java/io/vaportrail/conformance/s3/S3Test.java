package io.vaportrail.conformance.s3;

import static org.assertj.core.api.Assertions.assertThat;

import io.vaportrail.conformance.fixture.AwsError;
import io.vaportrail.conformance.fixture.EmulatorTest;
import io.vaportrail.conformance.fixture.TestEmulator;
import io.vaportrail.conformance.fixture.Wire;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Object;

/** A behaviour of S3. The clock stands still unless the test moves it. */
@EmulatorTest
abstract class S3Test {
    static final String ACCOUNT = "000000000000";
    static final String OTHER_ACCOUNT = "444455556666";
    static final String BUCKET = "orders";
    static final String DENIED = "Access Denied";

    /** The smallest part that is not the last. */
    static final int PART = 5 << 20;

    TestEmulator emulator;
    S3Client s3;
    Wire wire;

    @BeforeEach
    final void connect(TestEmulator started) {
        emulator = started;
        s3 = started.clients().s3("app");
        wire = new Wire(started.endpoint());
    }

    /** Makes the bucket of most tests. */
    void makeBucket() {
        s3.createBucket(r -> r.bucket(BUCKET));
    }

    void makeVersionedBucket() {
        makeBucket();
        setVersioning(BucketVersioningStatus.ENABLED);
    }

    void setVersioning(BucketVersioningStatus status) {
        s3.putBucketVersioning(r -> r.bucket(BUCKET).versioningConfiguration(v -> v.status(status)));
    }

    /** Lets ACLs and policies make the bucket public. */
    void allowPublicAccess() {
        s3.deletePublicAccessBlock(r -> r.bucket(BUCKET));
        s3.putBucketOwnershipControls(r ->
                r.bucket(BUCKET).ownershipControls(o -> o.rules(rule -> rule.objectOwnership("BucketOwnerPreferred"))));
    }

    PutObjectResponse put(String key, String text) {
        return s3.putObject(r -> r.bucket(BUCKET).key(key), RequestBody.fromString(text));
    }

    PutObjectResponse put(String key, byte[] bytes) {
        return s3.putObject(r -> r.bucket(BUCKET).key(key), RequestBody.fromBytes(bytes));
    }

    ResponseBytes<GetObjectResponse> get(String key) {
        return s3.getObjectAsBytes(r -> r.bucket(BUCKET).key(key));
    }

    String text(String key) {
        return get(key).asUtf8String();
    }

    List<String> keys() {
        return s3.listObjectsV2(r -> r.bucket(BUCKET)).contents().stream()
                .map(S3Object::key)
                .toList();
    }

    String startUpload(String key) {
        return s3.createMultipartUpload(r -> r.bucket(BUCKET).key(key)).uploadId();
    }

    CompletedPart uploadPart(String key, String uploadId, int number, byte[] bytes) {
        String eTag = s3.uploadPart(
                        r -> r.bucket(BUCKET).key(key).uploadId(uploadId).partNumber(number),
                        RequestBody.fromBytes(bytes))
                .eTag();
        return CompletedPart.builder().partNumber(number).eTag(eTag).build();
    }

    /** Bytes that differ from their neighbours. */
    static byte[] bytes(int size, int seed) {
        byte[] bytes = new byte[size];
        for (int i = 0; i < size; i++) {
            bytes[i] = (byte) (i * 31 + (i >> 8) * 7 + seed);
        }
        return bytes;
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** A policy of one statement; apostrophes are quotation marks. */
    static String policy(String statement) {
        return ("{'Version':'2012-10-17','Statement':[" + statement + "]}").replace('\'', '"');
    }

    /** A document that goes by the wire, made by the user {@code app}. */
    HttpResponse<String> send(String method, String path, String body) {
        return wire.send(wire.request(path)
                .header("Authorization", Wire.authorization("app", "us-east-1", "s3"))
                .method(method, java.net.http.HttpRequest.BodyPublishers.ofString(body)));
    }

    static void assertRefused(String code, int status, String message, ThrowingCallable call) {
        assertThat(AwsError.of(call)).isEqualTo(new AwsError(code, status, message));
    }

    static void assertRefused(String code, int status, ThrowingCallable call) {
        AwsError error = AwsError.of(call);
        assertThat(List.of(error.code(), error.status())).as(error.message()).isEqualTo(List.of(code, status));
    }

    /** An answer without a body: the status is all that there is. */
    static void assertStatus(int status, ThrowingCallable call) {
        assertThat(AwsError.of(call).status()).isEqualTo(status);
    }
}
