package io.vaportrail.conformance.secrecy;

import io.vaportrail.conformance.fixture.TestEmulator;
import io.vaportrail.conformance.fixture.Wire;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import software.amazon.awssdk.services.cloudtrail.CloudTrailClient;
import software.amazon.awssdk.services.cloudtrail.model.AdvancedEventSelector;
import software.amazon.awssdk.services.cloudtrail.model.Event;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/** All that is left of calls: what the trail shows in every form, event history, and the files that a trail delivered. */
final class Remains {
    private static final String BUCKET = "audit-logs";

    private final TestEmulator emulator;
    private final Wire wire;
    private final CloudTrailClient trail;
    private final S3Client s3;

    /** Sets a trail up that delivers everything. */
    @SuppressWarnings("unchecked") // Builders of the SDK take consumers as varargs.
    Remains(TestEmulator emulator, S3Client s3) {
        this.emulator = emulator;
        this.wire = new Wire(emulator.endpoint());
        this.trail = emulator.clients().cloudTrail("test");
        this.s3 = s3;
        s3.createBucket(r -> r.bucket(BUCKET));
        s3.putBucketPolicy(r -> r.bucket(BUCKET)
                .policy("{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":{\"Service\":"
                        + "\"cloudtrail.amazonaws.com\"},\"Action\":[\"s3:GetBucketAcl\",\"s3:PutObject*\"],"
                        + "\"Resource\":[\"arn:aws:s3:::audit-logs\",\"arn:aws:s3:::audit-logs/*\"]}]}"));
        trail.createTrail(r -> r.name("everything").s3BucketName(BUCKET).isMultiRegionTrail(true));
        trail.putEventSelectors(r -> r.trailName("everything")
                .advancedEventSelectors(
                        category("Management"),
                        data("AWS::SQS::Queue"),
                        data("AWS::SNS::Topic"),
                        data("AWS::SNS::PlatformEndpoint"),
                        data("AWS::S3::Object"),
                        data("AWS::CloudWatch::Metric")));
        trail.startLogging(r -> r.name("everything"));
    }

    @SuppressWarnings("unchecked") // as above
    private static AdvancedEventSelector category(String name) {
        return AdvancedEventSelector.builder()
                .fieldSelectors(f -> f.field("eventCategory").equalsValue(name))
                .build();
    }

    @SuppressWarnings("unchecked") // as above
    private static AdvancedEventSelector data(String type) {
        return AdvancedEventSelector.builder()
                .fieldSelectors(f -> f.field("eventCategory").equalsValue("Data"), f -> f.field("resources.type")
                        .equalsValue(type))
                .build();
    }

    /** Everything, by where it was found. */
    Map<String, String> all() {
        Map<String, String> found = new LinkedHashMap<>();
        for (String form : new String[] {
            "?limit=10000", "?limit=10000&format=text", "/summary", "/summary?format=text", "/policy?principal=app"
        }) {
            found.put(form, wire.get("/_vaportrail/trail" + form).body());
        }
        found.put("health", wire.get("/_vaportrail/health").body());
        StringBuilder history = new StringBuilder();
        trail.lookupEventsPaginator(r -> {}).events().stream()
                .map(Event::toString)
                .forEach(history::append);
        found.put("event history", history.toString());
        emulator.advanceSeconds(60);
        wire.post("/_vaportrail/trail/flush", "");
        s3.listObjectsV2Paginator(r -> r.bucket(BUCKET)).contents().stream()
                .map(S3Object::key)
                .filter(key -> key.endsWith(".json.gz"))
                .forEach(key -> found.put(key, file(key)));
        return found;
    }

    private String file(String key) {
        byte[] bytes = s3.getObjectAsBytes(r -> r.bucket(BUCKET).key(key)).asByteArray();
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
