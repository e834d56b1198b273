package io.vaportrail.logs.transform;

import io.vaportrail.logs.LogsErrors;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The way to a field of an event: {@code store.book}.
 *
 * @param names from the outside to the inside
 */
record KeyPath(List<String> names) {
    /** Names of one way. */
    private static final int DEEPEST = 3;

    /** The event as it came in. */
    static final KeyPath MESSAGE = new KeyPath(List.of("@message"));

    /**
     * Reads a way.
     *
     * @throws io.vaportrail.schema.ServiceException when it is none or too deep
     */
    static KeyPath of(String text) {
        List<String> names = List.of(text.split("\\.", -1));
        if (names.stream().anyMatch(String::isBlank)) {
            throw LogsErrors.invalid("Invalid transformer: '" + text + "' is no key.");
        }
        if (names.size() > DEEPEST) {
            throw LogsErrors.invalid(
                    "Invalid transformer: the key '" + text + "' is nested more than " + DEEPEST + " deep.");
        }
        return new KeyPath(names);
    }

    /** Where a parser reads: the event as it came in unless it says so. */
    static KeyPath source(@Nullable String text) {
        return text == null ? MESSAGE : of(text);
    }

    /** Where a parser writes, or {@code null} for the root. */
    static @Nullable KeyPath destination(@Nullable String text) {
        return text == null ? null : of(text);
    }

    /** The innermost name. */
    String last() {
        return names.get(names.size() - 1);
    }
}
