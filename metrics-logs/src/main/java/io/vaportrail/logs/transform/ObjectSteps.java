package io.vaportrail.logs.transform;

import io.vaportrail.logs.LogsErrors;
import io.vaportrail.model.logs.AddKeyEntry;
import io.vaportrail.model.logs.AddKeys;
import io.vaportrail.model.logs.CopyValue;
import io.vaportrail.model.logs.CopyValueEntry;
import io.vaportrail.model.logs.DeleteKeys;
import io.vaportrail.model.logs.FlattenedElement;
import io.vaportrail.model.logs.ListToMap;
import io.vaportrail.model.logs.MoveKeyEntry;
import io.vaportrail.model.logs.MoveKeys;
import io.vaportrail.model.logs.RenameKeyEntry;
import io.vaportrail.model.logs.RenameKeys;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The processors that add, take away and move fields.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CloudWatch-Logs-Transformation-JSONMutate.html">JSON
 *     mutate processors</a>
 */
final class ObjectSteps {
    private ObjectSteps() {}

    /** {@code addKeys}. */
    static Step add(AddKeys given) {
        List<Step> steps = new ArrayList<>();
        for (AddKeyEntry entry : given.entries()) {
            KeyPath key = KeyPath.of(entry.key());
            boolean overwrite = Boolean.TRUE.equals(entry.overwriteIfExists());
            steps.add(event -> event.put(key, entry.value(), overwrite));
        }
        return TextSteps.all(steps);
    }

    /** {@code deleteKeys}. */
    static Step delete(DeleteKeys given) {
        List<KeyPath> paths = given.withKeys().stream().map(KeyPath::of).toList();
        return event -> paths.forEach(event::remove);
    }

    /** {@code moveKeys}: under the target, which is an object or becomes one. */
    static Step move(MoveKeys given) {
        List<Step> steps = new ArrayList<>();
        for (MoveKeyEntry entry : given.entries()) {
            KeyPath source = KeyPath.of(entry.source());
            KeyPath target = KeyPath.of(entry.target());
            boolean overwrite = Boolean.TRUE.equals(entry.overwriteIfExists());
            steps.add(event -> move(event, source, target, overwrite));
        }
        return TextSteps.all(steps);
    }

    private static void move(Document event, KeyPath source, KeyPath target, boolean overwrite) {
        boolean into = target.names().size() >= source.names().size()
                && target.names().subList(0, source.names().size()).equals(source.names());
        if (!event.has(source) || into) {
            return;
        }
        List<String> names = new ArrayList<>(target.names());
        names.add(source.last());
        KeyPath moved = new KeyPath(names);
        if (!event.has(moved) || overwrite) {
            Object value = event.get(source);
            event.put(moved, value, overwrite);
            if (event.has(moved) && event.get(moved) == value) {
                event.remove(source);
            }
        }
    }

    /** {@code renameKeys}. */
    static Step rename(RenameKeys given) {
        List<Step> steps = new ArrayList<>();
        for (RenameKeyEntry entry : given.entries()) {
            KeyPath key = KeyPath.of(entry.key());
            KeyPath name = KeyPath.of(entry.renameTo());
            boolean overwrite = Boolean.TRUE.equals(entry.overwriteIfExists());
            steps.add(event -> rename(event, key, name, overwrite));
        }
        return TextSteps.all(steps);
    }

    private static void rename(Document event, KeyPath key, KeyPath name, boolean overwrite) {
        if (event.has(key) && !key.equals(name) && (overwrite || !event.has(name))) {
            Object value = event.get(key);
            event.remove(key);
            event.put(name, value, true);
        }
    }

    /** {@code copyValue}, out of the event or of what is known beside it. */
    static Step copy(CopyValue given) {
        List<Step> steps = new ArrayList<>();
        for (CopyValueEntry entry : given.entries()) {
            KeyPath source = KeyPath.of(entry.source());
            KeyPath target = KeyPath.of(entry.target());
            boolean overwrite = Boolean.TRUE.equals(entry.overwriteIfExists());
            steps.add(event -> {
                if (event.has(source)) {
                    event.put(target, Document.copy(event.get(source)), overwrite);
                }
            });
        }
        return TextSteps.all(steps);
    }

    /** {@code listToMap}. */
    static Step listToMap(ListToMap given) {
        KeyPath source = KeyPath.of(given.source());
        KeyPath target = KeyPath.destination(given.target());
        boolean flatten = Boolean.TRUE.equals(given.flatten());
        if (flatten && given.flattenedElement() == null) {
            throw LogsErrors.invalid("Invalid transformer: listToMap with flatten needs flattenedElement.");
        }
        boolean first = FlattenedElement.FIRST.equals(given.flattenedElement());
        return event -> {
            if (event.get(source) instanceof List<?> list) {
                Map<String, List<@Nullable Object>> map = grouped(list, given.key(), given.valueKey());
                Map<String, @Nullable Object> made = new LinkedHashMap<>();
                map.forEach(
                        (key, values) -> made.put(key, flatten ? values.get(first ? 0 : values.size() - 1) : values));
                event.putAll(target, made, true);
                event.checkFields();
            }
        };
    }

    private static Map<String, List<@Nullable Object>> grouped(List<?> list, String key, @Nullable String valueKey) {
        Map<String, List<@Nullable Object>> map = new LinkedHashMap<>();
        for (Object element : list) {
            if (element instanceof Map<?, ?> object && object.get(key) != null) {
                Object value = valueKey == null ? element : object.get(valueKey);
                map.computeIfAbsent(String.valueOf(object.get(key)), name -> new ArrayList<>())
                        .add(Document.copy(value));
            }
        }
        return map;
    }
}
