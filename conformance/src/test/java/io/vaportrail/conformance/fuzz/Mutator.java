package io.vaportrail.conformance.fuzz;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Spoils valid requests; the same seed spoils alike. */
final class Mutator {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String[] VALUES = {
        "null",
        "true",
        "-1",
        "0",
        "1e308",
        "-0.5",
        "99999999999999999999",
        "\"\"",
        "\"-1\"",
        "\"\\u0000\"",
        "\"\\ud800\"",
        "\"\\uffff é 漢 \\ud83d\\ude80\"",
        "[]",
        "{}",
        "[[[[]]]]",
        "{\"a\":{\"b\":[1,null]}}",
        "[null]",
        "\"All\"",
        "\"2147483648\"",
        "\"1e5\"",
        "\" 5 \"",
        "\"arn:aws:sqs:::\"",
        "\"http://\"",
        "\"../../x\"",
        "\"%00%zz\""
    };
    private static final String[] NAMES = {
        "",
        "QueueUrl",
        "__type",
        "Attribute.0.Name",
        "Attribute.-1.Name",
        "Attribute.999999999999.Name",
        "Attribute.1",
        "Attribute.",
        ".",
        "Attribute.2147483647.Name",
        "MessageAttribute.1.Value.StringListValue.1",
        "a.b.c.d.e.f",
        "Action",
        "é",
        "x%00"
    };
    private static final int LONG = 70_000;
    private static final int DEEP = 3_000;

    private final Random random;

    Mutator(long seed) {
        this.random = new Random(seed);
    }

    <T> T pick(List<T> items) {
        return items.get(random.nextInt(items.size()));
    }

    /** Changes values and names, then sometimes bytes. */
    byte[] json(String body) throws JsonProcessingException {
        JsonNode tree = JSON.readTree(body);
        for (int i = random.nextInt(3); i >= 0; i--) {
            spoil(tree);
        }
        byte[] bytes = JSON.writeValueAsString(tree).getBytes(StandardCharsets.UTF_8);
        return random.nextInt(4) == 0 ? bytes(bytes) : bytes;
    }

    private void spoil(JsonNode tree) throws JsonProcessingException {
        List<JsonNode> containers = new ArrayList<>();
        collect(tree, containers);
        JsonNode container = pick(containers);
        if (container instanceof ObjectNode object && !object.isEmpty()) {
            List<String> names = new ArrayList<>();
            object.fieldNames().forEachRemaining(names::add);
            String name = pick(names);
            switch (random.nextInt(4)) {
                case 0 -> object.remove(name);
                case 1 -> object.set(name + "s", object.remove(name));
                default -> object.set(name, value());
            }
        } else if (container instanceof ArrayNode array) {
            for (int i = random.nextInt(12); i >= 0; i--) {
                array.add(array.isEmpty() || random.nextBoolean() ? value() : array.get(0));
            }
        }
    }

    private static void collect(JsonNode node, List<JsonNode> containers) {
        if (node.isContainerNode()) {
            containers.add(node);
            node.forEach(child -> collect(child, containers));
        }
    }

    private JsonNode value() throws JsonProcessingException {
        int choice = random.nextInt(VALUES.length + 2);
        if (choice == VALUES.length) {
            return JSON.valueToTree("x".repeat(random.nextInt(LONG)));
        }
        if (choice == VALUES.length + 1) {
            return nested(random.nextInt(400));
        }
        return JSON.readTree(VALUES[choice]);
    }

    private static JsonNode nested(int depth) {
        JsonNode node = JSON.createArrayNode();
        for (int i = 0; i < depth; i++) {
            node = JSON.createArrayNode().add(node);
        }
        return node;
    }

    /** A document deeper than any reader should follow. */
    static String deep() {
        return "{\"QueueName\":" + "[".repeat(DEEP) + "]".repeat(DEEP) + "}";
    }

    /** Changes names, values and order of a form, then sometimes bytes. */
    byte[] form(Map<String, String> valid) {
        List<String> pairs = new ArrayList<>();
        new LinkedHashMap<>(valid).forEach((name, value) -> {
            switch (random.nextInt(8)) {
                case 0 -> {}
                case 1 -> pairs.add(pick(List.of(NAMES)) + "=" + value);
                case 2 -> pairs.add(name + "=" + pick(List.of(VALUES)).replace("\"", ""));
                case 3 -> pairs.add(name);
                default -> pairs.add(name + "=" + value);
            }
        });
        if (random.nextInt(3) == 0) {
            pairs.add(pick(List.of(NAMES)) + "=" + pick(List.of(VALUES)));
        }
        byte[] bytes = String.join("&", pairs).getBytes(StandardCharsets.UTF_8);
        return random.nextInt(4) == 0 ? bytes(bytes) : bytes;
    }

    /** Flips, drops, doubles and cuts off bytes. */
    byte[] bytes(byte[] valid) {
        byte[] bytes = valid.clone();
        for (int i = random.nextInt(6); i >= 0 && bytes.length > 1; i--) {
            int at = random.nextInt(bytes.length);
            switch (random.nextInt(4)) {
                case 0 -> bytes[at] = (byte) random.nextInt(256);
                case 1 -> bytes = java.util.Arrays.copyOf(bytes, at + 1);
                case 2 -> bytes = joined(bytes, at, at + 1);
                default -> bytes = joined(bytes, at + 1, at);
            }
        }
        return bytes;
    }

    /** What comes before one index, and what comes from another on: a byte less, or a byte twice. */
    private static byte[] joined(byte[] bytes, int before, int from) {
        byte[] joined = new byte[before + bytes.length - from];
        System.arraycopy(bytes, 0, joined, 0, before);
        System.arraycopy(bytes, from, joined, before, bytes.length - from);
        return joined;
    }
}
