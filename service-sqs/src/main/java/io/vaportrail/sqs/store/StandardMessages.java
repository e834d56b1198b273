package io.vaportrail.sqs.store;

import io.vaportrail.sqs.SqsLimits;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The messages of a standard queue: best-effort order of arrival, and fairness between tenants (message groups).
 *
 * <p>A tenant is noisy with more than a tenth of the messages in flight and at least 30 of its own, or with more than a tenth of
 * the recent processing time; the messages of quiet tenants then go first. Every message without a group is a tenant of its own,
 * so these are never noisy.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-fair-queues-detailed.html">How
 *     fair queues work</a>
 */
final class StandardMessages extends MessageStore {
    private MessageGroup ungrouped = new MessageGroup("");
    private final Map<String, MessageGroup> tenants = new HashMap<>();
    private final MessageGroup.ByLine ready = new MessageGroup.ByLine();
    private final ProcessingTime processing = new ProcessingTime();

    @Override
    void join(Message message) {
        String id = message.content().groupId();
        if (id == null) {
            message.join(ungrouped);
            return;
        }
        MessageGroup tenant = tenants.computeIfAbsent(id, MessageGroup::new);
        tenant.lastSentMillis = Math.max(tenant.lastSentMillis, message.sentMillis);
        message.join(tenant);
    }

    @Override
    void leave(Message message) {
        MessageGroup group = message.group();
        group.members--;
        if (group.members == 0 && group != ungrouped) {
            tenants.remove(group.id);
        }
    }

    @Override
    void enterLine(Message message) {
        MessageGroup group = message.group();
        group.append(message);
        if (!ready.contains(group)) {
            ready.add(group);
        }
    }

    @Override
    void leaveLine(Message message) {
        MessageGroup group = message.group();
        boolean wasFirst = group.first() == message;
        group.unlink(message);
        if (group.first() == null) {
            ready.remove(group);
            // A tenant whose backlog has drained is quiet again.
            group.processing.forget();
        } else if (wasFirst) {
            ready.update(group);
        }
    }

    @Override
    void enterDelay(Message message) {
        hidden.add(message);
    }

    @Override
    void leaveDelay(Message message) {
        hidden.remove(message);
    }

    @Override
    void enterFlight(Message message) {
        message.group().inFlight++;
    }

    @Override
    void leaveFlight(Message message, long now) {
        MessageGroup group = message.group();
        group.inFlight--;
        if (!tenants.isEmpty()) {
            long spent = Math.max(0, now - message.lastReceivedMillis);
            processing.add(spent, now);
            group.processing.add(spent, now);
        }
    }

    @Override
    void take(Take take, List<Message> taken, List<Message> exhausted) {
        while (taken.size() < take.maxMessages() && inFlight() < SqsLimits.IN_FLIGHT) {
            Message message = firstInLine(take.now());
            if (message == null) {
                return;
            }
            if (message.receives >= take.maxReceives()) {
                remove(message, take.now());
                exhausted.add(message);
            } else {
                markReceived(message, take.visibleAt(), take.now());
                taken.add(message);
            }
        }
    }

    @Override
    @Nullable Message firstInLine(long now) {
        MessageGroup group = ready.peek();
        if (group == null) {
            return null;
        }
        return ready.size() == 1 || !isNoisy(group, now)
                ? group.first()
                : quietest(now).first();
    }

    /**
     * The first quiet tenant in line; if all are noisy, the one with the fewest messages in flight. Few are passed over: each
     * noisy one has more than a tenth of something.
     */
    private MessageGroup quietest(long now) {
        List<MessageGroup> passedOver = new ArrayList<>();
        MessageGroup best = ungrouped;
        MessageGroup next = ready.poll();
        while (next != null) {
            passedOver.add(next);
            boolean quiet = !isNoisy(next, now);
            if (quiet || passedOver.size() == 1 || next.inFlight < best.inFlight) {
                best = next;
            }
            next = quiet ? null : ready.poll();
        }
        for (MessageGroup group : passedOver) {
            ready.add(group);
        }
        return best;
    }

    private boolean isNoisy(MessageGroup group, long now) {
        if (group == ungrouped || now - group.lastSentMillis >= SqsLimits.NOISY_MILLIS) {
            return false;
        }
        boolean concurrency = group.inFlight >= SqsLimits.NOISY_IN_FLIGHT
                && (long) group.inFlight * SqsLimits.NOISY_SHARE > inFlight();
        return concurrency || group.processing.at(now) * SqsLimits.NOISY_SHARE > processing.at(now);
    }

    @Override
    long firstDelayEnd() {
        return MessageHeap.NEVER;
    }

    @Override
    void endDelays(long now) {
        // Every delay of a standard queue stands in the heap of hidden messages.
    }

    @Override
    void clearGroups() {
        ready.clear();
        tenants.clear();
        ungrouped = new MessageGroup("");
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
