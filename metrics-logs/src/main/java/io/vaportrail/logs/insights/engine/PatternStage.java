package io.vaportrail.logs.insights.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code pattern}: what messages have in common, the most frequent first; with {@code diff}, against an earlier time. */
final class PatternStage extends Stage {
    private final Computed source;
    private final Scope output;
    private final boolean compares;
    private final RunPhase phase;
    private final RunMemory memory;
    private final Map<Template, long[]> counts = new LinkedHashMap<>();
    private final MessageTemplate reader = new MessageTemplate();
    private final Template probe = new Template(new char[0], 0);
    private final long[] totals = new long[2];

    PatternStage(Stage next, Computed source, Scope output, boolean compares, RunPhase phase, RunMemory memory) {
        super(next);
        this.source = source;
        this.output = output;
        this.compares = compares;
        this.phase = phase;
        this.memory = memory;
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
        reader.read(text);
        probe.become(reader.template(), reader.size());
        long[] count = counts.get(probe);
        if (count == null) {
            count = new long[2];
            counts.put(probe.copy(), count);
            memory.use(3L * RunMemory.OBJECT + 2L * reader.size());
        }
        count[period]++;
        totals[period]++;
    }

    /** Characters that are compared; it is changed until it is copied. */
    private static final class Template {
        private char[] text;
        private int size;
        private int hash;

        Template(char[] text, int size) {
            this.text = text;
            this.size = size;
        }

        void become(char[] newText, int newSize) {
            text = newText;
            size = newSize;
            int newHash = 0;
            for (int i = 0; i < newSize; i++) {
                newHash = 31 * newHash + newText[i];
            }
            hash = newHash;
        }

        Template copy() {
            Template copy = new Template(Arrays.copyOf(text, size), size);
            copy.hash = hash;
            return copy;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Template template
                    && hash == template.hash
                    && Arrays.equals(text, 0, size, template.text, 0, template.size);
        }

        @Override
        public int hashCode() {
            return hash;
        }

        @Override
        public String toString() {
            return new String(text, 0, size);
        }
    }

    @Override
    void finish() {
        List<Map.Entry<Template, long[]>> sorted = new ArrayList<>(counts.entrySet());
        Comparator<Map.Entry<Template, long[]>> order = compares
                ? Comparator.comparingLong(entry -> -Math.abs(entry.getValue()[0] - entry.getValue()[1]))
                : Comparator.comparingLong(entry -> -entry.getValue()[0]);
        sorted.sort(order);
        for (Map.Entry<Template, long[]> entry : sorted) {
            next().push(row(entry.getKey().toString(), entry.getValue()));
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
