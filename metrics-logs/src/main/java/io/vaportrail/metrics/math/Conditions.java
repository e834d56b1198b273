package io.vaportrail.metrics.math;

import io.vaportrail.metrics.math.Value.Scalar;
import io.vaportrail.metrics.math.Value.Single;
import org.jspecify.annotations.Nullable;

/** IF: for each value of the condition one of two, as the table of the user guide says. */
final class Conditions {
    private Conditions() {}

    static Value choose(Value condition, Value whenTrue, @Nullable Value whenFalse) throws MathException {
        if (condition instanceof Scalar number) {
            return chooseAll(number.number() != 0, whenTrue, whenFalse);
        }
        if (!(condition instanceof Single single)) {
            throw wrong("condition", condition);
        }
        TimeSeries series = single.series();
        double[] values = new double[series.size()];
        for (int i = 0; i < values.length; i++) {
            long time = series.times()[i];
            if (series.values()[i] != 0) {
                double value = at(whenTrue, time);
                // As documented: a missing value counts as zero where the condition holds.
                values[i] = Double.isNaN(value) ? 0 : value;
            } else {
                values[i] = whenFalse == null ? Double.NaN : at(whenFalse, time);
            }
        }
        return new Single(series.with(series.times(), values));
    }

    private static Value chooseAll(boolean condition, Value whenTrue, @Nullable Value whenFalse) throws MathException {
        if (condition) {
            return whenTrue;
        }
        if (whenFalse != null) {
            return whenFalse;
        }
        if (whenTrue instanceof Single single) {
            return new Single(single.series().with(new long[0], new double[0]));
        }
        throw wrong("second argument", whenTrue);
    }

    private static double at(Value value, long time) throws MathException {
        if (value instanceof Scalar number) {
            return number.number();
        }
        if (value instanceof Single single) {
            return single.series().at(time);
        }
        throw wrong("arguments", value);
    }

    private static MathException wrong(String what, Value value) {
        return new MathException("The " + what + " of IF must be a time series or a scalar, not " + value.kind());
    }
}
