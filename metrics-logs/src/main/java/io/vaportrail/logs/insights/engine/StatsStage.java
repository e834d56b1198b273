package io.vaportrail.logs.insights.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code stats}: adds up the rows of each group. Groups come out in the order of their first rows, those by time the newest first.
 */
final class StatsStage extends Stage {
    private final Shape shape;
    private final RunMemory memory;
    private final Map<GroupKey, Aggregate[]> groups = new LinkedHashMap<>();
    private GroupKey probe;

    /**
     * What is added up.
     *
     * @param groups what tells groups apart
     * @param groupSlots where that goes in the rows that come out
     * @param makers what is added up
     * @param slots where that goes
     * @param columns what is computed of the results, in order, each with its slot
     * @param output slots of the rows that come out
     */
    record Shape(
            List<Computed> groups,
            List<Integer> groupSlots,
            List<Aggregate.Maker> makers,
            List<Integer> slots,
            List<Derived> columns,
            Scope output) {}

    /** A column of the results. */
    record Derived(int slot, Computed value) {}

    StatsStage(Stage next, Shape shape, RunMemory memory) {
        super(next);
        this.shape = shape;
        this.memory = memory;
        this.probe = new GroupKey(new Object[shape.groups.size()]);
    }

    /** The values that tell a group apart; it is changed until it is kept. */
    private static final class GroupKey {
        private final @Nullable Object[] values;

        GroupKey(@Nullable Object[] values) {
            this.values = values;
        }

        long weight() {
            long weight = RunMemory.OBJECT;
            for (Object value : values) {
                weight += RunMemory.weight(value);
            }
            return weight;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof GroupKey key && Arrays.equals(values, key.values);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(values);
        }
    }

    @Override
    void push(Row row) {
        for (int i = 0; i < probe.values.length; i++) {
            probe.values[i] = shape.groups.get(i).value(row);
        }
        Aggregate[] aggregates = groups.get(probe);
        if (aggregates == null) {
            aggregates = newGroup();
            groups.put(probe, aggregates);
            memory.use(probe.weight() + (aggregates.length + 2L) * RunMemory.OBJECT);
            probe = new GroupKey(new Object[probe.values.length]);
        }
        for (Aggregate aggregate : aggregates) {
            aggregate.add(row);
        }
    }

    private Aggregate[] newGroup() {
        Aggregate[] aggregates = new Aggregate[shape.makers.size()];
        for (int i = 0; i < aggregates.length; i++) {
            aggregates[i] = shape.makers.get(i).make();
        }
        return aggregates;
    }

    @Override
    void finish() {
        if (groups.isEmpty() && shape.groups.isEmpty()) {
            groups.put(probe, newGroup());
        }
        List<Map.Entry<GroupKey, Aggregate[]>> sorted = new ArrayList<>(groups.entrySet());
        sorted.sort(Comparator.comparingLong(StatsStage::time).reversed());
        for (Map.Entry<GroupKey, Aggregate[]> group : sorted) {
            next().push(row(group.getKey(), group.getValue()));
        }
        super.finish();
    }

    /** The time that a group is by, the same for all when it is by none. */
    private static long time(Map.Entry<GroupKey, Aggregate[]> group) {
        for (Object value : group.getKey().values) {
            if (value instanceof Timestamp time) {
                return time.millis();
            }
        }
        return Long.MIN_VALUE;
    }

    private Row row(GroupKey key, Aggregate[] aggregates) {
        Row row = Row.made(shape.output.size());
        for (int i = 0; i < key.values.length; i++) {
            row.set(shape.groupSlots.get(i), key.values[i]);
        }
        for (int i = 0; i < aggregates.length; i++) {
            row.set(shape.slots.get(i), aggregates[i].result());
        }
        for (Derived column : shape.columns) {
            row.set(column.slot, column.value.value(row));
        }
        return row;
    }
}
