package io.vaportrail.logs.pattern;

import io.vaportrail.core.log.SpacedFields;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Conditions on the fields of a message that are parted by spaces. What stands in square brackets or double quotes is one field. The
 * numbers of fields must agree, unless an ellipsis stands for any number of them. Without fields, {@code []}, it matches anything.
 */
final class DelimitedPattern extends FilterPattern {
    private final List<Field> before;
    private final @Nullable List<Field> after;

    /**
     * Fields before the ellipsis and after it.
     *
     * @param after or {@code null} when there is none
     */
    DelimitedPattern(List<Field> before, @Nullable List<Field> after, int regexes) {
        super(regexes);
        this.before = before;
        this.after = after;
    }

    /**
     * A field.
     *
     * @param name what it is called
     * @param condition what its text must fulfil
     */
    record Field(String name, Predicate<String> condition) {}

    static boolean isNameCharacter(char c) {
        return PatternScanner.isAlphanumeric(c) || c == '_' || c == '-';
    }

    @Override
    public boolean matches(String message) {
        if (before.isEmpty() && after == null) {
            return true;
        }
        List<String> fields = SpacedFields.of(message);
        return fits(fields.size()) && hold(before, fields, 0) && holdAtEnd(fields);
    }

    private boolean fits(int count) {
        return after == null ? count == before.size() : count >= before.size() + after.size();
    }

    private boolean holdAtEnd(List<String> fields) {
        return after == null || hold(after, fields, fields.size() - after.size());
    }

    private static boolean hold(List<Field> wanted, List<String> fields, int from) {
        for (int i = 0; i < wanted.size(); i++) {
            if (!wanted.get(i).condition.test(fields.get(from + i))) {
                return false;
            }
        }
        return true;
    }

    @Override
    public Map<String, String> extract(String message) {
        List<String> fields = SpacedFields.of(message);
        Map<String, String> values = new LinkedHashMap<>();
        if (fits(fields.size())) {
            put(before, fields, 0, values);
            if (after != null) {
                put(after, fields, fields.size() - after.size(), values);
            }
        }
        return values;
    }

    private static void put(List<Field> wanted, List<String> fields, int from, Map<String, String> values) {
        for (int i = 0; i < wanted.size(); i++) {
            values.put("$" + wanted.get(i).name, fields.get(from + i));
        }
    }

    @Override
    public @Nullable String value(String message, ValueReference reference) {
        if (reference.selector() != null) {
            return null;
        }
        String byName = extract(message).get(reference.text());
        if (byName != null || !isPosition(reference)) {
            return byName;
        }
        List<String> fields = SpacedFields.of(message);
        int position = Integer.parseInt(reference.field());
        return fits(fields.size()) && position <= fields.size() ? fields.get(position - 1) : null;
    }

    /** A field can also be called by its number, from 1. */
    private static boolean isPosition(ValueReference reference) {
        return reference.field().matches("[1-9]\\d{0,3}");
    }

    @Override
    public boolean knows(ValueReference reference) {
        return reference.selector() == null
                && (isPosition(reference) || named(before, reference) || after != null && named(after, reference));
    }

    private static boolean named(List<Field> fields, ValueReference reference) {
        return fields.stream().anyMatch(field -> field.name.equals(reference.field()));
    }
}
