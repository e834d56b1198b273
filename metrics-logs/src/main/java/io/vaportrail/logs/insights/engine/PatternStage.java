package io.vaportrail.logs.insights.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code pattern}: what messages have in common, the most frequent first; with {@code diff}, against an earlier time. */
final class PatternStage extends Stage {
    private final Computed source;
    private final Scope output;
    private final boolean compares;
    private final RunPhase phase;
    private final Map<String, long[]> counts = new LinkedHashMap<>();
    private final long[] totals = new long[2];

    PatternStage(Stage next, Computed source, Scope output, boolean compares, RunPhase phase) {
        super(next);
        this.source = source;
        this.output = output;
        this.compares = compares;
        this.phase = phase;
    }

    /** Adds the names of what comes out. */
    static List<String> define(Scope output, boolean compares) {
        List<String> names = new ArrayList<>(List.of("@pattern", "@ratio", "@sampleCount", "@severityLabel"));
        if (compares) {
            names.add("@differenceCount");
            names.add("@differencePercent");
            names.add("@differenceDescription");
        }
        names.forEach(output::define);
        return names;
    }

    @Override
    void push(Row row) {
        String text = source.text(row);
        if (text == null) {
            return;
        }
        int period = phase.isEarlier() ? 1 : 0;
        counts.computeIfAbsent(MessageTemplate.of(text), template -> new long[2])[period]++;
        totals[period]++;
    }

    @Override
    void finish() {
        List<Map.Entry<String, long[]>> sorted = new ArrayList<>(counts.entrySet());
        Comparator<Map.Entry<String, long[]>> order = compares
                ? Comparator.comparingLong(entry -> -Math.abs(entry.getValue()[0] - entry.getValue()[1]))
                : Comparator.comparingLong(entry -> -entry.getValue()[0]);
        sorted.sort(order);
        for (Map.Entry<String, long[]> entry : sorted) {
            next().push(row(entry.getKey(), entry.getValue()));
        }
        super.finish();
    }

    private Row row(String template, long[] count) {
        Row row = Row.made(output.size());
        row.set(output.madeSlot("@pattern"), template);
        row.set(output.madeSlot("@ratio"), totals[0] == 0 ? 0.0 : (double) count[0] / totals[0]);
        row.set(output.madeSlot("@sampleCount"), (double) count[0]);
        row.set(output.madeSlot("@severityLabel"), MessageTemplate.severity(template));
        if (compares) {
            long difference = count[0] - count[1];
            row.set(output.madeSlot("@differenceCount"), (double) difference);
            row.set(
                    output.madeSlot("@differencePercent"),
                    count[1] == 0 ? null : (Object) (100.0 * difference / count[1]));
            row.set(output.madeSlot("@differenceDescription"), description(count[0], count[1]));
        }
        return row;
    }

    private static String description(long now, long before) {
        if (before == 0) {
            return "NEW";
        }
        return now == 0 ? "GONE" : now > before ? "INCREASED" : now < before ? "DECREASED" : "UNCHANGED";
    }
}
