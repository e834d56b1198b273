package io.vaportrail.conformance.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.Bucket;
import software.amazon.awssdk.services.s3.model.CreateBucketResponse;
import software.amazon.awssdk.services.s3.model.HeadBucketResponse;
import software.amazon.awssdk.services.s3.model.ListBucketsResponse;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;

/** Buckets as a whole. */
final class BucketTest extends S3Test {
    @Test
    void isMadeFoundListedAndDeleted() {
        CreateBucketResponse made = s3.createBucket(r -> r.bucket(BUCKET));

        assertThat(made.location()).isEqualTo("/" + BUCKET);
        HeadBucketResponse head = s3.headBucket(r -> r.bucket(BUCKET));
        assertThat(head.bucketRegion()).isEqualTo("us-east-1");
        ListBucketsResponse list = s3.listBuckets();
        assertThat(list.buckets()).extracting(Bucket::name).containsExactly(BUCKET);
        assertThat(list.buckets().get(0).creationDate())
                .isEqualTo(emulator.now().truncatedTo(java.time.temporal.ChronoUnit.SECONDS));
        assertThat(list.owner().id()).matches("[0-9a-f]{64}");

        s3.deleteBucket(r -> r.bucket(BUCKET));

        assertThat(s3.listBuckets().buckets()).isEmpty();
        assertStatus(404, () -> s3.headBucket(r -> r.bucket(BUCKET)));
        assertRefused(
                "NoSuchBucket",
                404,
                "The specified bucket does not exist",
                () -> s3.deleteBucket(r -> r.bucket(BUCKET)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "abc",
                "a.b.c",
                "0-9",
                "my-bucket.with-dots",
                "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
            })
    void takesNamesWithinTheRules(String name) {
        assertThatCode(() -> s3.createBucket(r -> r.bucket(name))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ab",
                "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
                "-abc",
                "abc-",
                "Abc",
                "a_b",
                "a..b",
                "192.168.5.4",
                "xn--abc",
                "sthree-abc",
                "abc-s3alias",
                "abc--ol-s3",
                "abc-an",
                "amzn-s3-demo-abc"
            })
    void refusesOtherNames(String name) {
        java.net.http.HttpResponse<String> answer = send("PUT", "/" + name, "");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body())
                .contains(
                        "<Code>InvalidBucketName</Code><Message>The specified bucket is not valid.</Message><BucketName>"
                                + name + "</BucketName>");
    }

    @Test
    void belongsToOneAccountOfAll() {
        makeBucket();
        S3Client other = emulator.clients().s3("eve@" + OTHER_ACCOUNT);

        assertRefused("BucketAlreadyExists", 409, () -> other.createBucket(r -> r.bucket(BUCKET)));
        assertThat(other.listBuckets().buckets()).isEmpty();
    }

    @Test
    void mayBeMadeAgainInUsEast1Alone() {
        makeBucket();
        assertThatCode(this::makeBucket).doesNotThrowAnyException();

        S3Client west = emulator.clients().s3("app", "eu-west-1");
        west.createBucket(r -> r.bucket("west").createBucketConfiguration(c -> c.locationConstraint("eu-west-1")));
        assertRefused(
                "BucketAlreadyOwnedByYou",
                409,
                "Your previous request to create the named bucket succeeded and you already own it.",
                () -> west.createBucket(
                        r -> r.bucket("west").createBucketConfiguration(c -> c.locationConstraint("eu-west-1"))));
        assertRefused(
                "BucketAlreadyOwnedByYou",
                409,
                () -> west.createBucket(
                        r -> r.bucket(BUCKET).createBucketConfiguration(c -> c.locationConstraint("eu-west-1"))));
    }

