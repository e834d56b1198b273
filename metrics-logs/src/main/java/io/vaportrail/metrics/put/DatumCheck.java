package io.vaportrail.metrics.put;

import io.vaportrail.metrics.MetricErrors;
import io.vaportrail.metrics.MetricLimits;
import io.vaportrail.model.cloudwatch.Dimension;
import io.vaportrail.model.cloudwatch.MetricDatum;
import io.vaportrail.model.cloudwatch.StatisticSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What a request's values must be beyond the model. Everything wrong of one kind is told together, a line each. */
final class DatumCheck {
    private static final char FIRST_PRINTABLE = 0x20;
    private static final char LAST_ASCII = 0x7e;

    private final long now;
    private final List<String> values = new ArrayList<>();
    private final List<String> combinations = new ArrayList<>();
    private int metrics;

    DatumCheck(long now) {
        this.now = now;
    }

    void all(List<MetricDatum> data, String collection) {
        metrics += data.size();
        if (metrics > MetricLimits.PUT_METRICS) {
            throw MetricErrors.invalidValue(
                    "The collection MetricData must not have a size greater than " + MetricLimits.PUT_METRICS + ".");
        }
        for (int i = 0; i < data.size(); i++) {
            check(data.get(i), collection + ".member." + (i + 1));
        }
    }

    /** Tells what was found. */
    void finish() {
        if (!combinations.isEmpty()) {
            throw MetricErrors.invalidCombination(String.join("\n", combinations));
        }
        if (!values.isEmpty()) {
            throw MetricErrors.invalidValue(String.join("\n", values));
        }
    }

    private void check(MetricDatum datum, String path) {
        Instant timestamp = datum.timestamp();
        if (timestamp != null) {
            checkTime(timestamp, path);
        }
        Integer resolution = datum.storageResolution();
        if (resolution != null && resolution != 1 && resolution != 60) {
            values.add("The parameter " + path + ".StorageResolution must be a value in the set [ 1, 60 ].");
        }
        checkText(datum.metricName(), path + ".MetricName");
        List<Dimension> dimensions = datum.dimensions();
        if (dimensions != null) {
            checkDimensions(dimensions, path + ".Dimensions.member.");
        }
        checkForm(datum, path);
    }

    private void checkTime(Instant timestamp, String path) {
        long millis = timestamp.toEpochMilli();
        if (millis < now - MetricLimits.PUT_OLDEST_MILLIS) {
            values.add("The parameter " + path + ".Timestamp must specify a time within the past two weeks.");
        } else if (millis > now + MetricLimits.PUT_NEWEST_MILLIS) {
            values.add(
                    "The parameter " + path + ".Timestamp must specify a time no more than two hours in the future.");
        }
    }

    private void checkDimensions(List<Dimension> dimensions, String path) {
        Set<String> names = new HashSet<>();
        int number = 1;
        for (Dimension dimension : dimensions) {
            checkText(dimension.name(), path + number + ".Name");
            checkText(dimension.value(), path + number + ".Value");
            if (dimension.name().startsWith(":") || !names.add(dimension.name())) {
                values.add(invalid(dimension.name(), path + number + ".Name"));
            }
            number++;
        }
    }

    /** Names and values are of printable ASCII characters, one of them at least no space. */
    private void checkText(String text, String path) {
        boolean wrong = text.isBlank();
        for (int i = 0; i < text.length() && !wrong; i++) {
            wrong = text.charAt(i) < FIRST_PRINTABLE || text.charAt(i) > LAST_ASCII;
        }
        if (wrong) {
            values.add(invalid(text, path));
        }
    }

    private void checkForm(MetricDatum datum, String path) {
        int forms = 0;
        Double value = datum.value();
        if (value != null) {
            forms++;
            checkValue(value, path + ".Value");
        }
        StatisticSet set = datum.statisticValues();
        if (set != null) {
            forms++;
            checkSet(set, path + ".StatisticValues");
        }
        if (datum.values() != null && !datum.values().isEmpty()) {
            forms++;
        }
        checkValues(datum, path);
        if (forms == 0) {
            combinations.add("At least one of the parameters " + path + ".Value, " + path + ".Values and " + path
                    + ".StatisticValues must be specified.");
        } else if (forms > 1) {
            String other = set != null ? ".StatisticValues" : ".Values";
            String one = value != null ? ".Value" : ".Values";
            combinations.add("The parameters " + path + one + " and " + path + other
                    + " are mutually exclusive and you have specified both.");
        }
    }

    private void checkValues(MetricDatum datum, String path) {
        List<Double> given = datum.values() == null ? List.of() : datum.values();
        List<Double> counts = datum.counts() == null ? List.of() : datum.counts();
        if (given.size() > MetricLimits.PUT_VALUES) {
            values.add("The collection " + path + ".Values must not have a size greater than " + MetricLimits.PUT_VALUES
                    + ".");
            return;
        }
        if (!counts.isEmpty() && counts.size() != given.size()) {
            combinations.add("The parameters " + path + ".Values and " + path + ".Counts must be of the same size.");
        }
        for (int i = 0; i < given.size(); i++) {
            checkValue(given.get(i), path + ".Values.member." + (i + 1));
        }
        for (int i = 0; i < counts.size(); i++) {
            checkCount(counts.get(i), path + ".Counts.member." + (i + 1));
        }
    }

    private void checkSet(StatisticSet set, String path) {
        checkValue(set.sum(), path + ".Sum");
        checkValue(set.minimum(), path + ".Minimum");
        checkValue(set.maximum(), path + ".Maximum");
        if (!(set.sampleCount() > 0) || set.sampleCount() > MetricLimits.VALUE) {
            values.add(invalid(set.sampleCount(), path + ".SampleCount"));
        }
        if (set.maximum() < set.minimum()) {
            values.add("The parameter " + path + ".Maximum must be greater than or equal to the parameter " + path
                    + ".Minimum.");
        }
    }

    private void checkValue(double value, String path) {
        if (Double.isNaN(value) || Math.abs(value) > MetricLimits.VALUE) {
            values.add(invalid(value, path));
        }
    }

    private void checkCount(double count, String path) {
        if (!(count >= 0) || count > MetricLimits.VALUE) {
            values.add(invalid(count, path));
        }
    }

    private static String invalid(Object value, String path) {
        return "The value " + value + " for parameter " + path + " is invalid.";
    }
}
