package io.vaportrail.trail.query;

import io.vaportrail.trail.record.RecordRenderer;
import io.vaportrail.trail.store.StoredCall;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A stored call, rendered when its record is asked for. For one thread. */
final class CallSubject implements Subject {
    private final StoredCall call;
    private final RecordRenderer renderer;
    private final Set<String> fields;
    private @Nullable Map<String, @Nullable Object> record;

    CallSubject(StoredCall call, RecordRenderer renderer, Set<String> fields) {
        this.call = call;
        this.renderer = renderer;
        this.fields = fields;
    }

    @Override
    public @Nullable Object stored(StoredField field) {
        return field.of(call);
    }

    @Override
    public Map<String, @Nullable Object> record() {
        Map<String, @Nullable Object> known = record;
        if (known == null) {
            known = RecordTree.read(renderer.renderFields(call, fields), fields);
            record = known;
        }
        return known;
    }
}
