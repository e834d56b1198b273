package io.vaportrail.sns.delivery;

import io.vaportrail.sns.SnsLimits;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** The requests to one endpoint: a few under way, the rest waiting in line. No task is run under the lane's lock. */
final class HttpLane {
    private final Deque<Task> waiting = new ArrayDeque<>();
    private int members;
    private int underWay;

    /** A request. */
    interface Task {
        /** Sends; the action runs once when the answer is there. */
        void run(Runnable ended);
    }

    /** Takes a new task in, unless too many are in the lane already, those that wait for a retry included. */
    boolean add(Task task) {
        synchronized (this) {
            if (members >= SnsLimits.HTTP_BACKLOG) {
                return false;
            }
            members++;
            waiting.addLast(task);
        }
        drain();
        return true;
    }

    /** Puts a task in line again that has not left the lane. */
    void addAgain(Task task) {
        synchronized (this) {
            waiting.addLast(task);
        }
        drain();
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
