package io.vaportrail.logs.insights.engine;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
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
        private final Pattern regex;
        private final List<Integer> groups;
        private final int[] slots;

        ParseRegex(Stage next, Computed source, Pattern regex, List<Integer> groups, int[] slots) {
            super(next);
            this.source = source;
            this.regex = regex;
            this.groups = groups;
            this.slots = slots.clone();
        }

        @Override
        void push(Row row) {
            String text = source.text(row);
            Matcher matcher = regex.matcher(text == null ? "" : text);
            boolean found = text != null && matcher.find();
            for (int i = 0; i < slots.length; i++) {
                row.set(slots[i], found ? matcher.group(groups.get(i)) : null);
            }
            next().push(row);
        }
    }

    /** {@code parse} by a glob: each asterisk takes as little as it can, one at the end all there is. */
    static final class ParseGlob extends Stage {
        private final Computed source;
        private final String[] parts;
        private final int[] slots;
        private final String[] values;

        ParseGlob(Stage next, Computed source, String glob, int[] slots) {
            super(next);
            this.source = source;
            this.parts = glob.split("\\*", -1);
            this.slots = slots.clone();
            this.values = new String[slots.length];
        }

        @Override
        void push(Row row) {
            String text = source.text(row);
            boolean found = text != null && match(text);
            for (int i = 0; i < slots.length; i++) {
                row.set(slots[i], found ? values[i] : null);
            }
            next().push(row);
        }

        private boolean match(String text) {
            int first = text.indexOf(parts[0]);
            int at = first + parts[0].length();
            for (int i = 1; first >= 0 && i < parts.length; i++) {
                boolean open = i == parts.length - 1 && parts[i].isEmpty();
                int to = open ? text.length() : text.indexOf(parts[i], at);
                if (to < 0) {
                    return false;
                }
                values[i - 1] = text.substring(at, to);
                at = to + parts[i].length();
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
