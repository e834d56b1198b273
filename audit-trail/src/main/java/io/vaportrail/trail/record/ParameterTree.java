package io.vaportrail.trail.record;

import io.vaportrail.schema.Member;
import io.vaportrail.trail.store.StoredCall;
import io.vaportrail.trail.store.ValueSink;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Collects parameters as maps and lists, with the names that the model has for members; times are seconds since 1970. */
final class ParameterTree implements ValueSink {
    /** Stands for a value that was not kept for the sake of secrecy. */
    static final Object HIDDEN = new Object();

    private final Deque<Object> open = new ArrayDeque<>();
    private final Deque<String> keys = new ArrayDeque<>();
    private String key = "";
    private Map<String, @Nullable Object> root = Map.of();

    private ParameterTree() {}

    /** The parameters, none when they were not kept. */
    static Map<String, @Nullable Object> of(StoredCall.Section section) throws IOException {
        if (section.isNull() || section.omittedSize() > 0) {
            return Map.of();
        }
        ParameterTree tree = new ParameterTree();
        section.writeTo(tree);
        return tree.root;
    }

    @Override
    public void member(Member member) {
        key = member.name();
    }

    @Override
    public void key(String name) {
        key = name;
    }

    @Override
    public void beginObject() {
        begin(new LinkedHashMap<String, @Nullable Object>());
    }

    @Override
    @SuppressWarnings("unchecked")
    public void endObject() {
        Object ended = open.pop();
        key = keys.pop();
        if (open.isEmpty()) {
            root = (Map<String, @Nullable Object>) ended;
        }
    }

    @Override
    public void beginArray() {
        begin(new ArrayList<@Nullable Object>());
    }

    @Override
    public void endArray() {
        open.pop();
        key = keys.pop();
    }

    @Override
    public void text(String value) {
        add(value);
    }

    @Override
    public void number(long value) {
        add(value);
    }

    @Override
    public void number(double value) {
        add(value);
    }

    @Override
    public void number(String digits) {
        add(new BigDecimal(digits));
    }

    @Override
    public void flag(boolean value) {
        add(value);
    }

    @Override
    public void time(long epochSecond) {
        add(epochSecond);
    }

    @Override
    public void hidden() {
        add(HIDDEN);
    }

    @Override
    public void missing() {
        add(null);
    }

    private void begin(Object collection) {
        if (!open.isEmpty()) {
            add(collection);
        }
        open.push(collection);
        keys.push(key);
    }

    @SuppressWarnings("unchecked")
    private void add(@Nullable Object value) {
        if (open.element() instanceof Map<?, ?> map) {
            ((Map<String, @Nullable Object>) map).put(key, value);
        } else {
            ((List<@Nullable Object>) open.element()).add(value);
        }
    }
}
