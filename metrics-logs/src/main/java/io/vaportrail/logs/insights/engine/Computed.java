package io.vaportrail.logs.insights.engine;

import org.jspecify.annotations.Nullable;

/** The value of an expression for a row. */
@FunctionalInterface
interface Computed {
    /** The value, or {@code null} when there is none. */
    @Nullable Object value(Row row);

    /** The value as a number, {@link Double#NaN} when it is none. */
    default double number(Row row) {
        return Values.number(value(row));
    }

    /** Whether it holds; what is missing does not. */
    default boolean test(Row row) {
        return Values.truth(value(row));
    }

    /** The value as a text, or {@code null}. */
    default @Nullable String text(Row row) {
        return Values.text(value(row));
    }

    /**
     * The value as a text in UTF-8, where it lies.
     *
     * @return {@code false} when there is none
     */
    default boolean utf8(Row row, Utf8 into) {
        String text = text(row);
        if (text != null) {
            into.set(text);
        }
        return text != null;
    }

    /** Whether {@link #utf8} is cheaper than {@link #text}. */
    default boolean isUtf8() {
        return false;
    }

    /** A text of an event that lies there in UTF-8. */
    static Computed lying(int slot) {
        return new Computed() {
            @Override
            public @Nullable Object value(Row row) {
                return row.get(slot);
            }

            @Override
            public boolean utf8(Row row, Utf8 into) {
                return row.utf8(slot, into) || Computed.super.utf8(row, into);
            }

            @Override
            public boolean isUtf8() {
                return true;
            }
        };
    }

    /** A condition. */
    static Computed condition(Condition condition) {
        return new Computed() {
            @Override
            public Object value(Row row) {
                return condition.holds(row);
            }

            @Override
            public boolean test(Row row) {
                return condition.holds(row);
            }
        };
    }

    /** A number. */
    static Computed numeric(Numeric numeric) {
        return new Computed() {
            @Override
            public @Nullable Object value(Row row) {
                double number = numeric.of(row);
                return Double.isNaN(number) ? null : (Object) number;
            }

            @Override
            public double number(Row row) {
                return numeric.of(row);
            }
        };
    }

    /** What holds or does not. */
    @FunctionalInterface
    interface Condition {
        boolean holds(Row row);
    }

    /** What is a number, or {@link Double#NaN}. */
    @FunctionalInterface
    interface Numeric {
        double of(Row row);
    }
}
