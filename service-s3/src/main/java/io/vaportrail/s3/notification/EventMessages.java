package io.vaportrail.s3.notification;

import io.vaportrail.core.json.Json;
import io.vaportrail.core.service.Call;
import io.vaportrail.core.service.ExtendedRequestId;
import io.vaportrail.s3.access.CanonicalUser;
import io.vaportrail.s3.listing.KeyEncoding;
import io.vaportrail.s3.store.Bucket;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What S3 writes of events, as JSON. Records are of version 2.1, those of tags and ACLs of 2.3: the last whose every field is known
 * (AWS goes on to number them and adds to them).
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-content-structure.html">Event message structure</a>
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/ev-events.html">EventBridge event message structure</a>
 */
final class EventMessages {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);
    private static final int OWNER_DIGITS = 13;

    private EventMessages() {}

    /** The message to a queue or topic. */
    static String record(ObjectEvent event, Cause cause, Instant now, String sequencer, String configurationId) {
        Map<String, Object> record = new LinkedHashMap<>();
        boolean plain = event.name().startsWith("ObjectCreated") || event.name().startsWith("ObjectRemoved");
        record.put("eventVersion", plain ? "2.1" : "2.3");
        record.put("eventSource", "aws:s3");
        record.put("awsRegion", event.bucket().region());
        record.put("eventTime", TIME.format(now));
        record.put("eventName", event.name());
        record.put("userIdentity", Map.of("principalId", cause.principalId()));
        record.put("requestParameters", Map.of("sourceIPAddress", cause.sourceAddress()));
        Map<String, Object> response = new LinkedHashMap<>();
        response.put("x-amz-request-id", cause.requestId());
        response.put("x-amz-id-2", ExtendedRequestId.of(cause.requestId()));
        record.put("responseElements", response);
        Map<String, Object> s3 = new LinkedHashMap<>();
        s3.put("s3SchemaVersion", "1.0");
        s3.put("configurationId", configurationId);
        s3.put("bucket", bucket(event.bucket()));
        s3.put("object", object(event, plain ? sequencer : null));
        record.put("s3", s3);
        return Json.write(Map.of("Records", List.of(record)));
    }

    private static Map<String, Object> bucket(Bucket bucket) {
        Map<String, Object> described = new LinkedHashMap<>();
        described.put("name", bucket.name());
        described.put("ownerIdentity", Map.of("principalId", ownerId(bucket.owner())));
        described.put("arn", bucket.arn());
        return described;
    }

    private static Map<String, Object> object(ObjectEvent event, @Nullable String sequencer) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("key", KeyEncoding.of("url").encode(event.key()));
        putIfAny(object, "size", event.name().startsWith("ObjectCreated") ? event.size() : null);
        putIfAny(object, "eTag", event.eTag());
        putIfAny(object, "versionId", event.versionId());
        putIfAny(object, "sequencer", sequencer);
        return object;
    }

    private static void putIfAny(Map<String, Object> into, String name, @Nullable Object value) {
        if (value != null) {
            into.put(name, value);
        }
    }

    /** The identity of an account as a customer of the retailer; here it follows from the account. */
    private static String ownerId(String account) {
        return "A" + CanonicalUser.id(account).substring(0, OWNER_DIGITS).toUpperCase(Locale.ROOT);
    }

    /** The message by which S3 tries a new destination. */
    static String test(Bucket bucket, Call cause, Instant now) {
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("Service", "Amazon S3");
        message.put("Event", "s3:TestEvent");
        message.put("Time", TIME.format(now));
        message.put("Bucket", bucket.name());
        message.put("RequestId", cause.requestId());
        message.put("HostId", ExtendedRequestId.of(cause.requestId()));
        return Json.write(message);
    }

    /** What EventBridge calls the event. */
    static String detailType(ObjectEvent event) {
        int colon = event.name().indexOf(':');
        String family = colon < 0 ? event.name() : event.name().substring(0, colon);
        return switch (family) {
            case "ObjectCreated" -> "Object Created";
            case "ObjectRemoved" -> "Object Deleted";
            case "LifecycleExpiration" -> "Object Deleted";
            case "LifecycleTransition" -> "Object Storage Class Changed";
            case "ObjectAcl" -> "Object ACL Updated";
            default -> event.name().equals(ObjectEvent.TAGGING_PUT) ? "Object Tags Added" : "Object Tags Deleted";
        };
    }

    /** The detail of an event on a bus. */
    static String detail(ObjectEvent event, Cause cause, String sequencer) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("key", event.key());
        boolean created = event.name().startsWith("ObjectCreated");
        putIfAny(object, "size", created ? event.size() : null);
        putIfAny(object, "etag", event.eTag());
        putIfAny(object, "version-id", event.versionId());
        boolean removed = event.isRemoval();
        putIfAny(object, "sequencer", created || removed ? sequencer : null);
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("version", "0");
        detail.put("bucket", Map.of("name", event.bucket().name()));
        detail.put("object", object);
        detail.put("request-id", cause.requestId());
        detail.put("requester", cause.requester());
        if (cause.call() != null) {
            detail.put("source-ip-address", cause.sourceAddress());
        }
        if (created || removed) {
            detail.put("reason", cause.reason());
        }
        if (removed) {
            detail.put(
                    "deletion-type",
                    event.name().endsWith("DeleteMarkerCreated") ? "Delete Marker Created" : "Permanently Deleted");
        }
        return Json.write(detail);
    }
}
