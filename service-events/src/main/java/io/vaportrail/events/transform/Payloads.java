package io.vaportrail.events.transform;

import io.vaportrail.core.json.Json;
import io.vaportrail.core.json.JsonSyntaxException;
import io.vaportrail.core.json.ParserWords;
import io.vaportrail.events.EventsErrors;
import io.vaportrail.model.events.InputTransformer;
import io.vaportrail.model.events.Target;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a target is to get: the event, a part of it, a text of its own, or a template filled in.
 *
 * @see <a href="https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-transform-target-input.html">Input transformation</a>
 */
public final class Payloads {
    private Payloads() {}

    /**
     * What the target is to get.
     *
     * @throws io.vaportrail.schema.ServiceException when that cannot be understood
     */
    public static Payload of(Target target) {
        String input = target.input();
        String path = target.inputPath();
        InputTransformer transformer = target.inputTransformer();
        long given = Stream.of(input == null, path == null, transformer == null)
                .filter(absent -> !absent)
                .count();
        if (given > 1) {
            throw EventsErrors.validation(
                    "Only one of Input, InputPath, or InputTransformer must be provided for target " + target.id()
                            + ".");
        }
        if (input != null) {
            return constant(target.id(), input);
        }
        if (path != null) {
            return part(target.id(), path);
        }
        return transformer == null ? (event, json, rule) -> json : template(target.id(), transformer);
    }

    private static Payload constant(String id, String input) {
        try {
            Json.read(input);
        } catch (JsonSyntaxException e) {
            throw EventsErrors.validation("JSON syntax error in input for target " + id + " : " + ParserWords.of(e));
        }
        return (event, json, rule) -> input;
    }

    private static Payload part(String id, String text) {
        JsonPath path = JsonPath.parse(text);
        if (path == null) {
            throw EventsErrors.validation("Invalid InputPath for target " + id + ".");
        }
        return (event, json, rule) -> {
            Object found = path.of(tree(json));
            if (found == JsonPath.NOTHING) {
                throw new PayloadException("InputPath " + text + " selects nothing of the event");
            }
            return Json.write(found);
        };
    }

    private static Payload template(String id, InputTransformer transformer) {
        return Template.parse(id, transformer.inputTemplate(), transformer.inputPathsMap());
    }

    static Map<String, @Nullable Object> tree(String json) {
        Map<String, @Nullable Object> members = Json.readObject(json);
        if (members == null) {
            throw new IllegalStateException("event: no JSON object (expected: made by this module)");
        }
        return members;
    }
}
