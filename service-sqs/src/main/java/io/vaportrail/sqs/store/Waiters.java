package io.vaportrail.sqs.store;

import org.jspecify.annotations.Nullable;

/** The polls that wait at a queue: served in the order of arrival, ended in the order of their deadlines. */
final class Waiters {
    private @Nullable Poll first;
    private @Nullable Poll last;
    private final ByDeadline byDeadline = new ByDeadline();

    boolean isEmpty() {
        return first == null;
    }

    int size() {
        return byDeadline.size();
    }

    @Nullable Poll first() {
        return first;
    }

    /** The first deadline, or {@link MessageHeap#NEVER}. */
    long firstDeadline() {
        Poll poll = byDeadline.peek();
        return poll == null ? MessageHeap.NEVER : poll.deadline;
    }

    /** A poll whose wait is over, or {@code null}. */
    @Nullable Poll overdue(long now) {
        Poll poll = byDeadline.peek();
        return poll != null && poll.deadline <= now ? poll : null;
    }

    void add(Poll poll) {
        poll.waiting = true;
        poll.previous = last;
        if (last == null) {
            first = poll;
        } else {
            last.next = poll;
        }
        last = poll;
        byDeadline.add(poll);
    }

    /** Takes the poll out and calls its machine timer off; {@code false} when it was out already. */
    boolean remove(Poll poll) {
        if (!poll.waiting) {
            return false;
        }
        poll.waiting = false;
        byDeadline.remove(poll);
        if (poll.previous == null) {
            first = poll.next;
        } else {
            poll.previous.next = poll.next;
        }
        if (poll.next == null) {
            last = poll.previous;
        } else {
            poll.next.previous = poll.previous;
        }
        poll.previous = null;
        poll.next = null;
        if (poll.machineTimer != null) {
            poll.machineTimer.cancel();
        }
        return true;
    }

    private static final class ByDeadline extends IndexedHeap<Poll> {
        @Override
        boolean before(Poll one, Poll other) {
            return one.deadline < other.deadline;
        }

        @Override
        int place(Poll item) {
            return item.deadlinePlace;
        }

        @Override
        void setPlace(Poll item, int place) {
            item.deadlinePlace = place;
        }
    }
}
