package io.vaportrail.logs.emf;

import io.vaportrail.core.metric.MetricDimension;
import io.vaportrail.core.metric.MetricUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A log event in the embedded metric format.
 *
 * @param timestampMillis when, in milliseconds since 1970
 * @param metrics every metric under every set of dimensions of its directive
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html">
 *     Embedded metric format specification</a>
 */
record EmfDocument(long timestampMillis, List<Metric> metrics) {
    private static final int DIMENSIONS = 30;
    private static final int METRICS = 100;
    private static final int VALUES = 100;
    private static final int NAMESPACE = 1024;
    private static final int DIMENSION_VALUE = 1024;

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

    /** Reads a document whose root has a member {@code _aws}. */
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
        List<Metric> metrics = new ArrayList<>();
        for (Object directive : directives) {
            if (!(directive instanceof Map<?, ?> members)) {
                throw new EmfException("a metric directive: no object");
            }
            read(members, root, metrics);
        }
        return new EmfDocument(timestamp.longValue(), metrics);
    }

    private static void read(Map<?, ?> directive, Map<?, ?> root, List<Metric> into) throws EmfException {
        String namespace = text(directive.get("Namespace"), NAMESPACE, "Namespace");
        List<?> definitions = list(directive.get("Metrics"), METRICS, "Metrics");
        List<List<MetricDimension>> sets = new ArrayList<>();
        if (!(directive.get("Dimensions") instanceof List<?> given)) {
            throw new EmfException("Dimensions: no array");
        }
        for (Object set : given) {
            sets.add(dimensions(list(set, DIMENSIONS, "a dimension set"), root));
        }
        if (sets.isEmpty()) {
            sets.add(List.of());
        }
        for (Object definition : definitions) {
            if (!(definition instanceof Map<?, ?> members)) {
                throw new EmfException("a metric definition: no object");
            }
            read(members, namespace, sets, root, into);
        }
    }

    private static void read(
            Map<?, ?> definition, String namespace, List<List<MetricDimension>> sets, Map<?, ?> root, List<Metric> into)
            throws EmfException {
        String name = text(definition.get("Name"), NAMESPACE, "Name");
        MetricUnit unit = unit(definition.get("Unit"));
        boolean high = definition.get("StorageResolution") instanceof Number resolution && resolution.intValue() == 1;
        List<Double> values = values(root.get(name), name);
        for (List<MetricDimension> set : sets) {
            into.add(new Metric(namespace, name, set, values, unit, high));
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
            return List.of(number.doubleValue());
        }
        List<Double> values = new ArrayList<>();
        for (Object element : list(target, VALUES, name)) {
            if (!(element instanceof Number number)) {
                throw new EmfException(name + ": no number");
            }
            values.add(number.doubleValue());
        }
        return values;
    }

    private static List<MetricDimension> dimensions(List<?> names, Map<?, ?> root) throws EmfException {
        List<MetricDimension> dimensions = new ArrayList<>();
        for (Object name : names) {
            String key = text(name, DIMENSION_VALUE, "the name of a dimension");
            dimensions.add(new MetricDimension(key, text(root.get(key), DIMENSION_VALUE, key)));
        }
        return dimensions;
    }

    private static String text(@Nullable Object value, int longest, String what) throws EmfException {
        if (value instanceof String text && !text.isEmpty() && text.length() <= longest) {
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
