package io.vaportrail.logs.insights.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/** {@code sort}. Rows that are equal stay in their order; no more are kept than are wanted in the end. */
final class SortStage extends Stage {
    private final List<Computed> keys;
    private final boolean[] descending;
    private final int most;
    private final RunMemory memory;
    private final PriorityQueue<Entry> entries = new PriorityQueue<>((a, b) -> compare(b, a));
    private final @Nullable Object[] probe;
    private int count;

    /**
     * A sort.
     *
     * @param most how many rows are wanted
     */
    SortStage(Stage next, List<Computed> keys, boolean[] descending, int most, RunMemory memory) {
        super(next);
        this.keys = keys;
        this.descending = descending.clone();
        this.most = most;
        this.memory = memory;
        this.probe = new Object[descending.length];
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared as such
    private record Entry(@Nullable Object[] keys, int number, Row row) {}

    private int compare(Entry a, Entry b) {
        int order = compare(a.keys, b.keys);
        return order != 0 ? order : Integer.compare(a.number, b.number);
    }

    private int compare(@Nullable Object[] a, @Nullable Object[] b) {
        for (int i = 0; i < descending.length; i++) {
            int order = Values.order(a[i], b[i]);
            if (order != 0) {
                return descending[i] ? -order : order;
            }
        }
        return 0;
    }

    @Override
    void push(Row row) {
        for (int i = 0; i < probe.length; i++) {
            probe[i] = keys.get(i).value(row);
        }
        Entry worst = entries.size() < most ? null : entries.peek();
        if (worst != null && compare(probe, worst.keys) >= 0) {
            return;
        }
        if (worst != null) {
            memory.use(-worst.row.weight());
            entries.poll();
        }
        Row copy = row.copy();
        memory.use(copy.weight());
        entries.add(new Entry(probe.clone(), count++, copy));
    }

    @Override
    void finish() {
        List<Entry> sorted = new ArrayList<>(entries);
        entries.clear();
        sorted.sort(this::compare);
        for (Entry entry : sorted) {
            next().push(entry.row);
        }
        super.finish();
    }
}
