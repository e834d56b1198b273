package io.vaportrail.metrics.widget;

import io.vaportrail.model.cloudwatch.MetricDataQuery;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a picture shows.
 *
 * @param width in pixels
 * @param height in pixels
 * @param title above the plot, or {@code null}
 * @param startMillis where the time axis begins
 * @param endMillis where it ends
 * @param zone of the times at the axis
 * @param view how values are shown
 * @param stacked whether lines stand on each other
 * @param dark whether the background is
 * @param legend where the legend is
 * @param left the axis on the left
 * @param right the axis on the right
 * @param marks horizontal annotations
 * @param moments vertical annotations
 * @param region where the metrics are
 * @param lines what is shown, in order
 */
record WidgetSpec(
        int width,
        int height,
        @Nullable String title,
        long startMillis,
        long endMillis,
        ZoneOffset zone,
        View view,
        boolean stacked,
        boolean dark,
        Legend legend,
        Axis left,
        Axis right,
        List<Mark> marks,
        List<Moment> moments,
        @Nullable String region,
        List<Line> lines) {

    /** How values are shown. */
    enum View {
        TIME_SERIES,
        BAR,
        PIE
    }

    /** Where the legend is. */
    enum Legend {
        BOTTOM,
        RIGHT,
        HIDDEN
    }

    /** The ends of an axis; {@code null} for what the values need. */
    record Axis(
            @Nullable Double min,
            @Nullable Double max,
            @Nullable String label) {}

    /**
     * A horizontal line at a value.
     *
     * @param value where
     * @param shadedTo up or down to which value the plot is shaded from there, infinite for an end of the axis; the value itself for
     *     not at all
     * @param label beside the line
     * @param colour 0xRRGGBB
     * @param onRight whether the value is one of the right axis
     */
    record Mark(double value, double shadedTo, String label, int colour, boolean onRight) {}

    /**
     * A vertical line at a time.
     *
     * @param millis when
     * @param shadedTo back or forth to which time the plot is shaded from there; the time itself for not at all
     * @param label beside the line
     * @param colour 0xRRGGBB
     */
    record Moment(long millis, long shadedTo, String label, int colour) {}

    /**
     * A metric or an expression.
     *
     * @param query what is read
     * @param colour 0xRRGGBB, or {@code null} for the next of the palette
     * @param onRight whether it is measured by the right axis
     */
    record Line(MetricDataQuery query, @Nullable Integer colour, boolean onRight) {}

    List<MetricDataQuery> queries() {
        return lines.stream().map(Line::query).toList();
    }
}
