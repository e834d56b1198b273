package io.vaportrail.core.protocol.query;

import io.vaportrail.core.protocol.SerializationErrors;
import io.vaportrail.schema.MapSchema;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The place of a map: {@code Name.entry.N.key} and {@code .value}, or {@code Name.N.key} and {@code .value} when it is flattened.
 * Entries stand in the order of their numbers, which may have gaps. A flattened map of one entry may leave the number out, as
 * {@code Attribute.Name=DelaySeconds&Attribute.Value=45} does.
 */
final class MapSlot extends FormSlot {
    private static final String ENTRY = "entry";

    private final MapSchema schema;
    private final boolean flattened;
    private final Map<Integer, Entry> entries = new TreeMap<>();

    MapSlot(MapSchema schema, boolean flattened) {
        this.schema = schema;
        this.flattened = flattened;
    }

    private static final class Entry {
        private @Nullable FormSlot key;
        private @Nullable FormSlot value;
    }

    @Override
    void put(FormName name, String text) {
        if (name.isAtEnd() && text.isEmpty()) {
            return;
        }
        boolean placed = flattened || !name.isAtEnd() && name.next().equals(ENTRY);
        int index = placed ? name.nextIndex() : -1;
        if (name.isAtEnd() || index < 0 && !flattened) {
            throw SerializationErrors.unconvertible("STRING_VALUE", schema);
        }
        putInto(entries.computeIfAbsent(index < 0 ? 1 : index, i -> new Entry()), name, text);
    }

    private void putInto(Entry entry, FormName name, String text) {
        String part = name.next();
        if (part.equals(schema.key().xmlName())) {
            FormSlot key = entry.key == null ? FormSlot.of(schema.key()) : entry.key;
            entry.key = key;
            key.put(name, text);
        } else if (part.equals(schema.value().xmlName())) {
            FormSlot value = entry.value == null ? FormSlot.of(schema.value()) : entry.value;
            entry.value = value;
            value.put(name, text);
        }
    }

    @Override
    Map<Object, Object> value() {
        Map<Object, Object> values = new LinkedHashMap<>();
        for (Entry entry : entries.values()) {
            if (entry.key == null || entry.value == null) {
                throw SerializationErrors.nullElement(schema);
            }
            values.put(entry.key.value(), entry.value.value());
        }
        return Collections.unmodifiableMap(values);
    }
}
