package io.vaportrail.conformance.smithy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Compares bodies by what they mean in their media type. */
final class Bodies {
    private static final ObjectMapper JSON = new ObjectMapper();
    static final String CBOR = "application/cbor";

    private Bodies() {}

    /** The bytes of a body as a case states it: binary formats stand there in base64. */
    static byte[] bytes(String stated, String mediaType) {
        return mediaType.equals(CBOR) ? Base64.getDecoder().decode(stated) : stated.getBytes(StandardCharsets.UTF_8);
    }

    static void assertSame(byte[] actual, String stated, String mediaType) {
        String text = new String(actual, StandardCharsets.UTF_8);
        if (stated.isEmpty()) {
            assertThat(text).as("body").isEmpty();
            return;
        }
        switch (mediaType) {
            case "application/json" -> assertThat(json(text)).as("body").isEqualTo(json(stated));
            case "application/xml" -> assertSameXml(XmlTree.of(text), XmlTree.of(stated));
            case "application/x-www-form-urlencoded" ->
                assertThat(parameters(text)).as("body").isEqualTo(parameters(stated));
            case CBOR -> assertThat(cbor(actual)).as("body").isEqualTo(cbor(bytes(stated, mediaType)));
            default -> assertThat(text).as("body").isEqualTo(stated);
        }
    }

    /** Cases of awsQuery leave out what AWS adds: the metadata of answers, and the namespace of errors. */
    private static void assertSameXml(XmlTree actual, XmlTree stated) {
        XmlTree compared = actual;
        if (!stated.hasChild("ResponseMetadata")) {
            compared = compared.withoutChild("ResponseMetadata");
        }
        if (stated.name().equals("ErrorResponse") && stated.attributes().isEmpty()) {
            compared = compared.withoutAttributes();
        }
        assertThat(compared).as("body").isEqualTo(stated);
    }

    static JsonNode json(String text) {
        try {
            JsonNode tree = JSON.readTree(text);
            if (tree instanceof ObjectNode object && object.hasNonNull("__type")) {
                object.put("__type", withoutNamespace(object.get("__type").textValue()));
            }
            return tree;
        } catch (IOException e) {
            throw new UncheckedIOException(text, e);
        }
    }

    private static Object cbor(byte[] bytes) {
        @SuppressWarnings("unchecked")
        Map<String, Object> tree = (Map<String, Object>) CborTree.of(bytes);
        assertThat(tree).as("CBOR body").isNotNull();
        tree.computeIfPresent("__type", (key, type) -> withoutNamespace((String) type));
        return tree;
    }

    /** The suite's shapes live in a namespace of their own; clients look at what follows it. */
    private static String withoutNamespace(String shapeId) {
        return shapeId.substring(shapeId.indexOf('#') + 1);
    }

    private static List<String> parameters(String form) {
        return Stream.of(form.split("&", -1)).map(String::strip).sorted().toList();
    }

    static String describe(byte[] body) {
        return new String(body, StandardCharsets.UTF_8) + " " + HexFormat.of().formatHex(body);
    }
}
