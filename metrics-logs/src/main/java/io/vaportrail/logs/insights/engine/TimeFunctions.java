package io.vaportrail.logs.insights.engine;

import io.vaportrail.logs.insights.language.Period;
import java.util.Set;

/** Functions of time. */
final class TimeFunctions {
    private static final Set<String> NAMES = Set.of("bin", "datefloor", "dateceil", "frommillis", "tomillis", "now");

    private TimeFunctions() {}

    static boolean isOne(String name) {
        return NAMES.contains(name);
    }

    static Computed floor(Computed time, Period period) {
        return row -> {
            double millis = time.number(row);
            return Double.isNaN(millis) ? null : new Timestamp(period.floor((long) millis));
        };
    }

    static Computed ceil(Computed time, Period period) {
        return row -> {
            double millis = time.number(row);
            return Double.isNaN(millis) ? null : new Timestamp(period.ceil((long) millis));
        };
    }

    static Computed fromMillis(Computed value) {
        return row -> {
            double millis = value.number(row);
            return Double.isNaN(millis) ? null : new Timestamp((long) millis);
        };
    }
}
