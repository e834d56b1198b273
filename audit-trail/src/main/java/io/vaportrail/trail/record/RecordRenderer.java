package io.vaportrail.trail.record;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.vaportrail.core.audit.AuditScope;
import io.vaportrail.core.http.Origin;
import io.vaportrail.core.identity.Caller;
import io.vaportrail.core.json.Json;
import io.vaportrail.schema.EventCategory;
import io.vaportrail.trail.store.Limits;
import io.vaportrail.trail.store.Sender;
import io.vaportrail.trail.store.ServiceEventSchema;
import io.vaportrail.trail.store.StoredCall;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Renders stored calls as CloudTrail records: compact JSON, fields in the order of real records, absent fields left out except
 * {@code requestParameters} and {@code responseElements}, which are always there. Takes microseconds, and is meant for threads
 * that may take them. Safe for any thread.
 *
 * @see <a href="https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-record-contents.html">CloudTrail
 *     record contents</a>
 */
public final class RecordRenderer {
    /** The version of the record format. */
    public static final String EVENT_VERSION = "1.11";

    private static final byte[] NOTHING = {};
    private static final String REQUEST = "requestParameters";
    private static final String RESPONSE = "responseElements";
    private static final String RESOURCES = "resources";
    private static final int ARN_PARTS_BEFORE_ACCOUNT = 4;

    /** Fields that can be rendered without the others. */
    private static final Set<String> ALONE = Set.of(REQUEST, RESPONSE, RESOURCES);

    private final JsonFactory factory = new JsonFactory();
    private final LastIdentity identities = new LastIdentity(factory);
    private final LastSecond seconds = new LastSecond();

