package io.vaportrail.core.time;

import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * Timers in the order in which they are due. A timer that was called off stays in the heap until it comes up or until half of the
 * heap is such: calling off costs next to nothing however many there are. Guarded by its owner's lock.
 */
final class TimerQueue {
    private static final int FEW = 64;

    private final PriorityQueue<Timer> heap = new PriorityQueue<>();
    private long added;
    private int calledOff;

    /** A task and when it is due. */
    static final class Timer implements Comparable<Timer> {
        private final long atMillis;
        private final long order;
        private @Nullable Runnable task;

        private Timer(long atMillis, long order, Runnable task) {
            this.atMillis = atMillis;
            this.order = order;
            this.task = task;
        }

        long atMillis() {
            return atMillis;
        }

        @Override
        public int compareTo(Timer other) {
            int byTime = Long.compare(atMillis, other.atMillis);
            return byTime != 0 ? byTime : Long.compare(order, other.order);
        }
    }

    Timer add(long atMillis, Runnable task) {
        Timer timer = new Timer(atMillis, added++, task);
        heap.add(timer);
        return timer;
    }

    /** Calls the timer off; without effect when it has been taken or called off. */
    void cancel(Timer timer) {
        if (timer.task == null) {
            return;
        }
        timer.task = null;
        calledOff++;
        if (calledOff > FEW && calledOff > heap.size() / 2) {
            heap.removeIf(each -> each.task == null);
            calledOff = 0;
        }
    }

    /** The timer that is due first, or {@code null}. */
    @Nullable Timer first() {
        Timer first;
        while ((first = heap.peek()) != null && first.task == null) {
            heap.poll();
            calledOff--;
        }
        return first;
    }

    /** Takes the task that is due first out, which must be this timer's. */
    Runnable take(Timer timer) {
        Runnable task = timer.task;
        if (task == null || heap.poll() != timer) {
            throw new IllegalStateException("timer: another (expected: the first)");
        }
        timer.task = null;
        return task;
    }

    int size() {
        return heap.size() - calledOff;
    }

    void clear() {
        heap.forEach(timer -> timer.task = null);
        heap.clear();
        calledOff = 0;
    }
}
