package io.vaportrail.logs.insights.engine;

import io.vaportrail.logs.insights.regex.Bytes;
import io.vaportrail.logs.insights.regex.QueryRegex;
import io.vaportrail.logs.insights.regex.RegexMatcher;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Stages that look at one row at a time. */
final class RowStages {
    private RowStages() {}

    /** {@code filter}. */
    static final class Filter extends Stage {
        private final Computed condition;

        Filter(Stage next, Computed condition) {
            super(next);
            this.condition = condition;
        }

        @Override
        void push(Row row) {
            if (condition.test(row)) {
                next().push(row);
            }
        }
    }

    /** Counts the rows that match. */
    static final class Count extends Stage {
        private final RunStatistics statistics;

        Count(Stage next, RunStatistics statistics) {
            super(next);
            this.statistics = statistics;
        }

        @Override
        void push(Row row) {
            statistics.matched();
            next().push(row);
        }
    }

    /** {@code fields}: what has a name is computed once. */
    static final class Compute extends Stage {
        private final int slot;
        private final Computed value;

        Compute(Stage next, int slot, Computed value) {
            super(next);
            this.slot = slot;
            this.value = value;
        }

        @Override
        void push(Row row) {
            row.set(slot, value.value(row));
            next().push(row);
        }
    }

    /** {@code parse} by a regular expression; without a match there are no values. */
    static final class ParseRegex extends Stage {
        private final Computed source;
        private final RegexMatcher matcher;
        private final Utf8 text = new Utf8();
        private final List<Integer> groups;
        private final int[] slots;

        ParseRegex(Stage next, Computed source, QueryRegex regex, List<Integer> groups, int[] slots) {
            super(next);
            this.source = source;
            this.matcher = regex.matcher();
            this.groups = groups;
            this.slots = slots.clone();
        }

        @Override
        void push(Row row) {
            boolean found = source.utf8(row, text) && matcher.find(text.buffer(), text.offset(), text.length());
            for (int i = 0; i < slots.length; i++) {
                row.set(slots[i], found ? matcher.group(groups.get(i)) : null);
            }
            next().push(row);
        }
    }

    /** {@code parse} by a glob: each asterisk takes as little as it can, one at the end all there is. */
    static final class ParseGlob extends Stage {
        private final Computed source;
        private final List<byte[]> parts = new ArrayList<>();
        private final int[] slots;
        private final int[] starts;
        private final int[] ends;
        private final Utf8 text = new Utf8();

        ParseGlob(Stage next, Computed source, String glob, int[] slots) {
            super(next);
            this.source = source;
            for (String part : glob.split("\\*", -1)) {
                parts.add(part.getBytes(StandardCharsets.UTF_8));
            }
            this.slots = slots.clone();
            this.starts = new int[slots.length];
            this.ends = new int[slots.length];
        }

        @Override
        void push(Row row) {
            boolean found = source.utf8(row, text) && match();
            for (int i = 0; i < slots.length; i++) {
                row.set(
                        slots[i],
                        found
                                ? new String(text.buffer(), starts[i], ends[i] - starts[i], StandardCharsets.UTF_8)
                                : null);
            }
            next().push(row);
        }

        private boolean match() {
            int end = text.offset() + text.length();
            int first = Bytes.indexOf(text.buffer(), text.offset(), end, parts.get(0));
            int at = first + parts.get(0).length;
            for (int i = 1; first >= 0 && i < parts.size(); i++) {
                byte[] part = parts.get(i);
                boolean open = i == parts.size() - 1 && part.length == 0;
                int to = open ? end : Bytes.indexOf(text.buffer(), at, end, part);
                if (to < 0) {
                    return false;
                }
                starts[i - 1] = at;
                ends[i - 1] = to;
                at = to + part.length;
            }
            return first >= 0;
        }
    }

    /** {@code unnest}: a row for each element; one without a list stays as it is. */
    static final class Unnest extends Stage {
        private final Computed list;
        private final int slot;

        Unnest(Stage next, Computed list, int slot) {
            super(next);
            this.list = list;
            this.slot = slot;
        }

        @Override
        void push(Row row) {
            if (list.value(row) instanceof List<?> elements) {
                for (Object element : elements) {
                    row.set(slot, element);
                    next().push(row);
                }
            } else {
                row.set(slot, null);
                next().push(row);
            }
        }
    }

    /**
     * {@code dedup}: the first row of each combination; nothing is like nothing.
     *
     * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CWL_QuerySyntax-Dedup.html">dedup</a>
     */
    static final class Dedup extends Stage {
        private final List<Computed> keys;
        private final RunMemory memory;
        private final Set<List<String>> seen = new HashSet<>();

        Dedup(Stage next, List<Computed> keys, RunMemory memory) {
            super(next);
            this.keys = keys;
            this.memory = memory;
        }

        @Override
        void push(Row row) {
            List<String> values = new ArrayList<>(keys.size());
            for (Computed key : keys) {
                String text = key.text(row);
                if (text == null) {
                    next().push(row);
                    return;
                }
                values.add(text);
            }
            if (seen.add(values)) {
                memory.use(2 * RunMemory.OBJECT);
                values.forEach(memory::useText);
                next().push(row);
            }
        }
    }

    /** {@code limit}. */
    static final class First extends Stage {
        private final int count;
        private int passed;

        First(Stage next, int count) {
            super(next);
            this.count = count;
        }

        @Override
        void push(Row row) {
            if (passed < count) {
                passed++;
                next().push(row);
            }
        }
    }

    /** {@code tail}. */
    static final class Last extends Stage {
        private final int count;
        private final RunMemory memory;
        private final Deque<Row> rows = new ArrayDeque<>();

        Last(Stage next, int count, RunMemory memory) {
            super(next);
            this.count = count;
            this.memory = memory;
        }

        @Override
        void push(Row row) {
            if (rows.size() == count) {
                memory.use(-rows.removeFirst().weight());
            }
            Row copy = row.copy();
            memory.use(copy.weight());
            rows.addLast(copy);
        }

        @Override
        void finish() {
            rows.forEach(next()::push);
            super.finish();
        }
    }
}
