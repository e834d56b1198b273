package io.vaportrail.trail.record;

import io.vaportrail.trail.store.StoredCall;
import io.vaportrail.trail.store.ValueSink;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects the texts in parameters by path, for example {@code credentials.accessKeyId}; elements of a list share its path. */
final class ParameterTexts implements ValueSink {
    private final Map<String, List<String>> texts = new LinkedHashMap<>();
    private final Deque<String> parents = new ArrayDeque<>();
    private String key = "";

    private ParameterTexts() {}

    static Map<String, List<String>> of(StoredCall.Section section) {
        if (section.isNull() || section.omittedSize() > 0) {
            return Map.of();
        }
        ParameterTexts collected = new ParameterTexts();
        try {
            section.writeTo(collected);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return collected.texts;
    }

    @Override
    public void beginObject() {
        parents.push(key);
    }

    @Override
    public void key(String name) {
        String parent = parents.element();
        key = parent.isEmpty() ? name : parent + "." + name;
    }

    @Override
    public void endObject() {
        key = parents.pop();
    }

    @Override
    public void beginArray() {
        // elements share the path of their list
    }

    @Override
    public void endArray() {
        // as above
    }

    @Override
    public void text(String value) {
        texts.computeIfAbsent(key, path -> new ArrayList<>(1)).add(value);
    }

    @Override
    public void number(long value) {
        // no resource is named by a number
    }

    @Override
    public void number(double value) {
        // as above
    }

    @Override
    public void number(String digits) {
        // as above
    }

    @Override
    public void flag(boolean value) {
        // as above
    }

    @Override
    public void time(long epochSecond) {
        // as above
    }

    @Override
    public void hidden() {
        // nothing is known of it
    }

    @Override
    public void missing() {
        // nothing to name
    }
}
