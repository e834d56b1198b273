package io.vaportrail.logs.insights.engine;

import org.jspecify.annotations.Nullable;

/** What one run of a query keeps, taken from the memory of all in large steps. For one thread. */
final class RunMemory {
    /** What an object takes beside its content. */
    static final int OBJECT = 48;

    private static final long STEP = 1 << 16;

    private QueryMemory shared = new QueryMemory(Long.MAX_VALUE);
    private long taken;
    private long used;

    /** From now on it comes from there. */
    void from(QueryMemory memory) {
        shared = memory;
    }

    /**
     * Keeps more, or less.
     *
     * @throws QueryTooLargeException when there is no more
     */
    void use(long bytes) {
        used += bytes;
        if (used <= taken) {
            return;
        }
        long more = used - taken + STEP;
        if (!shared.take(more)) {
            throw new QueryTooLargeException(shared.limitBytes());
        }
        taken += more;
    }

    /** A text that is kept. */
    void useText(String text) {
        use(OBJECT + text.length());
    }

    /** What a value takes. */
    static long weight(@Nullable Object value) {
        return value instanceof String text ? OBJECT + text.length() : OBJECT / 2;
    }

    /** Gives back all but so much. */
    void keep(long bytes) {
        shared.release(taken - bytes);
        taken = bytes;
        used = bytes;
    }
}
