package io.vaportrail.trail.record;

import static io.vaportrail.trail.store.TrailFixture.SARAH;
import static io.vaportrail.trail.store.TrailFixture.call;
import static org.assertj.core.api.Assertions.assertThat;

import io.vaportrail.core.service.CallOrigin;
import io.vaportrail.model.s3.CreateBucketConfiguration;
import io.vaportrail.model.s3.CreateBucketRequest;
import io.vaportrail.model.s3.DeleteObjectsRequest;
import io.vaportrail.model.s3.GetBucketPolicyRequest;
import io.vaportrail.model.s3.ListObjectsV2Request;
import io.vaportrail.model.s3.PublicAccessBlockConfiguration;
import io.vaportrail.model.s3.PutBucketPolicyRequest;
import io.vaportrail.model.s3.PutBucketTaggingRequest;
import io.vaportrail.model.s3.PutObjectOutput;
import io.vaportrail.model.s3.PutObjectRequest;
import io.vaportrail.model.s3.PutPublicAccessBlockRequest;
import io.vaportrail.model.s3.S3Service;
import io.vaportrail.model.s3.Tag;
import io.vaportrail.model.s3.Tagging;
import io.vaportrail.model.s3.UploadPartRequest;
import io.vaportrail.schema.Blob;
import io.vaportrail.schema.OperationSchema;
import io.vaportrail.schema.Struct;
import io.vaportrail.trail.store.TrailFixture;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** S3 records the request as it was sent. */
class S3RecordsTest {
    private static final CallOrigin ORIGIN =
            CallOrigin.within("192.0.2.7", "cli", "https://b.s3.amazonaws.com").over(null, "b.s3.amazonaws.com", null);

    private final TrailFixture trail = new TrailFixture();
    private final RecordRenderer renderer = new RecordRenderer();

    @Test
    void aSubresourceIsANameOfTheQueryStringWithoutAValue() {
        assertThat(record(
                        S3Service.GET_BUCKET_POLICY,
                        GetBucketPolicyRequest.builder().bucket("b").build(),
                        null))
                .contains(
                        "\"requestParameters\":{\"bucketName\":\"b\",\"Host\":\"b.s3.amazonaws.com\",\"policy\":\"\"},"
                                + "\"responseElements\":null")
                .contains("\"resources\":[{\"accountId\":\"111122223333\",\"type\":\"AWS::S3::Bucket\","
                        + "\"ARN\":\"arn:aws:s3:::b\"}]");
    }

    @Test
    void anXmlBodyIsShownAsJson() {
        assertThat(record(
                        S3Service.CREATE_BUCKET,
                        CreateBucketRequest.builder()
                                .bucket("b")
                                .acl("private")
                                .createBucketConfiguration(CreateBucketConfiguration.builder()
                                        .locationConstraint("eu-west-1")
                                        .build())
                                .build(),
                        null))
                .contains("\"requestParameters\":{\"CreateBucketConfiguration\":"
                        + "{\"LocationConstraint\":\"eu-west-1\",\"xmlns\":\"http://s3.amazonaws.com/doc/2006-03-01/\"},"
                        + "\"bucketName\":\"b\",\"Host\":\"b.s3.amazonaws.com\",\"x-amz-acl\":\"private\"}")
                .doesNotContain("\"resources\"");
    }

    @Test
    void whatIsRepeatedInTheBodyIsAListAndWhatComesOnceIsNot() {
        assertThat(tagging(List.of(tag("a", "1"))))
                .contains(
                        "\"Tagging\":{\"xmlns\":\"http://s3.amazonaws.com/doc/2006-03-01/\","
                                + "\"TagSet\":{\"Tag\":{\"Value\":\"1\",\"Key\":\"a\"}}},\"tagging\":\"\",\"bucketName\":\"b\"");
        assertThat(tagging(List.of(tag("a", "1"), tag("b", "2"))))
                .contains("\"TagSet\":{\"Tag\":[{\"Value\":\"1\",\"Key\":\"a\"},{\"Value\":\"2\",\"Key\":\"b\"}]}");
    }

