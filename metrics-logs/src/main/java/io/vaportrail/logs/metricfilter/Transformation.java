package io.vaportrail.logs.metricfilter;

import io.vaportrail.core.metric.MetricDimension;
import io.vaportrail.core.metric.MetricId;
import io.vaportrail.core.metric.MetricUnit;
import io.vaportrail.logs.LogsErrors;
import io.vaportrail.logs.LogsLimits;
import io.vaportrail.logs.pattern.FilterPattern;
import io.vaportrail.logs.pattern.Scalars;
import io.vaportrail.logs.pattern.ValueReference;
import io.vaportrail.logs.store.LogGroup;
import io.vaportrail.model.logs.MetricTransformation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a match.
 *
 * @param given as it was given
 * @param constant the value, unless it is taken out of the event
 * @param value where in the event it is, or {@code null} for the constant
 * @param dimensions where in the event the values of dimensions are, by name
 * @param systemDimensions {@code @aws.account} and {@code @aws.region} as far as wanted
 * @param unit what the value is counted in
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_MetricTransformation.html">
 *     MetricTransformation</a>
 */
record Transformation(
        MetricTransformation given,
        double constant,
        @Nullable ValueReference value,
        Map<String, ValueReference> dimensions,
        List<String> systemDimensions,
        MetricUnit unit) {
    private static final String ACCOUNT = "@aws.account";
    private static final String REGION = "@aws.region";

    /** The metric that it feeds, in the account and region of the log group. */
    MetricId metric(LogGroup group, List<MetricDimension> ofEvent) {
        return new MetricId(group.accountId(), group.region(), given.metricNamespace(), given.metricName(), ofEvent);
    }

    /**
     * Checks a transformation against the pattern that feeds it.
     *
     * @throws io.vaportrail.schema.ServiceException when they do not fit
     */
    static Transformation of(
            MetricTransformation given, FilterPattern pattern, @Nullable List<String> systemDimensions) {
        if (given.metricName().isBlank() || given.metricNamespace().isBlank()) {
            throw LogsErrors.invalid("Invalid metric transformation: metric name and namespace must not be blank.");
        }
        String unit = given.unit();
        MetricUnit known = unit == null ? MetricUnit.NONE : MetricUnit.of(unit);
        String text = given.metricValue();
        boolean reference = ValueReference.isReference(text);
        return new Transformation(
                given,
                reference ? 0 : constant(text),
                reference ? known(ValueReference.of(text), pattern) : null,
                dimensions(given, pattern, systemDimensions == null ? 0 : systemDimensions.size()),
                system(systemDimensions),
                known == null ? MetricUnit.NONE : known);
    }

    private static double constant(String text) {
        double value = Scalars.number(text);
        if (!Double.isNaN(value) && !Double.isInfinite(value)) {
            return value;
        }
        throw LogsErrors.invalid("Invalid metric transformation: metricValue must be a number or a field reference.");
    }

    private static ValueReference known(ValueReference reference, FilterPattern pattern) {
        if (!pattern.knows(reference)) {
            throw LogsErrors.invalid(
                    "Invalid metric transformation: the filter pattern has no field " + reference.text() + ".");
        }
        return reference;
    }

    /** System fields count among the dimensions that there may be. */
    private static Map<String, ValueReference> dimensions(
            MetricTransformation given, FilterPattern pattern, int systemDimensions) {
        Map<String, String> wanted = given.dimensions();
        if (wanted == null || wanted.isEmpty()) {
            return Map.of();
        }
        if (given.defaultValue() != null) {
            throw LogsErrors.invalid(
                    "Invalid metric transformation: dimensions and default value are mutually exclusive properties.");
        }
        if (wanted.size() + systemDimensions > LogsLimits.METRIC_FILTER_DIMENSIONS) {
            throw LogsErrors.invalid("Invalid metric transformation: at most " + LogsLimits.METRIC_FILTER_DIMENSIONS
                    + " dimensions can be set.");
        }
        Map<String, ValueReference> dimensions = new LinkedHashMap<>();
        for (Map.Entry<String, String> dimension : wanted.entrySet()) {
            if (dimension.getKey().isBlank()) {
                throw LogsErrors.invalid("Invalid metric transformation: the name of a dimension must not be blank.");
            }
            if (!ValueReference.isReference(dimension.getValue())) {
                throw LogsErrors.invalid("Invalid metric transformation: the value of dimension " + dimension.getKey()
                        + " must be a field reference.");
            }
            dimensions.put(dimension.getKey(), known(ValueReference.of(dimension.getValue()), pattern));
        }
        return dimensions;
    }

    private static List<String> system(@Nullable List<String> wanted) {
        if (wanted == null) {
            return List.of();
        }
        if (!Set.of(ACCOUNT, REGION).containsAll(wanted)) {
            throw LogsErrors.invalid("Invalid system field. Valid system fields: " + ACCOUNT + ", " + REGION);
        }
        return List.copyOf(wanted);
    }

    /** The value of a match, {@link Double#NaN} when the event has none. */
    double valueOf(String message, FilterPattern pattern) {
        if (value == null) {
            return constant;
        }
        String text = pattern.value(message, value);
        double number = text == null ? Double.NaN : Scalars.number(text);
        return Double.isInfinite(number) ? Double.NaN : number;
    }

    /** The dimensions of a match. One whose field the event lacks is left out. */
    List<MetricDimension> dimensionsOf(String message, FilterPattern pattern, LogGroup group) {
        if (dimensions.isEmpty() && systemDimensions.isEmpty()) {
            return List.of();
        }
        List<MetricDimension> found = new ArrayList<>();
        dimensions.forEach((name, reference) -> {
            String text = pattern.value(message, reference);
            if (text != null && !text.isEmpty()) {
                found.add(new MetricDimension(name, text));
            }
        });
        for (String system : systemDimensions) {
            found.add(new MetricDimension(system, system.equals(ACCOUNT) ? group.accountId() : group.region()));
        }
        return found;
    }
}
