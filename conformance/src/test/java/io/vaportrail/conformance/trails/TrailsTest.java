package io.vaportrail.conformance.trails;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vaportrail.conformance.fixture.AwsError;
import io.vaportrail.conformance.fixture.Clients;
import io.vaportrail.conformance.fixture.EmulatorTest;
import io.vaportrail.conformance.fixture.Protocol;
import io.vaportrail.conformance.fixture.TestEmulator;
import io.vaportrail.conformance.fixture.Wire;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import software.amazon.awssdk.services.cloudtrail.CloudTrailClient;
import software.amazon.awssdk.services.cloudtrail.model.GetTrailStatusResponse;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/** A behaviour of trails. A test has the clock in its hand: nothing is delivered unless the test advances time or flushes. */
@EmulatorTest
abstract class TrailsTest {
    static final String ACCOUNT = "000000000000";
    static final String REGION = Clients.REGION;
    static final String ELSEWHERE = "eu-west-1";
    static final String BUCKET = "audit-bucket";

    /** How long records gather, unless the emulator is told otherwise. */
    static final int INTERVAL_SECONDS = 5;

    private static final ObjectMapper JSON = new ObjectMapper();

    TestEmulator emulator;
    CloudTrailClient cloudTrail;
    S3Client s3;
    Wire wire;

    @BeforeEach
    final void connect(TestEmulator started) {
        emulator = started;
        cloudTrail = started.clients().cloudTrail("test");
        s3 = started.clients().s3("test");
        wire = new Wire(started.endpoint());
    }

    static String trailArn(String name) {
        return "arn:aws:cloudtrail:" + REGION + ":" + ACCOUNT + ":trail/" + name;
    }

    /** A bucket that a trail may deliver to, as the user guide has one made. */
    void bucketFor(String trail) {
        bucket(BUCKET, policy(BUCKET, "", trail));
    }

    void bucket(String name, String policy) {
        s3.createBucket(r -> r.bucket(name));
        s3.putBucketPolicy(r -> r.bucket(name).policy(policy));
    }

    /** The policy of the user guide. The prefix is empty or ends with a slash. */
    static String policy(String bucket, String prefix, String trail) {
        return "{\"Version\":\"2012-10-17\",\"Statement\":["
                + "{\"Sid\":\"AWSCloudTrailAclCheck\",\"Effect\":\"Allow\","
                + "\"Principal\":{\"Service\":\"cloudtrail.amazonaws.com\"},\"Action\":\"s3:GetBucketAcl\","
                + "\"Resource\":\"arn:aws:s3:::" + bucket + "\","
                + "\"Condition\":{\"StringEquals\":{\"aws:SourceArn\":\"" + trailArn(trail) + "\"}}},"
                + "{\"Sid\":\"AWSCloudTrailWrite\",\"Effect\":\"Allow\","
                + "\"Principal\":{\"Service\":\"cloudtrail.amazonaws.com\"},\"Action\":\"s3:PutObject\","
                + "\"Resource\":\"arn:aws:s3:::" + bucket + "/" + prefix + "AWSLogs/" + ACCOUNT + "/*\","
                + "\"Condition\":{\"StringEquals\":{\"s3:x-amz-acl\":\"bucket-owner-full-control\","
                + "\"aws:SourceArn\":\"" + trailArn(trail) + "\"}}}]}";
    }

    /** A trail that logs, into a bucket of its own. */
    void startTrail(String name) {
        bucketFor(name);
        cloudTrail.createTrail(r -> r.name(name).s3BucketName(BUCKET));
        cloudTrail.startLogging(r -> r.name(name));
    }

    GetTrailStatusResponse status(String name) {
        return cloudTrail.getTrailStatus(r -> r.name(name));
    }

    /** Lets time pass, and what it set off come to its end, however busy the machine. */
    void advance(int seconds) {
        emulator.advanceSeconds(seconds);
        emulator.settle();
    }

    /** Lets one interval of deliveries pass. */
    void deliver() {
        advance(INTERVAL_SECONDS);
    }

    /** Asks for deliveries at once; the answer. */
    JsonNode flush() {
        return parse(wire.post("/_vaportrail/trail/flush", "").body());
    }

    String createQueue(String user, String name) {
        return createQueue(user, name, REGION);
    }

    String createQueue(String user, String name, String region) {
        return emulator.clients()
                .sqs(Protocol.AWS_JSON, user, region)
                .createQueue(r -> r.queueName(name))
                .queueUrl();
    }

    /** The keys of what CloudTrail has delivered to the bucket, in order, empty markers left out. */
    List<String> keys(String part) {
        return s3.listObjectsV2(r -> r.bucket(BUCKET)).contents().stream()
                .map(S3Object::key)
                .filter(key -> key.contains(part) && key.endsWith(".json.gz"))
                .toList();
    }

    List<String> logFiles() {
        return keys("/CloudTrail/");
    }

    /** The text of a compressed object. */
    String text(String key) {
        byte[] bytes = s3.getObjectAsBytes(r -> r.bucket(BUCKET).key(key)).asByteArray();
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The records of log files. */
    List<JsonNode> records(List<String> keys) {
        List<JsonNode> records = new ArrayList<>();
        for (String key : keys) {
            JsonNode file = parse(text(key));
            assertThat(file.fieldNames()).toIterable().containsExactly("Records");
            file.get("Records").forEach(records::add);
        }
        return records;
    }

    /** The names of all delivered events, in the order delivered. */
    List<String> delivered() {
        return records(logFiles()).stream()
                .map(r -> r.get("eventName").asText())
                .toList();
    }

    static JsonNode parse(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new AssertionError("not JSON: " + json, e);
        }
    }

    static void assertRefused(String code, String message, ThrowingCallable call) {
        AwsError error = AwsError.of(call);
        assertThat(error.code() + ": " + error.message()).isEqualTo(code + ": " + message);
        assertThat(error.status()).isBetween(400, 499);
    }
}
