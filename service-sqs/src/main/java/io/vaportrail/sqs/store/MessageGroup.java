package io.vaportrail.sqs.store;

import org.jspecify.annotations.Nullable;

/**
 * The messages of one group in their order: in a FIFO queue all of them, in flight included; in a standard queue the
 * visible ones of one tenant, or of all who named no group.
 */
final class MessageGroup {
    final String id;
    private @Nullable Message first;
    private @Nullable Message last;

    /** Messages of the group in the queue, whatever their state. */
    int members;

    int inFlight;
    int readyPlace = -1;
    final ProcessingTime processing = new ProcessingTime();
    long lastSentMillis;

    MessageGroup(String id) {
        this.id = id;
    }

    @Nullable Message first() {
        return first;
    }

    void append(Message message) {
        message.previous = last;
        message.next = null;
        if (last == null) {
            first = message;
        } else {
            last.next = message;
        }
        last = message;
    }

    void unlink(Message message) {
        if (message.previous == null) {
            first = message.next;
        } else {
            message.previous.next = message.next;
        }
        if (message.next == null) {
            last = message.previous;
        } else {
            message.next.previous = message.previous;
        }
        message.previous = null;
        message.next = null;
    }

    /** Groups with something to deliver, by the place in line of their first message. */
    static final class ByLine extends IndexedHeap<MessageGroup> {
        @Override
        boolean before(MessageGroup one, MessageGroup other) {
            return line(one) < line(other);
        }

        private static long line(MessageGroup group) {
            Message head = group.first();
            return head == null ? Long.MAX_VALUE : head.line;
        }

        @Override
        int place(MessageGroup item) {
            return item.readyPlace;
        }

        @Override
        void setPlace(MessageGroup item, int place) {
            item.readyPlace = place;
        }
    }
}
