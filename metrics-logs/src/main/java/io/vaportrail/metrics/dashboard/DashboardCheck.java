package io.vaportrail.metrics.dashboard;

import io.vaportrail.core.json.Json;
import io.vaportrail.model.cloudwatch.DashboardInvalidInputError;
import io.vaportrail.model.cloudwatch.DashboardValidationMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a dashboard's body must be.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/CloudWatch-Dashboard-Body-Structure.html">Body</a>
 */
final class DashboardCheck {
    private static final int MAX_WIDGETS = 500;
    private static final Set<String> TYPES = Set.of("metric", "text", "alarm", "log", "explorer", "custom", "chart");
    private static final Map<String, int[]> PLACES = Map.of(
            "x", new int[] {0, 23},
            "y", new int[] {0, Integer.MAX_VALUE},
            "width", new int[] {1, 24},
            "height", new int[] {1, 1000});

    private final List<DashboardValidationMessage> messages = new ArrayList<>();

    private DashboardCheck() {}

    /**
     * What is wrong with a body.
     *
     * @throws DashboardInvalidInputError when it is no JSON object at all
     */
    static List<DashboardValidationMessage> of(String body) {
        Map<String, @Nullable Object> dashboard = Json.readObject(body);
        if (dashboard == null) {
            throw DashboardInvalidInputError.of("The field DashboardBody must be a valid JSON object");
        }
        DashboardCheck check = new DashboardCheck();
        check.dashboard(dashboard);
        return check.messages;
    }

    /** What the caller reads: the number of errors, and the errors as JSON. */
    static String summary(List<DashboardValidationMessage> messages) {
        StringBuilder text = new StringBuilder("The dashboard body is invalid, there are ")
                .append(messages.size())
                .append(" validation errors:\n[");
        String separator = "\n";
        for (DashboardValidationMessage message : messages) {
            text.append(separator)
                    .append("  {\n    \"dataPath\": ")
                    .append(Json.write(message.dataPath()))
                    .append(",\n    \"message\": ")
                    .append(Json.write(message.message()))
                    .append("\n  }");
            separator = ",\n";
        }
        return text.append("\n]").toString();
    }

    private void add(String path, String message) {
        messages.add(DashboardValidationMessage.builder()
                .dataPath(path)
                .message(message)
                .build());
    }

    private void dashboard(Map<String, @Nullable Object> dashboard) {
        Object widgets = dashboard.get("widgets");
        if (widgets == null) {
            add("", "Should have required property 'widgets'");
        } else if (!(widgets instanceof List<?> list)) {
            add("/widgets", "Should be array");
        } else {
            if (list.size() > MAX_WIDGETS) {
                add("/widgets", "Should NOT have more than " + MAX_WIDGETS + " items");
            }
            for (int i = 0; i < list.size(); i++) {
                widget(list.get(i), "/widgets/" + i);
            }
        }
        if (dashboard.get("end") != null && dashboard.get("start") == null) {
            add("", "Should have property start when property end is present");
        }
    }

    private void widget(@Nullable Object value, String path) {
        if (!(value instanceof Map<?, ?> widget)) {
            add(path, "Should be object");
            return;
        }
        PLACES.keySet().stream().sorted().forEach(name -> place(widget.get(name), path + "/" + name, PLACES.get(name)));
        Object type = widget.get("type");
        if (type == null) {
            add(path, "Should have required property 'type'");
        } else if (!(type instanceof String name) || !TYPES.contains(name)) {
            add(path + "/type", "Should be equal to one of the allowed values");
        }
        Object properties = widget.get("properties");
        if (properties == null) {
            add(path, "Should have required property 'properties'");
        } else if (!(properties instanceof Map<?, ?> known)) {
            add(path + "/properties", "Should be object");
        } else if (type instanceof String name) {
            properties(name, known, path + "/properties");
        }
    }

    private void place(@Nullable Object value, String path, int @Nullable [] bounds) {
        if (value == null || bounds == null) {
            return;
        }
        if (!(value instanceof Number number) || number.doubleValue() != Math.rint(number.doubleValue())) {
            add(path, "Should be integer");
        } else if (number.doubleValue() < bounds[0]) {
            add(path, "Should be >= " + bounds[0]);
        } else if (number.doubleValue() > bounds[1]) {
            add(path, "Should be <= " + bounds[1]);
        }
    }

    private void properties(String type, Map<?, ?> properties, String path) {
        switch (type) {
            case "metric" -> metric(properties, path);
            case "text" -> required(properties, "markdown", String.class, path);
            case "alarm" -> required(properties, "alarms", List.class, path);
            case "log" -> {
                required(properties, "query", String.class, path);
                required(properties, "region", String.class, path);
            }
            case "custom" -> required(properties, "endpoint", String.class, path);
            case "explorer" -> required(properties, "metrics", List.class, path);
            default -> {
                // Charts have no documented demands.
            }
        }
    }

    private void required(Map<?, ?> properties, String name, Class<?> type, String path) {
        Object value = properties.get(name);
        if (value == null) {
            add(path, "Should have required property '" + name + "'");
        } else if (!type.isInstance(value)) {
            add(path + "/" + name, type == String.class ? "Should be string" : "Should be array");
        }
    }

    private void metric(Map<?, ?> properties, String path) {
        Object metrics = properties.get("metrics");
        boolean annotated = properties.get("annotations") instanceof Map<?, ?>;
        if (metrics == null && !annotated) {
            add(path, "Should have required property 'metrics'");
        }
        if (metrics == null && !annotated || metrics != null && properties.get("region") == null) {
            add(path, "The metric widget should have specified a region and a data source or an alarm annotation");
        }
        if (metrics == null && !annotated) {
            add(path, "Should have required property 'annotations'");
        }
        if (metrics instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                metricArray(list.get(i), path + "/metrics/" + i);
            }
        } else if (metrics != null) {
            add(path + "/metrics", "Should be array");
        }
    }

    private void metricArray(@Nullable Object value, String path) {
        if (!(value instanceof List<?> parts)) {
            add(path, "Should be array");
            add(path, wrongMetric());
            return;
        }
        for (int i = 0; i < parts.size(); i++) {
            boolean renderer = i == parts.size() - 1 && parts.get(i) instanceof Map<?, ?>;
            if (!renderer && !(parts.get(i) instanceof String)) {
                add(path, wrongMetric());
                return;
            }
        }
    }

    private static String wrongMetric() {
        return "Field \"metrics\" has to be an array of array of strings, with an optional metricRenderer object as last"
                + " element";
    }
}