    /** The record as JSON text. */
    public String render(StoredCall call) {
        ByteArrayOutputStream text = new ByteArrayOutputStream(1024);
        try (JsonGenerator json = factory.createGenerator(text)) {
            write(call, json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString(StandardCharsets.UTF_8);
    }

    /**
     * The record as JSON text, at least the fields of these names; what was asked and answered comes cheaper without the rest.
     *
     * @param fields names of fields of the record
     */
    public String renderFields(StoredCall call, Set<String> fields) {
        if (!ALONE.containsAll(fields)) {
            return render(call);
        }
        RecordStyle style = RecordStyle.of(call.operation().service());
        StringWriter text = new StringWriter(512);
        try (JsonGenerator json = factory.createGenerator(text)) {
            json.writeStartObject();
            if (fields.contains(REQUEST)) {
                parameters(json, REQUEST, call.requestParameters(), () -> request(call, style));
            }
            if (fields.contains(RESPONSE)) {
                parameters(json, RESPONSE, call.responseElements(), () -> response(call, style));
            }
            if (fields.contains(RESOURCES)) {
                resources(json, call, style);
            }
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /** Writes the record as one object. */
    public void write(StoredCall call, JsonGenerator json) throws IOException {
        Sender sender = call.sender();
        RecordStyle style = RecordStyle.of(call.operation().service());
        String recipient = call.recipientAccountId();
        json.writeStartObject();
        json.writeStringField("eventVersion", EVENT_VERSION);
        json.writeFieldName("userIdentity");
        if (call.isServiceEvent()) {
            new IdentityWriter(json).writeOfServiceEvent(sender.caller());
        } else {
            boolean ownAccount = recipient.equals(sender.caller().accountId());
            json.writeRawValue(identities.json(sender.caller(), ownAccount));
        }
        json.writeStringField("eventTime", seconds.text(call.epochSecond()));
        json.writeStringField("eventSource", call.eventSource());
        json.writeStringField("eventName", call.eventName());
        json.writeStringField("awsRegion", RecordStyle.regionOf(call));
        json.writeStringField("sourceIPAddress", sender.sourceIpAddress());
        optional(json, "userAgent", userAgent(sender, style));
        optional(json, "errorCode", emptyAsNull(call.errorCode()));
        optional(json, "errorMessage", call.errorMessage());
        parameters(json, REQUEST, call.requestParameters(), () -> request(call, style));
        parameters(json, RESPONSE, call.responseElements(), () -> response(call, style));
        // S3's come in the order of a hash map, as in real records
        additional(json, style.httpForm() ? AwsOrder.of(call.additionalEventData()) : call.additionalEventData());
        optional(json, "requestID", emptyAsNull(call.requestId()));
        json.writeStringField("eventID", call.eventId());
        json.writeBooleanField("readOnly", call.readOnly());
        resources(json, call, style);
        json.writeStringField("eventType", RecordStyle.eventType(call));
        optional(json, "apiVersion", style.apiVersion());
        boolean management = call.category() == EventCategory.MANAGEMENT;
        json.writeBooleanField("managementEvent", management);
        json.writeStringField("recipientAccountId", recipient);
        optional(json, "sharedEventID", call.sharedEventId());
        serviceEventDetails(json, call);
        json.writeStringField("eventCategory", management ? "Management" : "Data");
        tls(json, sender);
        json.writeEndObject();
    }

    private static @Nullable String userAgent(Sender sender, RecordStyle style) {
        String userAgent = sender.userAgent();
        if (userAgent == null) {
            return sender.caller().invokedBy();
        }
        return style.httpForm() ? "[" + userAgent + "]" : userAgent;
    }

    /** Makes the contents of a section, as JSON in UTF-8; of no bytes when there is nothing to show. */
    @FunctionalInterface
    private interface Contents {
        byte[] make() throws IOException;
    }

    private static void parameters(JsonGenerator json, String name, StoredCall.Section section, Contents contents)
            throws IOException {
        json.writeFieldName(name);
        if (section.omittedSize() > 0) {
            tooLarge(json, name, section.omittedSize());
            return;
        }
        byte[] bytes = contents.make();
        if (bytes.length == 0) {
            json.writeNull();
        } else if (bytes.length > Limits.PARAMETERS) {
            tooLarge(json, name, bytes.length);
        } else {
            json.writeRawValue(new String(bytes, StandardCharsets.UTF_8));
        }
    }

    private byte[] request(StoredCall call, RecordStyle style) throws IOException {
        return style.httpForm()
                ? bytes(S3Parameters.request(call, style.hidden("")))
                : contents(call.requestParameters(), style);
    }

    private byte[] response(StoredCall call, RecordStyle style) throws IOException {
        if (call.isServiceEvent()) {
            return NOTHING;
        }
        return style.httpForm()
                ? bytes(S3Parameters.response(call, style.hidden("")))
                : contents(call.responseElements(), style);
    }

    private static byte[] bytes(Map<String, @Nullable Object> parameters) {
        return parameters.isEmpty() ? NOTHING : Json.write(parameters).getBytes(StandardCharsets.UTF_8);
    }

    private byte[] contents(StoredCall.Section section, RecordStyle style) throws IOException {
        if (section.isNull()) {
            return NOTHING;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
        try (JsonGenerator json = factory.createGenerator(bytes)) {
            section.writeTo(new JsonValues(json, style));
        }
        return bytes.toByteArray();
    }

    private static void serviceEventDetails(JsonGenerator json, StoredCall call) throws IOException {
        if (call.isServiceEvent() && !call.responseElements().isNull()) {
            json.writeFieldName("serviceEventDetails");
            Map<String, @Nullable Object> details = ParameterTree.of(call.responseElements());
            json.writeRawValue(Json.write(details.get(ServiceEventSchema.DETAILS)));
        }
    }

    private static @Nullable String emptyAsNull(@Nullable String text) {
        return text == null || text.isEmpty() ? null : text;
    }

    /**
     * What CloudTrail puts in the place of contents over 100 KB. The keys are known from tools that look for them, not from AWS's
     * documentation; the size is that of the JSON, or, far past the limit, of its values.
     */
    private static void tooLarge(JsonGenerator json, String name, long size) throws IOException {
        json.writeStartObject();
        json.writeStringField("reason", name + " too large");
        json.writeBooleanField("omitted", true);
        json.writeNumberField("originalSize", size);
        json.writeEndObject();
    }

    private static void additional(JsonGenerator json, Map<String, Object> data) throws IOException {
        if (data.isEmpty()) {
            return;
        }
        json.writeObjectFieldStart("additionalEventData");
        for (Map.Entry<String, Object> entry : data.entrySet()) {
            json.writeFieldName(entry.getKey());
            if (entry.getValue() instanceof Boolean flag) {
                json.writeBoolean(flag);
            } else if (entry.getValue() instanceof BigDecimal number) {
                json.writeNumber(number);
            } else {
                json.writeString((String) entry.getValue());
            }
        }
        json.writeEndObject();
    }

    private static void resources(JsonGenerator json, StoredCall call, RecordStyle style) throws IOException {
        List<AuditScope.Resource> resources = RecordedResources.of(call);
        if (resources.isEmpty() && !style.emptyResources()) {
            return;
        }
        json.writeArrayFieldStart(RESOURCES);
        String objects = style.httpForm() ? BucketObjects.arnPrefix(call) : null;
        if (objects != null) {
            json.writeStartObject();
            json.writeStringField("type", BucketObjects.OBJECT);
            json.writeStringField("ARNPrefix", objects);
            json.writeEndObject();
        }
        for (AuditScope.Resource resource : resources) {
            json.writeStartObject();
            optional(json, "accountId", accountOf(resource, call));
            if (!resource.type().isEmpty()) {
                json.writeStringField("type", resource.type());
            }
            if (!resource.arn().isEmpty()) {
                json.writeStringField("ARN", resource.arn());
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /**
     * The owner, who mostly stands in the ARN. Buckets have none there, and records name their owner, though not to a stranger who was
     * denied; objects stay without.
     */
    private static @Nullable String accountOf(AuditScope.Resource resource, StoredCall call) {
        if (!resource.accountId().isEmpty()) {
            return resource.accountId();
        }
        String account = accountIn(resource.arn());
        if (!account.isEmpty()) {
            return account;
        }
        if (!resource.type().equals("AWS::S3::Bucket")) {
            return null;
        }
        Caller caller = call.sender().caller();
        boolean stranger = RecordedResources.isDeniedByS3(call)
                && call.sharedEventId() != null
                && caller.type() != Caller.Type.ANONYMOUS
                && call.recipientAccountId().equals(caller.accountId());
        return stranger ? "" : call.recipientAccountId();
    }

    /** The fifth of an ARN's six parts, or empty. */
    private static String accountIn(String arn) {
        int start = 0;
        for (int part = 0; part < ARN_PARTS_BEFORE_ACCOUNT; part++) {
            start = arn.indexOf(':', start) + 1;
            if (start == 0) {
                return "";
            }
        }
        int end = arn.indexOf(':', start);
        return end < 0 ? "" : arn.substring(start, end);
    }

    private static void tls(JsonGenerator json, Sender sender) throws IOException {
        Origin.Tls tls = sender.tls();
        Caller caller = sender.caller();
        if (tls == null || caller.invokedBy() != null) {
            return;
        }
        json.writeObjectFieldStart("tlsDetails");
        json.writeStringField("tlsVersion", tls.version());
        json.writeStringField("cipherSuite", tls.cipherSuite());
        optional(json, "clientProvidedHostHeader", sender.host());
        json.writeEndObject();
    }

    private static void optional(JsonGenerator json, String name, @Nullable String value) throws IOException {
        if (value != null) {
            json.writeStringField(name, value);
        }
    }
}
