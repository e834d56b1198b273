package io.vaportrail.logs.insights.engine;

import io.vaportrail.logs.insights.pattern.MessageTemplate;
import io.vaportrail.logs.insights.pattern.PatternHistory;
import io.vaportrail.logs.insights.pattern.TemplateTree;
import java.nio.charset.StandardCharsets;
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
    private final @Nullable RunPhase phase;
    private final @Nullable PatternJudge judge;
    private final RunMemory memory;
    private final Map<Template, Found> patterns = new LinkedHashMap<>();
    private final Utf8 text = new Utf8();
    private final TemplateTree<Found> known = new TemplateTree<>();
    private final MessageTemplate reader = new MessageTemplate();
    private final Template probe = new Template(new byte[0], 0);
    private long total;

    /**
     * A stage.
     *
     * @param phase tells which time a row is of, or {@code null} when nothing is compared
     * @param judge follows patterns through time, or {@code null} when nobody asks what is unusual
     */
    PatternStage(
            Stage next,
            Computed source,
            Scope output,
            @Nullable RunPhase phase,
            @Nullable PatternJudge judge,
            RunMemory memory) {
        super(next);
        this.source = source;
        this.output = output;
        this.phase = phase;
        this.judge = judge;
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

    /** A pattern that there is. */
    private static final class Found {
        private final @Nullable PatternHistory history;
        private long now;
        private long earlier;

        Found(@Nullable PatternHistory history) {
            this.history = history;
        }
    }

    @Override
    void push(Row row) {
        if (!source.utf8(row, text)) {
            return;
        }
        Found found = known.find(reader, text.buffer(), text.offset(), text.length());
        if (found == null) {
            reader.read(text.buffer(), text.offset(), text.length());
            found = found();
        }
        if (phase != null && phase.isEarlier()) {
            found.earlier++;
        } else {
            found.now++;
            total++;
        }
        if (judge != null && found.history != null) {
            memory.use(judge.add(found.history, row, reader));
        }
    }

    private Found found() {
        probe.become(reader.template(), reader.size());
        Found found = patterns.get(probe);
        if (found == null) {
            found = new Found(judge == null ? null : judge.begin());
            patterns.put(probe.copy(), found);
            memory.use(3L * RunMemory.OBJECT + reader.size() + (found.history == null ? 0 : found.history.weight()));
            memory.use(known.add(reader, found));
        }
        return found;
    }

    /** Bytes that are compared; it is changed until it is copied. */
    private static final class Template {
        private byte[] text;
        private int size;
        private int hash;

        Template(byte[] text, int size) {
            this.text = text;
            this.size = size;
        }

        void become(byte[] newText, int newSize) {
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
            return new String(text, 0, size, StandardCharsets.UTF_8);
        }
    }

    @Override
    void finish() {
        List<Map.Entry<Template, Found>> sorted = new ArrayList<>(patterns.entrySet());
        Comparator<Map.Entry<Template, Found>> order = phase != null
                ? Comparator.comparingLong(entry -> -Math.abs(entry.getValue().now - entry.getValue().earlier))
                : Comparator.comparingLong(entry -> -entry.getValue().now);
        sorted.sort(order);
        PatternJudge.Verdicts verdicts = judge == null ? null : judge.verdicts();
        for (Map.Entry<Template, Found> entry : sorted) {
            String template = entry.getKey().toString();
            Row row = row(template, entry.getValue());
            PatternHistory history = entry.getValue().history;
            if (verdicts != null && history != null) {
                verdicts.into(template, history, row);
            }
            next().push(row);
        }
        super.finish();
    }

    private Row row(String template, Found found) {
        Row row = Row.made(output.size());
        row.set(output.madeSlot("@pattern"), template);
        row.set(output.madeSlot("@ratio"), total == 0 ? 0.0 : (double) found.now / total);
        row.set(output.madeSlot("@sampleCount"), (double) found.now);
        row.set(output.madeSlot("@severityLabel"), MessageTemplate.severity(template));
        if (phase != null) {
            long difference = found.now - found.earlier;
            row.set(output.madeSlot("@differenceCount"), (double) difference);
            row.set(
                    output.madeSlot("@differencePercent"),
                    found.earlier == 0 ? null : (Object) (100.0 * difference / found.earlier));
            row.set(output.madeSlot("@differenceDescription"), description(found.now, found.earlier));
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
