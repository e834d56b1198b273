package io.vaportrail.trail.query;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A record that is nothing but its tree. */
record MapSubject(Map<String, @Nullable Object> record) implements Subject {
    @Override
    public @Nullable Object stored(StoredField field) {
        return StoredField.UNKNOWN;
    }
}
