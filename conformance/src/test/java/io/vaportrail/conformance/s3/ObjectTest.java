package io.vaportrail.conformance.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Object;
import software.amazon.awssdk.services.s3.model.StorageClass;

/** Objects stored whole, and what is said of them. */
final class ObjectTest extends S3Test {
    @BeforeEach
    void make() {
        makeBucket();
    }

    @Test
    void givesBackWhatWasStored() {
        PutObjectResponse put = put("a", "hello");

        assertThat(put.eTag()).isEqualTo("\"5d41402abc4b2a76b9719d911017c592\"");
        assertThat(put.versionId()).isNull();
        assertThat(put.serverSideEncryptionAsString()).isEqualTo("AES256");
        ResponseBytes<GetObjectResponse> got = get("a");
        assertThat(got.asUtf8String()).isEqualTo("hello");
        GetObjectResponse response = got.response();
        assertThat(response.eTag()).isEqualTo(put.eTag());
        assertThat(response.contentLength()).isEqualTo(5);
        assertThat(response.contentType()).isEqualTo("text/plain; charset=UTF-8");
        assertThat(response.lastModified()).isEqualTo(emulator.now().truncatedTo(ChronoUnit.SECONDS));
        assertThat(response.acceptRanges()).isEqualTo("bytes");
        assertThat(response.versionId()).isNull();
        assertThat(response.storageClass()).isNull();
    }

    @Test
    void keepsWhatTheSenderSays() {
        Instant expires = Instant.parse("2031-05-06T07:08:09Z");
        s3.putObject(
                r -> r.bucket(BUCKET)
                        .key("a")
                        .contentType("application/pdf")
                        .contentEncoding("br")
                        .contentLanguage("de")
                        .contentDisposition("attachment; filename=\"a.pdf\"")
                        .cacheControl("no-store")
                        .expires(expires)
                        .websiteRedirectLocation("/elsewhere")
                        .storageClass(StorageClass.STANDARD_IA)
                        .metadata(Map.of("Order", "7", "empty", "")),
                RequestBody.fromString("x"));

        HeadObjectResponse head = s3.headObject(r -> r.bucket(BUCKET).key("a"));

        assertThat(head.contentType()).isEqualTo("application/pdf");
        assertThat(head.contentEncoding()).isEqualTo("br");
        assertThat(head.contentLanguage()).isEqualTo("de");
        assertThat(head.contentDisposition()).isEqualTo("attachment; filename=\"a.pdf\"");
        assertThat(head.cacheControl()).isEqualTo("no-store");
        assertThat(head.expiresString()).isEqualTo("Tue, 06 May 2031 07:08:09 GMT");
        assertThat(head.websiteRedirectLocation()).isEqualTo("/elsewhere");
        assertThat(head.storageClass()).isEqualTo(StorageClass.STANDARD_IA);
        assertThat(head.metadata()).isEqualTo(Map.of("order", "7", "empty", ""));
        assertThat(head.contentLength()).isEqualTo(1);
    }

    @Test
    void aSignedReaderMayHaveOtherHeaders() {
        put("a", "x");

        GetObjectResponse response = s3.getObjectAsBytes(r -> r.bucket(BUCKET)
                        .key("a")
                        .responseContentType("text/csv")
                        .responseContentDisposition("inline")
                        .responseCacheControl("private")
                        .responseContentLanguage("fr")
                        .responseContentEncoding("identity")
                        .responseExpires(Instant.parse("2031-05-06T07:08:09Z")))
                .response();

        assertThat(response.contentType()).isEqualTo("text/csv");
        assertThat(response.contentDisposition()).isEqualTo("inline");
        assertThat(response.cacheControl()).isEqualTo("private");
        assertThat(response.contentLanguage()).isEqualTo("fr");
        assertThat(response.expiresString()).isEqualTo("Tue, 06 May 2031 07:08:09 GMT");
    }

    @Test
    void mayBeEmpty() {
        put("a", "");

        assertThat(get("a").asByteArray()).isEmpty();
        assertThat(s3.headObject(r -> r.bucket(BUCKET).key("a")).contentLength())
                .isZero();
        assertThat(get("a").response().eTag()).isEqualTo("\"d41d8cd98f00b204e9800998ecf8427e\"");
    }

    @Test
    void isReplacedByTheNext() {
        put("a", "1");
        emulator.advance(Duration.ofHours(1));
        put("a", "2");

        assertThat(text("a")).isEqualTo("2");
        assertThat(keys()).containsExactly("a");
        assertThat(get("a").response().lastModified()).isEqualTo(emulator.now().truncatedTo(ChronoUnit.SECONDS));
    }

