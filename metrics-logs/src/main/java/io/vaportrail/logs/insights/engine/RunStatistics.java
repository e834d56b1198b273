package io.vaportrail.logs.insights.engine;

/** What a run has read so far. Written by one thread, read by any. */
public final class RunStatistics {
    private volatile long matched;
    private volatile long scanned;
    private volatile long bytes;
    private long matchedSoFar;

    void matched() {
        matchedSoFar++;
    }

    void scanned(long events, long size) {
        scanned = events;
        bytes = size;
        matched = matchedSoFar;
    }

    /** Events that passed all filters. */
    public long recordsMatched() {
        return matched;
    }

    /** Events that were looked at. */
    public long recordsScanned() {
        return scanned;
    }

    /** Bytes of the texts of the events that were looked at. */
    public long bytesScanned() {
        return bytes;
    }
}
