package io.vaportrail.conformance.s3;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.ChecksumAlgorithm;
import software.amazon.awssdk.services.s3.model.ChecksumMode;
import software.amazon.awssdk.services.s3.model.ChecksumType;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadResponse;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.CreateMultipartUploadResponse;
import software.amazon.awssdk.services.s3.model.GetObjectAttributesResponse;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.ListMultipartUploadsResponse;
import software.amazon.awssdk.services.s3.model.ListPartsResponse;
import software.amazon.awssdk.services.s3.model.MultipartUpload;
import software.amazon.awssdk.services.s3.model.ObjectAttributes;
import software.amazon.awssdk.services.s3.model.Part;
import software.amazon.awssdk.services.s3.model.UploadPartResponse;

/** Objects sent in parts. */
final class MultipartTest extends S3Test {
    private static final String KEY = "big";

    @BeforeEach
    void make() {
        makeBucket();
    }

    private CompleteMultipartUploadResponse complete(String uploadId, CompletedPart... parts) {
        return s3.completeMultipartUpload(
                r -> r.bucket(BUCKET).key(KEY).uploadId(uploadId).multipartUpload(m -> m.parts(parts)));
    }

    private static CompletedPart part(int number, String eTag) {
        return CompletedPart.builder().partNumber(number).eTag(eTag).build();
    }

    @Test
    void becomeOneObject() throws Exception {
        String upload = s3.createMultipartUpload(r -> r.bucket(BUCKET)
                        .key(KEY)
                        .contentType("video/mp4")
                        .metadata(Map.of("a", "1"))
                        .tagging("color=red"))
                .uploadId();
        byte[] one = bytes(PART, 1);
        byte[] two = bytes(1000, 2);
        CompletedPart second = uploadPart(KEY, upload, 7, two);
        CompletedPart first = uploadPart(KEY, upload, 2, one);

        CompleteMultipartUploadResponse done = complete(upload, first, second);

        java.security.MessageDigest md5 = java.security.MessageDigest.getInstance("MD5");
        byte[] both = Arrays.copyOf(md5.digest(one), 32);
        System.arraycopy(md5.digest(two), 0, both, 16, 16);
        String composite = java.util.HexFormat.of().formatHex(md5.digest(both));
        assertThat(done.eTag()).isEqualTo("\"" + composite + "-2\"");
        assertThat(done.bucket()).isEqualTo(BUCKET);
        assertThat(done.key()).isEqualTo(KEY);
        assertThat(done.location()).endsWith("/" + BUCKET + "/" + KEY);
        byte[] whole = Arrays.copyOf(one, PART + 1000);
        System.arraycopy(two, 0, whole, PART, 1000);
        assertThat(get(KEY).asByteArrayUnsafe()).isEqualTo(whole);
        assertThat(get(KEY).response().contentType()).isEqualTo("video/mp4");
        assertThat(get(KEY).response().metadata()).isEqualTo(Map.of("a", "1"));
        assertThat(s3.getObjectTagging(r -> r.bucket(BUCKET).key(KEY)).tagSet()).hasSize(1);
        assertRefused("NoSuchUpload", 404, () -> complete(upload, first, second));
    }

    @Test
    void areReadOneByOne() {
        String upload = startUpload(KEY);
        complete(upload, uploadPart(KEY, upload, 1, bytes(PART, 1)), uploadPart(KEY, upload, 2, bytes(9, 2)));

        GetObjectResponse second = s3.getObjectAsBytes(
                        r -> r.bucket(BUCKET).key(KEY).partNumber(2))
                .response();
        assertThat(second.contentLength()).isEqualTo(9);
        assertThat(second.partsCount()).isEqualTo(2);
        assertThat(second.contentRange()).isEqualTo("bytes " + PART + "-" + (PART + 8) + "/" + (PART + 9));
        HeadObjectResponse first = s3.headObject(r -> r.bucket(BUCKET).key(KEY).partNumber(1));
        assertThat(first.contentLength()).isEqualTo(PART);
        assertRefused(
                "InvalidPartNumber",
                416,
                () -> s3.getObjectAsBytes(r -> r.bucket(BUCKET).key(KEY).partNumber(3)));
        assertRefused(
                "InvalidRequest",
                400,
                () -> s3.getObjectAsBytes(
                        r -> r.bucket(BUCKET).key(KEY).partNumber(1).range("bytes=0-1")));
    }

