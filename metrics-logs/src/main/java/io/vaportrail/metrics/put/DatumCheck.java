package io.vaportrail.metrics.put;

import io.vaportrail.metrics.MetricErrors;
import io.vaportrail.metrics.MetricLimits;
import io.vaportrail.model.cloudwatch.Dimension;
import io.vaportrail.model.cloudwatch.MetricDatum;
import io.vaportrail.model.cloudwatch.StatisticSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What a request's values must be beyond the model. Everything wrong of one kind is told together, a line each. */
final class DatumCheck {
    private static final char FIRST_PRINTABLE = 0x20;
    private static final char LAST_ASCII = 0x7e;
    private static final String DIMENSIONS = ".Dimensions";

    private final long now;
    private final List<String> values = new ArrayList<>();
    private final List<String> combinations = new ArrayList<>();
    private int metrics;

    /** Where the check is: paths are made of it only for what is wrong. */
    private String collection = "";

    private int number;

    DatumCheck(long now) {
        this.now = now;
    }

    void all(List<MetricDatum> data, String nameOfCollection) {
        metrics += data.size();
        if (metrics > MetricLimits.PUT_METRICS) {
            throw MetricErrors.invalidValue(
                    "The collection MetricData must not have a size greater than " + MetricLimits.PUT_METRICS + ".");
        }
        collection = nameOfCollection;
        number = 0;
        for (MetricDatum datum : data) {
            number++;
            check(datum);
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

    private String at(String member) {
        return collection + ".member." + number + member;
    }

    private String at(String list, int index, String member) {
        return at(list + ".member." + index + member);
    }

    private void check(MetricDatum datum) {
        Instant timestamp = datum.timestamp();
        if (timestamp != null) {
            checkTime(timestamp);
        }
        Integer resolution = datum.storageResolution();
        if (resolution != null && resolution != 1 && resolution != 60) {
            values.add("The parameter " + at(".StorageResolution") + " must be a value in the set [ 1, 60 ].");
        }
        if (!isText(datum.metricName())) {
            values.add(invalid(datum.metricName(), at(".MetricName")));
        }
        List<Dimension> dimensions = datum.dimensions();
        if (dimensions != null) {
            checkDimensions(dimensions);
        }
        checkForm(datum);
    }

    private void checkTime(Instant timestamp) {
        long millis = timestamp.toEpochMilli();
        if (millis < now - MetricLimits.PUT_OLDEST_MILLIS) {
            values.add("The parameter " + at(".Timestamp") + " must specify a time within the past two weeks.");
        } else if (millis > now + MetricLimits.PUT_NEWEST_MILLIS) {
            values.add(
                    "The parameter " + at(".Timestamp") + " must specify a time no more than two hours in the future.");
        }
    }

    private void checkDimensions(List<Dimension> dimensions) {
        for (int i = 0; i < dimensions.size(); i++) {
            String name = dimensions.get(i).name();
            if (!isText(name) || name.startsWith(":") || isAmong(name, dimensions, i)) {
                values.add(invalid(name, at(DIMENSIONS, i + 1, ".Name")));
            }
            if (!isText(dimensions.get(i).value())) {
                values.add(invalid(dimensions.get(i).value(), at(DIMENSIONS, i + 1, ".Value")));
            }
        }
    }

    private static boolean isAmong(String name, List<Dimension> dimensions, int before) {
        for (int i = 0; i < before; i++) {
            if (dimensions.get(i).name().equals(name)) {
                return true;
            }
        }
        return false;
    }

    /** Names and values are of printable ASCII characters, one of them at least no space. */
    private static boolean isText(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < FIRST_PRINTABLE || text.charAt(i) > LAST_ASCII) {
                return false;
            }
        }
        return !text.isBlank();
    }

    private void checkForm(MetricDatum datum) {
        int forms = 0;
        Double value = datum.value();
        if (value != null) {
            forms++;
            checkValue(value, ".Value");
        }
        StatisticSet set = datum.statisticValues();
        if (set != null) {
            forms++;
            checkSet(set);
        }
        if (datum.values() != null && !datum.values().isEmpty()) {
            forms++;
        }
        checkValues(datum);
        if (forms == 0) {
            combinations.add("At least one of the parameters " + at(".Value") + ", " + at(".Values") + " and "
                    + at(".StatisticValues") + " must be specified.");
        } else if (forms > 1) {
            String other = set != null ? ".StatisticValues" : ".Values";
            String one = value != null ? ".Value" : ".Values";
            combinations.add("The parameters " + at(one) + " and " + at(other)
                    + " are mutually exclusive and you have specified both.");
        }
    }

    private void checkValues(MetricDatum datum) {
        List<Double> given = datum.values() == null ? List.of() : datum.values();
        List<Double> counts = datum.counts() == null ? List.of() : datum.counts();
        if (given.size() > MetricLimits.PUT_VALUES) {
            values.add("The collection " + at(".Values") + " must not have a size greater than "
                    + MetricLimits.PUT_VALUES + ".");
            return;
        }
        if (!counts.isEmpty() && counts.size() != given.size()) {
            combinations.add(
                    "The parameters " + at(".Values") + " and " + at(".Counts") + " must be of the same size.");
        }
        for (int i = 0; i < given.size(); i++) {
            if (isWrong(given.get(i))) {
                values.add(invalid(given.get(i), at(".Values", i + 1, "")));
            }
        }
        for (int i = 0; i < counts.size(); i++) {
            if (!(counts.get(i) >= 0) || counts.get(i) > MetricLimits.VALUE) {
                values.add(invalid(counts.get(i), at(".Counts", i + 1, "")));
            }
        }
    }

    private void checkSet(StatisticSet set) {
        checkValue(set.sum(), ".StatisticValues.Sum");
        checkValue(set.minimum(), ".StatisticValues.Minimum");
        checkValue(set.maximum(), ".StatisticValues.Maximum");
        if (!(set.sampleCount() > 0) || set.sampleCount() > MetricLimits.VALUE) {
            values.add(invalid(set.sampleCount(), at(".StatisticValues.SampleCount")));
        }
        if (set.maximum() < set.minimum()) {
            values.add("The parameter " + at(".StatisticValues.Maximum")
                    + " must be greater than or equal to the parameter " + at(".StatisticValues.Minimum") + ".");
        }
    }

    private void checkValue(double value, String member) {
        if (isWrong(value)) {
            values.add(invalid(value, at(member)));
        }
    }

    private static boolean isWrong(double value) {
        return Double.isNaN(value) || Math.abs(value) > MetricLimits.VALUE;
    }

    private static String invalid(Object value, String path) {
        return "The value " + value + " for parameter " + path + " is invalid.";
    }
}
