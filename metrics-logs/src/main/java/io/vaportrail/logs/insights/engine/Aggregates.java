package io.vaportrail.logs.insights.engine;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The functions that add up.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CWL_QuerySyntax-Stats.html">stats</a>
 */
final class Aggregates {
    private static final int FIRST_VALUES = 16;
    private static final double PERCENT = 100;

    private Aggregates() {}

    /** Rows, or rows that have a value. */
    static final class Count implements Aggregate {
        private final @Nullable Computed value;
        private long count;

        Count(@Nullable Computed value) {
            this.value = value;
        }

        @Override
        public void add(Row row) {
            if (value == null || value.value(row) != null) {
                count++;
            }
        }

        @Override
        public Object result() {
            return (double) count;
        }
    }

    /** Different values. */
    static final class CountDistinct implements Aggregate {
        private final Computed value;
        private final RunMemory memory;
        private final Set<String> seen = new HashSet<>();

        CountDistinct(Computed value, RunMemory memory) {
            this.value = value;
            this.memory = memory;
        }

        @Override
        public void add(Row row) {
            String text = value.text(row);
            if (text != null && seen.add(text)) {
                memory.useText(text);
            }
        }

        @Override
        public Object result() {
            return (double) seen.size();
        }
    }

    /** Sum, mean and standard deviation of numbers, by Welford's method. */
    static final class Moments implements Aggregate {
        private final Computed value;
        private final Kind kind;
        private long count;
        private double sum;
        private double mean;
        private double squares;

        /** Which of them. */
        enum Kind {
            SUM,
            AVG,
            STDDEV
        }

        Moments(Computed value, Kind kind) {
            this.value = value;
            this.kind = kind;
        }

        @Override
        public void add(Row row) {
            double number = value.number(row);
            if (Double.isNaN(number)) {
                return;
            }
            count++;
            sum += number;
            double delta = number - mean;
            mean += delta / count;
            squares += delta * (number - mean);
        }

        @Override
        public @Nullable Object result() {
            if (count == 0) {
                return null;
            }
            return switch (kind) {
                case SUM -> sum;
                case AVG -> sum / count;
                case STDDEV -> count == 1 ? 0.0 : Math.sqrt(squares / (count - 1));
            };
        }
    }

    /** The greatest or least value: among numbers if there are any. */
    static final class Extreme implements Aggregate {
        private final Computed value;
        private final boolean greatest;
        private double number = Double.NaN;
        private @Nullable String text;

        Extreme(Computed value, boolean greatest) {
            this.value = value;
            this.greatest = greatest;
        }

        @Override
        public void add(Row row) {
            Object next = value.value(row);
            double candidate = Values.number(next);
            if (!Double.isNaN(candidate)) {
                boolean better = greatest ? candidate > number : candidate < number;
                number = Double.isNaN(number) || better ? candidate : number;
            } else if (next != null) {
                String other = String.valueOf(Values.text(next));
                text = text == null || other.compareTo(text) > 0 == greatest ? other : text;
            }
        }

        @Override
        public @Nullable Object result() {
            return Double.isNaN(number) ? text : (Object) number;
        }
    }

    /** The value that so many percent of the numbers do not exceed. */
    static final class Percentile implements Aggregate {
        private final Computed value;
        private final double percent;
        private final RunMemory memory;
        private double[] numbers = new double[FIRST_VALUES];
        private int count;

        Percentile(Computed value, double percent, RunMemory memory) {
            this.memory = memory;
            this.value = value;
            this.percent = percent;
        }

        @Override
        public void add(Row row) {
            double number = value.number(row);
            if (Double.isNaN(number)) {
                return;
            }
            if (count == numbers.length) {
                memory.use((long) count * Double.BYTES);
                numbers = Arrays.copyOf(numbers, count * 2);
            }
            numbers[count++] = number;
        }

        /** By the nearest rank. */
        @Override
        public @Nullable Object result() {
            if (count == 0) {
                return null;
            }
            Arrays.sort(numbers, 0, count);
            int rank = (int) Math.ceil(percent / PERCENT * count);
            return numbers[Math.max(rank, 1) - 1];
        }
    }

    /** The value of the row with the first or last key: of time, or of the value itself in the order of sort. */
    static final class First implements Aggregate {
        private final Computed value;
        private final Computed key;
        private final boolean last;
        private @Nullable Object best;
        private @Nullable Object bestKey;

        First(Computed value, Computed key, boolean last) {
            this.value = value;
            this.key = key;
            this.last = last;
        }

        @Override
        public void add(Row row) {
            Object next = value.value(row);
            if (next == null) {
                return;
            }
            Object nextKey = key.value(row);
            int order = bestKey == null ? -1 : Values.order(nextKey, bestKey);
            if (bestKey == null || (last ? order > 0 : order < 0)) {
                best = next;
                bestKey = nextKey;
            }
        }

        @Override
        public @Nullable Object result() {
            return best;
        }
    }
}
