package io.vaportrail.conformance.facts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vaportrail.model.Services;
import io.vaportrail.schema.OperationSchema;
import io.vaportrail.schema.ServiceSchema;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What was seen in real records, without their values.
 *
 * @param source for example {@code sqs}, before {@code .amazonaws.com}
 * @param event the event's name
 * @param facts how often each key, type and flag was seen
 */
public record Observed(String source, String event, JsonNode facts) {

    /** All that was seen. */
    public static List<Observed> all() {
        List<Observed> all = new ArrayList<>();
        try (InputStream in = Observed.class.getResourceAsStream("/facts/cloudtrail-observed.json")) {
            for (Map.Entry<String, JsonNode> source :
                    new ObjectMapper().readTree(in).properties()) {
                for (Map.Entry<String, JsonNode> event : source.getValue().properties()) {
                    all.add(new Observed(source.getKey(), event.getKey(), event.getValue()));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }

    /** The operations that CloudTrail records so; S3 has older and newer ones of one name. */
    List<OperationSchema<?, ?>> operations() {
        List<OperationSchema<?, ?>> found = new ArrayList<>();
        for (String id : Services.ids()) {
            ServiceSchema service = Services.byId(id);
            if (service.identification().eventSource().equals(source + ".amazonaws.com")) {
                for (OperationSchema<?, ?> operation : service.operations()) {
                    if (operation.audit().eventName().equals(event)) {
                        found.add(operation);
                    }
                }
            }
        }
        return found;
    }

    boolean readOnly() {
        return facts.path("readOnly").has("True");
    }

    /** How many there were. */
    public int records() {
        return facts.path("records").asInt();
    }

    /** The types of resources, empty for entries without one. */
    public Set<String> resourceTypes() {
        Set<String> types = new TreeSet<>();
        facts.path("resourceTypes").fieldNames().forEachRemaining(type -> types.add(type.equals("None") ? "" : type));
        return types;
    }

    /** The keys in requestParameters, responseElements or additionalEventData, inner ones joined to the outer by dots. */
    public Set<String> keys(String field) {
        Set<String> keys = new TreeSet<>();
        facts.path(field).path("keys").fieldNames().forEachRemaining(keys::add);
        return keys;
    }

    /** Those of the keys that every record had which has the field at all. */
    public Set<String> always(String field) {
        JsonNode of = facts.path(field);
        Set<String> keys = new TreeSet<>();
        of.path("keys").properties().forEach(key -> {
            if (key.getValue().equals(of.get("present"))) {
                keys.add(key.getKey());
            }
        });
        return keys;
    }

    /** The top-level fields. */
    public Set<String> fields() {
        Set<String> fields = new TreeSet<>();
        facts.path("topLevel").fieldNames().forEachRemaining(fields::add);
        return fields;
    }

    @Override
    public String toString() {
        return source + ":" + event;
    }
}
