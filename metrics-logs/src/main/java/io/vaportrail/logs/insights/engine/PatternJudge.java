package io.vaportrail.logs.insights.engine;

import io.vaportrail.logs.insights.pattern.AnomalyFinder;
import io.vaportrail.logs.insights.pattern.MessageTemplate;
import io.vaportrail.logs.insights.pattern.PatternHistory;
import io.vaportrail.logs.insights.pattern.Sample;
import io.vaportrail.logs.insights.pattern.TimeBins;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Follows patterns through time, for {@code anomaly} to say what was unusual. For one thread and one run. */
final class PatternJudge {
    private final Computed time;
    private final Computed message;
    private final int slot;
    private final TimeBins bins = new TimeBins();
    private final List<PatternHistory> histories = new ArrayList<>();
    private final Sample.Source event = this::message;
    private @Nullable Row current;

    /** Makes one that writes anomalies into that slot. */
    @FunctionalInterface
    interface Maker {
        PatternJudge make(int slot);
    }

    PatternJudge(Computed time, Computed message, int slot) {
        this.time = time;
        this.message = message;
        this.slot = slot;
    }

    /** The history of a pattern that is new. */
    PatternHistory begin() {
        PatternHistory history = new PatternHistory(bins);
        histories.add(history);
        return history;
    }

    /** Adds the event whose template was just read, and says how many bytes more are kept. */
    long add(PatternHistory history, Row row, MessageTemplate read) {
        current = row;
        return history.add((long) time.number(row), read, event);
    }

    private String message() {
        String text = current == null ? null : message.text(current);
        return text == null ? "" : text;
    }

    /** What can be said once all events have been. */
    Verdicts verdicts() {
        AnomalyFinder finder = new AnomalyFinder(bins, histories);
        return (template, history, row) -> row.set(slot, finder.of(template, history));
    }

    /** Writes what is unusual about a pattern into its row. */
    @FunctionalInterface
    interface Verdicts {
        void into(String template, PatternHistory history, Row row);
    }
}
