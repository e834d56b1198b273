package io.vaportrail.conformance.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vaportrail.conformance.trail.Trail;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.ObjectCannedACL;

/**
 * The records of calls to S3, against those that were seen at AWS and against its documentation.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/cloudtrail-logging-understanding-s3-entries.html">S3's
 *     CloudTrail records</a>
 */
final class RecordsTest extends S3Test {
    /** Only of calls over TLS, through an endpoint of a VPC, or refused. */
    private static final Set<String> SOMETIMES = Set.of("tlsDetails", "vpcEndpointId", "errorCode", "errorMessage");

    private Trail trail;

    @BeforeEach
    void make() {
        makeBucket();
        trail = new Trail(emulator);
    }

    private Map<String, ThrowingCallable> calls() {
        Map<String, ThrowingCallable> calls = new LinkedHashMap<>();
        calls.put("CreateBucket", () -> s3.createBucket(r -> r.bucket("other").acl("private")));
        calls.put("DeleteBucket", () -> s3.deleteBucket(r -> r.bucket("other")));
        calls.put("DeleteBucketLifecycle", () -> s3.deleteBucketLifecycle(r -> r.bucket(BUCKET)));
        calls.put("GetAccelerateConfiguration", () -> s3.getBucketAccelerateConfiguration(r -> r.bucket(BUCKET)));
        calls.put("GetBucketCors", () -> s3.getBucketCors(r -> r.bucket(BUCKET)));
        calls.put("GetBucketLifecycle", () -> s3.getBucketLifecycleConfiguration(r -> r.bucket(BUCKET)));
        calls.put("GetBucketLocation", () -> s3.getBucketLocation(r -> r.bucket(BUCKET)));
        calls.put("GetBucketPolicy", () -> s3.getBucketPolicy(r -> r.bucket(BUCKET)));
        calls.put("GetBucketPolicyStatus", () -> s3.getBucketPolicyStatus(r -> r.bucket(BUCKET)));
        calls.put("GetBucketReplication", () -> s3.getBucketReplication(r -> r.bucket(BUCKET)));
        calls.put("GetBucketTagging", () -> s3.getBucketTagging(r -> r.bucket(BUCKET)));
        calls.put("GetBucketVersioning", () -> s3.getBucketVersioning(r -> r.bucket(BUCKET)));
        calls.put("GetBucketWebsite", () -> s3.getBucketWebsite(r -> r.bucket(BUCKET)));
        calls.put(
                "PutBucketLifecycle",
                () -> s3.putBucketLifecycleConfiguration(r -> r.bucket(BUCKET)
                        .lifecycleConfiguration(c -> c.rules(rule ->
                                rule.status("Enabled").filter(f -> f.prefix("")).expiration(e -> e.days(1))))));
        calls.put(
                "PutBucketPolicy",
                () -> s3.putBucketPolicy(
                        r -> r.bucket(BUCKET)
                                .policy(
                                        policy(
                                                "{'Effect':'Deny','Principal':'*','Action':'s3:Get*','Resource':'arn:aws:s3:::orders/*'}"))));
        return calls;
    }

    /** The management events that were seen: the same fields, parameters and resources. */
    @TestFactory
    List<DynamicTest> showsWhatWasSeen() {
        JsonNode observed = observed();
        Map<String, ThrowingCallable> calls = calls();
        s3.createBucket(r -> r.bucket("other"));
        List<DynamicTest> tests = new ArrayList<>();
        calls.forEach((name, call) -> tests.add(DynamicTest.dynamicTest(name, () -> {
            Throwable refusal = catchThrowable(call);
            JsonNode record = trail.records("eventName=" + name + "&limit=1").get(0);
            assertThat(refusal == null).isEqualTo(!record.has("errorCode"));
            compare(record, observed.path(name));
        })));
        return tests;
    }

    private static void compare(JsonNode record, JsonNode seen) {
        Set<String> fields = names(seen.path("topLevel"));
        fields.removeAll(SOMETIMES);
        Set<String> shown = names(record);
        shown.removeAll(SOMETIMES);
        assertThat(shown).isEqualTo(fields);
        Set<String> data = names(seen.path("additionalEventData").path("keys"));
        data.remove("CipherSuite");
        assertThat(names(record.path("additionalEventData"))).isEqualTo(data);
        assertThat(paths(record.path("requestParameters")))
                .isEqualTo(names(seen.path("requestParameters").path("keys")));
        assertThat(record.path("responseElements").isNull()).isTrue();
        Set<String> types = new TreeSet<>();
        record.path("resources")
                .forEach(resource -> types.add(resource.path("type").asText()));
        assertThat(types).isEqualTo(names(seen.path("resourceTypes")));
        assertThat(record.path("readOnly").asText())
                .isEqualToIgnoringCase(names(seen.path("readOnly")).toString().replaceAll("[\\[\\]]", ""));
        assertThat(record.path("managementEvent").asBoolean()).isTrue();
        if (record.has("errorCode")) {
            assertThat(names(seen.path("errorCodes")))
                    .contains(record.path("errorCode").asText());
        }
    }