    @Test
    void areListedPageByPage() {
        String upload = startUpload(KEY);
        for (int number = 1; number <= 5; number++) {
            uploadPart(KEY, upload, number, bytes(10 * number, number));
        }

        ListPartsResponse first =
                s3.listParts(r -> r.bucket(BUCKET).key(KEY).uploadId(upload).maxParts(2));
        ListPartsResponse rest = s3.listParts(
                r -> r.bucket(BUCKET).key(KEY).uploadId(upload).partNumberMarker(first.nextPartNumberMarker()));

        assertThat(first.parts()).extracting(Part::partNumber).containsExactly(1, 2);
        assertThat(first.parts()).extracting(Part::size).containsExactly(10L, 20L);
        assertThat(first.isTruncated()).isTrue();
        assertThat(first.nextPartNumberMarker()).isEqualTo(2);
        assertThat(first.storageClassAsString()).isEqualTo("STANDARD");
        assertThat(first.initiator().id()).isEqualTo("arn:aws:iam::" + ACCOUNT + ":user/app");
        assertThat(first.owner().id()).matches("[0-9a-f]{64}");
        assertThat(rest.parts()).extracting(Part::partNumber).containsExactly(3, 4, 5);
        assertThat(rest.isTruncated()).isFalse();
        assertThat(s3
                        .listPartsPaginator(
                                r -> r.bucket(BUCKET).key(KEY).uploadId(upload).maxParts(1))
                        .parts()
                        .stream()
                        .count())
                .isEqualTo(5);
    }

    @Test
    void replaceThoseOfTheSameNumber() {
        String upload = startUpload(KEY);
        CompletedPart old = uploadPart(KEY, upload, 1, utf8("old"));
        CompletedPart fresh = uploadPart(KEY, upload, 1, utf8("fresh"));

        assertRefused("InvalidPart", 400, () -> complete(upload, old));
        complete(upload, fresh);
        assertThat(text(KEY)).isEqualTo("fresh");
    }

    @Test
    void mustBeThereInOrderAndLargeEnough() {
        String upload = startUpload(KEY);
        CompletedPart one = uploadPart(KEY, upload, 1, bytes(PART, 1));
        CompletedPart two = uploadPart(KEY, upload, 2, bytes(PART - 1, 2));
        CompletedPart three = uploadPart(KEY, upload, 3, bytes(1, 3));

        assertRefused(
                "EntityTooSmall",
                400,
                "Your proposed upload is smaller than the minimum allowed size",
                () -> complete(upload, one, two, three));
        assertRefused(
                "InvalidPartOrder",
                400,
                "The list of parts was not in ascending order. Parts must be ordered by part number.",
                () -> complete(upload, two, one));
        assertRefused("InvalidPartOrder", 400, () -> complete(upload, one, one));
        assertRefused(
                "InvalidPart",
                400,
                "One or more of the specified parts could not be found.  The part may not have been uploaded, or the"
                        + " specified entity tag may not match the part's entity tag.",
                () -> complete(upload, one, part(4, one.eTag())));
        assertRefused("InvalidPart", 400, () -> complete(upload, part(1, "\"x\"")));
        assertRefused("MalformedXML", 400, () -> complete(upload));
        assertThat(keys()).isEmpty();
        complete(upload, one, three);
        assertThat(s3.headObject(r -> r.bucket(BUCKET).key(KEY)).contentLength())
                .isEqualTo(PART + 1);
    }

    @Test
    void haveNumbersUpTo10000() {
        String upload = startUpload(KEY);

        uploadPart(KEY, upload, 10_000, utf8("x"));
        String range = "Part number must be an integer between 1 and 10000, inclusive";
        assertRefused("InvalidArgument", 400, range, () -> uploadPart(KEY, upload, 0, utf8("x")));
        assertRefused("InvalidArgument", 400, range, () -> uploadPart(KEY, upload, 10_001, utf8("x")));
    }

