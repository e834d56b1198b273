package io.vaportrail.conformance.s3;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.vaportrail.conformance.trail.Trail;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketCannedACL;
import software.amazon.awssdk.services.s3.model.ObjectCannedACL;

/** Callers who do not say who they are. */
final class AnonymousTest extends S3Test {
    private S3Client nobody;

    @BeforeEach
    void make() {
        makeBucket();
        put("a", "hello");
        nobody = emulator.clients().s3(AnonymousCredentialsProvider.create());
    }

    @AfterEach
    void close() {
        nobody.close();
    }

    private String read() {
        return nobody.getObjectAsBytes(r -> r.bucket(BUCKET).key("a")).asUtf8String();
    }

    @Test
    void mayNothingUnlessTold() {
        assertRefused("AccessDenied", 403, DENIED, this::read);
        assertRefused("AccessDenied", 403, DENIED, () -> nobody.listObjectsV2(r -> r.bucket(BUCKET)));
        assertRefused(
                "AccessDenied",
                403,
                DENIED,
                () -> nobody.putObject(r -> r.bucket(BUCKET).key("b"), RequestBody.fromString("x")));
        assertRefused(
                "AccessDenied",
                403,
                DENIED,
                () -> nobody.deleteObject(r -> r.bucket(BUCKET).key("a")));
        assertRefused("AccessDenied", 403, DENIED, () -> nobody.createBucket(r -> r.bucket("mine")));
        assertStatus(403, () -> nobody.headObject(r -> r.bucket(BUCKET).key("a")));
        assertThat(text("a")).isEqualTo("hello");
    }

    @Test
    void isRecordedForTheOwnerOfTheBucketAlone() {
        S3Client owner = emulator.clients().s3("olga@" + OTHER_ACCOUNT);
        owner.createBucket(r -> r.bucket("theirs"));
        owner.deletePublicAccessBlock(r -> r.bucket("theirs"));
        owner.putBucketPolicy(
                r -> r.bucket("theirs")
                        .policy(
                                policy(
                                        "{'Effect':'Allow','Principal':'*','Action':'s3:ListBucket','Resource':'arn:aws:s3:::theirs'}")));

        wire.get("/theirs");
        wire.get("/theirs/a");

        List<JsonNode> records =
                new Trail(emulator).records("order=oldest&where=userIdentity.accountId%3D%27anonymous%27");
        assertThat(records)
                .extracting(r -> r.get("eventName").asText() + " "
                        + r.path("errorCode").asText() + " "
                        + r.get("recipientAccountId").asText())
                .containsExactly("ListObjects  " + OTHER_ACCOUNT, "GetObject AccessDenied " + OTHER_ACCOUNT);
        assertThat(records).allSatisfy(r -> assertThat(r.has("sharedEventID")).isTrue());
    }

    @Test
    void mayWhatThePolicySays() {
        s3.deletePublicAccessBlock(r -> r.bucket(BUCKET));
        s3.putBucketPolicy(r -> r.bucket(BUCKET)
                .policy(policy("{'Effect':'Allow','Principal':'*','Action':['s3:GetObject','s3:ListBucket'],"
                        + "'Resource':['arn:aws:s3:::orders','arn:aws:s3:::orders/*']}")));

        assertThat(read()).isEqualTo("hello");
        assertThat(nobody.listObjectsV2(r -> r.bucket(BUCKET)).contents()).hasSize(1);
        assertRefused(
                "NoSuchKey",
                404,
                () -> nobody.getObjectAsBytes(r -> r.bucket(BUCKET).key("none")));
        assertRefused(
                "AccessDenied",
                403,
                () -> nobody.deleteObject(r -> r.bucket(BUCKET).key("a")));
        s3.putPublicAccessBlock(
                r -> r.bucket(BUCKET).publicAccessBlockConfiguration(b -> b.restrictPublicBuckets(true)));
        assertRefused("AccessDenied", 403, this::read);
    }

    @Test
    void mayWhatTheAclSays() {
        allowPublicAccess();
        s3.putObjectAcl(r -> r.bucket(BUCKET).key("a").acl(ObjectCannedACL.PUBLIC_READ));
        assertThat(read()).isEqualTo("hello");
        assertRefused("AccessDenied", 403, () -> nobody.listObjectsV2(r -> r.bucket(BUCKET)));
        s3.putBucketAcl(r -> r.bucket(BUCKET).acl(BucketCannedACL.PUBLIC_READ_WRITE));
        assertThat(nobody.listObjectsV2(r -> r.bucket(BUCKET)).contents()).hasSize(1);
        nobody.putObject(r -> r.bucket(BUCKET).key("b"), RequestBody.fromString("x"));
        assertThat(keys()).containsExactly("a", "b");
        s3.putPublicAccessBlock(r -> r.bucket(BUCKET).publicAccessBlockConfiguration(b -> b.ignorePublicAcls(true)));
        assertRefused("AccessDenied", 403, this::read);
    }

    @Test
    void isToldOfMissingBuckets() {
        assertRefused(
                "NoSuchBucket",
                404,
                () -> nobody.getObjectAsBytes(r -> r.bucket("none").key("a")));
    }

    @Test
    void isAskedForNothingByCurl() {
        s3.deletePublicAccessBlock(r -> r.bucket(BUCKET));
        s3.putBucketPolicy(r -> r.bucket(BUCKET)
                .policy(policy("{'Effect':'Allow','Principal':'*','Action':'s3:*Object',"
                        + "'Resource':'arn:aws:s3:::orders/*'}")));

        HttpResponse<String> stored =
                wire.send(wire.request("/" + BUCKET + "/curl").PUT(BodyPublishers.ofString("hi")));
        HttpResponse<String> got = wire.get("/" + BUCKET + "/curl");

        assertThat(stored.statusCode()).as(stored.body()).isEqualTo(200);
        assertThat(got.body()).isEqualTo("hi");
        assertThat(got.headers().firstValue("Content-Type")).contains("binary/octet-stream");
    }
}
