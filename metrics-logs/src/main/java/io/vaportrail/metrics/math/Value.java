package io.vaportrail.metrics.math;

import java.util.ArrayList;
import java.util.List;

/** What a part of an expression comes to. */
public sealed interface Value {
    /** What messages call its kind. */
    String kind();

    /** A number. */
    record Scalar(double number) implements Value {
        @Override
        public String kind() {
            return "Scalar";
        }
    }

    /** One time series. */
    record Single(TimeSeries series) implements Value {
        @Override
        public String kind() {
            return "TimeSeries";
        }
    }

    /** Several time series. */
    record Several(List<TimeSeries> series) implements Value {
        @Override
        public String kind() {
            return "TimeSeries[]";
        }
    }

    /** The time series that it is made of; none for a number. */
    default List<TimeSeries> all() {
        if (this instanceof Single single) {
            return List.of(single.series());
        }
        return this instanceof Several several ? several.series() : List.of();
    }

    /** A change of each time series, which keeps the kind. */
    @FunctionalInterface
    interface Change {
        /** The changed series. */
        TimeSeries of(TimeSeries series) throws MathException;
    }

    /** Every time series changed. */
    default Value each(Change change) throws MathException {
        if (this instanceof Single single) {
            return new Single(change.of(single.series()));
        }
        List<TimeSeries> changed = new ArrayList<>();
        for (TimeSeries series : all()) {
            changed.add(change.of(series));
        }
        return new Several(changed);
    }
}
