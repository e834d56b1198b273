package io.vaportrail.metrics.math;

import io.vaportrail.core.metric.MetricDimension;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Labels with placeholders, for example {@code ${MAX}} or {@code ${PROP('Dim.QueueName')}}. What is no placeholder stays as it is.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/graph-dynamic-labels.html">Dynamic labels</a>
 */
final class DynamicLabel {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([A-Z_]+)(?:\\('([^']*)'\\))?\\}");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'XXX", Locale.ROOT);
    private static final int DECIMALS = 3;
    private static final String DIMENSION = "Dim.";

    private final TimeSeries series;
    private final String defaultLabel;
    private final long now;
    private final ZoneOffset zone;

    /** A label for a series. */
    DynamicLabel(TimeSeries series, String defaultLabel, long nowMillis, ZoneOffset zone) {
        this.series = series;
        this.defaultLabel = defaultLabel;
        this.now = nowMillis / 1000;
        this.zone = zone;
    }

    String fill(String template) {
        Matcher matcher = PLACEHOLDER.matcher(template);
        StringBuilder filled = new StringBuilder();
        while (matcher.find()) {
            String argument = matcher.group(2);
            String value = argument == null ? value(matcher.group(1)) : property(argument);
            matcher.appendReplacement(filled, Matcher.quoteReplacement(value == null ? matcher.group() : value));
        }
        return matcher.appendTail(filled).toString();
    }

    private @Nullable String property(String name) {
        TimeSeries.Origin origin = series.origin();
        if (origin == null) {
            return name.equals("Period") ? String.valueOf(series.period()) : "";
        }
        if (name.startsWith(DIMENSION)) {
            for (MetricDimension dimension : origin.metric().dimensions()) {
                if (dimension.name().equals(name.substring(DIMENSION.length()))) {
                    return dimension.value();
                }
            }
            return "";
        }
        return switch (name) {
            case "AccountId", "AccountLabel" -> origin.metric().accountId();
            case "MetricName" -> origin.metric().metricName();
            case "Namespace" -> origin.metric().namespace();
            case "Period" -> String.valueOf(series.period());
            case "Region" -> origin.metric().region();
            case "Stat" -> origin.statistic();
            default -> null;
        };
    }

    private @Nullable String value(String name) {
        if (name.equals("LABEL")) {
            return defaultLabel;
        }
        if (name.equals("DATAPOINT_COUNT")) {
            return String.valueOf(series.size());
        }
        if (series.size() == 0) {
            return known(name, 0, 0) == null ? null : "--";
        }
        int least = 0;
        int greatest = 0;
        for (int i = 1; i < series.size(); i++) {
            least = series.values()[i] < series.values()[least] ? i : least;
            greatest = series.values()[i] > series.values()[greatest] ? i : greatest;
        }
        return known(name, least, greatest);
    }

    private @Nullable String known(String name, int least, int greatest) {
        int last = series.size() - 1;
        return switch (name) {
            case "AVG" -> number(Aggregates.AVG.of(series.values(), series.size()));
            case "SUM" -> number(Aggregates.SUM.of(series.values(), series.size()));
            case "MIN" -> number(at(least));
            case "MAX" -> number(at(greatest));
            case "FIRST" -> number(at(0));
            case "LAST" -> number(at(last));
            case "FIRST_LAST_RANGE" -> number(at(last) - at(0));
            case "MIN_MAX_RANGE" -> number(at(greatest) - at(least));
            case "FIRST_TIME" -> time(0);
            case "LAST_TIME" -> time(last);
            case "MIN_TIME" -> time(least);
            case "MAX_TIME" -> time(greatest);
            case "FIRST_TIME_RELATIVE" -> span(now, timeAt(0));
            case "LAST_TIME_RELATIVE" -> span(now, timeAt(last));
            case "MIN_TIME_RELATIVE" -> span(now, timeAt(least));
            case "MAX_TIME_RELATIVE" -> span(now, timeAt(greatest));
            case "FIRST_LAST_TIME_RANGE" -> span(timeAt(last), timeAt(0));
            case "MIN_MAX_TIME_RANGE" -> span(timeAt(greatest), timeAt(least));
            default -> null;
        };
    }

    private double at(int index) {
        return series.size() == 0 ? 0 : series.values()[index];
    }

    private long timeAt(int index) {
        return series.size() == 0 ? 0 : series.times()[index];
    }

    private String time(int index) {
        return TIME.format(Instant.ofEpochSecond(timeAt(index)).atOffset(zone));
    }

    private static String span(long one, long other) {
        Duration span = Duration.ofSeconds(Math.abs(one - other));
        StringBuilder text = new StringBuilder();
        append(text, span.toDays(), "d");
        append(text, span.toHoursPart(), "h");
        append(text, span.toMinutesPart(), "m");
        append(text, span.toSecondsPart(), "s");
        return text.length() == 0 ? "0s" : text.toString();
    }

    private static void append(StringBuilder text, long amount, String unit) {
        if (amount > 0) {
            text.append(text.length() == 0 ? "" : " ").append(amount).append(unit);
        }
    }

    private static String number(double value) {
        if (!Double.isFinite(value)) {
            return "--";
        }
        BigDecimal rounded = BigDecimal.valueOf(value).setScale(DECIMALS, RoundingMode.HALF_UP);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }
}
