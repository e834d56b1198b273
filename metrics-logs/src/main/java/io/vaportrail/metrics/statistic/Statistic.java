package io.vaportrail.metrics.statistic;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A statistic, as GetMetricData takes it.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Statistics-definitions.html">Statistics</a>
 */
public final class Statistic {
    private static final double HUNDRED = 100;
    private static final String NUMBER = "(\\d+(?:\\.\\d{1,10})?)";
    private static final Pattern ONE_BOUND = Pattern.compile("(p|tm|wm|tc|ts)\\(?" + NUMBER + "(\\)?)");
    private static final String BOUND = "(-?\\d+(?:\\.\\d{1,10})?(?:[eE][+-]?\\d+)?)?(%?)";
    private static final Pattern TWO_BOUNDS = Pattern.compile("(TM|WM|TC|TS|PR)\\(" + BOUND + ":" + BOUND + "\\)");
    private static final double QUARTER = 25;

    private static final Statistic SAMPLE_COUNT = new Statistic("SampleCount", Kind.SAMPLE_COUNT, 0, HUNDRED, true);
    private static final Statistic SUM = new Statistic("Sum", Kind.SUM, 0, HUNDRED, true);
    private static final Statistic AVERAGE = new Statistic("Average", Kind.AVERAGE, 0, HUNDRED, true);
    private static final Statistic MINIMUM = new Statistic("Minimum", Kind.MINIMUM, 0, HUNDRED, true);
    private static final Statistic MAXIMUM = new Statistic("Maximum", Kind.MAXIMUM, 0, HUNDRED, true);

    private final String name;
    private final Kind kind;
    private final double low;
    private final double high;
    private final boolean percent;

    /** What is computed. */
    private enum Kind {
        SAMPLE_COUNT,
        SUM,
        AVERAGE,
        MINIMUM,
        MAXIMUM,
        PERCENTILE,
        TRIMMED_MEAN,
        WINSORIZED_MEAN,
        TRIMMED_COUNT,
        TRIMMED_SUM,
        PERCENTILE_RANK
    }

    private Statistic(String name, Kind kind, double low, double high, boolean percent) {
        this.name = name;
        this.kind = kind;
        this.low = low;
        this.high = high;
        this.percent = percent;
    }

    /**
     * Reads a statistic, for example {@code Sum}, {@code p99.9}, {@code TM(10%:90%)}, {@code IQM}.
     *
     * @return {@code null} when there is no such statistic
     */
    public static @Nullable Statistic parse(String text) {
        Statistic basic = basic(text);
        if (basic != null) {
            return basic;
        }
        if (text.equals("IQM")) {
            return new Statistic(text, Kind.TRIMMED_MEAN, QUARTER, HUNDRED - QUARTER, true);
        }
        Matcher one = ONE_BOUND.matcher(text);
        if (one.matches()) {
            double bound = Double.parseDouble(one.group(2));
            boolean closed = text.indexOf('(') >= 0 == !one.group(3).isEmpty();
            return bound > HUNDRED || !closed ? null : new Statistic(text, kind(one.group(1)), 0, bound, true);
        }
        Matcher two = TWO_BOUNDS.matcher(text);
        return two.matches() ? range(text, two) : null;
    }

    /** Reads one of the five basic statistics, or gives {@code null}. */
    public static @Nullable Statistic basic(String text) {
        return switch (text) {
            case "SampleCount" -> SAMPLE_COUNT;
            case "Sum" -> SUM;
            case "Average" -> AVERAGE;
            case "Minimum" -> MINIMUM;
            case "Maximum" -> MAXIMUM;
            default -> null;
        };
    }

    private static Kind kind(String abbreviation) {
        return switch (abbreviation.toLowerCase(Locale.ROOT)) {
            case "p" -> Kind.PERCENTILE;
            case "tm" -> Kind.TRIMMED_MEAN;
            case "wm" -> Kind.WINSORIZED_MEAN;
            case "tc" -> Kind.TRIMMED_COUNT;
            case "ts" -> Kind.TRIMMED_SUM;
            default -> Kind.PERCENTILE_RANK;
        };
    }

    private static @Nullable Statistic range(String text, Matcher match) {
        String low = match.group(2);
        String high = match.group(4);
        boolean lowPercent = !match.group(3).isEmpty();
        boolean highPercent = !match.group(5).isEmpty();
        boolean strayPercent = low == null && lowPercent || high == null && highPercent;
        boolean mixed = low != null && high != null && lowPercent != highPercent;
        if (low == null && high == null || strayPercent || mixed) {
            return null;
        }
        boolean percent = lowPercent || highPercent;
        double from = low == null ? percent ? 0 : Double.NEGATIVE_INFINITY : Double.parseDouble(low);
        double to = high == null ? percent ? HUNDRED : Double.POSITIVE_INFINITY : Double.parseDouble(high);
        boolean outside = percent && (from < 0 || to > HUNDRED);
        Kind kind = kind(match.group(1));
        return from > to || outside || percent && kind == Kind.PERCENTILE_RANK
                ? null
                : new Statistic(text, kind, from, to, percent);
    }

    /** As it was written. */
    public String name() {
        return name;
    }

    /** Whether the single values are needed; count, sum, least and greatest do for the basic statistics. */
    boolean needsValues() {
        return kind.compareTo(Kind.PERCENTILE) >= 0;
    }

    /** The statistic of a period that is not empty; NaN where it cannot be told. */
    double of(PeriodValues period) {
        return switch (kind) {
            case SAMPLE_COUNT -> period.count();
            case SUM -> period.sum();
            case AVERAGE -> period.sum() / period.count();
            case MINIMUM -> period.minimum();
            case MAXIMUM -> period.maximum();
            default -> period.hasDistribution() ? ofDistribution(period) : Double.NaN;
        };
    }

    private double ofDistribution(PeriodValues period) {
        if (kind == Kind.PERCENTILE) {
            return percentile(period, high);
        }
        Trim trim = percent ? Trim.byRank(period, low / HUNDRED, high / HUNDRED) : Trim.byValue(period, low, high);
        return switch (kind) {
            case TRIMMED_COUNT -> trim.count();
            case TRIMMED_SUM -> trim.sum();
            case TRIMMED_MEAN -> trim.count() == 0 ? Double.NaN : trim.sum() / trim.count();
            case PERCENTILE_RANK -> trim.count() / period.count() * HUNDRED;
            default -> winsorized(period, trim);
        };
    }

    private double winsorized(PeriodValues period, Trim trim) {
        double least = percent ? percentile(period, low) : low;
        double greatest = percent ? percentile(period, high) : high;
        double below = trim.below() == 0 ? 0 : trim.below() * least;
        double above = trim.above() == 0 ? 0 : trim.above() * greatest;
        return (trim.sum() + below + above) / period.count();
    }

    /** The least value that so many percent of all do not exceed. */
    private static double percentile(PeriodValues period, double percentage) {
        double rank = period.count() * percentage / HUNDRED;
        double seen = 0;
        int last = period.size() - 1;
        for (int i = 0; i < last; i++) {
            seen += period.count(i);
            // A hair of slack: 0.29 * 100 is a little more than 29 in binary.
            if (seen >= rank - rank * Math.ulp(HUNDRED)) {
                return period.value(i);
            }
        }
        return period.value(last);
    }
}
