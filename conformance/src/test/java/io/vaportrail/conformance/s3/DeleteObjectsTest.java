package io.vaportrail.conformance.s3;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;
import software.amazon.awssdk.services.s3.model.DeleteObjectsResponse;
import software.amazon.awssdk.services.s3.model.DeletedObject;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.S3Error;

/** Many deletes in one call. */
final class DeleteObjectsTest extends S3Test {
    @BeforeEach
    void make() {
        makeBucket();
    }

    private DeleteObjectsResponse delete(boolean quiet, ObjectIdentifier... objects) {
        return s3.deleteObjects(r -> r.bucket(BUCKET).delete(d -> d.quiet(quiet).objects(objects)));
    }

    private static ObjectIdentifier key(String key) {
        return ObjectIdentifier.builder().key(key).build();
    }

    @Test
    void tellsWhatIsGone() {
        put("a", "1");
        put("b", "2");
        put("c", "3");

        DeleteObjectsResponse answer = delete(false, key("a"), key("b"), key("none"));

        assertThat(answer.deleted()).extracting(DeletedObject::key).containsExactly("a", "b", "none");
        assertThat(answer.errors()).isEmpty();
        assertThat(keys()).containsExactly("c");
    }

    @Test
    void quietlyTellsErrorsAlone() {
        put("a", "1");

        DeleteObjectsResponse answer = delete(
                true,
                key("a"),
                ObjectIdentifier.builder().key("b").versionId("bad").build());

        assertThat(answer.deleted()).isEmpty();
        S3Error error = answer.errors().get(0);
        assertThat(error.key()).isEqualTo("b");
        assertThat(error.versionId()).isEqualTo("bad");
        assertThat(keys()).isEmpty();
    }

    @Test
    void makesAndRemovesMarkers() {
        setVersioning(BucketVersioningStatus.ENABLED);
        put("a", "1");

        DeletedObject marked = delete(false, key("a")).deleted().get(0);
        assertThat(marked.deleteMarker()).isTrue();
        assertThat(marked.deleteMarkerVersionId()).isNotBlank();
        assertThat(marked.versionId()).isNull();
        DeletedObject removed = delete(
                        false,
                        ObjectIdentifier.builder()
                                .key("a")
                                .versionId(marked.deleteMarkerVersionId())
                                .build())
                .deleted()
                .get(0);
        assertThat(removed.versionId()).isEqualTo(marked.deleteMarkerVersionId());
        assertThat(removed.deleteMarkerVersionId()).isEqualTo(marked.deleteMarkerVersionId());
        assertThat(text("a")).isEqualTo("1");
    }

    @Test
    void deletesOnlyWhatFits() {
        put("a", "1");

        S3Error error = delete(
                        false, ObjectIdentifier.builder().key("a").eTag("\"x\"").build())
                .errors()
                .get(0);

        assertThat(error.code()).isEqualTo("PreconditionFailed");
        assertThat(keys()).containsExactly("a");
    }

    @Test
    void takesAThousand() {
        ObjectIdentifier[] most =
                IntStream.range(0, 1000).mapToObj(i -> key("k" + i)).toArray(ObjectIdentifier[]::new);
        assertThat(delete(false, most).deleted()).hasSize(1000);

        ObjectIdentifier[] more =
                IntStream.range(0, 1001).mapToObj(i -> key("k" + i)).toArray(ObjectIdentifier[]::new);
        assertRefused("MalformedXML", 400, () -> delete(false, more));
    }

    @Test
    void mustProveThatTheListIsWhole() {
        String list = "<Delete><Object><Key>a</Key></Object></Delete>";
        put("a", "1");

        HttpResponse<String> unproved = send("POST", "/" + BUCKET + "?delete", list);
        assertThat(unproved.statusCode()).isEqualTo(400);
        assertThat(unproved.body())
                .contains(
                        "<Message>Missing required header for this request: Content-MD5 OR x-amz-checksum-*</Message>");
        HttpResponse<String> wrong = wire.send(wire.request("/" + BUCKET + "?delete")
                .header("Authorization", io.vaportrail.conformance.fixture.Wire.authorization("app", "us-east-1", "s3"))
                .header("Content-MD5", "1B2M2Y8AsgTpgAmY7PhCfg==")
                .POST(java.net.http.HttpRequest.BodyPublishers.ofString(list)));
        assertThat(wrong.body()).contains("<Code>BadDigest</Code>");
        assertThat(keys()).isEqualTo(List.of("a"));
    }
}
