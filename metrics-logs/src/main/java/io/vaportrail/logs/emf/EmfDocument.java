package io.vaportrail.logs.emf;

import io.vaportrail.core.metric.MetricDimension;
import io.vaportrail.core.metric.MetricUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A log event in the embedded metric format. An error in one metric leaves the others, one in a directive leaves the other
 * directives.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html">
 *     Embedded metric format specification</a>
 */
final class EmfDocument {
    private static final int DIMENSIONS = 30;
    private static final int METRICS = 100;
    private static final int VALUES = 100;
    private static final int NAME = 255;
    private static final int DIMENSION_VALUE = 1024;

    /** What CloudWatch takes lies between minus and plus this. */
    private static final double LARGEST = Math.scalb(1.0, 360);

    private final Map<?, ?> root;
    private final long timestampMillis;
    private final List<Metric> metrics = new ArrayList<>();
    private int errors;

    /**
     * A metric under one set of dimensions.
     *
     * @param highResolution whether it is kept by the second
     */
    record Metric(
            String namespace,
            String name,
            List<MetricDimension> dimensions,
            List<Double> values,
            MetricUnit unit,
            boolean highResolution) {}

    private EmfDocument(Map<?, ?> root, long timestampMillis) {
        this.root = root;
        this.timestampMillis = timestampMillis;
    }

    /**
     * Reads a document.
     *
     * @throws EmfException when there is nothing in it that could be a metric
     */
    static EmfDocument of(Map<?, ?> root) throws EmfException {
        if (!(root.get("_aws") instanceof Map<?, ?> meta)) {
            throw new EmfException("_aws: no object");
        }
        if (!(meta.get("Timestamp") instanceof Number timestamp)) {
            throw new EmfException("_aws.Timestamp: no number");
        }
        if (!(meta.get("CloudWatchMetrics") instanceof List<?> directives)) {
            throw new EmfException("_aws.CloudWatchMetrics: no array");
        }
        EmfDocument document = new EmfDocument(root, timestamp.longValue());
        for (Object directive : directives) {
            document.read(directive);
        }
        return document;
    }

    /** When, in milliseconds since 1970. */
    long timestampMillis() {
        return timestampMillis;
    }

    /** Every metric under every set of dimensions of its directive. */
    List<Metric> metrics() {
        return metrics;
    }

    /** How many of its parts are not as they should be. */
    int errors() {
        return errors;
    }

    private void read(@Nullable Object directive) {
        try {
            if (!(directive instanceof Map<?, ?> members)) {
                throw new EmfException("a metric directive: no object");
            }
            String namespace = text(members.get("Namespace"), NAME, "Namespace");
            if (namespace.startsWith(":")) {
                throw new EmfException("Namespace: " + namespace);
            }
            List<?> definitions = list(members.get("Metrics"), METRICS, "Metrics");
            List<List<MetricDimension>> sets = sets(members.get("Dimensions"));
            for (Object definition : definitions) {
                read(definition, namespace, sets);
            }
        } catch (EmfException e) {
            errors++;
        }
    }

    private List<List<MetricDimension>> sets(@Nullable Object given) throws EmfException {
        if (!(given instanceof List<?> list)) {
            throw new EmfException("Dimensions: no array");
        }
        List<List<MetricDimension>> sets = new ArrayList<>();
        for (Object set : list) {
            sets.add(dimensions(list(set, DIMENSIONS, "a dimension set")));
        }
        return sets.isEmpty() ? List.of(List.of()) : sets;
    }

    private List<MetricDimension> dimensions(List<?> names) throws EmfException {
        Set<String> keys = new LinkedHashSet<>();
        for (Object name : names) {
            keys.add(text(name, NAME, "the name of a dimension"));
        }
        List<MetricDimension> dimensions = new ArrayList<>();
        for (String key : keys) {
            dimensions.add(new MetricDimension(key, text(root.get(key), DIMENSION_VALUE, key)));
        }
        return dimensions;
    }

    private void read(@Nullable Object definition, String namespace, List<List<MetricDimension>> sets) {
        try {
            if (!(definition instanceof Map<?, ?> members)) {
                throw new EmfException("a metric definition: no object");
            }
            String name = text(members.get("Name"), NAME, "Name");
            MetricUnit unit = unit(members.get("Unit"));
            boolean high = members.get("StorageResolution") instanceof Number number && number.intValue() == 1;
            List<Double> values = values(root.get(name), name);
            for (List<MetricDimension> set : sets) {
                metrics.add(new Metric(namespace, name, set, values, unit, high));
            }
        } catch (EmfException e) {
            errors++;
        }
    }

    private static MetricUnit unit(@Nullable Object given) throws EmfException {
        if (given == null) {
            return MetricUnit.NONE;
        }
        MetricUnit unit = given instanceof String text ? MetricUnit.of(text) : null;
        if (unit == null) {
            throw new EmfException("Unit: " + given);
        }
        return unit;
    }

    private static List<Double> values(@Nullable Object target, String name) throws EmfException {
        if (target instanceof Number number) {
            return List.of(value(number, name));
        }
        List<Double> values = new ArrayList<>();
        for (Object element : list(target, VALUES, name)) {
            values.add(value(element, name));
        }
        return values;
    }

    private static double value(@Nullable Object element, String name) throws EmfException {
        if (!(element instanceof Number number) || Math.abs(number.doubleValue()) > LARGEST) {
            throw new EmfException(name + ": no number that CloudWatch takes");
        }
        return number.doubleValue();
    }

    private static String text(@Nullable Object value, int longest, String what) throws EmfException {
        if (value instanceof String text && !text.isBlank() && text.length() <= longest) {
            return text;
        }
        throw new EmfException(what + ": no text of 1 to " + longest + " characters");
    }

    private static List<?> list(@Nullable Object value, int longest, String what) throws EmfException {
        if (value instanceof List<?> list && list.size() <= longest) {
            return list;
        }
        throw new EmfException(what + ": no array of at most " + longest + " elements");
    }
}