    @Test
    void isWhereItWasMade() {
        makeBucket();
        S3Client west = emulator.clients().s3("app", "eu-west-1");
        CreateBucketResponse made = west.createBucket(
                r -> r.bucket("west").createBucketConfiguration(c -> c.locationConstraint("eu-west-1")));

        assertThat(made.location()).isEqualTo("http://west.s3.amazonaws.com/");
        assertThat(s3.getBucketLocation(r -> r.bucket(BUCKET)).locationConstraintAsString())
                .isNullOrEmpty();
        assertThat(s3.getBucketLocation(r -> r.bucket("west")).locationConstraintAsString())
                .isEqualTo("eu-west-1");
        assertThat(s3.headBucket(r -> r.bucket("west")).bucketRegion()).isEqualTo("eu-west-1");
        assertRefused(
                "IllegalLocationConstraintException",
                400,
                "The us-west-2 location constraint is incompatible for the region specific endpoint this request was sent to.",
                () -> west.createBucket(
                        r -> r.bucket("more").createBucketConfiguration(c -> c.locationConstraint("us-west-2"))));
        assertRefused(
                "InvalidLocationConstraint",
                400,
                "The specified location-constraint is not valid",
                () -> s3.createBucket(
                        r -> r.bucket("more").createBucketConfiguration(c -> c.locationConstraint("mars-1"))));
    }

    @Test
    void isNotDeletedWithSomethingInIt() {
        makeVersionedBucket();
        put("a", "1");

        assertRefused(
                "BucketNotEmpty",
                409,
                "The bucket you tried to delete is not empty. You must delete all versions in the bucket.",
                () -> s3.deleteBucket(r -> r.bucket(BUCKET)));
        s3.deleteObject(r -> r.bucket(BUCKET).key("a"));
        assertRefused("BucketNotEmpty", 409, () -> s3.deleteBucket(r -> r.bucket(BUCKET)));
        s3.listObjectVersions(r -> r.bucket(BUCKET))
                .versions()
                .forEach(v -> s3.deleteObject(r -> r.bucket(BUCKET).key(v.key()).versionId(v.versionId())));
        s3.listObjectVersions(r -> r.bucket(BUCKET))
                .deleteMarkers()
                .forEach(v -> s3.deleteObject(r -> r.bucket(BUCKET).key(v.key()).versionId(v.versionId())));
        assertThatCode(() -> s3.deleteBucket(r -> r.bucket(BUCKET))).doesNotThrowAnyException();
    }

    @Test
    void isListedPageByPage() {
        List.of("page-1", "page-2", "page-3", "other").forEach(name -> s3.createBucket(r -> r.bucket(name)));

        ListBucketsResponse first = s3.listBuckets(r -> r.prefix("page").maxBuckets(2));
        ListBucketsResponse second =
                s3.listBuckets(r -> r.prefix("page").maxBuckets(2).continuationToken(first.continuationToken()));

        assertThat(first.buckets()).extracting(Bucket::name).containsExactly("page-1", "page-2");
        assertThat(first.buckets().get(0).bucketRegion()).isEqualTo("us-east-1");
        assertThat(second.buckets()).extracting(Bucket::name).containsExactly("page-3");
        assertThat(second.continuationToken()).isNull();
        assertThat(s3.listBuckets(r -> r.bucketRegion("eu-west-1")).buckets()).isEmpty();
        assertRefused("InvalidArgument", 400, () -> s3.listBuckets(r -> r.maxBuckets(0)));
        assertRefused("InvalidArgument", 400, () -> s3.listBuckets(r -> r.maxBuckets(10_001)));
        assertRefused("InvalidArgument", 400, () -> s3.listBuckets(r -> r.continuationToken("none")));
    }

    @Test
    void answersTheExpectedOwnerAlone() {
        makeBucket();

        assertThatCode(() -> s3.headBucket(r -> r.bucket(BUCKET).expectedBucketOwner(ACCOUNT)))
                .doesNotThrowAnyException();
        assertStatus(403, () -> s3.headBucket(r -> r.bucket(BUCKET).expectedBucketOwner(OTHER_ACCOUNT)));
        assertRefused(
                "AccessDenied",
                403,
                DENIED,
                () -> s3.listObjectsV2(r -> r.bucket(BUCKET).expectedBucketOwner(OTHER_ACCOUNT)));
    }

    @Test
    void whatItCannotBeIsSaid() {
        assertRefused(
                "NotImplemented",
                501,
                () -> s3.createBucket(r -> r.bucket(BUCKET).objectLockEnabledForBucket(true)));
        assertThat(s3.listBuckets().buckets()).isEmpty();
    }

    @Test
    void hasAnExceptionOfTheModelWhenItIsMissing() {
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> s3.listObjectsV2(r -> r.bucket("none")))
                .isInstanceOf(NoSuchBucketException.class);
    }
}
