package io.vaportrail.metrics.widget;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Draws a picture: title, axes with round numbers, lines, bars or a pie, annotations, legend. */
final class Chart {
    private static final int MARGIN = 8;
    private static final int ROW = 14;
    private static final int SWATCH = 8;
    private static final int AXIS_WIDTH = 44;
    private static final int MAX_RIGHT_LEGEND = 200;
    private static final int TIMES = 6;
    private static final long DAY_MILLIS = 24L * 3600 * 1000;
    private static final double AREA_COVER = 0.5;
    private static final double SHADE_COVER = 0.15;
    private static final DateTimeFormatter HOURS = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final DateTimeFormatter DAYS = DateTimeFormatter.ofPattern("MM/dd HH:mm", Locale.ROOT);

    private final WidgetSpec spec;
    private final List<Curve> curves;
    private final Canvas canvas;
    private final int ink;
    private final int grid;
    private int left = MARGIN;
    private int top = MARGIN;
    private int right;
    private int bottom;

    private Chart(WidgetSpec spec, List<Curve> curves) {
        this.spec = spec;
        this.curves = curves;
        this.canvas = new Canvas(spec.width(), spec.height(), spec.dark() ? 0x1b1f24 : 0xffffff);
        this.ink = spec.dark() ? 0xd5dbdb : 0x444444;
        this.grid = spec.dark() ? 0x3b4148 : 0xe5e5e5;
        this.right = spec.width() - MARGIN;
        this.bottom = spec.height() - MARGIN;
    }

    static Canvas draw(WidgetSpec spec, List<Curve> curves) {
        Chart chart = new Chart(spec, curves);
        chart.title();
        chart.legend();
        switch (spec.view()) {
            case TIME_SERIES -> chart.overTime();
            case BAR -> chart.bars();
            case PIE -> chart.pie();
        }
        return chart.canvas;
    }

    private void title() {
        String title = spec.title();
        if (title != null && !title.isEmpty()) {
            canvas.text(Math.max(MARGIN, (spec.width() - BitmapFont.width(title)) / 2), top, title, ink);
            top += ROW + MARGIN;
        }
    }

    private void legend() {
        if (spec.legend() == WidgetSpec.Legend.HIDDEN || curves.isEmpty()) {
            return;
        }
        if (spec.legend() == WidgetSpec.Legend.RIGHT) {
            int widest = curves.stream()
                    .mapToInt(curve -> BitmapFont.width(curve.series().label()))
                    .max()
                    .orElse(0);
            right -= Math.min(MAX_RIGHT_LEGEND, widest + SWATCH + 2 * MARGIN);
            int y = top;
            for (Curve curve : curves) {
                entry(curve, right + MARGIN, y);
                y += ROW;
            }
            return;
        }
        bottomLegend();
    }

    private void bottomLegend() {
        int rows = 1;
        int x = MARGIN;
        for (Curve curve : curves) {
            int width = entryWidth(curve);
            if (x > MARGIN && x + width > spec.width()) {
                rows++;
                x = MARGIN;
            }
            x += width;
        }
        rows = Math.min(rows, Math.max(1, spec.height() / (4 * ROW)));
        int y = spec.height() - rows * ROW;
        bottom = y - MARGIN;
        x = MARGIN;
        for (Curve curve : curves) {
            if (x > MARGIN && x + entryWidth(curve) > spec.width()) {
                x = MARGIN;
                y += ROW;
            }
            entry(curve, x, y);
            x += entryWidth(curve);
        }
    }

    private static int entryWidth(Curve curve) {
        return SWATCH + MARGIN / 2 + BitmapFont.width(curve.series().label()) + 2 * MARGIN;
    }

    private void entry(Curve curve, int x, int y) {
        canvas.fill(x, y, x + SWATCH, y + SWATCH, curve.colour(), 1);
        canvas.text(x + SWATCH + MARGIN / 2, y, curve.series().label(), ink);
    }

