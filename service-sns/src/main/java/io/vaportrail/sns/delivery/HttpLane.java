package io.vaportrail.sns.delivery;

import io.vaportrail.sns.SnsLimits;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** The requests to one endpoint: a few under way, the rest waiting in line. No task is run under the lane's lock. */
final class HttpLane {
    private static final long MICROS = 1_000;
    private static final long SECOND_MICROS = 1_000_000;

    private final Deque<Task> waiting = new ArrayDeque<>();
    private long nextSlotMicros;
    private int members;
    private int underWay;

    /** A request. */
    interface Task {
        /** Sends; the action runs once when the answer is there. */
        void run(Runnable ended);
    }

    /** Lets one more task into the lane, unless too many are in it already, those that wait for a time or a retry included. */
    synchronized boolean join() {
        if (members >= SnsLimits.HTTP_BACKLOG) {
            return false;
        }
        members++;
        return true;
    }

    /** Puts a task that has joined in line, the first time or again. */
    void add(Task task) {
        synchronized (this) {
            waiting.addLast(task);
        }
        drain();
    }

    /**
     * The time at which the next task may be put in line, so that no more than so many a second are.
     *
     * @return milliseconds since 1970, now at the earliest
     */
    synchronized long slotMillis(long nowMillis, int perSecond) {
        long slot = Math.max(nowMillis * MICROS, nextSlotMicros);
        nextSlotMicros = slot + SECOND_MICROS / perSecond;
        return (slot + MICROS - 1) / MICROS;
    }

    /** Until when the slots are taken. */
    synchronized long busyUntilMillis() {
        return nextSlotMicros / MICROS;
    }

    /** Whether no task is in the lane. */
    synchronized boolean isEmpty() {
        return members == 0;
    }

    /** A task leaves for good; whether the lane is empty now. */
    synchronized boolean leave() {
        return --members == 0;
    }

    private void drain() {
        Task next;
        while ((next = next()) != null) {
            next.run(this::ended);
        }
    }

    private synchronized @Nullable Task next() {
        if (underWay >= SnsLimits.HTTP_PARALLEL || waiting.isEmpty()) {
            return null;
        }
        underWay++;
        return waiting.pollFirst();
    }

    private void ended() {
        synchronized (this) {
            underWay--;
        }
        drain();
    }
}
