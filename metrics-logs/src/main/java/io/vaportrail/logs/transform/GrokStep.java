package io.vaportrail.logs.transform;

import io.vaportrail.model.logs.Grok;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** {@code grok}: fields out of a text. Dots in a field's name part it into names, of which there may be any number. */
final class GrokStep implements Step {
    /** Fields of whole formats that are numbers. */
    private static final Set<String> NUMBERS = Set.of("status_code", "response_size", "pri", "version");

    private static final DateTimeFormatter HTTP_DATE =
            DateTimeFormatter.ofPattern("d/MMM/yyyy:H:mm:ss Z", Locale.ENGLISH);

    private final KeyPath source;
    private final GrokPattern pattern;

    private GrokStep(KeyPath source, GrokPattern pattern) {
        this.source = source;
        this.pattern = pattern;
    }

    static Step of(Grok given) {
        return new GrokStep(KeyPath.source(given.source()), GrokPattern.of(given.match()));
    }

    @Override
    public void apply(Document event) throws TransformException {
        Map<String, String> values = pattern.match(event.text(source));
        if (values == null) {
            throw new TransformException("grok: no match");
        }
        for (Map.Entry<String, String> value : values.entrySet()) {
            event.put(path(value.getKey()), typed(value.getKey(), value.getValue()), true);
        }
        event.checkFields();
    }

    private static KeyPath path(String field) {
        List<String> names = new ArrayList<>(List.of(field.split("\\.", -1)));
        names.removeIf(String::isEmpty);
        return new KeyPath(names.isEmpty() ? List.of(field) : names);
    }

    /** Whole formats have numbers and points in time; other patterns have texts alone. */
    private Object typed(String field, String value) {
        if (pattern.format() == null) {
            return value;
        }
        Number number = NUMBERS.contains(field) ? Conversions.number(value) : null;
        if (number != null) {
            return number;
        }
        return field.equals("timestamp") ? instant(value) : value;
    }

    private static String instant(String value) {
        try {
            Instant time = OffsetDateTime.parse(value, HTTP_DATE).toInstant();
            return DateTimeFormatter.ISO_INSTANT.format(time);
        } catch (DateTimeException e) {
            return value;
        }
    }
}
