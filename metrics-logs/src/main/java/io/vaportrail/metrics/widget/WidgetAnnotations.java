package io.vaportrail.metrics.widget;

import io.vaportrail.metrics.widget.WidgetSpec.Mark;
import io.vaportrail.metrics.widget.WidgetSpec.Moment;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Reads what is drawn across a plot: lines, lines with everything on one side shaded, and bands between two lines.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/CloudWatch-Metric-Widget-Structure.html">Annotation
 *     properties format</a>
 */
final class WidgetAnnotations {
    private static final int COLOUR = 0xd62728;
    private static final String NONE = "none";

    private WidgetAnnotations() {}

    static List<Mark> marks(WidgetJson annotations) {
        List<Mark> marks = new ArrayList<>();
        for (List<WidgetJson> group : annotations.groups("horizontal")) {
            WidgetJson first = group.get(0);
            double value = value(first);
            if (!first.flag("visible", true)) {
                continue;
            }
            if (group.size() > 1) {
                marks.add(mark(first, value, value(group.get(1))));
                marks.add(mark(group.get(1), value(group.get(1)), value(group.get(1))));
            } else {
                marks.add(mark(first, value, edge(first, value)));
            }
        }
        return marks;
    }

    private static double edge(WidgetJson json, double value) {
        return switch (json.oneOf("fill", List.of(NONE, "above", "below"))) {
            case "above" -> Double.POSITIVE_INFINITY;
            case "below" -> Double.NEGATIVE_INFINITY;
            default -> value;
        };
    }

    private static double value(WidgetJson json) {
        Double value = json.number("value");
        if (value == null) {
            throw WidgetJson.wrong("/annotations/horizontal", "should have required property 'value'");
        }
        return value;
    }

    private static Mark mark(WidgetJson json, double value, double shadedTo) {
        return new Mark(
                value,
                shadedTo,
                Objects.requireNonNullElse(json.text("label"), ""),
                Objects.requireNonNullElse(json.colour("color"), COLOUR),
                json.oneOf("yAxis", List.of("left", "right")).equals("right"));
    }

    static List<Moment> moments(WidgetJson annotations) {
        List<Moment> moments = new ArrayList<>();
        for (List<WidgetJson> group : annotations.groups("vertical")) {
            WidgetJson first = group.get(0);
            long millis = millis(first);
            if (!first.flag("visible", true)) {
                continue;
            }
            if (group.size() > 1) {
                long other = millis(group.get(1));
                moments.add(moment(first, millis, other));
                moments.add(moment(group.get(1), other, other));
            } else {
                moments.add(moment(first, millis, edge(first, millis)));
            }
        }
        return moments;
    }

    private static long edge(WidgetJson json, long millis) {
        return switch (json.oneOf("fill", List.of(NONE, "before", "after"))) {
            case "before" -> 0;
            case "after" -> Integer.MAX_VALUE * 1000L;
            default -> millis;
        };
    }

    private static long millis(WidgetJson json) {
        try {
            return OffsetDateTime.parse(String.valueOf(json.text("value")))
                    .toInstant()
                    .toEpochMilli();
        } catch (DateTimeException e) {
            throw WidgetJson.wrong("/annotations/vertical", "should have an ISO 8601 time as 'value'");
        }
    }

    private static Moment moment(WidgetJson json, long millis, long shadedTo) {
        return new Moment(
                millis,
                shadedTo,
                Objects.requireNonNullElse(json.text("label"), ""),
                Objects.requireNonNullElse(json.colour("color"), COLOUR));
    }
}
