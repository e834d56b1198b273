package io.vaportrail.logs.insights.engine;

import java.util.concurrent.atomic.AtomicLong;

/**
 * The heap that all queries together may take for what they keep: groups that are added up, rows that are sorted, patterns, results.
 * Counted roughly, so that queries cannot take what the rest needs. Safe for any thread.
 */
public final class QueryMemory {
    /** The part of the heap that queries may take. */
    private static final int PART = 4;

    private final long limitBytes;
    private final AtomicLong taken = new AtomicLong();

    /** So many bytes. */
    public QueryMemory(long limitBytes) {
        this.limitBytes = limitBytes;
    }

    /** A quarter of the heap. */
    public static QueryMemory ofHeap() {
        return new QueryMemory(Runtime.getRuntime().maxMemory() / PART);
    }

    /** How much there is. */
    public long limitBytes() {
        return limitBytes;
    }

    /** Whether so much is taken that older results should go. */
    public boolean isCrowded() {
        return taken.get() > limitBytes / 2;
    }

    boolean take(long bytes) {
        if (taken.addAndGet(bytes) > limitBytes) {
            taken.addAndGet(-bytes);
            return false;
        }
        return true;
    }

    /** Gives back what {@link QueryRun#keptBytes()} said. */
    public void release(long bytes) {
        taken.addAndGet(-bytes);
    }
}