    @Test
    void truthValuesInTheBodyStayWhatTheyAre() {
        assertThat(record(
                        S3Service.PUT_PUBLIC_ACCESS_BLOCK,
                        PutPublicAccessBlockRequest.builder()
                                .bucket("b")
                                .publicAccessBlockConfiguration(PublicAccessBlockConfiguration.builder()
                                        .blockPublicAcls(true)
                                        .build())
                                .build(),
                        null))
                .contains("\"eventName\":\"PutBucketPublicAccessBlock\"")
                .contains("\"BlockPublicAcls\":true},\"bucketName\":\"b\"")
                .contains("\"publicAccessBlock\":\"\"");
    }

    @Test
    void aBucketsPolicyIsShownAsTheDocumentThatItIs() {
        assertThat(record(
                        S3Service.PUT_BUCKET_POLICY,
                        PutBucketPolicyRequest.builder()
                                .bucket("b")
                                .policy("{\"Version\": \"2012-10-17\", \"Statement\": []}")
                                .build(),
                        null))
                .contains("\"requestParameters\":{\"bucketPolicy\":{\"Version\":\"2012-10-17\",\"Statement\":[]},"
                        + "\"bucketName\":\"b\",\"Host\":\"b.s3.amazonaws.com\",\"policy\":\"\"}");
    }

    @Test
    void objectsAreShownByKeyAndHeadersWithoutTheirContents() {
        String record = record(
                S3Service.PUT_OBJECT,
                PutObjectRequest.builder()
                        .bucket("b")
                        .key("a/c.txt")
                        .body(Blob.ofUtf8("hush"))
                        .storageClass("STANDARD_IA")
                        .contentType("text/plain")
                        .sseCustomerKey("hush")
                        .checksumCRC32("AAAA")
                        .build(),
                PutObjectOutput.builder()
                        .eTag("\"e\"")
                        .versionId("v")
                        .serverSideEncryption("AES256")
                        .build());
        assertThat(record)
                .contains(
                        "\"requestParameters\":{\"bucketName\":\"b\",\"Host\":\"b.s3.amazonaws.com\",\"key\":\"a/c.txt\","
                                + "\"x-amz-storage-class\":\"STANDARD_IA\"}")
                .contains(
                        "\"responseElements\":{\"x-amz-server-side-encryption\":\"AES256\",\"x-amz-version-id\":\"v\"}")
                .contains("\"resources\":[{\"type\":\"AWS::S3::Object\",\"ARN\":\"arn:aws:s3:::b/a/c.txt\"},"
                        + "{\"accountId\":\"111122223333\",\"type\":\"AWS::S3::Bucket\",\"ARN\":\"arn:aws:s3:::b\"}]")
                .doesNotContain("hush");
    }

    @Test
    void queryParametersKeepTheirNames() {
        assertThat(record(
                        S3Service.LIST_OBJECTS_V2,
                        ListObjectsV2Request.builder()
                                .bucket("b")
                                .prefix("a/")
                                .maxKeys(5)
                                .build(),
                        null))
                .contains("\"list-type\":\"2\"")
                .contains("\"prefix\":\"a/\"")
                .contains("\"max-keys\":\"5\"");
        assertThat(record(
                        S3Service.UPLOAD_PART,
                        UploadPartRequest.builder()
                                .bucket("b")
                                .key("k")
                                .partNumber(3)
                                .uploadId("u")
                                .build(),
                        null))
                .contains("\"partNumber\":\"3\",\"Host\":\"b.s3.amazonaws.com\",\"uploadId\":\"u\",\"key\":\"k\"");
    }

    @Test
    void theBodyOfADataEventIsNotShown() {
        assertThat(record(
                        S3Service.DELETE_OBJECTS,
                        DeleteObjectsRequest.builder().bucket("b").build(),
                        null))
                .contains("{\"bucketName\":\"b\",\"Host\":\"b.s3.amazonaws.com\",\"delete\":\"\"}");
    }

    private String tagging(List<Tag> tags) {
        return record(
                S3Service.PUT_BUCKET_TAGGING,
                PutBucketTaggingRequest.builder()
                        .bucket("b")
                        .tagging(Tagging.builder().tagSet(tags).build())
                        .build(),
                null);
    }

    private static Tag tag(String key, String value) {
        return Tag.builder().key(key).value(value).build();
    }

    private String record(OperationSchema<?, ?> operation, Struct input, @Nullable Struct output) {
        trail.store.record(call(operation, SARAH, "eu-west-1", ORIGIN), input, output, null);
        return trail.newest(renderer::render);
    }
}
