package io.vaportrail.metrics.math;

import io.vaportrail.metrics.math.Value.Scalar;
import io.vaportrail.metrics.math.Value.Several;
import io.vaportrail.metrics.math.Value.Single;

/** Operators over numbers, time series and arrays of them. */
final class Operators {
    private Operators() {}

    static Value apply(Operator operator, Value left, Value right) throws MathException {
        if (left instanceof Scalar one && right instanceof Scalar other) {
            return new Scalar(operator.apply(one.number(), other.number()));
        }
        if (left instanceof Several && right instanceof Several) {
            throw new MathException("Unsupported operand type(s) for " + operator.symbol() + ": '" + left.kind()
                    + "' and '" + right.kind() + "'");
        }
        if (right instanceof Scalar number) {
            return left.each(series -> series.map(value -> operator.apply(value, number.number())));
        }
        if (left instanceof Scalar number) {
            return right.each(series -> series.map(value -> operator.apply(number.number(), value)));
        }
        if (right instanceof Single other) {
            return left.each(series -> series.combine(other.series(), operator::apply));
        }
        TimeSeries one = ((Single) left).series();
        return right.each(series -> one.combine(series, operator::apply).labelled(series.label()));
    }

    static Value negate(Value operand) throws MathException {
        return operand instanceof Scalar number
                ? new Scalar(-number.number())
                : operand.each(series -> series.map(value -> -value));
    }
}
