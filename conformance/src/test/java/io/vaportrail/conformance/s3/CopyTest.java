package io.vaportrail.conformance.s3;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.CopyObjectRequest;
import software.amazon.awssdk.services.s3.model.CopyObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.MetadataDirective;
import software.amazon.awssdk.services.s3.model.Tag;
import software.amazon.awssdk.services.s3.model.TaggingDirective;

/** Copies. */
final class CopyTest extends S3Test {
    private static final String FAILED = "At least one of the pre-conditions you specified did not hold";

    private String eTag = "";

    @BeforeEach
    void make() {
        makeBucket();
        eTag = s3.putObject(
                        r -> r.bucket(BUCKET)
                                .key("from ä+")
                                .contentType("text/csv")
                                .metadata(Map.of("a", "1"))
                                .tagging("color=red"),
                        RequestBody.fromString("hello"))
                .eTag();
    }

    private CopyObjectResponse copy(Consumer<CopyObjectRequest.Builder> how) {
        return s3.copyObject(r -> how.accept(r.sourceBucket(BUCKET)
                .sourceKey("from ä+")
                .destinationBucket(BUCKET)
                .destinationKey("to")));
    }

    private HeadObjectResponse head() {
        return s3.headObject(r -> r.bucket(BUCKET).key("to"));
    }

    private List<Tag> tags() {
        return s3.getObjectTagging(r -> r.bucket(BUCKET).key("to")).tagSet();
    }

    @Test
    void takesWhatWasSaidAlong() {
        emulator.advance(Duration.ofMinutes(1));
        CopyObjectResponse copied = copy(r -> {});

        assertThat(copied.copyObjectResult().eTag()).isEqualTo(eTag);
        assertThat(copied.copyObjectResult().lastModified())
                .isEqualTo(emulator.now().truncatedTo(java.time.temporal.ChronoUnit.SECONDS));
        assertThat(text("to")).isEqualTo("hello");
        assertThat(head().contentType()).isEqualTo("text/csv");
        assertThat(head().metadata()).isEqualTo(Map.of("a", "1"));
        assertThat(tags())
                .containsExactly(Tag.builder().key("color").value("red").build());
    }

    @Test
    void replacesWhatWasSaid() {
        copy(r -> r.metadataDirective(MetadataDirective.REPLACE)
                .contentType("text/html")
                .metadata(Map.of("b", "2"))
                .taggingDirective(TaggingDirective.REPLACE)
                .tagging("size=xl"));

        assertThat(head().contentType()).isEqualTo("text/html");
        assertThat(head().metadata()).isEqualTo(Map.of("b", "2"));
        assertThat(tags()).containsExactly(Tag.builder().key("size").value("xl").build());
    }

    @Test
    void toItselfMustChangeSomething() {
        Consumer<CopyObjectRequest.Builder> self = r -> r.sourceBucket(BUCKET)
                .sourceKey("from ä+")
                .destinationBucket(BUCKET)
                .destinationKey("from ä+");

        assertRefused(
                "InvalidRequest",
                400,
                "This copy request is illegal because it is trying to copy an object to itself without changing the"
                        + " object's metadata, storage class, website redirect location or encryption attributes.",
                () -> s3.copyObject(self));
        s3.copyObject(
                self.andThen(r -> r.metadataDirective(MetadataDirective.REPLACE).metadata(Map.of("new", "yes"))));
        assertThat(s3.headObject(r -> r.bucket(BUCKET).key("from ä+")).metadata())
                .isEqualTo(Map.of("new", "yes"));
    }

    @Test
    void goesToOtherBuckets() {
        s3.createBucket(r -> r.bucket("archive"));
        copy(r -> r.destinationBucket("archive"));

        assertThat(s3.getObjectAsBytes(r -> r.bucket("archive").key("to")).asUtf8String())
                .isEqualTo("hello");
        assertRefused("NoSuchBucket", 404, () -> copy(r -> r.destinationBucket("none")));
        assertRefused("NoSuchBucket", 404, () -> copy(r -> r.sourceBucket("none")));
        assertRefused("NoSuchKey", 404, () -> copy(r -> r.sourceKey("none")));
    }

    @Test
    void happensOnlyIfTheSourceFits() {
        Instant modified = s3.headObject(r -> r.bucket(BUCKET).key("from ä+")).lastModified();

        copy(r -> r.copySourceIfMatch(eTag).copySourceIfUnmodifiedSince(modified.minusSeconds(9)));
        assertRefused("PreconditionFailed", 412, FAILED, () -> copy(r -> r.copySourceIfMatch("\"x\"")));
        assertRefused("PreconditionFailed", 412, FAILED, () -> copy(r -> r.copySourceIfNoneMatch(eTag)));
        assertRefused("PreconditionFailed", 412, FAILED, () -> copy(r -> r.copySourceIfModifiedSince(modified)));
        assertRefused(
                "PreconditionFailed",
                412,
                FAILED,
                () -> copy(r -> r.copySourceIfUnmodifiedSince(modified.minusSeconds(9))));
    }

    @Test
    void happensOnlyIfTheTargetFits() {
        copy(r -> r.ifNoneMatch("*"));

        assertRefused("PreconditionFailed", 412, FAILED, () -> copy(r -> r.ifNoneMatch("*")));
        assertRefused("PreconditionFailed", 412, FAILED, () -> copy(r -> r.ifMatch("\"x\"")));
        copy(r -> r.ifMatch(eTag));
    }

    @Test
    void takesAVersion() {
        setVersioning(software.amazon.awssdk.services.s3.model.BucketVersioningStatus.ENABLED);
        String old = put("v", "old").versionId();
        put("v", "new");

        CopyObjectResponse copied = copy(r -> r.sourceKey("v").sourceVersionId(old));

        assertThat(copied.copySourceVersionId()).isEqualTo(old);
        assertThat(copied.versionId()).isNotNull().isNotEqualTo(old);
        assertThat(text("to")).isEqualTo("old");
        assertRefused("NoSuchVersion", 404, () -> copy(r -> r.sourceKey("v").sourceVersionId("x".repeat(32))));
    }

    @Test
    void makesOneOfManyParts() {
        String upload = startUpload("parts");
        CompletedPart one = uploadPart("parts", upload, 1, bytes(PART, 1));
        CompletedPart two = uploadPart("parts", upload, 2, bytes(10, 2));
        s3.completeMultipartUpload(
                r -> r.bucket(BUCKET).key("parts").uploadId(upload).multipartUpload(m -> m.parts(one, two)));

        CopyObjectResponse copied = copy(r -> r.sourceKey("parts"));

        assertThat(copied.copyObjectResult().eTag()).matches("\"[0-9a-f]{32}\"");
        assertThat(head().contentLength()).isEqualTo(PART + 10);
    }

    @Test
    void refusesWhatIsNoSource() {
        java.net.http.HttpResponse<String> answer = wire.send(wire.request("/" + BUCKET + "/to")
                .header("Authorization", io.vaportrail.conformance.fixture.Wire.authorization("app", "us-east-1", "s3"))
                .header("x-amz-copy-source", "nothing")
                .PUT(java.net.http.HttpRequest.BodyPublishers.noBody()));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body())
                .contains("<Code>InvalidArgument</Code><Message>Copy Source must mention the source bucket and key:"
                        + " sourcebucket/sourcekey</Message>");
    }
}
