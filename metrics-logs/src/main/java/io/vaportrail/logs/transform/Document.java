package io.vaportrail.logs.transform;

import io.vaportrail.core.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An event on its way through a transformer: the fields it has so far, and what is known of it beside. For one thread. */
final class Document {
    /** Fields that a transformer can take out of one event. */
    private static final int MOST_FIELDS = 200;

    private final Map<String, String> metadata;
    private final Map<String, @Nullable Object> root = new LinkedHashMap<>();

    /**
     * An event without fields.
     *
     * @param metadata what stands under keys with an at sign, {@code @message} among them
     */
    Document(Map<String, String> metadata) {
        this.metadata = metadata;
    }

    /** Whether there is something at a place, even {@code null}. */
    boolean has(KeyPath path) {
        Map<String, @Nullable Object> parent = parent(path);
        return metadata.containsKey(path.last()) && path.names().size() == 1
                || parent != null && parent.containsKey(path.last());
    }

    /** What is at a place; {@code null} when nothing is. */
    @Nullable Object get(KeyPath path) {
        if (path.names().size() == 1 && metadata.containsKey(path.last())) {
            return metadata.get(path.last());
        }
        Map<String, @Nullable Object> parent = parent(path);
        return parent == null ? null : parent.get(path.last());
    }

    /**
     * The text at a place.
     *
     * @throws TransformException when there is none
     */
    String text(KeyPath path) throws TransformException {
        if (get(path) instanceof String text) {
            return text;
        }
        throw new TransformException("no text to parse: " + String.join(".", path.names()));
    }

    private @Nullable Map<String, @Nullable Object> parent(KeyPath path) {
        Map<String, @Nullable Object> here = root;
        for (String name : path.names().subList(0, path.names().size() - 1)) {
            here = object(here.get(name));
            if (here == null) {
                return null;
            }
        }
        return here;
    }

    @SuppressWarnings("unchecked") // all maps here are made by this package or read from JSON
    private static @Nullable Map<String, @Nullable Object> object(@Nullable Object value) {
        return value instanceof Map<?, ?> ? (Map<String, @Nullable Object>) value : null;
    }

    /** Sets a field unless it is there and must stay. */
    void put(KeyPath path, @Nullable Object value, boolean overwrite) {
        Map<String, @Nullable Object> parent = root;
        for (String name : path.names().subList(0, path.names().size() - 1)) {
            parent = objectIn(parent, name, overwrite);
            if (parent == null) {
                return;
            }
        }
        put(parent, path.last(), value, overwrite);
    }

    private static void put(
            Map<String, @Nullable Object> into, String name, @Nullable Object value, boolean overwrite) {
        if (overwrite || !into.containsKey(name)) {
            into.put(name, value);
        }
    }

    /** The object that a member is, made when there is none; {@code null} when something else must stay. */
    private static @Nullable Map<String, @Nullable Object> objectIn(
            Map<String, @Nullable Object> parent, String name, boolean overwrite) {
        Map<String, @Nullable Object> there = object(parent.get(name));
        if (there != null) {
            return there;
        }
        if (parent.containsKey(name) && !overwrite) {
            return null;
        }
        Map<String, @Nullable Object> made = new LinkedHashMap<>();
        parent.put(name, made);
        return made;
    }

    /**
     * Sets members of the object at a place.
     *
     * @param destination the object, made when there is none; or {@code null} for the root
     */
    void putAll(@Nullable KeyPath destination, Map<String, ? extends @Nullable Object> members, boolean overwrite) {
        Map<String, @Nullable Object> into = root;
        if (destination != null) {
            for (String name : destination.names()) {
                into = objectIn(into, name, overwrite);
                if (into == null) {
                    return;
                }
            }
        }
        for (Map.Entry<String, ? extends @Nullable Object> member : members.entrySet()) {
            put(into, member.getKey(), member.getValue(), overwrite);
        }
    }

    /** Takes a field away. */
    void remove(KeyPath path) {
        Map<String, @Nullable Object> parent = parent(path);
        if (parent != null) {
            parent.remove(path.last());
        }
    }

    /** The same value again, so that one can be changed without the other. */
    static @Nullable Object copy(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> copy = new LinkedHashMap<>();
            map.forEach((name, member) -> copy.put(String.valueOf(name), copy(member)));
            return copy;
        }
        if (value instanceof List<?> list) {
            List<@Nullable Object> copy = new ArrayList<>();
            list.forEach(element -> copy.add(copy(element)));
            return copy;
        }
        return value;
    }

    /**
     * Checks how many fields there are.
     *
     * @throws TransformException when there are too many
     */
    void checkFields() throws TransformException {
        if (fields(root) > MOST_FIELDS) {
            throw new TransformException("more than " + MOST_FIELDS + " fields");
        }
    }

    private static int fields(@Nullable Object value) {
        int count = 0;
        if (value instanceof Map<?, ?> map) {
            for (Object member : map.values()) {
                count += fields(member);
            }
            return count;
        }
        if (value instanceof List<?> list) {
            for (Object element : list) {
                count += fields(element);
            }
            return count;
        }
        return 1;
    }

    /** The event as JSON. */
    String json() {
        return Json.write(root);
    }
}