    @Test
    void areForgottenWhenAborted() {
        String upload = startUpload(KEY);
        uploadPart(KEY, upload, 1, utf8("x"));

        s3.abortMultipartUpload(r -> r.bucket(BUCKET).key(KEY).uploadId(upload));

        String message =
                "The specified upload does not exist. The upload ID may be invalid, or the upload may have been"
                        + " aborted or completed.";
        assertRefused("NoSuchUpload", 404, message, () -> uploadPart(KEY, upload, 1, utf8("x")));
        assertRefused(
                "NoSuchUpload",
                404,
                message,
                () -> s3.listParts(r -> r.bucket(BUCKET).key(KEY).uploadId(upload)));
        assertRefused(
                "NoSuchUpload",
                404,
                message,
                () -> s3.abortMultipartUpload(r -> r.bucket(BUCKET).key(KEY).uploadId(upload)));
        assertThat(s3.listMultipartUploads(r -> r.bucket(BUCKET)).uploads()).isEmpty();
    }

    @Test
    void belongToUploadsThatAreListed() {
        List<String> ids = new ArrayList<>();
        for (String key : List.of("a", "a", "b/1", "b/2", "c")) {
            ids.add(startUpload(key));
            emulator.advanceSeconds(1);
        }

        ListMultipartUploadsResponse first =
                s3.listMultipartUploads(r -> r.bucket(BUCKET).maxUploads(2));
        assertThat(first.uploads()).extracting(MultipartUpload::uploadId).containsExactlyElementsOf(ids.subList(0, 2));
        assertThat(first.isTruncated()).isTrue();
        ListMultipartUploadsResponse rest = s3.listMultipartUploads(r -> r.bucket(BUCKET)
                .delimiter("/")
                .keyMarker(first.nextKeyMarker())
                .uploadIdMarker(first.nextUploadIdMarker()));
        assertThat(rest.uploads()).extracting(MultipartUpload::key).containsExactly("c");
        assertThat(rest.commonPrefixes().get(0).prefix()).isEqualTo("b/");
        assertThat(s3.listMultipartUploads(r -> r.bucket(BUCKET).prefix("b/")).uploads())
                .hasSize(2);
        assertThat(s3.listMultipartUploadsPaginator(r -> r.bucket(BUCKET).maxUploads(1)).uploads().stream()
                        .count())
                .isEqualTo(5);
    }

    @Test
    void areCopiedFromObjects() {
        byte[] source = bytes(PART + 100, 5);
        put("source", source);
        String upload = startUpload(KEY);

        String one = s3.uploadPartCopy(r -> r.sourceBucket(BUCKET)
                        .sourceKey("source")
                        .destinationBucket(BUCKET)
                        .destinationKey(KEY)
                        .uploadId(upload)
                        .partNumber(1)
                        .copySourceRange("bytes=0-" + (PART - 1)))
                .copyPartResult()
                .eTag();
        String two = s3.uploadPartCopy(r -> r.sourceBucket(BUCKET)
                        .sourceKey("source")
                        .destinationBucket(BUCKET)
                        .destinationKey(KEY)
                        .uploadId(upload)
                        .partNumber(2)
                        .copySourceRange("bytes=" + PART + "-" + (PART + 99)))
                .copyPartResult()
                .eTag();
        complete(upload, part(1, one), part(2, two));

        assertThat(get(KEY).asByteArrayUnsafe()).isEqualTo(source);
        assertRefused(
                "InvalidArgument",
                400,
                () -> s3.uploadPartCopy(r -> r.sourceBucket(BUCKET)
                        .sourceKey("source")
                        .destinationBucket(BUCKET)
                        .destinationKey(KEY)
                        .uploadId(startUpload(KEY))
                        .partNumber(1)
                        .copySourceRange("bytes=0-" + (PART + 100))));
    }

