package io.vaportrail.logs.insights.engine;

import org.jspecify.annotations.Nullable;

/** Adds up values of many rows. */
interface Aggregate {
    /** Takes a row. */
    void add(Row row);

    /** What it comes to, or {@code null} when there was nothing to add up. */
    @Nullable Object result();

    /** Makes one for each group of rows. */
    @FunctionalInterface
    interface Maker {
        Aggregate make();
    }
}
