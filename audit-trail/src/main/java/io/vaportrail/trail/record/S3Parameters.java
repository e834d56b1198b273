package io.vaportrail.trail.record;

import io.vaportrail.core.json.Json;
import io.vaportrail.schema.EventCategory;
import io.vaportrail.schema.ListSchema;
import io.vaportrail.schema.Location;
import io.vaportrail.schema.Member;
import io.vaportrail.schema.OperationSchema;
import io.vaportrail.schema.Schema;
import io.vaportrail.schema.ShapeType;
import io.vaportrail.schema.StructSchema;
import io.vaportrail.trail.store.StoredCall;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Request parameters and response elements of S3. Unlike those of other services they show the request as it was sent: the XML body
 * as JSON, the bucket as {@code bucketName}, the Host header, the names of the query string (subresources with an empty value; of a
 * signature all but credential and signature), and the {@code x-amz-} headers. Of an answer only such headers are shown, and only
 * of data events.
 *
 * <p>Bodies of data events are left out, as records of multipart uploads show none; checksums, metadata and whatever the model calls
 * sensitive are as well. The keys of real records come in the order of a {@link HashMap}, made of what it holds, and within the
 * body of one that grew, and so do these; where two fall together, the body comes before the query string, the Host and the headers.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/cloudtrail-logging-understanding-s3-entries.html">S3's
 *     CloudTrail records</a>
 */
final class S3Parameters {
    private static final String NAMESPACE = "http://s3.amazonaws.com/doc/2006-03-01/";
    private static final String HEADERS = "x-amz-";

    /** Of the signature in a query string, what records show. */
    private static final List<String> SIGNING =
            List.of("X-Amz-Date", "X-Amz-Algorithm", "X-Amz-SignedHeaders", "X-Amz-Expires");

    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.US)
            .withZone(ZoneOffset.UTC);

    private final OperationSchema<?, ?> operation;
    private final String hidden;
    private final Map<String, @Nullable Object> found = new LinkedHashMap<>();

    private S3Parameters(OperationSchema<?, ?> operation, String hidden) {
        this.operation = operation;
        this.hidden = hidden;
    }

    /** The request parameters; empty when there are none to show. */
    static Map<String, @Nullable Object> request(StoredCall call, String hidden) throws IOException {
        S3Parameters parameters = new S3Parameters(call.operation(), hidden);
        parameters.request(ParameterTree.of(call.requestParameters()), call);
        return AwsOrder.of(parameters.found);
    }

    /** The response elements; empty when there are none to show. */
    static Map<String, @Nullable Object> response(StoredCall call, String hidden) throws IOException {
        S3Parameters parameters = new S3Parameters(call.operation(), hidden);
        if (call.category() == EventCategory.DATA) {
            parameters.headers(call.operation().output(), ParameterTree.of(call.responseElements()));
        }
        return AwsOrder.of(parameters.found);
    }

    private void request(Map<String, @Nullable Object> tree, StoredCall call) {
        StructSchema<?> input = operation.input();
        if (call.category() == EventCategory.MANAGEMENT) {
            body(input, tree);
        }
        fixedQuery();
        for (String signing : SIGNING) {
            Object value = tree.get(signing);
            if (value != null) {
                found.put(signing, value);
            }
        }
        for (Member member : input.members()) {
            Object value = tree.get(member.name());
            if (value != null && member.location() == Location.QUERY) {
                found.put(member.locationName(), text(member.target(), value));
            }
        }
        Object bucket = tree.get("Bucket");
        if (bucket != null) {
            found.put("bucketName", bucket);
        }
        if (call.sender().host() != null) {
            found.put("Host", call.sender().host());
        }
        Object key = tree.get("Key");
        if (key != null) {
            found.put("key", key);
        }
        headers(input, tree);
    }

    private void body(StructSchema<?> input, Map<String, @Nullable Object> tree) {
        Member payload = input.payloadMember();
        Object value = payload == null ? null : tree.get(payload.name());
        if (payload == null || value == null) {
            return;
        }
        if (payload.target() instanceof StructSchema<?> struct) {
            Map<String, @Nullable Object> element = new HashMap<>();
            element.put("xmlns", NAMESPACE);
            element.putAll(element(struct, value));
            found.put(payload.hasXmlName() ? payload.xmlName() : struct.xmlRootName(), element);
        } else if (payload.name().equals("Policy") && value instanceof String text) {
            found.put("bucketPolicy", document(text));
        }
    }

    /** A policy is shown as the object that it is; one that is none was refused, and is shown as it came. */
    private static Object document(String text) {
        Map<String, @Nullable Object> policy = Json.readObject(text);
        return policy == null ? text : policy;
    }

    /** The names in the query string that make the operation what it is. */
    private void fixedQuery() {
        String uri = operation.http().uri();
        int query = uri.indexOf('?');
        if (query >= 0) {
            for (String parameter : uri.substring(query + 1).split("&")) {
                int equals = parameter.indexOf('=');
                found.put(
                        equals < 0 ? parameter : parameter.substring(0, equals),
                        equals < 0 ? "" : parameter.substring(equals + 1));
            }
        }
    }

    private void headers(StructSchema<?> schema, Map<String, @Nullable Object> tree) {
        for (Member member : schema.members()) {
            Object value = tree.get(member.name());
            if (value != null && member.location() == Location.HEADER) {
                String header = member.locationName().toLowerCase(Locale.ROOT);
                if (header.startsWith(HEADERS) && !header.contains("checksum")) {
                    found.put(header, text(member.target(), value));
                }
            }
        }
    }

    private Object text(Schema schema, Object value) {
        if (value == ParameterTree.HIDDEN) {
            return hidden;
        }
        if (value instanceof List<?> list) {
            List<String> texts = new ArrayList<>();
            list.forEach(each -> texts.add(String.valueOf(each)));
            return String.join(",", texts);
        }
        boolean time = schema.type() == ShapeType.TIMESTAMP;
        return time ? HTTP_DATE.format(Instant.ofEpochSecond((Long) value)) : String.valueOf(value);
    }

    /** An element as an object: what comes once is its value, what is repeated a list. */
    private Map<String, @Nullable Object> element(StructSchema<?> schema, Object value) {
        Map<String, @Nullable Object> element = new HashMap<>();
        Map<?, ?> values = value instanceof Map<?, ?> map ? map : Map.of();
        for (Member member : schema.members()) {
            Object inner = values.get(member.name());
            if (inner == null) {
                continue;
            }
            if (member.target() instanceof ListSchema list && inner instanceof List<?> elements) {
                Object repeated = repeated(list, elements);
                String name = list.element().hasXmlName() ? list.element().xmlName() : "member";
                element.put(member.xmlName(), member.flattened() ? repeated : Map.of(name, repeated));
            } else {
                element.put(member.xmlName(), value(member.target(), inner));
            }
        }
        return element;
    }

    private Object repeated(ListSchema list, List<?> elements) {
        List<Object> values = new ArrayList<>(elements.size());
        for (Object each : elements) {
            if (each != null) {
                values.add(value(list.element().target(), each));
            }
        }
        return values.size() == 1 ? values.get(0) : values;
    }

    private Object value(Schema schema, Object value) {
        if (value == ParameterTree.HIDDEN) {
            return hidden;
        }
        if (schema instanceof StructSchema<?> struct) {
            return element(struct, value);
        }
        boolean time = schema.type() == ShapeType.TIMESTAMP;
        return time ? Instant.ofEpochSecond((Long) value).toString() : value;
    }
}
