package io.vaportrail.codegen;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a model (AWS's API description, with its overlay laid over it) into an {@link Api}. */
final class ApiReader {
    /** What an overlay must say of every operation: what it leaves out would be guessed. */
    private static final List<String> CLASSIFICATION = List.of("category", "readOnly", "access", "resources");

    private static final Set<String> CATEGORIES = Set.of("MANAGEMENT", "DATA", "NONE");

    private final String id;
    private final JsonNode model;
    private final Api.Metadata metadata;
    private final ShapeReader shapeReader;
    private final AccessReader accessReader;

    private ApiReader(String id, JsonNode model) {
        this.id = id;
        this.model = model;
        this.metadata = readMetadata();
        this.shapeReader =
                new ShapeReader(metadata, model.path("shapes"), text(model.path("metadata"), "errorMessageMember"));
        this.accessReader = new AccessReader(id, model);
    }

    static Api read(String id, JsonNode model) {
        return new ApiReader(id, model).read();
    }

    private Api read() {
        Map<String, Api.Shape> shapes = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> entry : model.path("shapes").properties()) {
            shapes.put(entry.getKey(), shapeReader.read(entry.getKey(), entry.getValue()));
        }
        List<Api.Operation> operations = new ArrayList<>();
        for (Map.Entry<String, JsonNode> entry : model.path("operations").properties()) {
            operations.add(readOperation(entry.getKey(), entry.getValue()));
        }
        for (Api.Operation operation : operations) {
            applyInputNamespace(shapes, operation);
        }
        Api api = new Api(metadata, shapes, operations);
        shapes.values().forEach(shape -> refuseCircle(api, shape));
        return api;
    }

    /** Lists and maps are stated where they are used, which has an end only if there is a structure in every circle. */
    private static void refuseCircle(Api api, Api.Shape start) {
        Set<String> seen = new HashSet<>();
        Api.Shape shape = start;
        while (shape.type().equals("LIST") || shape.type().equals("MAP")) {
            if (!seen.add(shape.name())) {
                throw new ModelException(start.name() + ": contains itself (expected: a structure in every circle)");
            }
            shape = api.shape(shape.last().shape());
        }
    }

    private Api.Metadata readMetadata() {
        JsonNode facts = model.path("metadata");
        String endpointPrefix = required(facts, "endpointPrefix");
        String signingName = facts.path("signingName").asText(endpointPrefix);
        List<String> protocols = new ArrayList<>();
        for (JsonNode protocol : facts.path("protocols")) {
            protocols.add(protocol(protocol.asText(), facts.path("jsonVersion").asText()));
        }
        return new Api.Metadata(
                id,
                facts.path("javaName").asText(Character.toUpperCase(id.charAt(0)) + id.substring(1)),
                required(facts, "serviceId"),
                endpointPrefix,
                signingName,
                facts.path("eventSource").asText(signingName + ".amazonaws.com"),
                required(facts, "apiVersion"),
                text(facts, "targetPrefix"),
                text(facts, "shapeName"),
                text(facts, "xmlNamespace"),
                text(facts, "globalEndpoint"),
                text(facts, "onlyRegion"),
                facts.has("awsQueryCompatible"),
                protocols);
    }

    private String protocol(String name, String jsonVersion) {
        return switch (name) {
            case "json" ->
                switch (jsonVersion) {
                    case "1.0" -> "AWS_JSON_1_0";
                    case "1.1" -> "AWS_JSON_1_1";
                    default ->
                        throw new ModelException(id + ", jsonVersion: " + jsonVersion + " (expected: 1.0 or 1.1)");
                };
            case "query" -> "AWS_QUERY";
            case "rest-json" -> "REST_JSON_1";
            case "rest-xml" -> "REST_XML";
            case "smithy-rpc-v2-cbor" -> "RPC_V2_CBOR";
            default -> throw new ModelException(id + ", protocol: " + name + " (expected: a known one)");
        };
    }

    private Api.Operation readOperation(String name, JsonNode facts) {
        JsonNode http = facts.path("http");
        List<String> errors = new ArrayList<>();
        facts.path("errors").forEach(error -> errors.add(required(error, "shape")));
        return new Api.Operation(
                name,
                text(facts.path("input"), "shape"),
                text(facts.path("output"), "shape"),
                text(facts.path("input"), "locationName"),
                text(facts.path("output"), "resultWrapper"),
                new Api.Http(
                        required(http, "method"),
                        required(http, "requestUri"),
                        http.path("responseCode").asInt(200)),
                text(facts.path("endpoint"), "hostPrefix"),
                facts.path("authtype").asText().equals("none")
                        || facts.path("unsigned")
                                .asBoolean(
                                        model.path("metadata").path("unsigned").asBoolean()),
                errors,
                readAudit(name, facts),
                accessReader.accesses(name, facts),
                accessReader.recordedResources(name, facts));
    }

    private Api.Audit readAudit(String name, JsonNode facts) {
        for (String key : CLASSIFICATION) {
            if (!facts.has(key)) {
                throw new ModelException(id + "." + name + ", " + key + ": missing (expected: in the overlay)");
            }
        }
        String category = facts.path("category").asText();
        if (!CATEGORIES.contains(category)) {
            throw new ModelException(
                    id + "." + name + ", category: " + category + " (expected: one of " + CATEGORIES + ")");
        }
        return new Api.Audit(
                facts.path("eventName").asText(name),
                category,
                facts.path("readOnly").asBoolean());
    }

    /** The namespace that the model states for one operation's input element belongs to the input's shape here. */
    private void applyInputNamespace(Map<String, Api.Shape> shapes, Api.Operation operation) {
        Api.Namespace namespace = ShapeReader.namespace(
                model.path("operations").path(operation.name()).path("input").path("xmlNamespace"));
        if (namespace != null && operation.input() != null) {
            shapes.computeIfPresent(
                    operation.input(),
                    (name, shape) -> new Api.Shape(
                            name,
                            shape.type(),
                            shape.sensitive(),
                            shape.timestampFormat(),
                            shape.demands(),
                            shape.members(),
                            shape.error(),
                            shape.xmlRootName(),
                            namespace,
                            shape.eventStream()));
        }
    }

    private String required(JsonNode facts, String key) {
        String value = text(facts, key);
        if (value == null) {
            throw new ModelException(id + ", " + key + ": missing (expected: a text)");
        }
        return value;
    }

    static @Nullable String text(JsonNode facts, String key) {
        JsonNode value = facts.get(key);
        return value == null ? null : value.asText();
    }
}