    private void overTime() {
        boolean hasRight = curves.stream().anyMatch(Curve::onRight);
        left += AXIS_WIDTH;
        right -= hasRight ? AXIS_WIDTH : MARGIN;
        bottom -= ROW;
        Scale leftScale = scale(curve -> !curve.onRight(), spec.left());
        Scale rightScale = scale(Curve::onRight, spec.right());
        axis(leftScale, spec.left(), false);
        if (hasRight) {
            axis(rightScale, spec.right(), true);
        }
        times();
        if (spec.stacked()) {
            stack(leftScale);
        } else {
            for (Curve curve : curves) {
                line(curve, curve.onRight() ? rightScale : leftScale);
            }
        }
        annotations(leftScale, rightScale);
    }

    private Scale scale(Predicate<Curve> which, WidgetSpec.Axis asked) {
        double least = Double.POSITIVE_INFINITY;
        double greatest = Double.NEGATIVE_INFINITY;
        Map<Long, Double> sums = new TreeMap<>();
        for (Curve curve : curves) {
            if (which.test(curve)) {
                for (int i = 0; i < curve.series().size(); i++) {
                    double value = curve.series().values()[i];
                    double shown = spec.stacked() ? sums.merge(curve.series().times()[i], value, Double::sum) : value;
                    least = Math.min(least, shown);
                    greatest = Math.max(greatest, shown);
                }
            }
        }
        for (WidgetSpec.Mark mark : spec.marks()) {
            least = Math.min(least, mark.value());
            greatest = Math.max(greatest, mark.value());
        }
        return Scale.of(least, greatest, asked);
    }

    private int y(Scale scale, double value) {
        double share = Math.max(-0.01, Math.min(1.01, scale.share(value)));
        return (int) Math.round(bottom - share * (bottom - top));
    }

    private double x(long millis) {
        return left + (double) (millis - spec.startMillis()) / (spec.endMillis() - spec.startMillis()) * (right - left);
    }

    private void axis(Scale scale, WidgetSpec.Axis asked, boolean onRight) {
        for (double tick : scale.ticks()) {
            int y = y(scale, tick);
            String text = Scale.text(tick);
            if (onRight) {
                canvas.text(right + MARGIN / 2, y - BitmapFont.HEIGHT / 2, text, ink);
            } else {
                canvas.fill(left, y, right, y + 1, grid, 1);
                canvas.text(left - MARGIN / 2 - BitmapFont.width(text), y - BitmapFont.HEIGHT / 2, text, ink);
            }
        }
        String label = asked.label();
        if (label != null) {
            int x = onRight ? right - BitmapFont.width(label) : left;
            canvas.text(x, Math.max(0, top - BitmapFont.HEIGHT), label, ink);
        }
    }

    private void times() {
        long span = spec.endMillis() - spec.startMillis();
        DateTimeFormatter format = span > DAY_MILLIS ? DAYS : HOURS;
        for (int i = 0; i <= TIMES; i++) {
            long millis = spec.startMillis() + span * i / TIMES;
            String text = format.format(Instant.ofEpochMilli(millis).atOffset(spec.zone()));
            int x = (int) x(millis);
            canvas.fill(x, bottom, x + 1, bottom + 3, ink, 1);
            int from = Math.min(x - BitmapFont.width(text) / 2, spec.width() - BitmapFont.width(text));
            canvas.text(from, bottom + MARGIN / 2, text, ink);
        }
        canvas.fill(left, bottom, right, bottom + 1, ink, 1);
    }

    private void line(Curve curve, Scale scale) {
        long[] times = curve.series().times();
        double[] values = curve.series().values();
        for (int i = 0; i < times.length; i++) {
            double x = x(times[i] * 1000);
            int y = y(scale, values[i]);
            boolean joined = i > 0 && times[i] - times[i - 1] <= curve.series().period();
            if (joined) {
                canvas.line(x(times[i - 1] * 1000), y(scale, values[i - 1]), x, y, curve.colour());
            } else {
                canvas.fill((int) x - 1, y - 1, (int) x + 2, y + 2, curve.colour(), 1);
            }
        }
    }

