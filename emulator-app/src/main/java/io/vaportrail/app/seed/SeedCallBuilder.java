package io.vaportrail.app.seed;

import io.vaportrail.core.json.Json;
import io.vaportrail.core.protocol.json.JsonShapes;
import io.vaportrail.model.Services;
import io.vaportrail.schema.OperationSchema;
import io.vaportrail.schema.ServiceException;
import io.vaportrail.schema.ServiceSchema;
import io.vaportrail.schema.Struct;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The parts of a call of a seed file, as they are read. */
final class SeedCallBuilder {
    private static final String ROOT = "test";

    private final Map<String, String> texts = new HashMap<>();
    private byte[] parameters = "{}".getBytes(StandardCharsets.UTF_8);

    /** Takes a text; whether there is one of that name. */
    boolean text(String name, String value) {
        texts.put(name, value);
        return switch (name) {
            case "service", "operation", "caller", "region" -> true;
            default -> false;
        };
    }

    /** Takes the parameters, as JSON. */
    void parameters(byte[] json) {
        parameters = json;
    }

    /**
     * The call.
     *
     * @throws IllegalArgumentException when there is no such operation, or a parameter is none of its
     */
    SeedCall build(int line) {
        ServiceSchema service = Services.byId(required("service"));
        String name = required("operation");
        OperationSchema<?, ?> operation = service.operation(name);
        if (operation == null) {
            throw new IllegalArgumentException(
                    "operation: " + name + " (expected: an operation of " + service.id() + ")");
        }
        String at = service.id() + " " + name + ": ";
        @Nullable Map<String, @Nullable Object> tree = Json.readObject(new String(parameters, StandardCharsets.UTF_8));
        String unknown = UnknownNames.first(Objects.requireNonNull(tree, "an object was read"), operation.input(), "");
        if (unknown != null) {
            throw new IllegalArgumentException(at + unknown);
        }
        try {
            Struct input = JsonShapes.read(parameters, operation.input());
            return new SeedCall(line, operation, input, texts.getOrDefault("caller", ROOT), texts.get("region"));
        } catch (ServiceException e) {
            throw new IllegalArgumentException(at + e.getMessage(), e);
        }
    }

    private String required(String name) {
        String text = texts.get(name);
        if (text == null) {
            throw new IllegalArgumentException(name + ": none (expected: a string)");
        }
        return text;
    }
}
