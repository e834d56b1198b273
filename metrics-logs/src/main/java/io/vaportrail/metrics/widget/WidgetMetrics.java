package io.vaportrail.metrics.widget;

import io.vaportrail.core.metric.MetricDimension;
import io.vaportrail.metrics.Dimensions;
import io.vaportrail.metrics.widget.WidgetSpec.Line;
import io.vaportrail.model.cloudwatch.Metric;
import io.vaportrail.model.cloudwatch.MetricDataQuery;
import io.vaportrail.model.cloudwatch.MetricStat;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Reads the metrics of a picture: each an array, which may repeat parts of the one before it by dots. */
final class WidgetMetrics {
    private static final int MOST = 500;
    private static final int PERIOD = 300;
    private static final int MAX_PERIOD = 86_400 * 30;
    private static final String SAME = ".";
    private static final String SAME_REST = "...";

    private final WidgetJson widget;
    private List<String> previous = List.of();

    WidgetMetrics(WidgetJson widget) {
        this.widget = widget;
    }

    List<Line> lines() {
        List<?> metrics = widget.list("metrics");
        if (metrics.isEmpty() || metrics.size() > MOST) {
            throw WidgetJson.wrong("/metrics", "should have 1 to " + MOST + " items");
        }
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < metrics.size(); i++) {
            lines.add(line(metrics.get(i), i));
        }
        return lines;
    }

    private Line line(Object element, int index) {
        String path = "/metrics/" + index;
        if (!(element instanceof List<?> parts)) {
            throw WidgetJson.wrong(path, "should be array");
        }
        boolean rendered = !parts.isEmpty() && parts.get(parts.size() - 1) instanceof Map<?, ?>;
        WidgetJson options = new WidgetJson(
                rendered ? (Map<?, ?>) Objects.requireNonNull(parts.get(parts.size() - 1)) : Map.of(), path);
        List<String> names = new ArrayList<>();
        for (Object part : parts.subList(0, rendered ? parts.size() - 1 : parts.size())) {
            if (!(part instanceof String name)) {
                throw WidgetJson.wrong(path, "should be an array of strings, with an optional object as last element");
            }
            names.add(name);
        }
        String id = Objects.requireNonNullElse(options.text("id"), "w" + index);
        MetricDataQuery.Builder query =
                MetricDataQuery.builder().id(id).label(options.text("label")).returnData(options.flag("visible", true));
        int period = options.integer("period", widget.integer("period", PERIOD, MAX_PERIOD), MAX_PERIOD);
        String expression = options.text("expression");
        if (expression != null) {
            query.expression(expression).period(period);
        } else {
            query.metricStat(metric(names, options, period, path));
        }
        boolean right = options.oneOf("yAxis", List.of("left", "right")).equals("right");
        return new Line(query.build(), options.colour("color"), right);
    }

    private MetricStat metric(List<String> names, WidgetJson options, int period, String path) {
        List<String> whole = whole(names, path);
        if (whole.size() < 2 || whole.size() % 2 != 0) {
            throw WidgetJson.wrong(path, "should name namespace, metric, and dimensions with their values");
        }
        previous = whole;
        List<MetricDimension> dimensions = new ArrayList<>();
        for (int i = 2; i < whole.size(); i += 2) {
            dimensions.add(new MetricDimension(whole.get(i), whole.get(i + 1)));
        }
        String byDefault = Objects.requireNonNullElse(widget.text("stat"), "Average");
        return MetricStat.builder()
                .metric(Metric.builder()
                        .namespace(whole.get(0))
                        .metricName(whole.get(1))
                        .dimensions(Dimensions.toModel(dimensions))
                        .build())
                .stat(Objects.requireNonNullElse(options.text("stat"), byDefault))
                .period(period)
                .build();
    }

    private List<String> whole(List<String> names, String path) {
        List<String> whole = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            int at = whole.size();
            if (name.equals(SAME_REST)) {
                int end = previous.size() - (names.size() - 1 - i);
                if (end < at) {
                    throw WidgetJson.wrong(path, "repeats more than the metric before it has");
                }
                whole.addAll(previous.subList(at, end));
            } else if (name.equals(SAME)) {
                if (at >= previous.size()) {
                    throw WidgetJson.wrong(path, "repeats more than the metric before it has");
                }
                whole.add(previous.get(at));
            } else {
                whole.add(name);
            }
        }
        return whole;
    }
}
