package io.vaportrail.sns.store;

import io.vaportrail.sns.SnsLimits;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * The messages that a FIFO topic keeps for replays, oldest first, for as long as its archive policy says and within the emulator's
 * bound of bytes.
 *
 * @see <a href="https://docs.aws.amazon.com/sns/latest/dg/message-archiving-and-replay-topic-owner.html">Message archiving</a>
 */
public final class Archive {
    private static final long NONE = -1;

    private final Deque<Archived> kept = new ArrayDeque<>();
    private long bytes;
    private long sinceMillis = NONE;

    /** Begins, unless it has begun already. */
    public synchronized void begin(long nowMillis) {
        if (sinceMillis == NONE) {
            sinceMillis = nowMillis;
        }
    }

    /** The earliest time that messages can be there from, given how long they are kept. */
    public synchronized long beginningMillis(long keptSinceMillis) {
        return Math.max(sinceMillis, keptSinceMillis);
    }

    /** Keeps a message, and drops those that were published before the given time or no longer fit. */
    public synchronized void add(Archived message, long keptSinceMillis) {
        kept.addLast(message);
        bytes += message.bytes();
        while (!kept.isEmpty()
                && (kept.getFirst().publishedMillis() < keptSinceMillis || bytes > SnsLimits.ARCHIVE_BYTES)) {
            Archived dropped = kept.removeFirst();
            bytes -= dropped.bytes();
            sinceMillis = Math.max(sinceMillis, dropped.publishedMillis() + 1);
        }
    }

    /** The messages of a time, oldest first. */
    public synchronized List<Archived> between(long fromMillis, long toMillis) {
        List<Archived> found = new ArrayList<>();
        for (Archived message : kept) {
            if (message.publishedMillis() >= fromMillis && message.publishedMillis() <= toMillis) {
                found.add(message);
            }
        }
        return found;
    }

    /** Forgets all and ends. */
    public synchronized void clear() {
        kept.clear();
        sinceMillis = NONE;
        bytes = 0;
    }
}
