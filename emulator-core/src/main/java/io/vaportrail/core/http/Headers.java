package io.vaportrail.core.http;

import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** The headers of a request; names are compared without regard to case. */
public interface Headers {
    /** The first value of the header, or {@code null} when it is absent. */
    @Nullable String first(String name);

    /** All values of the header in the order sent. */
    List<String> all(String name);

    /** Gives every header in the order sent. */
    void forEach(BiConsumer<String, String> action);

    /** Whether the header is there. */
    default boolean contains(String name) {
        return first(name) != null;
    }
}
