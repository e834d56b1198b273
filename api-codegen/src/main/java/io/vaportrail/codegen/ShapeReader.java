package io.vaportrail.codegen;

import static io.vaportrail.codegen.ApiReader.text;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the shapes of a model. */
final class ShapeReader {
    private static final Set<String> REDACTIONS = Set.of("NONE", "HIDE", "OMIT", "HIDE_URL_PASSWORD");

    private final Api.Metadata metadata;
    private final JsonNode shapes;
    private final String messageMember;

    ShapeReader(Api.Metadata metadata, JsonNode shapes, @Nullable String messageMember) {
        this.metadata = metadata;
        this.shapes = shapes;
        this.messageMember = messageMember == null ? "message" : messageMember;
    }

    Api.Shape read(String name, JsonNode facts) {
        String type = facts.path("type").asText();
        boolean union =
                facts.path("union").asBoolean() || facts.path("eventstream").asBoolean();
        List<Api.Member> members =
                switch (type) {
                    case "structure" -> readMembers(name, facts);
                    case "list" -> List.of(readMember("member", facts.path("member"), Set.of(), null));
                    case "map" ->
                        List.of(
                                readMember("key", facts.path("key"), Set.of(), null),
                                readMember("value", facts.path("value"), Set.of(), null));
                    default -> List.of();
                };
        return new Api.Shape(
                name,
                union ? "UNION" : facts.has("enum") ? "ENUM" : type.toUpperCase(Locale.ROOT),
                facts.path("sensitive").asBoolean(),
                timestampFormat(facts),
                readDemands(type, facts),
                members,
                facts.path("exception").asBoolean() ? readError(name, facts) : null,
                type.equals("structure") ? text(facts, "locationName") : null,
                namespace(facts.path("xmlNamespace")),
                facts.path("eventstream").asBoolean());
    }

    private List<Api.Member> readMembers(String name, JsonNode facts) {
        Set<String> required = new HashSet<>();
        facts.path("required").forEach(member -> required.add(member.asText()));
        String payload = text(facts, "payload");
        List<Api.Member> members = new ArrayList<>();
        for (Map.Entry<String, JsonNode> entry : facts.path("members").properties()) {
            members.add(readMember(entry.getKey(), entry.getValue(), required, payload));
        }
        if (facts.path("exception").asBoolean() && !hasMessage(members)) {
            members.add(missingMessage());
        }
        return members;
    }

    private static boolean hasMessage(List<Api.Member> members) {
        return members.stream().anyMatch(member -> member.name().equalsIgnoreCase("message"));
    }

    /** The models leave out the message of many errors, but every AWS error has one on the wire. */
    private Api.Member missingMessage() {
        return new Api.Member(
                messageMember,
                Api.PLAIN_STRING,
                false,
                null,
                null,
                null,
                null,
                false,
                false,
                null,
                null,
                false,
                false,
                false,
                false,
                false,
                null,
                null);
    }

    private Api.Member readMember(String name, JsonNode facts, Set<String> required, @Nullable String payload) {
        JsonNode target = shapes.path(facts.path("shape").asText());
        String stated = text(facts, "locationName");
        String location = location(facts.path("location").asText(), name.equals(payload));
        boolean inBody = location == null || location.equals("PAYLOAD");
        boolean json = metadata.protocols().contains("REST_JSON_1");
        boolean flattened =
                facts.path("flattened").asBoolean() || target.path("flattened").asBoolean();
        boolean eventStream = target.path("eventstream").asBoolean();
        Api.Namespace namespace = namespace(facts.path("xmlNamespace"));
        return new Api.Member(
                name,
                facts.path("shape").asText(),
                required.contains(name),
                location,
                location == null ? null : stated == null ? name : stated,
                inBody && json ? stated : null,
                inBody && !json ? stated : null,
                facts.path("xmlAttribute").asBoolean(),
                flattened,
                namespace == null ? namespace(target.path("xmlNamespace")) : namespace,
                timestampFormat(facts),
                facts.path("idempotencyToken").asBoolean(),
                facts.path("hostLabel").asBoolean(),
                facts.path("streaming").asBoolean() || target.path("streaming").asBoolean() || eventStream,
                facts.path("eventpayload").asBoolean(),
                facts.path("eventheader").asBoolean(),
                redaction(name, facts, target),
                text(facts, "auditName"));
    }

    /** What the model calls sensitive never reaches a record, unless an overlay says how AWS treats it. */
    private @Nullable String redaction(String name, JsonNode facts, JsonNode target) {
        String stated = text(facts, "redaction");
        if (stated == null) {
            return target.path("sensitive").asBoolean() ? "OMIT" : null;
        }
        if (!REDACTIONS.contains(stated)) {
            throw new ModelException(
                    metadata.id() + "." + name + ", redaction: " + stated + " (expected: one of " + REDACTIONS + ")");
        }
        return stated.equals("NONE") ? null : stated;
    }

    private @Nullable String location(String name, boolean payload) {
        return switch (name) {
            case "" -> payload ? "PAYLOAD" : null;
            case "header" -> "HEADER";
            case "headers" -> "PREFIX_HEADERS";
            case "uri" -> "LABEL";
            case "querystring" -> "QUERY";
            case "statusCode" -> "STATUS_CODE";
            default -> throw new ModelException(metadata.id() + ", location: " + name + " (expected: a known one)");
        };
    }

    private Api.ErrorFacts readError(String name, JsonNode facts) {
        JsonNode error = facts.path("error");
        boolean fault = facts.path("fault").asBoolean();
        int status = error.path("httpStatusCode").asInt(fault ? 500 : 400);
        boolean senderFault = error.path("senderFault").asBoolean(!fault && status < 500);
        String code = error.path("code").asText(name);
        if (!metadata.queryCompatible()) {
            return new Api.ErrorFacts(code, status, senderFault, null, null);
        }
        // the JSON and CBOR forms name the shape; the code is what the query form had
        return code.equals(name)
                ? new Api.ErrorFacts(name, status, senderFault, null, null)
                : new Api.ErrorFacts(name, status, senderFault, code, status);
    }

    private static Api.Demands readDemands(String type, JsonNode facts) {
        List<String> values = new ArrayList<>();
        facts.path("enum").forEach(value -> values.add(value.asText()));
        String min = text(facts, "min");
        String max = text(facts, "max");
        String pattern = text(facts, "pattern");
        return switch (type) {
            case "string", "blob", "list", "map" ->
                new Api.Demands("0".equals(min) ? null : min, max, null, null, pattern, values);
            default -> new Api.Demands(null, null, min, max, null, values);
        };
    }

    private @Nullable String timestampFormat(JsonNode facts) {
        String format = text(facts, "timestampFormat");
        if (format == null) {
            return null;
        }
        return switch (format) {
            case "iso8601" -> "DATE_TIME";
            case "unixTimestamp" -> "EPOCH_SECONDS";
            case "rfc822" -> "HTTP_DATE";
            default ->
                throw new ModelException(metadata.id() + ", timestampFormat: " + format + " (expected: a known one)");
        };
    }

    static Api.@Nullable Namespace namespace(JsonNode facts) {
        if (facts.isTextual()) {
            return new Api.Namespace(facts.asText(), null);
        }
        String uri = text(facts, "uri");
        return uri == null ? null : new Api.Namespace(uri, text(facts, "prefix"));
    }
}
