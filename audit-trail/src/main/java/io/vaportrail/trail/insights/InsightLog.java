package io.vaportrail.trail.insights;

import io.vaportrail.trail.store.TrailStore;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/** The Insights events of the last 90 days, the oldest of which make room for the newest. Safe for any thread. */
public final class InsightLog {
    /** How many are kept, of some two kilobytes each. */
    static final int MOST = 2000;

    private final Deque<InsightEvent> events = new ArrayDeque<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private long sequence;

    InsightLog() {}

    void add(LongFunction<InsightEvent> made) {
        synchronized (this) {
            if (events.size() == MOST) {
                events.removeFirst();
            }
            events.addLast(made.apply(++sequence));
        }
        listeners.forEach(Runnable::run);
    }

    /** Has the action run after each new event; it must take next to no time and not throw. */
    public void addListener(Runnable action) {
        listeners.add(action);
    }

    /** Those that came after a sequence number, the oldest first. */
    public synchronized List<InsightEvent> after(long sequenceNumber) {
        List<InsightEvent> found = new ArrayList<>();
        for (InsightEvent event : events) {
            if (event.sequence() > sequenceNumber) {
                found.add(event);
            }
        }
        return found;
    }

    /** The sequence number of the newest, 0 before the first. */
    public synchronized long newest() {
        return sequence;
    }

    /** Those still kept at that time, the newest first. */
    public synchronized List<InsightEvent> newestFirst(Instant now) {
        Instant oldest = now.minus(TrailStore.RETENTION);
        List<InsightEvent> found = new ArrayList<>(events.size());
        events.descendingIterator().forEachRemaining(event -> {
            if (!event.time().isBefore(oldest)) {
                found.add(event);
            }
        });
        return found;
    }

    /**
     * Forgets everything, or everything of one account; sequence numbers go on.
     *
     * @param accountId 12 digits, or {@code null} for all accounts
     */
    synchronized void reset(@Nullable String accountId) {
        events.removeIf(event -> accountId == null || event.accountId().equals(accountId));
    }
}
