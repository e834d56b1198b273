package io.vaportrail.sqs.store;

import io.vaportrail.sqs.SqsLimits;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The messages of a FIFO queue: strict order within a message group, which is locked while any of its messages is in flight.
 * A receive takes as many messages of one group as it may before it turns to the next.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/FIFO-queues-understanding-logic.html">FIFO
 *     delivery logic</a>
 */
final class FifoMessages extends MessageStore {
    private final Map<String, MessageGroup> groups = new HashMap<>();
    private final MessageGroup.ByLine ready = new MessageGroup.ByLine();

    /** In the order sent, which is the order in which the queue's one delay ends for them; those gone are skipped later. */
    private final ArrayDeque<Message> delayedInOrder = new ArrayDeque<>();

    private long delayMillis;

    FifoMessages(long delayMillis) {
        this.delayMillis = delayMillis;
    }

    /**
     * A change of a FIFO queue's delay counts for the messages that are waiting too.
     *
     * @see <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-delay-queues.html">Delay
     *     queues</a>
     */
    void delay(long millis) {
        this.delayMillis = millis;
    }

    @Override
    void join(Message message) {
        String id = message.content().groupId();
        // Messages of a dead-letter source or a move task all had a group in their FIFO queue.
        MessageGroup group = groups.computeIfAbsent(id == null ? "" : id, MessageGroup::new);
        message.join(group);
        group.append(message);
    }

    @Override
    void leave(Message message) {
        MessageGroup group = message.group();
        group.members--;
        group.unlink(message);
        refresh(group);
        if (group.members == 0) {
            groups.remove(group.id);
        }
    }

    @Override
    void enterLine(Message message) {
        refresh(message.group());
    }

    @Override
    void leaveLine(Message message) {
        // The group keeps the message in its order; what follows (flight or leaving) refreshes the group.
    }

    @Override
    void enterDelay(Message message) {
        delayedInOrder.add(message);
    }

    @Override
    void leaveDelay(Message message) {
        // Skipped when its turn comes.
    }

    @Override
    void enterFlight(Message message) {
        message.group().inFlight++;
        refresh(message.group());
    }

    @Override
    void leaveFlight(Message message, long now) {
        message.group().inFlight--;
    }

    @Override
    void take(Take take, List<Message> taken, List<Message> exhausted) {
        MessageGroup group = ready.peek();
        while (group != null && hasRoom(take, taken)) {
            Message message = group.first();
            while (message != null && message.state == Message.State.VISIBLE && hasRoom(take, taken)) {
                Message following = message.next;
                if (message.receives >= take.maxReceives()) {
                    remove(message, take.now());
                    exhausted.add(message);
                } else {
                    markReceived(message, take.visibleAt(), take.now());
                    taken.add(message);
                }
                message = following;
            }
            group = ready.peek();
        }
    }

    private boolean hasRoom(Take take, List<Message> taken) {
        return taken.size() < take.maxMessages() && inFlight() < SqsLimits.IN_FLIGHT;
    }

    @Override
    @Nullable Message firstInLine(long now) {
        MessageGroup group = ready.peek();
        return group == null ? null : group.first();
    }

    @Override
    long firstDelayEnd() {
        Message first = firstDelayed();
        return first == null ? MessageHeap.NEVER : first.sentMillis + delayMillis;
    }

    @Override
    void endDelays(long now) {
        Message first = firstDelayed();
        while (first != null && first.sentMillis + delayMillis <= now) {
            delayedInOrder.remove();
            delayEnded(first);
            first = firstDelayed();
        }
    }

    private @Nullable Message firstDelayed() {
        Message first = delayedInOrder.peek();
        while (first != null && first.state != Message.State.DELAYED) {
            delayedInOrder.remove();
            first = delayedInOrder.peek();
        }
        return first;
    }

    /** A group delivers when nothing of it is in flight and its first message is visible. */
    private void refresh(MessageGroup group) {
        Message head = group.first();
        boolean delivers = group.inFlight == 0 && head != null && head.state == Message.State.VISIBLE;
        if (!delivers) {
            if (ready.contains(group)) {
                ready.remove(group);
            }
        } else if (ready.contains(group)) {
            ready.update(group);
        } else {
            ready.add(group);
        }
    }

    @Override
    void clearGroups() {
        groups.clear();
        ready.clear();
        delayedInOrder.clear();
    }

    @Override
    boolean hasDeliverable() {
        return ready.size() > 0;
    }

    @Override
    MessageGroup.ByLine ready() {
        return ready;
    }
}
