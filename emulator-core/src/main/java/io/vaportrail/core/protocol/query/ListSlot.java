package io.vaportrail.core.protocol.query;

import io.vaportrail.core.protocol.SerializationErrors;
import io.vaportrail.schema.ListSchema;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The place of a list: {@code Name.member.N}, or {@code Name.N} when it is flattened. Elements stand in the order of their
 * numbers, which may have gaps. A flattened list of one element may leave the number out, as {@code AttributeName=All} does.
 */
final class ListSlot extends FormSlot {
    private final ListSchema schema;
    private final boolean flattened;
    private final Map<Integer, FormSlot> elements = new TreeMap<>();

    ListSlot(ListSchema schema, boolean flattened) {
        this.schema = schema;
        this.flattened = flattened;
    }

    @Override
    void put(FormName name, String text) {
        if (name.isAtEnd() && text.isEmpty()) {
            return;
        }
        if (!flattened
                && (name.isAtEnd() || !name.next().equals(schema.element().xmlName()))) {
            throw SerializationErrors.unconvertible("STRING_VALUE", schema);
        }
        int index = name.nextIndex();
        if (index < 0 && !flattened) {
            throw SerializationErrors.unconvertible("STRING_VALUE", schema);
        }
        elements.computeIfAbsent(index < 0 ? 1 : index, i -> FormSlot.of(schema.element()))
                .put(name, text);
    }

    @Override
    List<Object> value() {
        List<Object> values = new ArrayList<>(elements.size());
        for (FormSlot element : elements.values()) {
            values.add(element.value());
        }
        return Collections.unmodifiableList(values);
    }
}
