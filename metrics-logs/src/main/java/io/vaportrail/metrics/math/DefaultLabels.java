package io.vaportrail.metrics.math;

import io.vaportrail.core.metric.MetricDimension;
import io.vaportrail.core.metric.MetricId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The labels of metrics that were given none: the metric's name, and whatever tells the metrics of a request apart. */
final class DefaultLabels {
    private DefaultLabels() {}

    /** A metric as it is read. */
    record Read(MetricId metric, String statistic, int period) {
        private String dimensionValues() {
            StringBuilder values = new StringBuilder();
            for (MetricDimension dimension : metric.dimensions()) {
                values.append(values.length() == 0 ? "" : " ").append(dimension.value());
            }
            return values.toString();
        }
    }

    /** One label for each. */
    static List<String> of(List<Read> all) {
        boolean dimensions = differ(all, Read::dimensionValues);
        boolean statistics = differ(all, Read::statistic);
        boolean periods = differ(all, Read::period);
        List<String> labels = new ArrayList<>(all.size());
        for (Read read : all) {
            StringBuilder label = new StringBuilder();
            String values = read.dimensionValues();
            if (dimensions && !values.isEmpty()) {
                label.append(values).append(' ');
            }
            label.append(read.metric.metricName());
            label.append(statistics ? " " + read.statistic : "");
            label.append(periods ? " " + read.period : "");
            labels.add(label.toString());
        }
        return labels;
    }

    /** Names that differ tell metrics apart already; the rest is compared among those of the same name. */
    private static boolean differ(List<Read> all, Function<Read, Object> part) {
        Map<String, Object> firsts = new HashMap<>();
        for (Read one : all) {
            Object first = firsts.putIfAbsent(one.metric.metricName(), part.apply(one));
            if (first != null && !first.equals(part.apply(one))) {
                return true;
            }
        }
        return false;
    }
}
