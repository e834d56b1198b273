package io.vaportrail.logs.insights.engine;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The values of one event, or of one line of a result, in numbered slots. Fields of events are read when first asked for. */
final class Row {
    private static final Object UNREAD = new Object();

    private final @Nullable Object[] slots;
    private final @Nullable EventFields event;

    private Row(@Nullable Object[] slots, @Nullable EventFields event) {
        this.slots = slots;
        this.event = event;
    }

    /** A row that is not of an event. */
    static Row made(int size) {
        return new Row(new Object[size], null);
    }

    /** A row that stands for the event that the fields are at. */
    static Row of(EventFields event, int size) {
        return new Row(new Object[size], event);
    }

    /** Forgets what was read, for the next event. */
    void clear() {
        Arrays.fill(slots, UNREAD);
    }

    @Nullable Object get(int slot) {
        Object value = slots[slot];
        if (value != UNREAD) {
            return value;
        }
        EventFields fields = event;
        if (fields == null) {
            return null;
        }
        slots[slot] = null;
        fields.read(slot, slots);
        return slots[slot];
    }

    /** Where the text lies that a slot would be filled with; {@code false} when it has to be asked for. */
    boolean utf8(int slot, Utf8 into) {
        return slots[slot] == UNREAD && event != null && event.utf8(slot, into);
    }

    void set(int slot, @Nullable Object value) {
        slots[slot] = value;
    }

    /** A row with the same values that stays when the event is gone. */
    Row copy() {
        for (int i = 0; i < slots.length; i++) {
            get(i);
        }
        return new Row(slots.clone(), null);
    }

    /** Roughly what a copy takes, in bytes. */
    long weight() {
        long weight = RunMemory.OBJECT;
        for (Object value : slots) {
            weight += RunMemory.weight(value);
        }
        return weight;
    }
}
