package io.vaportrail.sqs.store;

import org.jspecify.annotations.Nullable;

/** Messages in the order in which something happens to them. Equal times keep the order of arrival. */
abstract class MessageHeap extends IndexedHeap<Message> {
    /** Never: no message has its time in this heap. */
    static final long NEVER = Long.MAX_VALUE;

    abstract long time(Message message);

    @Override
    final boolean before(Message first, Message second) {
        long firstTime = time(first);
        long secondTime = time(second);
        return firstTime != secondTime ? firstTime < secondTime : first.sequence < second.sequence;
    }

    /** The earliest time, or {@link #NEVER}. */
    final long firstTime() {
        Message first = peek();
        return first == null ? NEVER : time(first);
    }

    /** Takes out the first message whose time has come, or {@code null}. */
    final @Nullable Message pollUpTo(long now) {
        return firstTime() <= now ? poll() : null;
    }

    /** By the time at which a delayed or in-flight message becomes visible. */
    static final class ByVisibility extends MessageHeap {
        @Override
        long time(Message message) {
            return message.visibleAt;
        }

        @Override
        int place(Message item) {
            return item.visibilityPlace;
        }

        @Override
        void setPlace(Message item, int place) {
            item.visibilityPlace = place;
        }
    }

    /** By the time at which it was sent; retention counts from there. */
    static final class ByAge extends MessageHeap {
        @Override
        long time(Message message) {
            return message.sentMillis;
        }

        @Override
        int place(Message item) {
            return item.agePlace;
        }

        @Override
        void setPlace(Message item, int place) {
            item.agePlace = place;
        }
    }
}
