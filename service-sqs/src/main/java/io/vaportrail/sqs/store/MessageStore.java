package io.vaportrail.sqs.store;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The messages of one queue and what is due for them. Guarded by the queue's lock; no operation walks over the messages.
 *
 * <p>Deadlines are processed when the queue is used ({@link #settle}): nothing happens to a queue that nobody looks at.
 */
abstract class MessageStore {
    /** Messages in flight, and in a standard queue those delayed, by the time at which they become visible. */
    final MessageHeap hidden = new MessageHeap.ByVisibility();

    /** Every message, for retention. */
    final MessageHeap byAge = new MessageHeap.ByAge();

    /** Messages that were received at least once, by their sequence: what receipt handles refer to. */
    private final Map<Long, Message> received = new HashMap<>();

    private long lastLine;
    private int visible;
    private int delayed;
    private int inFlight;

    /**
     * What a receive asks for.
     *
     * @param maxMessages 1 to 10
     * @param visibleAt when the messages become visible again
     * @param maxReceives how often a message is received before it counts as exhausted
     * @param now domain time
     */
    record Take(int maxMessages, long visibleAt, int maxReceives, long now) {}

    /** A new message finds its group. */
    abstract void join(Message message);

    /** A message is gone from the queue; its state still says where it was. */
    abstract void leave(Message message);

    /** A message has become visible. */
    abstract void enterLine(Message message);

    /** A visible message is received or goes away. */
    abstract void leaveLine(Message message);

    /** A new message is delayed until {@link Message#visibleAt}. */
    abstract void enterDelay(Message message);

    /** A delayed message goes away before its time. */
    abstract void leaveDelay(Message message);

    /** A message counts as in flight from now on. */
    abstract void enterFlight(Message message);

    /** A message in flight times out or goes away. */
    abstract void leaveFlight(Message message, long now);

    /** Takes visible messages for a receive, and those that were received too often for the dead-letter queue. */
    abstract void take(Take take, List<Message> taken, List<Message> exhausted);

    /** The visible message that goes out next, or {@code null}. */
    abstract @Nullable Message firstInLine(long now);

    /** When the first delay outside {@link #hidden} ends, or {@link MessageHeap#NEVER}. */
    abstract long firstDelayEnd();

    /** Makes visible, by {@link #delayEnded}, those outside {@link #hidden} whose delay is over. */
    abstract void endDelays(long now);

    /** All messages are gone. */
    abstract void clearGroups();

    /** Whether a receive would find a message now, but for the limit of messages in flight. */
    abstract boolean hasDeliverable();

    /** The groups with something to deliver, for checks. */
    abstract MessageGroup.ByLine ready();

    /** Puts in a new message; it is delayed if it becomes visible only later. */
    final void add(Message message, long visibleAt, long now) {
        byAge.add(message);
        join(message);
        if (visibleAt > now) {
            message.visibleAt = visibleAt;
            message.state = Message.State.DELAYED;
            delayed++;
            enterDelay(message);
        } else {
            becomeVisible(message);
        }
    }

    /** Puts in a message as it was recorded, in the order of arrival. */
    final void restore(MessageRecord record) {
        Message message = Message.restore(record);
        byAge.add(message);
        join(message);
        if (message.receives > 0) {
            received.put(message.sequence, message);
        }
        if (record.visibleAtMillis() == 0) {
            becomeVisible(message);
        } else if (record.inFlight()) {
            inFlight++;
            message.state = Message.State.IN_FLIGHT;
            hidden.add(message);
            enterFlight(message);
        } else {
            delayed++;
            message.state = Message.State.DELAYED;
            enterDelay(message);
        }
    }

    /** Does what is due: expiry, ends of delays and of visibility timeouts, each in the order of time. */
    final void settle(long now, long retentionMillis) {
        Message expired = byAge.peek();
        while (expired != null && expired.sentMillis + retentionMillis <= now) {
            remove(expired, now);
            expired = byAge.peek();
        }
        endDelays(now);
        Message due = hidden.pollUpTo(now);
        while (due != null) {
            if (due.state == Message.State.IN_FLIGHT) {
                inFlight--;
                leaveFlight(due, due.visibleAt);
                becomeVisible(due);
            } else {
                delayEnded(due);
            }
            due = hidden.pollUpTo(now);
        }
    }

    /** When {@link #settle} can make something deliverable next, or {@link MessageHeap#NEVER}. */
    final long nextVisibleAt() {
        return Math.min(hidden.firstTime(), firstDelayEnd());
    }

    /** A visible message goes out to a consumer. */
    final void markReceived(Message message, long visibleAt, long now) {
        if (message.receiveCount() == 0) {
            message.firstReceivedMillis = now;
        }
        if (message.receives == 0) {
            received.put(message.sequence, message);
        }
        message.receives++;
        message.lastReceivedMillis = now;
        hide(message, visibleAt);
    }

    /** Hides a received message until a new time; a time that has come makes it visible. */
    final void changeVisibility(Message message, long visibleAt, long now) {
        if (message.state == Message.State.VISIBLE) {
            if (visibleAt > now) {
                hide(message, visibleAt);
            }
        } else if (visibleAt > now) {
            message.visibleAt = visibleAt;
            hidden.update(message);
        } else {
            hidden.remove(message);
            inFlight--;
            leaveFlight(message, now);
            becomeVisible(message);
        }
    }

    /** Takes a message out for good. */
    final void remove(Message message, long now) {
        switch (message.state) {
            case VISIBLE -> {
                leaveLine(message);
                visible--;
            }
            case DELAYED -> {
                leaveDelay(message);
                delayed--;
            }
            case IN_FLIGHT -> {
                hidden.remove(message);
                inFlight--;
                leaveFlight(message, now);
            }
            case GONE -> throw new IllegalStateException("message: removed twice (expected: in the queue)");
        }
        message.state = Message.State.GONE;
        byAge.remove(message);
        if (message.receives > 0) {
            received.remove(message.sequence);
        }
        leave(message);
    }

    /** Takes out everything. */
    final void clear() {
        for (Message message : byAge.unordered()) {
            message.state = Message.State.GONE;
        }
        byAge.clear();
        hidden.clear();
        received.clear();
        clearGroups();
        visible = 0;
        delayed = 0;
        inFlight = 0;
    }

    /** The message that a receipt handle refers to, or {@code null} when it is gone. */
    final @Nullable Message received(long sequence) {
        return received.get(sequence);
    }

    /** A delayed message, in no heap any more, has served its delay. */
    final void delayEnded(Message message) {
        delayed--;
        becomeVisible(message);
    }

    final int visible() {
        return visible;
    }

    final int delayed() {
        return delayed;
    }

    final int inFlight() {
        return inFlight;
    }

    final int receivedSize() {
        return received.size();
    }

    private void hide(Message message, long visibleAt) {
        leaveLine(message);
        visible--;
        inFlight++;
        message.visibleAt = visibleAt;
        message.state = Message.State.IN_FLIGHT;
        hidden.add(message);
        enterFlight(message);
    }

    private void becomeVisible(Message message) {
        message.state = Message.State.VISIBLE;
        message.line = ++lastLine;
        visible++;
        enterLine(message);
    }
}