    private void stack(Scale scale) {
        Map<Long, Double> below = new TreeMap<>();
        for (Curve curve : curves) {
            for (int i = 0; i < curve.series().size(); i++) {
                long time = curve.series().times()[i];
                double base = below.getOrDefault(time, 0.0);
                double sum = base + curve.series().values()[i];
                below.put(time, sum);
                int from = (int) x(time * 1000);
                int to = Math.max(from + 1, (int) x((time + curve.series().period()) * 1000));
                canvas.fill(from, y(scale, sum), Math.min(to, right), y(scale, base), curve.colour(), AREA_COVER);
                canvas.fill(from, y(scale, sum), Math.min(to, right), y(scale, sum) + 2, curve.colour(), 1);
            }
        }
    }

    private void annotations(Scale leftScale, Scale rightScale) {
        for (WidgetSpec.Mark mark : spec.marks()) {
            Scale scale = mark.onRight() ? rightScale : leftScale;
            int y = y(scale, mark.value());
            int shade = Math.max(top, Math.min(bottom, y(scale, mark.shadedTo())));
            canvas.fill(left, Math.min(y, shade), right, Math.max(y, shade), mark.colour(), SHADE_COVER);
            canvas.fill(left, y, right, y + 2, mark.colour(), 1);
            canvas.text(left + MARGIN, y - BitmapFont.HEIGHT - 1, mark.label(), mark.colour());
        }
        for (WidgetSpec.Moment moment : spec.moments()) {
            int x = (int) x(moment.millis());
            int shade = (int) Math.max(left, Math.min(right, x(moment.shadedTo())));
            int edge = Math.max(left, Math.min(right, x));
            canvas.fill(Math.min(edge, shade), top, Math.max(edge, shade), bottom, moment.colour(), SHADE_COVER);
            if (x >= left && x < right) {
                canvas.fill(x, top, x + 2, bottom, moment.colour(), 1);
                canvas.text(x + MARGIN / 2, top, moment.label(), moment.colour());
            }
        }
    }

    private void bars() {
        left += AXIS_WIDTH;
        double least = 0;
        double greatest = 0;
        for (Curve curve : curves) {
            least = Math.min(least, curve.last());
            greatest = Math.max(greatest, curve.last());
        }
        Scale scale = Scale.of(least, greatest == 0 && least == 0 ? 1 : greatest, spec.left());
        axis(scale, spec.left(), false);
        int slot = curves.isEmpty() ? 0 : (right - left) / curves.size();
        for (int i = 0; i < curves.size(); i++) {
            int from = left + i * slot + slot / 4;
            int y = y(scale, curves.get(i).last());
            int zero = y(scale, 0);
            canvas.fill(
                    from,
                    Math.min(y, zero),
                    from + Math.max(1, slot / 2),
                    Math.max(y, zero),
                    curves.get(i).colour(),
                    1);
            canvas.text(
                    from,
                    Math.min(y, zero) - BitmapFont.HEIGHT - 1,
                    Scale.text(curves.get(i).last()),
                    ink);
        }
    }

    private void pie() {
        double total = 0;
        for (Curve curve : curves) {
            total += Math.max(0, curve.last());
        }
        int radius = Math.max(1, Math.min(right - left, bottom - top) / 2 - MARGIN);
        int centreX = (left + right) / 2;
        int centreY = (top + bottom) / 2;
        for (int y = -radius; y <= radius; y++) {
            for (int x = -radius; x <= radius; x++) {
                if (x * x + y * y <= radius * radius) {
                    double turn = Math.atan2(x, -y) / (2 * Math.PI);
                    canvas.set(centreX + x, centreY + y, slice(turn < 0 ? turn + 1 : turn, total));
                }
            }
        }
    }

    private int slice(double share, double total) {
        double seen = 0;
        for (Curve curve : curves) {
            seen += Math.max(0, curve.last());
            if (total > 0 && share * total < seen) {
                return curve.colour();
            }
        }
        return grid;
    }
}
