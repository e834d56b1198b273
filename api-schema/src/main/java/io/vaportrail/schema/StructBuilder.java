package io.vaportrail.schema;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Collects the members of a structure, for one {@link #build()}.
 *
 * @param <T> what is built
 */
public abstract class StructBuilder<T extends Struct> {
    private @Nullable Object @Nullable [] values;

    /** A builder for a structure of so many members. */
    protected StructBuilder(int memberCount) {
        this.values = new Object[memberCount];
    }

    /** Sets a member to a value in the Java type of {@link ShapeType}; {@code null} makes it absent. */
    public final StructBuilder<T> set(int memberIndex, @Nullable Object value) {
        values()[memberIndex] = value;
        return this;
    }

    /** What was set so far, or {@code null}. */
    public final @Nullable Object get(int memberIndex) {
        return values()[memberIndex];
    }

    /** The structure. The builder cannot be used afterwards. */
    public abstract T build();

    /** An unmodifiable copy of a list without {@code null}s, or the list itself when it is unmodifiable already. */
    protected static <E> @Nullable List<E> frozen(@Nullable List<E> list) {
        return list == null ? null : List.copyOf(list);
    }

    /** An unmodifiable copy of a map that keeps its order. */
    protected static <V> @Nullable Map<String, V> frozen(@Nullable Map<String, V> map) {
        if (map == null || map.isEmpty()) {
            return map == null ? null : Map.of();
        }
        if (map.size() == 1) {
            return Map.copyOf(map);
        }
        return Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }

    final @Nullable Object[] takeValues() {
        Object[] taken = values();
        values = null;
        return taken;
    }

    private @Nullable Object[] values() {
        if (values == null) {
            throw new IllegalStateException("builder: already built (expected: one build() per builder)");
        }
        return values;
    }
}
