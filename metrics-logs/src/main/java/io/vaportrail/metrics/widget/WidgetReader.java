package io.vaportrail.metrics.widget;

import io.vaportrail.core.json.Json;
import io.vaportrail.metrics.widget.WidgetSpec.Axis;
import io.vaportrail.metrics.widget.WidgetSpec.Legend;
import io.vaportrail.metrics.widget.WidgetSpec.View;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads the JSON of a picture.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/CloudWatch-Metric-Widget-Structure.html">Metric
 *     widget structure</a>
 */
final class WidgetReader {
    private static final int WIDTH = 600;
    private static final int HEIGHT = 400;
    private static final int MAX_SIZE = 2000;

    private final long nowMillis;

    WidgetReader(long nowMillis) {
        this.nowMillis = nowMillis;
    }

    WidgetSpec read(String text) {
        Map<String, @Nullable Object> object = Json.readObject(text);
        if (object == null) {
            throw WidgetJson.wrong("it", "must be a valid JSON object");
        }
        WidgetJson json = new WidgetJson(object, "");
        WidgetJson axes = json.object("yAxis");
        WidgetJson annotations = json.object("annotations");
        long start = time(json, "start", "-PT3H");
        long end = time(json, "end", "PT0H");
        if (start >= end) {
            throw WidgetJson.wrong("/start", "should be before /end");
        }
        return new WidgetSpec(
                json.integer("width", WIDTH, MAX_SIZE),
                json.integer("height", HEIGHT, MAX_SIZE),
                json.text("title"),
                start,
                end,
                zone(json),
                view(json.oneOf("view", List.of("timeSeries", "bar", "pie"))),
                json.flag("stacked", false),
                json.oneOf("theme", List.of("light", "dark")).equals("dark"),
                Legend.valueOf(json.object("legend")
                        .oneOf("position", List.of("bottom", "right", "hidden"))
                        .toUpperCase(Locale.ROOT)),
                axis(axes.object("left")),
                axis(axes.object("right")),
                WidgetAnnotations.marks(annotations),
                WidgetAnnotations.moments(annotations),
                json.text("region"),
                new WidgetMetrics(json).lines());
    }

    private static View view(String name) {
        return switch (name) {
            case "bar" -> View.BAR;
            case "pie" -> View.PIE;
            default -> View.TIME_SERIES;
        };
    }

    private static Axis axis(WidgetJson json) {
        return new Axis(json.number("min"), json.number("max"), json.text("label"));
    }

    /** A time, or a duration before or after now. */
    private long time(WidgetJson json, String name, String byDefault) {
        String text = Objects.requireNonNullElse(json.text(name), byDefault);
        boolean before = text.startsWith("-");
        String plain = before ? text.substring(1) : text;
        try {
            if (!plain.startsWith("P")) {
                return OffsetDateTime.parse(plain).toInstant().toEpochMilli();
            }
            OffsetDateTime now = Instant.ofEpochMilli(nowMillis).atOffset(ZoneOffset.UTC);
            var amount = plain.contains("T") || plain.endsWith("D") ? Duration.parse(plain) : Period.parse(plain);
            return (before ? now.minus(amount) : now.plus(amount)).toInstant().toEpochMilli();
        } catch (DateTimeException e) {
            throw WidgetJson.wrong("/" + name, "should be an ISO 8601 time or a duration such as -PT3H");
        }
    }

    private static ZoneOffset zone(WidgetJson json) {
        String text = Objects.requireNonNullElse(json.text("timezone"), "+0000");
        try {
            return ZoneOffset.of(text);
        } catch (DateTimeException e) {
            throw WidgetJson.wrong("/timezone", "should be an offset such as +0130");
        }
    }
}
