package io.vaportrail.sns.feed;

import java.util.List;
import java.util.concurrent.CompletionStage;

/** Where lines go. */
public interface LineSink {
    /**
     * Writes lines; one call at a time.
     *
     * @param lines ordered by time
     */
    CompletionStage<?> write(List<Line> lines);

    /** Starts over: the last writing failed. */
    void forget();

    /** What messages about a failure call it. */
    String described();
}
