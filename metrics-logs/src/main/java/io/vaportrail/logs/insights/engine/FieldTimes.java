package io.vaportrail.logs.insights.engine;

import io.vaportrail.logs.store.EventCursor;
import io.vaportrail.logs.store.EventOrder;
import io.vaportrail.logs.store.LogEvents;
import io.vaportrail.logs.store.LogGroup;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When events had a field.
 *
 * @param firstMillis the earliest timestamp of one that has it, in milliseconds since 1970
 * @param lastMillis the latest
 */
public record FieldTimes(long firstMillis, long lastMillis) {
    private static final Masking NONE = new Masking() {
        @Override
        public boolean protects(LogGroup group) {
            return false;
        }

        @Override
        public String masked(LogGroup group, long ingestionMillis, String message) {
            return message;
        }
    };

    /**
     * Looks through the events of a group.
     *
     * @param sinceMillis when they came in at the earliest, in milliseconds since 1970
     * @return {@code null} when none has the field
     */
    public static @Nullable FieldTimes of(LogEvents events, LogGroup group, String field, long sinceMillis) {
        EventCursor cursor = events.ofGroups(List.of(group), Long.MIN_VALUE, Long.MAX_VALUE, EventOrder.OLDEST_FIRST);
        EventFields fields = new EventFields(List.of(field), NONE);
        fields.follow(cursor);
        Row row = Row.of(fields, 1);
        long first = Long.MAX_VALUE;
        long last = Long.MIN_VALUE;
        while (cursor.next()) {
            row.clear();
            if (cursor.ingestionTime() >= sinceMillis && row.get(0) != null) {
                first = Math.min(first, cursor.timestamp());
                last = cursor.timestamp();
            }
        }
        return first > last ? null : new FieldTimes(first, last);
    }
}
