package io.vaportrail.metrics.widget;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;

/**
 * An axis: from the least to the greatest value, with round numbers on the way.
 *
 * @param min at the bottom
 * @param max at the top
 */
record Scale(double min, double max) {
    private static final int TICKS = 5;
    private static final double THOUSAND = 1000;
    private static final String SUFFIXES = " KMGT";
    private static final int DIGITS = 3;

    /** A scale that values fit in, with what is asked for at its ends. */
    static Scale of(double least, double greatest, WidgetSpec.Axis asked) {
        double low = Double.isFinite(least) ? Math.min(0, least) : 0;
        double high = Double.isFinite(greatest) ? greatest : 1;
        low = asked.min() == null ? low : asked.min();
        high = asked.max() == null ? high + (high - low) / (2 * TICKS) : asked.max();
        return new Scale(low, high > low ? high : low + 1);
    }

    /** Round numbers within. */
    List<Double> ticks() {
        double rough = (max - min) / TICKS;
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        double step = power;
        for (double factor : new double[] {1, 2, 5, 10}) {
            step = factor * power;
            if (step >= rough) {
                break;
            }
        }
        List<Double> ticks = new ArrayList<>();
        for (double tick = Math.ceil(min / step) * step; tick <= max && ticks.size() <= 2 * TICKS; tick += step) {
            ticks.add(Math.abs(tick) < step / THOUSAND ? 0 : tick);
        }
        return ticks;
    }

    /** How far up a value is: 0 at the bottom, 1 at the top. */
    double share(double value) {
        return (value - min) / (max - min);
    }

    /** A number in few letters. */
    static String text(double value) {
        double shown = value;
        int suffix = 0;
        while (Math.abs(shown) >= THOUSAND && suffix < SUFFIXES.length() - 1) {
            shown /= THOUSAND;
            suffix++;
        }
        BigDecimal rounded = BigDecimal.valueOf(shown).round(new MathContext(DIGITS));
        String plain =
                rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
        return suffix == 0 ? plain : plain + SUFFIXES.charAt(suffix);
    }
}
