package io.vaportrail.logs.insights.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A table that queries look things up in. It never changes. */
public interface LookupTable {
    /** The names of its columns, which differ. */
    List<String> columns();

    /**
     * Finds rows by the values of some columns.
     *
     * @param keys names of columns
     */
    Finder by(List<String> keys);

    /** Finds rows. */
    @FunctionalInterface
    interface Finder {
        /** The values of all columns of the row with these keys, or {@code null} when there is none. */
        @Nullable List<String> row(List<String> values);
    }

    /** Knows tables by name. */
    @FunctionalInterface
    interface Source {
        /** None. */
        Source NONE = name -> null;

        /** The table, or {@code null} when there is none of the name. */
        @Nullable LookupTable named(String name);
    }
}