    @Test
    void haveChecksumsOfTheirOwn() {
        CreateMultipartUploadResponse started =
                s3.createMultipartUpload(r -> r.bucket(BUCKET).key(KEY).checksumAlgorithm(ChecksumAlgorithm.SHA256));
        String upload = started.uploadId();
        List<CompletedPart> parts = new ArrayList<>();
        for (int number = 1; number <= 2; number++) {
            int n = number;
            UploadPartResponse sent = s3.uploadPart(
                    r -> r.bucket(BUCKET)
                            .key(KEY)
                            .uploadId(upload)
                            .partNumber(n)
                            .checksumAlgorithm(ChecksumAlgorithm.SHA256),
                    RequestBody.fromBytes(bytes(n == 1 ? PART : 10, n)));
            parts.add(CompletedPart.builder()
                    .partNumber(n)
                    .eTag(sent.eTag())
                    .checksumSHA256(sent.checksumSHA256())
                    .build());
        }

        assertThat(started.checksumType()).isEqualTo(ChecksumType.COMPOSITE);
        CompletedPart bare = part(1, parts.get(0).eTag());
        assertRefused("InvalidRequest", 400, () -> complete(upload, bare, parts.get(1)));
        CompletedPart wrong = parts.get(0).toBuilder()
                .checksumSHA256(parts.get(1).checksumSHA256())
                .build();
        assertRefused("InvalidPart", 400, () -> complete(upload, wrong, parts.get(1)));
        CompleteMultipartUploadResponse done = complete(upload, parts.get(0), parts.get(1));
        assertThat(done.checksumSHA256()).endsWith("=-2");
        assertThat(done.checksumType()).isEqualTo(ChecksumType.COMPOSITE);
        HeadObjectResponse head = s3.headObject(r -> r.bucket(BUCKET).key(KEY).checksumMode(ChecksumMode.ENABLED));
        assertThat(head.checksumSHA256()).isEqualTo(done.checksumSHA256());
        GetObjectAttributesResponse attributes = s3.getObjectAttributes(r ->
                r.bucket(BUCKET).key(KEY).objectAttributes(ObjectAttributes.CHECKSUM, ObjectAttributes.OBJECT_PARTS));
        assertThat(attributes.checksum().checksumSHA256() + "-2").isEqualTo(done.checksumSHA256());
        assertThat(attributes.objectParts().totalPartsCount()).isEqualTo(2);
        assertThat(attributes.objectParts().parts().get(0).checksumSHA256())
                .isEqualTo(parts.get(0).checksumSHA256());
    }

    @Test
    void mayHaveOneChecksumOverAll() {
        CreateMultipartUploadResponse started = s3.createMultipartUpload(r -> r.bucket(BUCKET)
                .key(KEY)
                .checksumAlgorithm(ChecksumAlgorithm.CRC32)
                .checksumType(ChecksumType.FULL_OBJECT));
        CompletedPart only = uploadPart(KEY, started.uploadId(), 1, utf8("123456789"));

        assertRefused(
                "BadDigest",
                400,
                () -> s3.completeMultipartUpload(r -> r.bucket(BUCKET)
                        .key(KEY)
                        .uploadId(started.uploadId())
                        .checksumCRC32("AAAAAA==")
                        .checksumType(ChecksumType.FULL_OBJECT)
                        .multipartUpload(m -> m.parts(only))));
        CompleteMultipartUploadResponse done = s3.completeMultipartUpload(r -> r.bucket(BUCKET)
                .key(KEY)
                .uploadId(started.uploadId())
                .checksumCRC32("y/Q5Jg==")
                .checksumType(ChecksumType.FULL_OBJECT)
                .mpuObjectSize(9L)
                .multipartUpload(m -> m.parts(only)));
        assertThat(done.checksumCRC32()).isEqualTo("y/Q5Jg==");
        assertThat(done.checksumType()).isEqualTo(ChecksumType.FULL_OBJECT);
        assertRefused(
                "InvalidRequest",
                400,
                () -> s3.createMultipartUpload(r -> r.bucket(BUCKET)
                        .key(KEY)
                        .checksumAlgorithm(ChecksumAlgorithm.SHA256)
                        .checksumType(ChecksumType.FULL_OBJECT)));
    }

    @Test
    void happensOnlyIf() {
        put(KEY, "there");
        String upload = startUpload(KEY);
        CompletedPart one = uploadPart(KEY, upload, 1, utf8("x"));

        assertRefused(
                "PreconditionFailed",
                412,
                () -> s3.completeMultipartUpload(r -> r.bucket(BUCKET)
                        .key(KEY)
                        .uploadId(upload)
                        .ifNoneMatch("*")
                        .multipartUpload(m -> m.parts(one))));
        assertThat(text(KEY)).isEqualTo("there");
        complete(upload, one);
        assertThat(text(KEY)).isEqualTo("x");
    }

    @Test
    void goWithTheBucket() {
        startUpload(KEY);

        s3.deleteBucket(r -> r.bucket(BUCKET));
        makeBucket();
        assertThat(s3.listMultipartUploads(r -> r.bucket(BUCKET)).uploads()).isEmpty();
    }
}
