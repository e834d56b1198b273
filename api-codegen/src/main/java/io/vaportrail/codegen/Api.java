package io.vaportrail.codegen;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One service's model, read and joined with its overlay. */
record Api(Metadata metadata, Map<String, Shape> shapes, List<Operation> operations) {

    /** The name of a shape that no model has: a string of which nothing is demanded. */
    static final String PLAIN_STRING = "";

    private static final Shape PLAIN =
            new Shape(PLAIN_STRING, "STRING", false, null, Demands.NONE, List.of(), null, null, null, false);

    /** The shape of this name, which must exist. */
    Shape shape(String name) {
        if (name.equals(PLAIN_STRING)) {
            return PLAIN;
        }
        Shape shape = shapes.get(name);
        if (shape == null) {
            throw new ModelException("shape: " + name + " (expected: one that " + metadata.id() + " defines)");
        }
        return shape;
    }

    /** What names the service; {@code protocols} are constants of {@code WireProtocol}. */
    record Metadata(
            String id,
            String javaName,
            String sdkId,
            String endpointPrefix,
            String signingName,
            String eventSource,
            String apiVersion,
            @Nullable String targetPrefix,
            @Nullable String shapeName,
            @Nullable String xmlNamespace,
            @Nullable String globalEndpoint,
            @Nullable String onlyRegion,
            boolean queryCompatible,
            List<String> protocols) {

        String packageName() {
            return "io.vaportrail.model." + id;
        }

        boolean speaksQuery() {
            return protocols.contains("AWS_QUERY");
        }

        boolean isRest() {
            return protocols.contains("REST_JSON_1") || protocols.contains("REST_XML");
        }
    }

    /** An operation; {@code input} and {@code output} are shape names. */
    record Operation(
            String name,
            @Nullable String input,
            @Nullable String output,
            @Nullable String inputXmlRootName,
            @Nullable String resultWrapper,
            Http http,
            @Nullable String hostPrefix,
            boolean unsigned,
            List<String> errors,
            Audit audit,
            List<Access> accesses,
            List<Resource> recordedResources) {}

    /** The HTTP binding of an operation. */
    record Http(String method, String uri, int code) {}

    /** How CloudTrail sees an operation; {@code category} is a constant of {@code EventCategory}. */
    record Audit(String eventName, String category, boolean readOnly) {}

    /** A permission that a call needs. */
    record Access(String action, String condition, List<Resource> resources) {}

    /** A resource: its type in CloudTrail, its ARN with variables, and the members that fill them. */
    record Resource(String type, String arn, List<String> members) {}

    /** A shape; {@code type} is a constant of {@code ShapeType}. */
    record Shape(
            String name,
            String type,
            boolean sensitive,
            @Nullable String timestampFormat,
            Demands demands,
            List<Member> members,
            @Nullable ErrorFacts error,
            @Nullable String xmlRootName,
            @Nullable Namespace xmlNamespace,
            boolean eventStream) {

        boolean isStruct() {
            return type.equals("STRUCTURE") || type.equals("UNION");
        }

        /** The element of a list, or the value of a map. */
        Member last() {
            return members.get(members.size() - 1);
        }
    }

    /** What a shape demands of its values; numbers are as the model writes them. */
    record Demands(
            @Nullable String minLength,
            @Nullable String maxLength,
            @Nullable String min,
            @Nullable String max,
            @Nullable String pattern,
            List<String> enumValues) {

        static final Demands NONE = new Demands(null, null, null, null, null, List.of());

        boolean isNone() {
            return equals(NONE);
        }
    }

    /** A member, element, key or value; {@code location} and {@code redaction} are constants of the schema's enums. */
    record Member(
            String name,
            String shape,
            boolean required,
            @Nullable String location,
            @Nullable String locationName,
            @Nullable String jsonName,
            @Nullable String xmlName,
            boolean xmlAttribute,
            boolean flattened,
            @Nullable Namespace xmlNamespace,
            @Nullable String timestampFormat,
            boolean idempotencyToken,
            boolean hostLabel,
            boolean streaming,
            boolean eventPayload,
            boolean eventHeader,
            @Nullable String redaction,
            @Nullable String auditName) {}

    /** An XML namespace declaration. */
    record Namespace(String uri, @Nullable String prefix) {}

    /** What makes a structure an error. */
    record ErrorFacts(
            String code,
            int httpStatus,
            boolean senderFault,
            @Nullable String queryCode,
            @Nullable Integer queryStatus) {}
}
