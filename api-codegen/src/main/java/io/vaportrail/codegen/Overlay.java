package io.vaportrail.codegen;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Set;

/**
 * Lays an overlay over a model: both have the same form, and a key of the overlay replaces the model's. Shapes, members and
 * operations must exist in the model, and only known keys are taken, so that a misspelled fact is never lost.
 */
final class Overlay {
    private static final Set<String> METADATA = Set.of(
            "signingName",
            "eventSource",
            "onlyRegion",
            "unsigned",
            "javaName",
            "protocols",
            "shapeName",
            "xmlNamespace",
            "errorMessageMember");
    private static final Set<String> OPERATION =
            Set.of("eventName", "category", "readOnly", "unsigned", "access", "resources", "why");
    private static final Set<String> SHAPE =
            Set.of("members", "member", "key", "value", "error", "locationName", "enum", "why");
    private static final Set<String> MEMBER = Set.of("shape", "locationName", "redaction", "auditName", "why");

    private final String id;
    private final ObjectNode model;

    private Overlay(String id, ObjectNode model) {
        this.id = id;
        this.model = model;
    }

    /** Changes the model as the overlay says. */
    static void apply(String id, ObjectNode model, JsonNode overlay) {
        new Overlay(id, model).apply(overlay);
    }

    private void apply(JsonNode overlay) {
        allowOnly("overlay", overlay, Set.of("why", "metadata", "arns", "operations", "shapes"));
        merge("metadata", object(model, "metadata", "metadata"), overlay.path("metadata"), METADATA);
        if (overlay.has("arns")) {
            model.set("arns", overlay.get("arns"));
        }
        ObjectNode operations = object(model, "operations", "operations");
        for (Map.Entry<String, JsonNode> entry : overlay.path("operations").properties()) {
            String where = "operations." + entry.getKey();
            merge(where, object(operations, entry.getKey(), where), entry.getValue(), OPERATION);
        }
        ObjectNode shapes = object(model, "shapes", "shapes");
        for (Map.Entry<String, JsonNode> entry : overlay.path("shapes").properties()) {
            String where = "shapes." + entry.getKey();
            applyShape(where, object(shapes, entry.getKey(), where), entry.getValue());
        }
    }

    private void applyShape(String where, ObjectNode shape, JsonNode overlay) {
        allowOnly(where, overlay, SHAPE);
        for (Map.Entry<String, JsonNode> entry : overlay.properties()) {
            String key = entry.getKey();
            JsonNode facts = entry.getValue();
            switch (key) {
                case "members" -> {
                    ObjectNode members = object(shape, "members", where);
                    for (Map.Entry<String, JsonNode> member : facts.properties()) {
                        String place = where + "." + member.getKey();
                        merge(place, object(members, member.getKey(), place), member.getValue(), MEMBER);
                    }
                }
                case "member", "key", "value" -> merge(where + "." + key, object(shape, key, where), facts, MEMBER);
                default -> shape.set(key, facts);
            }
        }
    }

    private void merge(String where, ObjectNode target, JsonNode facts, Set<String> known) {
        allowOnly(where, facts, known);
        facts.properties().forEach(fact -> target.set(fact.getKey(), fact.getValue()));
    }

    private void allowOnly(String where, JsonNode facts, Set<String> known) {
        for (Map.Entry<String, JsonNode> fact : facts.properties()) {
            if (!known.contains(fact.getKey())) {
                throw new ModelException(
                        "overlay " + id + ", " + where + ": " + fact.getKey() + " (expected: one of " + known + ")");
            }
        }
    }

    private ObjectNode object(ObjectNode parent, String key, String where) {
        if (parent.get(key) instanceof ObjectNode node) {
            return node;
        }
        throw new ModelException("overlay " + id + ", " + where + ": " + key + " (expected: a name of the model)");
    }
}
