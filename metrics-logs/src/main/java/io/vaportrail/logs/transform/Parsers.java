package io.vaportrail.logs.transform;

import io.vaportrail.core.json.Json;
import io.vaportrail.logs.LogsErrors;
import io.vaportrail.model.logs.CSV;
import io.vaportrail.model.logs.ParseJSON;
import io.vaportrail.model.logs.ParseKeyValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The parsers that can be configured, but for grok.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CloudWatch-Logs-Transformation-Configurable.html">
 *     Configurable parser-type processors</a>
 */
final class Parsers {
    private Parsers() {}

    /** {@code parseJSON}. */
    static Step json(ParseJSON given) {
        KeyPath source = KeyPath.source(given.source());
        KeyPath destination = KeyPath.destination(given.destination());
        return event -> {
            Map<String, @Nullable Object> members = Json.readObject(event.text(source));
            if (members == null) {
                throw new TransformException("parseJSON: no JSON object");
            }
            event.putAll(destination, members, true);
            event.checkFields();
        };
    }

    /** {@code parseKeyValue}. Keys are taken as they stand, dots included; of the same key twice the last one counts. */
    static Step keyValue(ParseKeyValue given) {
        KeyPath source = KeyPath.source(given.source());
        KeyPath destination = KeyPath.destination(given.destination());
        String fields = Objects.requireNonNullElse(given.fieldDelimiter(), "&");
        String between = Objects.requireNonNullElse(given.keyValueDelimiter(), "=");
        String prefix = Objects.requireNonNullElse(given.keyPrefix(), "");
        String otherwise = given.nonMatchValue();
        boolean overwrite = Boolean.TRUE.equals(given.overwriteIfExists());
        return event -> {
            Map<String, @Nullable Object> members = new LinkedHashMap<>();
            for (String pair : split(event.text(source), fields)) {
                int at = pair.indexOf(between);
                String key = at < 0 ? pair : pair.substring(0, at);
                if (!key.isEmpty()) {
                    members.put(prefix + key, at < 0 ? otherwise : pair.substring(at + between.length()));
                }
            }
            event.putAll(destination, members, overwrite);
            event.checkFields();
        };
    }

    /** The parts of a text between delimiters, empty ones included. */
    static List<String> split(String text, String delimiter) {
        List<String> parts = new ArrayList<>();
        int start = 0;
        int end;
        while ((end = text.indexOf(delimiter, start)) >= 0) {
            parts.add(text.substring(start, end));
            start = end + delimiter.length();
        }
        parts.add(text.substring(start));
        return parts;
    }

    /** {@code csv}: columns without a name are {@code column_1} and so on. */
    static Step csv(CSV given) {
        KeyPath source = KeyPath.source(given.source());
        String prefix = given.destination() == null ? "" : given.destination() + ".";
        List<String> names = given.columns() == null ? List.of() : given.columns();
        List<KeyPath> columns =
                names.stream().map(name -> KeyPath.of(prefix + name)).toList();
        char delimiter = delimiter(Objects.requireNonNullElse(given.delimiter(), ","));
        char quote = Objects.requireNonNullElse(given.quoteCharacter(), "\"").charAt(0);
        if (delimiter == quote) {
            throw LogsErrors.invalid("Invalid transformer: delimiter and quoteCharacter of csv are the same.");
        }
        KeyPath.of(prefix + "column_1");
        return event -> {
            List<String> values = columns(event.text(source), delimiter, quote);
            for (int i = 0; i < values.size(); i++) {
                KeyPath column = i < columns.size() ? columns.get(i) : KeyPath.of(prefix + "column_" + (i + 1));
                event.put(column, values.get(i), true);
            }
            event.checkFields();
        };
    }

    private static char delimiter(String given) {
        if (given.equals("\\t")) {
            return '\t';
        }
        if (given.equals("\\s")) {
            return ' ';
        }
        if (given.length() != 1) {
            throw LogsErrors.invalid("Invalid transformer: the delimiter of csv must be one character, \\t or \\s.");
        }
        return given.charAt(0);
    }

    private static List<String> columns(String line, char delimiter, char quote) throws TransformException {
        List<String> values = new ArrayList<>();
        StringBuilder value = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (quoted && c == quote && i + 1 < line.length() && line.charAt(i + 1) == quote) {
                value.append(quote);
                i++;
            } else if (c == quote && (quoted || value.isEmpty())) {
                quoted = !quoted;
            } else if (c == delimiter && !quoted) {
                values.add(value.toString());
                value.setLength(0);
            } else {
                value.append(c);
            }
        }
        if (quoted) {
            throw new TransformException("csv: a quote that does not end");
        }
        values.add(value.toString());
        return values;
    }
}