    private static Set<String> names(JsonNode object) {
        Set<String> names = new TreeSet<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    /** Names, and those one level below joined to them by a dot. */
    private static Set<String> paths(JsonNode object) {
        Set<String> paths = names(object);
        object.properties().forEach(entry -> entry.getValue()
                .fieldNames()
                .forEachRemaining(inner -> paths.add(entry.getKey() + "." + inner)));
        return paths;
    }

    private static JsonNode observed() {
        try (InputStream in = RecordsTest.class.getResourceAsStream("/facts/cloudtrail-observed.json")) {
            return new ObjectMapper().readTree(in).path("s3");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void ofAPutIsADataEvent() {
        s3.putObject(
                r -> r.bucket(BUCKET).key("a b").acl(ObjectCannedACL.BUCKET_OWNER_FULL_CONTROL),
                RequestBody.fromString("hello"));

        JsonNode record = trail.record("eventName=PutObject");

        String host = emulator.endpoint().getAuthority();
        assertThat(record.get("requestParameters"))
                .isEqualTo(json("{'bucketName':'orders','Host':'" + host
                        + "','key':'a b','x-amz-acl':'bucket-owner-full-control'}"));
        assertThat(record.get("responseElements")).isEqualTo(json("{'x-amz-server-side-encryption':'AES256'}"));
        JsonNode data = record.get("additionalEventData");
        assertThat(data.fieldNames())
                .toIterable()
                .containsExactly(
                        "SignatureVersion",
                        "bytesTransferredIn",
                        "SSEApplied",
                        "AuthenticationMethod",
                        "x-amz-id-2",
                        "bytesTransferredOut");
        assertThat(data.get("SignatureVersion").asText()).isEqualTo("SigV4");
        assertThat(data.get("bytesTransferredIn").asInt()).isEqualTo(5);
        assertThat(data.get("SSEApplied").asText()).isEqualTo("Default_SSE_S3");
        assertThat(data.get("AuthenticationMethod").asText()).isEqualTo("AuthHeader");
        assertThat(record.get("resources"))
                .isEqualTo(json("[{'type':'AWS::S3::Object','ARN':'arn:aws:s3:::orders/a b'},{'accountId':'" + ACCOUNT
                        + "','type':'AWS::S3::Bucket','ARN':'arn:aws:s3:::orders'}]"));
        assertThat(record.get("eventCategory").asText()).isEqualTo("Data");
        assertThat(record.get("managementEvent").asBoolean()).isFalse();
        assertThat(record.get("readOnly").asBoolean()).isFalse();
        assertThat(record.get("userAgent").asText())
                .startsWith("[aws-sdk-java/2")
                .endsWith("]");
    }

    @Test
    void ofAGetCountsTheBytes() {
        put("a", "hello");
        get("a");
        s3.headObject(r -> r.bucket(BUCKET).key("a"));

        JsonNode record = trail.record("eventName=GetObject");
        assertThat(record.at("/additionalEventData/bytesTransferredOut").asInt())
                .isEqualTo(5);
        assertThat(record.get("responseElements").isNull()).isTrue();
        assertThat(record.get("readOnly").asBoolean()).isTrue();
        assertThat(trail.record("eventName=HeadObject")
                        .at("/additionalEventData/bytesTransferredOut")
                        .asInt(-1))
                .isZero();
    }

    @Test
    void ofARefusalCountsTheBytesOfTheAnswer() {
        assertThat(catchThrowable(() -> get("none"))).isNotNull();

        JsonNode record = trail.record("eventName=GetObject");

        assertThat(record.get("errorCode").asText()).isEqualTo("NoSuchKey");
        assertThat(record.get("errorMessage").asText()).isEqualTo("The specified key does not exist.");
        assertThat(record.at("/additionalEventData/bytesTransferredOut").asInt())
                .isGreaterThan(200);
        assertThat(record.at("/additionalEventData/x-amz-id-2").asText()).hasSize(76);
    }

    @Test
    void ofADocumentThatIsNoneIsThereToo() {
        send("PUT", "/" + BUCKET + "?tagging", "no xml");

        JsonNode record = trail.record("eventName=PutBucketTagging");

        assertThat(record.get("errorCode").asText()).isEqualTo("MalformedXML");
        assertThat(record.at("/additionalEventData/bytesTransferredIn").asInt()).isEqualTo(6);
    }

    @Test
    void ofAStrangerIsSharedWithTheOwner() {
        put("a", "hello");
        emulator.clients().s3("eve@" + OTHER_ACCOUNT).headObject(r -> r.bucket(BUCKET)
                .key("a"));

        List<JsonNode> records = trail.records("eventName=HeadObject");

        assertThat(records).hasSize(2);
        assertThat(records.get(0).get("sharedEventID")).isEqualTo(records.get(1).get("sharedEventID"));
        assertThat(records)
                .extracting(record -> record.get("recipientAccountId").asText())
                .containsExactlyInAnyOrder(ACCOUNT, OTHER_ACCOUNT);
    }

    @Test
    void ofAnAnonymousCallNamesNobody() {
        put("a", "hello");
        wire.get("/" + BUCKET + "/a");

        JsonNode record = trail.record("eventName=GetObject");

        assertThat(record.get("userIdentity"))
                .isEqualTo(json("{'type':'AWSAccount','principalId':'','accountId':'anonymous'}"));
        assertThat(record.get("errorCode").asText()).isEqualTo("AccessDenied");
        assertThat(record.at("/additionalEventData").has("SignatureVersion")).isFalse();
    }

    @Test
    void ofAListingStatesWhatItsObjectsBeginWith() {
        s3.listObjectsV2(r -> r.bucket(BUCKET).prefix("2098/"));
        s3.listObjectVersions(r -> r.bucket(BUCKET));

        String bucket = "{'accountId':'" + ACCOUNT + "','type':'AWS::S3::Bucket','ARN':'arn:aws:s3:::orders'}";
        assertThat(trail.record("eventName=ListObjects").get("resources"))
                .isEqualTo(json("[{'type':'AWS::S3::Object','ARNPrefix':'arn:aws:s3:::orders/2098/'}," + bucket + "]"));
        assertThat(trail.record("eventName=ListObjectVersions").get("resources"))
                .isEqualTo(json("[{'type':'AWS::S3::Object','ARNPrefix':'arn:aws:s3:::orders/'}," + bucket + "]"));
    }

    @Test
    void ofManyDeletionsThereIsOneOfTheCallAndOneOfEach() {
        put("a", "hello");
        put("b", "hello");
        s3.deleteObjects(r -> r.bucket(BUCKET)
                .delete(d -> d.objects(o -> o.key("a"), o -> o.key("b").eTag("\"x\""), o -> o.key("c")
                        .versionId("bad"))));

        JsonNode whole = trail.record("eventName=DeleteObjects");
        List<JsonNode> parts = trail.records("eventName=DeleteObject&order=oldest");
        assertThat(whole.get("requestParameters").has("key")).isFalse();
        assertThat(parts)
                .extracting(part -> part.at("/requestParameters/key").asText())
                .containsExactly("a", "b", "c");
        assertThat(parts)
                .extracting(part -> part.path("errorCode").asText())
                .containsExactly("", "PreconditionFailed", "InvalidArgument");
        assertThat(parts.get(2).at("/requestParameters/versionId").asText()).isEqualTo("bad");
        assertThat(parts).allSatisfy(part -> {
            assertThat(part.get("requestID")).isEqualTo(whole.get("requestID"));
            assertThat(part.get("userIdentity")).isEqualTo(whole.get("userIdentity"));
            assertThat(part.get("eventID")).isNotEqualTo(whole.get("eventID"));
        });
        assertThat(parts.get(0).get("resources"))
                .isEqualTo(json("[{'type':'AWS::S3::Object','ARN':'arn:aws:s3:::orders/a'},{'accountId':'" + ACCOUNT
                        + "','type':'AWS::S3::Bucket','ARN':'arn:aws:s3:::orders'}]"));
        assertThat(wire.get("/_vaportrail/trail/summary?error=false").body())
                .containsOnlyOnce("\"action\":\"s3:DeleteObject\"")
                .doesNotContain("s3:DeleteObjects");
    }

    @Test
    void neverShowsBytesOrMetadata() {
        s3.putObject(
                r -> r.bucket(BUCKET).key("a").metadata(Map.of("note", "TOPSECRET")),
                RequestBody.fromString("TOPSECRET"));
        get("a");

        assertThat(trail.records("limit=100").toString()).doesNotContain("TOPSECRET");
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text.replace('\'', '"'));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
