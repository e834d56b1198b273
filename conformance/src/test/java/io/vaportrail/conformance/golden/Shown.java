package io.vaportrail.conformance.golden;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Shows records so that those of two runs are equal: what chance decides has a name in angle brackets, with a number where the same
 * value comes more than once.
 */
final class Shown {
    /** Fields whose value chance decides, and which no other field repeats. */
    private static final Set<String> BY_CHANCE = Set.of(
            "requestID",
            "eventID",
            "x-amz-id-2",
            "sessionToken",
            "sequenceNumber",
            "receiptHandle",
            "nextSequenceToken",
            "taskHandle",
            "x-amz-copy-source-version-id",
            "x-amz-version-id");

    /** Ids of IAM, UUIDs, and the ids of uploads and versions. */
    private static final Pattern ID = Pattern.compile("\\b(A(?:IDA|ROA|KIA|SIA|GPA|NPA|IPA|CCA|SCA))[A-Z2-7]{16,17}\\b"
            + "|\\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\\b");

    private static final Pattern AGENT = Pattern.compile("aws-sdk-java/2[^]]*");

    private final String authority;
    private final Map<String, String> names = new HashMap<>();
    private final Map<String, Integer> counts = new HashMap<>();

    Shown(String authority) {
        this.authority = authority;
    }

    /** A page of records. */
    String page(List<JsonNode> records) {
        ArrayNode page = new ObjectMapper().createArrayNode();
        records.forEach(record -> page.add(shown("", record)));
        DefaultIndenter lines = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer =
                new DefaultPrettyPrinter().withObjectIndenter(lines).withArrayIndenter(lines);
        try {
            return new ObjectMapper().writer(printer).writeValueAsString(page) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private JsonNode shown(String field, JsonNode value) {
        if (value instanceof ObjectNode object) {
            ObjectNode copy = object.objectNode();
            object.properties().forEach(entry -> copy.set(entry.getKey(), shown(entry.getKey(), entry.getValue())));
            return copy;
        }
        if (value instanceof ArrayNode array) {
            ArrayNode copy = array.arrayNode();
            array.forEach(element -> copy.add(shown(field, element)));
            return copy;
        }
        if (field.equals("bytesTransferredOut")) {
            // follows from wording that records do not show
            return TextNode.valueOf("<" + field + ">");
        }
        return value.isTextual() ? TextNode.valueOf(text(field, value.textValue())) : value;
    }

    private String text(String field, String value) {
        if (BY_CHANCE.contains(field)) {
            return "<" + field + ">";
        }
        if (field.equals("uploadId")) {
            return named("uploadId", value);
        }
        if (field.equals("userAgent")) {
            return AGENT.matcher(value).replaceAll("aws-sdk-java/2");
        }
        String there = value.replace(authority, "localhost:4566");
        return ID.matcher(there).replaceAll(this::id);
    }

    private String id(MatchResult found) {
        String kind = found.group(1);
        return named(kind == null ? "uuid" : kind, found.group());
    }

    private String named(String kind, String value) {
        return names.computeIfAbsent(value, unseen -> "<" + kind + " " + counts.merge(kind, 1, Integer::sum) + ">");
    }
}
