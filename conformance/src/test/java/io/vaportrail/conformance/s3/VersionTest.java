package io.vaportrail.conformance.s3;

import static org.assertj.core.api.Assertions.assertThat;

import io.vaportrail.conformance.fixture.Wire;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;
import software.amazon.awssdk.services.s3.model.DeleteMarkerEntry;
import software.amazon.awssdk.services.s3.model.DeleteObjectResponse;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.ListObjectVersionsResponse;
import software.amazon.awssdk.services.s3.model.ObjectVersion;

/** Versions, delete markers and the null version. */
final class VersionTest extends S3Test {
    @BeforeEach
    void make() {
        makeBucket();
    }

    private ResponseBytes<GetObjectResponse> version(String key, String versionId) {
        return s3.getObjectAsBytes(r -> r.bucket(BUCKET).key(key).versionId(versionId));
    }

    private ListObjectVersionsResponse versions() {
        return s3.listObjectVersions(r -> r.bucket(BUCKET));
    }

    private DeleteObjectResponse delete(String key) {
        return s3.deleteObject(r -> r.bucket(BUCKET).key(key));
    }

    private DeleteObjectResponse delete(String key, String versionId) {
        return s3.deleteObject(r -> r.bucket(BUCKET).key(key).versionId(versionId));
    }

    @Test
    void areOffUntilEnabled() {
        assertThat(s3.getBucketVersioning(r -> r.bucket(BUCKET)).status()).isNull();
        setVersioning(BucketVersioningStatus.ENABLED);
        assertThat(s3.getBucketVersioning(r -> r.bucket(BUCKET)).status()).isEqualTo(BucketVersioningStatus.ENABLED);
        setVersioning(BucketVersioningStatus.SUSPENDED);
        assertThat(s3.getBucketVersioning(r -> r.bucket(BUCKET)).status()).isEqualTo(BucketVersioningStatus.SUSPENDED);
    }

    @Test
    void areAllKept() {
        setVersioning(BucketVersioningStatus.ENABLED);
        String first = put("a", "1").versionId();
        String second = put("a", "2").versionId();

        assertThat(first).isNotEqualTo(second);
        assertThat(text("a")).isEqualTo("2");
        assertThat(get("a").response().versionId()).isEqualTo(second);
        assertThat(version("a", first).asUtf8String()).isEqualTo("1");
        assertThat(versions().versions()).extracting(ObjectVersion::versionId).containsExactly(second, first);
        assertThat(versions().versions()).extracting(ObjectVersion::isLatest).containsExactly(true, false);
        assertThat(keys()).containsExactly("a");
    }

    @Test
    void endInADeleteMarker() {
        setVersioning(BucketVersioningStatus.ENABLED);
        String first = put("a", "1").versionId();

        DeleteObjectResponse deleted = delete("a");

        assertThat(deleted.deleteMarker()).isTrue();
        assertThat(keys()).isEmpty();
        assertRefused("NoSuchKey", 404, () -> get("a"));
        assertThat(version("a", first).asUtf8String()).isEqualTo("1");
        DeleteMarkerEntry marker = versions().deleteMarkers().get(0);
        assertThat(marker.versionId()).isEqualTo(deleted.versionId());
        assertThat(marker.isLatest()).isTrue();
        assertRefused(
                "MethodNotAllowed",
                405,
                "The specified method is not allowed against this resource.",
                () -> version("a", deleted.versionId()));

        DeleteObjectResponse restored = delete("a", deleted.versionId());
        assertThat(restored.deleteMarker()).isTrue();
        assertThat(restored.versionId()).isEqualTo(deleted.versionId());
        assertThat(text("a")).isEqualTo("1");
    }

    @Test
    void aDeleteMarkerShowsInHeaders() {
        setVersioning(BucketVersioningStatus.ENABLED);
        put("a", "1");
        String marker = delete("a").versionId();

        HttpResponse<String> newest = send("GET", "/" + BUCKET + "/a", "");
        HttpResponse<String> named = send("GET", "/" + BUCKET + "/a?versionId=" + marker, "");
        HttpResponse<String> head = wire.send(wire.request("/" + BUCKET + "/a")
                .header("Authorization", Wire.authorization("app", "us-east-1", "s3"))
                .method("HEAD", java.net.http.HttpRequest.BodyPublishers.noBody()));

        assertThat(newest.statusCode()).isEqualTo(404);
        assertThat(newest.headers().firstValue("x-amz-delete-marker")).contains("true");
        assertThat(newest.headers().firstValue("x-amz-version-id")).contains(marker);
        assertThat(named.statusCode()).isEqualTo(405);
        assertThat(named.headers().firstValue("x-amz-delete-marker")).contains("true");
        assertThat(named.headers().firstValue("Allow")).contains("DELETE");
        assertThat(head.statusCode()).isEqualTo(404);
        assertThat(head.headers().firstValue("x-amz-delete-marker")).contains("true");
    }

