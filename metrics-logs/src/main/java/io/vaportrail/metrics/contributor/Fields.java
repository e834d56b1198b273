package io.vaportrail.metrics.contributor;

import io.vaportrail.core.json.Json;
import io.vaportrail.core.log.SpacedFields;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The fields of one event, taken apart when a rule first asks for them. */
final class Fields {
    private final String message;
    private @Nullable Map<String, ?> json;
    private @Nullable List<String> spaced;

    Fields(String message) {
        this.message = message;
    }

    /** The text of a text, number or boolean there, or {@code null}: properties with others below them are no values. */
    @Nullable String text(FieldPath path) {
        if (json == null) {
            Map<String, ?> read = Json.readObject(message);
            json = read == null ? Map.of() : read;
        }
        Object value = path.in(json);
        return value instanceof String || value instanceof Number || value instanceof Boolean ? value.toString() : null;
    }

    /** The field at a place from 1, or {@code null}. */
    @Nullable String text(int place) {
        if (spaced == null) {
            spaced = SpacedFields.of(message);
        }
        return place <= spaced.size() ? spaced.get(place - 1) : null;
    }

    /** The number that a text is, or {@link Double#NaN}. */
    static double number(@Nullable String text) {
        // Java alone takes NaN, hexadecimal digits and suffixes for numbers.
        if (text == null || text.isEmpty() || !text.chars().allMatch(each -> "0123456789.+-eE".indexOf(each) >= 0)) {
            return Double.NaN;
        }
        try {
            double number = Double.parseDouble(text);
            return Double.isFinite(number) ? number : Double.NaN;
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }
}
