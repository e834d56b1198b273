package io.vaportrail.logs.insights.pattern;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one pattern did in the course of time: how often it came, and, from its sixteenth event on, what stood in the first sixteen places
 * that change. It takes up to some tens of kilobytes, however many events there are. For one thread.
 */
public final class PatternHistory {
    /** Events before the values of a pattern are worth the memory. */
    private static final int WARM = 16;

    private static final int MOST_TOKENS = 16;
    private static final int OBJECT = 48;

    private final TimeBins bins;
    private final Series counts;
    private @Nullable Sample[] samples = new Sample[TimeBins.MOST];
    private int samplesLevel;
    private TokenHistory[] tokens = new TokenHistory[0];
    private long count;
    private long firstMillis = Long.MAX_VALUE;

    /** No events yet. */
    public PatternHistory(TimeBins bins) {
        this.bins = bins;
        this.counts = Series.ofCounts(bins);
        this.samplesLevel = bins.level();
    }

    /** What it takes at the beginning, in bytes. */
    public long weight() {
        return 3 * OBJECT + counts.weight() + 4L * TimeBins.MOST;
    }

    /**
     * Adds the event whose template was just read.
     *
     * @param millis when it happened, in milliseconds since 1970
     * @return how many bytes more are kept
     */
    public long add(long millis, MessageTemplate read, Sample.Source event) {
        int place = bins.place(millis);
        counts.add(place);
        count++;
        firstMillis = Math.min(firstMillis, millis);
        long more = sample(place, millis, event);
        if (count == WARM) {
            more += warm(read);
        }
        for (int i = 0; i < tokens.length; i++) {
            more += tokens[i].add(place, millis, read.text(), read.start(i), read.end(i), event);
        }
        return more;
    }

    private long warm(MessageTemplate read) {
        long more = 0;
        tokens = new TokenHistory[Math.min(read.tokens(), MOST_TOKENS)];
        for (int i = 0; i < tokens.length; i++) {
            tokens[i] = new TokenHistory(read.kind(i), bins);
            more += tokens[i].weight();
        }
        return more;
    }

    /** The first event that comes of each part of the time. */
    private long sample(int place, long millis, Sample.Source event) {
        follow();
        if (samples[place] != null) {
            return 0;
        }
        Sample sample = Sample.of(millis, event);
        samples[place] = sample;
        return sample.weight();
    }

    private void follow() {
        if (samplesLevel == bins.level()) {
            return;
        }
        int[] places = bins.moved(samplesLevel);
        @Nullable Sample[] moved = new Sample[TimeBins.MOST];
        for (int i = 0; i < samples.length; i++) {
            moved[places[i]] = moved[places[i]] == null ? samples[i] : moved[places[i]];
        }
        samples = moved;
        samplesLevel = bins.level();
    }

    long count() {
        return count;
    }

    /** When its first event happened, in milliseconds since 1970. */
    long firstMillis() {
        return firstMillis;
    }

    Series counts() {
        return counts;
    }

    List<TokenHistory> tokens() {
        return Arrays.asList(tokens);
    }

    /** An event of each of those parts that had any, the first ones. */
    List<Sample> samples(int[] parts, int most) {
        follow();
        List<Sample> chosen = new ArrayList<>();
        for (int part : parts) {
            Sample sample = samples[bins.placeOf(part)];
            if (sample != null && chosen.size() < most) {
                chosen.add(sample);
            }
        }
        return chosen;
    }
}
