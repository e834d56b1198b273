package io.vaportrail.events.transform;

import io.vaportrail.core.json.Json;
import io.vaportrail.core.json.JsonSyntaxException;
import io.vaportrail.core.json.ParserWords;
import io.vaportrail.events.EventsErrors;
import io.vaportrail.events.event.Event;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An input template: JSON values, one or one per line, with {@code <name>} where something of the event is put in. Inside a JSON
 * string that is put in without quotes, elsewhere as JSON; what the event does not have is empty. Immutable.
 *
 * @see <a href="https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-transform-target-input.html">Input transformation</a>
 */
final class Template implements Payload {
    private static final Pattern PLACEHOLDER = Pattern.compile("<([A-Za-z0-9_.-]+)>");
    private static final String RULE_ARN = "aws.events.rule-arn";
    private static final String RULE_NAME = "aws.events.rule-name";
    private static final String INGESTION_TIME = "aws.events.event.ingestion-time";
    private static final String EVENT = "aws.events.event";
    private static final String EVENT_JSON = "aws.events.event.json";
    private static final Set<String> PREDEFINED = Set.of(RULE_ARN, RULE_NAME, INGESTION_TIME, EVENT, EVENT_JSON);

    private final Map<String, JsonPath> paths;
    private final List<Piece> pieces;

    private Template(Map<String, JsonPath> paths, List<Piece> pieces) {
        this.paths = paths;
        this.pieces = pieces;
    }

    /** A piece of the template: a text as it stands, or the name of what is put in and whether that is inside a JSON string. */
    private record Piece(@Nullable String text, String name, boolean quoted) {}

    static Template parse(String targetId, String template, @Nullable Map<String, String> inputPaths) {
        Map<String, JsonPath> paths = paths(targetId, inputPaths == null ? Map.of() : inputPaths);
        List<Piece> pieces = new ArrayList<>();
        StringBuilder sample = new StringBuilder();
        Matcher placeholder = PLACEHOLDER.matcher(template);
        int end = 0;
        boolean quoted = false;
        while (placeholder.find()) {
            String text = template.substring(end, placeholder.start());
            quoted = quotedAfter(text, quoted);
            String name = placeholder.group(1);
            if (!PREDEFINED.contains(name) && !paths.containsKey(name)) {
                throw EventsErrors.validation(
                        "InputTemplate for target " + targetId + " contains invalid placeholder " + name + ".");
            }
            pieces.add(new Piece(text, "", false));
            pieces.add(new Piece(null, name, quoted));
            sample.append(text).append(quoted ? name : "0");
            end = placeholder.end();
        }
        pieces.add(new Piece(template.substring(end), "", false));
        check(targetId, sample.append(template.substring(end)).toString());
        return new Template(paths, pieces);
    }

    private static Map<String, JsonPath> paths(String targetId, Map<String, String> inputPaths) {
        Map<String, JsonPath> paths = new HashMap<>();
        inputPaths.forEach((name, text) -> {
            JsonPath path = JsonPath.parse(text);
            if (path == null) {
                throw EventsErrors.validation("Invalid InputPathsMap for target " + targetId + ": " + text + ".");
            }
            paths.put(name, path);
        });
        return paths;
    }

    private static boolean quotedAfter(String text, boolean before) {
        boolean quoted = before;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && quoted) {
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            }
        }
        return quoted;
    }

    private static void check(String targetId, String sample) {
        try {
            Json.read(sample);
        } catch (JsonSyntaxException whole) {
            try {
                for (String line : sample.split("\n", -1)) {
                    Json.read(line);
                }
            } catch (JsonSyntaxException line) {
                throw EventsErrors.validation(
                        "Invalid InputTemplate for target " + targetId + " : " + ParserWords.of(whole));
            }
        }
    }

    @Override
    public String of(Event event, String json, RuleName rule) {
        Map<String, @Nullable Object> tree = Payloads.tree(json);
        StringBuilder text = new StringBuilder();
        for (Piece piece : pieces) {
            if (piece.text != null) {
                text.append(piece.text);
            } else if (piece.quoted) {
                bare(text, value(piece.name, event, tree, rule));
            } else {
                Object value = value(piece.name, event, tree, rule);
                text.append(value == JsonPath.NOTHING ? "\"\"" : Json.write(value));
            }
        }
        return text.toString();
    }

    private @Nullable Object value(String name, Event event, Map<String, @Nullable Object> tree, RuleName rule) {
        JsonPath path = paths.get(name);
        if (path != null) {
            return path.of(tree);
        }
        return switch (name) {
            case RULE_ARN -> rule.arn();
            case RULE_NAME -> rule.name();
            case INGESTION_TIME ->
                event.ingested().truncatedTo(ChronoUnit.SECONDS).toString();
            case EVENT -> event.envelope();
            default -> tree;
        };
    }

    /** A value without any quotes, as AWS writes it inside a string. */
    private static void bare(StringBuilder text, @Nullable Object value) {
        String separator = "";
        if (value instanceof Map<?, ?> members) {
            text.append('{');
            for (Map.Entry<?, ?> member : members.entrySet()) {
                text.append(separator);
                bare(text, member.getKey());
                text.append(':');
                bare(text, member.getValue());
                separator = ",";
            }
            text.append('}');
        } else if (value instanceof List<?> elements) {
            text.append('[');
            for (Object element : elements) {
                text.append(separator);
                bare(text, element);
                separator = ",";
            }
            text.append(']');
        } else if (value instanceof String string) {
            String written = Json.write(string);
            text.append(written, 1, written.length() - 1);
        } else if (value != JsonPath.NOTHING) {
            text.append(Json.write(value));
        }
    }
}