    @Test
    void areRemovedForGoodOneByOne() {
        setVersioning(BucketVersioningStatus.ENABLED);
        String first = put("a", "1").versionId();
        String second = put("a", "2").versionId();

        DeleteObjectResponse removed = delete("a", second);

        assertThat(removed.versionId()).isEqualTo(second);
        assertThat(removed.deleteMarker()).isNull();
        assertThat(text("a")).isEqualTo("1");
        assertRefused("NoSuchVersion", 404, "The specified version does not exist.", () -> version("a", second));
        assertThat(get("a").response().versionId()).isEqualTo(first);
    }

    @Test
    void whatWasThereBeforeIsTheNullVersion() {
        put("a", "old");
        setVersioning(BucketVersioningStatus.ENABLED);
        put("a", "new");

        assertThat(version("a", "null").asUtf8String()).isEqualTo("old");
        assertThat(versions().versions()).extracting(ObjectVersion::versionId).contains("null");
    }

    @Test
    void suspendedWritesReplaceTheNullVersionAlone() {
        setVersioning(BucketVersioningStatus.ENABLED);
        String kept = put("a", "kept").versionId();
        setVersioning(BucketVersioningStatus.SUSPENDED);

        assertThat(put("a", "null 1").versionId()).isNull();
        put("a", "null 2");

        assertThat(versions().versions()).extracting(ObjectVersion::versionId).containsExactly("null", kept);
        assertThat(get("a").response().versionId()).isEqualTo("null");
        DeleteObjectResponse deleted = delete("a");
        assertThat(deleted.deleteMarker()).isTrue();
        assertThat(deleted.versionId()).isEqualTo("null");
        assertThat(versions().versions()).extracting(ObjectVersion::versionId).containsExactly(kept);
        assertThat(versions().deleteMarkers())
                .extracting(DeleteMarkerEntry::versionId)
                .containsExactly("null");
    }

    @Test
    void haveIdsThatAreChecked() {
        setVersioning(BucketVersioningStatus.ENABLED);
        put("a", "1");

        assertRefused("InvalidArgument", 400, "Invalid version id specified", () -> version("a", "none"));
        assertRefused("NoSuchVersion", 404, () -> version("a", "x".repeat(32)));
        assertThat(send("GET", "/" + BUCKET + "/a?versionId=", "").body())
                .contains("Version id cannot be the empty string");
    }

    @Test
    void areListedPageByPage() {
        setVersioning(BucketVersioningStatus.ENABLED);
        for (String key : List.of("a", "b", "dir/x", "dir/y")) {
            put(key, "1");
            put(key, "2");
        }
        delete("b");

        ListObjectVersionsResponse first =
                s3.listObjectVersions(r -> r.bucket(BUCKET).maxKeys(3));
        assertThat(first.isTruncated()).isTrue();
        assertThat(first.nextKeyMarker()).isEqualTo("b");
        assertThat(first.nextVersionIdMarker()).isNotBlank();
        ListObjectVersionsResponse second = s3.listObjectVersions(r -> r.bucket(BUCKET)
                .maxKeys(3)
                .delimiter("/")
                .keyMarker(first.nextKeyMarker())
                .versionIdMarker(first.nextVersionIdMarker()));
        assertThat(second.versions()).extracting(ObjectVersion::key).containsExactly("b", "b");
        assertThat(second.commonPrefixes().get(0).prefix()).isEqualTo("dir/");
        assertThat(second.isTruncated()).isFalse();
        assertThat(s3.listObjectVersionsPaginator(r -> r.bucket(BUCKET).maxKeys(1)).versions().stream()
                        .count())
                .isEqualTo(8);
        assertRefused(
                "InvalidArgument",
                400,
                "A version-id marker cannot be specified without a key marker.",
                () -> s3.listObjectVersions(r -> r.bucket(BUCKET).versionIdMarker("x")));
    }

    @Test
    void refusesWhatItCannotDo() {
        assertRefused(
                "NotImplemented",
                501,
                () -> s3.putBucketVersioning(
                        r -> r.bucket(BUCKET).mfa("serial 123456").versioningConfiguration(v -> v.status("Enabled")
                                .mfaDelete("Enabled"))));
        assertThat(send("PUT", "/" + BUCKET + "?versioning", "<VersioningConfiguration/>")
                        .body())
                .contains("<Code>IllegalVersioningConfigurationException</Code>");
        assertThat(send(
                                "PUT",
                                "/" + BUCKET + "?versioning",
                                "<VersioningConfiguration><Status>On</Status></VersioningConfiguration>")
                        .body())
                .contains("<Code>MalformedXML</Code>");
    }
}