    @Test
    void isGoneOnceDeleted() {
        put("a", "1");
        s3.deleteObject(r -> r.bucket(BUCKET).key("a"));
        s3.deleteObject(r -> r.bucket(BUCKET).key("a"));

        assertRefused("NoSuchKey", 404, "The specified key does not exist.", () -> get("a"));
        assertStatus(404, () -> s3.headObject(r -> r.bucket(BUCKET).key("a")));
        assertThatThrownBy(() -> get("a")).isInstanceOf(NoSuchKeyException.class);
        assertRefused(
                "NoSuchBucket",
                404,
                () -> s3.getObjectAsBytes(r -> r.bucket("none").key("a")));
        assertRefused(
                "NoSuchBucket", 404, () -> s3.putObject(r -> r.bucket("none").key("a"), RequestBody.fromString("x")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plain",
                "with space",
                "a+b&c=d?e#f%g",
                "a/b/c",
                "a//b",
                "folder/",
                "a/../b",
                "./a",
                "..",
                "ümläut/日本語/🚀",
                "quote'\"<>`{}|\\^~[]",
                "tab\tand\u0001control",
                "line\nbreak",
                "%2F%20%zz",
                "*!().-_;:@$,",
                "soap",
                "a ",
                "=",
                "x-id=GetObject"
            })
    void hasAnyKey(String key) {
        put(key, key);

        assertThat(text(key)).isEqualTo(key);
        assertThat(s3.headObject(r -> r.bucket(BUCKET).key(key)).contentLength())
                .isEqualTo(utf8(key).length);
        assertThat(s3.listObjectsV2(r -> r.bucket(BUCKET).encodingType("url")).contents())
                .extracting(S3Object::key)
                .containsExactly(key);
        s3.deleteObject(r -> r.bucket(BUCKET).key(key));
        assertThat(keys()).isEmpty();
    }

    @Test
    void hasAKeyOfAtMost1024Bytes() {
        String longest = "ü".repeat(512);
        put(longest, "x");
        assertThat(text(longest)).isEqualTo("x");

        assertRefused("KeyTooLongError", 400, "Your key is too long", () -> put(longest + "a", "x"));
        assertRefused("KeyTooLongError", 400, "Your key is too long", () -> get("a".repeat(1025)));
    }

    @Test
    void hasAtMost2KilobytesOfMetadata() {
        Map<String, String> most = Map.of("key", "v".repeat(2048 - 3));
        s3.putObject(r -> r.bucket(BUCKET).key("a").metadata(most), RequestBody.fromString("x"));
        assertThat(get("a").response().metadata()).isEqualTo(most);

        assertRefused(
                "MetadataTooLarge",
                400,
                "Your metadata headers exceed the maximum allowed metadata size",
                () -> s3.putObject(
                        r -> r.bucket(BUCKET).key("a").metadata(Map.of("key", "v".repeat(2048 - 2))),
                        RequestBody.fromString("x")));
    }

    @Test
    void isAsLargeAsTheServerTakes() {
        byte[] large = bytes(32 << 20, 1);
        put("large", large);

        assertThat(get("large").asByteArrayUnsafe()).isEqualTo(large);
    }

    @Test
    void refusesWhatItCannotDo() {
        assertRefused(
                "NotImplemented",
                501,
                () -> s3.putObject(
                        r -> r.bucket(BUCKET)
                                .key("a")
                                .sseCustomerAlgorithm("AES256")
                                .sseCustomerKey("MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=")
                                .sseCustomerKeyMD5("d41d8cd98f00b204e9800998ecf8427e"),
                        RequestBody.fromString("x")));
        assertRefused(
                "InvalidRequest",
                400,
                "Bucket is missing Object Lock Configuration",
                () -> s3.putObject(
                        r -> r.bucket(BUCKET).key("a").objectLockLegalHoldStatus("ON"), RequestBody.fromString("x")));
        assertRefused(
                "InvalidStorageClass",
                400,
                "The storage class you specified is not valid",
                () -> s3.putObject(r -> r.bucket(BUCKET).key("a").storageClass("COLD"), RequestBody.fromString("x")));
        assertThat(keys()).isEmpty();
    }

    @Test
    void saysHowItIsEncrypted() {
        s3.putObject(
                r -> r.bucket(BUCKET)
                        .key("a")
                        .serverSideEncryption("aws:kms")
                        .ssekmsKeyId("arn:aws:kms:us-east-1:000000000000:key/1")
                        .bucketKeyEnabled(true),
                RequestBody.fromString("x"));

        HeadObjectResponse head = s3.headObject(r -> r.bucket(BUCKET).key("a"));
        assertThat(head.serverSideEncryptionAsString()).isEqualTo("aws:kms");
        assertThat(head.ssekmsKeyId()).isEqualTo("arn:aws:kms:us-east-1:000000000000:key/1");
        assertThat(head.bucketKeyEnabled()).isTrue();
        assertRefused(
                "InvalidArgument",
                400,
                "The encryption method specified is not supported",
                () -> s3.putObject(
                        r -> r.bucket(BUCKET).key("a").serverSideEncryption("rot13"), RequestBody.fromString("x")));
    }
}
