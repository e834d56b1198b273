package io.vaportrail.core.http;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Headers kept as a list of names and values in turn. */
public final class ListHeaders implements Headers {
    private final List<String> namesAndValues = new ArrayList<>();

    /** Headers of these names and values in turn. */
    public static ListHeaders of(String... namesAndValues) {
        if (namesAndValues.length % 2 != 0) {
            throw new IllegalArgumentException("namesAndValues: odd length (expected: pairs)");
        }
        ListHeaders headers = new ListHeaders();
        headers.namesAndValues.addAll(List.of(namesAndValues));
        return headers;
    }

    /** Adds a header. */
    public ListHeaders add(String name, String value) {
        namesAndValues.add(name);
        namesAndValues.add(value);
        return this;
    }

    @Override
    public @Nullable String first(String name) {
        for (int i = 0; i < namesAndValues.size(); i += 2) {
            if (namesAndValues.get(i).equalsIgnoreCase(name)) {
                return namesAndValues.get(i + 1);
            }
        }
        return null;
    }

    @Override
    public List<String> all(String name) {
        List<String> found = new ArrayList<>();
        forEach((key, value) -> {
            if (key.equalsIgnoreCase(name)) {
                found.add(value);
            }
        });
        return found;
    }

    @Override
    public void forEach(BiConsumer<String, String> action) {
        for (int i = 0; i < namesAndValues.size(); i += 2) {
            action.accept(namesAndValues.get(i), namesAndValues.get(i + 1));
        }
    }
}
