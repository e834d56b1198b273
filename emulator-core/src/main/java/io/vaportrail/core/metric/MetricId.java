package io.vaportrail.core.metric;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a metric is: dimensions that differ make another metric, their order does not.
 *
 * @param accountId whose it is, 12 digits
 * @param region where
 * @param namespace for example {@code AWS/SQS}
 * @param metricName for example {@code NumberOfMessagesSent}
 * @param dimensions sorted by name, no more than 30
 */
public record MetricId(
        String accountId, String region, String namespace, String metricName, List<MetricDimension> dimensions) {
    private static final int PRIME = 31;

    private static final Comparator<MetricDimension> BY_NAME =
            Comparator.comparing(MetricDimension::name).thenComparing(MetricDimension::value);

    /** A metric; the dimensions are sorted here. */
    public MetricId {
        dimensions = sorted(dimensions);
    }

    /**
     * Every value that is counted or read looks its metric up: what records have made for them would take longer, and for long until
     * it is compiled.
     */
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || other instanceof MetricId id
                        && metricName.equals(id.metricName)
                        && sameDimensions(id.dimensions)
                        && namespace.equals(id.namespace)
                        && accountId.equals(id.accountId)
                        && region.equals(id.region);
    }

    private boolean sameDimensions(List<MetricDimension> others) {
        if (dimensions == others) {
            return true;
        }
        int size = dimensions.size();
        if (size != others.size()) {
            return false;
        }
        for (int i = 0; i < size; i++) {
            MetricDimension one = dimensions.get(i);
            MetricDimension other = others.get(i);
            if (one != other
                    && !(one.value().equals(other.value()) && one.name().equals(other.name()))) {
                return false;
            }
        }
        return true;
    }

    /** Names differ more than anything else of a metric, and their texts know their hash. */
    @Override
    public int hashCode() {
        int hash = metricName.hashCode();
        for (int i = 0; i < dimensions.size(); i++) {
            hash = hash * PRIME + dimensions.get(i).value().hashCode();
        }
        return (hash * PRIME + namespace.hashCode()) * PRIME + accountId.hashCode();
    }

    private static List<MetricDimension> sorted(List<MetricDimension> dimensions) {
        for (int i = 1; i < dimensions.size(); i++) {
            if (BY_NAME.compare(dimensions.get(i - 1), dimensions.get(i)) > 0) {
                List<MetricDimension> copy = new ArrayList<>(dimensions);
                copy.sort(BY_NAME);
                return List.copyOf(copy);
            }
        }
        return List.copyOf(dimensions);
    }
}
