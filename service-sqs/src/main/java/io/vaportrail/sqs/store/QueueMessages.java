package io.vaportrail.sqs.store;

import io.vaportrail.core.state.StateLog;
import io.vaportrail.sqs.SqsErrors;
import io.vaportrail.sqs.SqsLimits;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The messages of one queue and the rules for them. Everything here runs under the queue's lock. */
final class QueueMessages {
    /** FIFO sequence numbers have 20 digits; AWS's begin so, and rise by 256. */
    private static final String SEQUENCE_NUMBER_PREFIX = "1";

    private static final long SEQUENCE_NUMBER_BASE = 8_849_496_460_467_696_128L;
    private static final long SEQUENCE_NUMBER_STEP = 256;

    private final QueueSettings settings;
    private final QueueEnvironment environment;
    private final Queues queues;
    private final boolean fifo;
    private final MessageStore store;
    private final Deduplication deduplication = new Deduplication();
    private final ReceiveAttempts attempts = new ReceiveAttempts();
    private long lastSequence;

    QueueMessages(QueueRecord record, QueueSettings settings, QueueEnvironment environment, Queues queues) {
        this.settings = settings;
        this.environment = environment;
        this.queues = queues;
        this.fifo = record.arn().isFifo();
        this.lastSequence = record.lastSequence();
        this.store = fifo ? new FifoMessages(queueDelayMillis()) : new StandardMessages();
        for (MessageRecord message : record.messages()) {
            store.restore(message);
        }
        record.deduplications().forEach(deduplication::restore);
    }

    void settle(long now) {
        store.settle(now, settings.attributes().retentionMillis());
    }

    void attributesChanged(long now) {
        if (store instanceof FifoMessages inOrder) {
            inOrder.delay(queueDelayMillis());
        }
        settle(now);
    }

    Sent send(MessageContent content, @Nullable Integer delaySeconds, String senderId, long now) {
        Deduplication.Key key = deduplicationKey(content);
        Sent original = key == null ? null : deduplication.find(key, now);
        if (original != null) {
            return original;
        }
        Message message = newMessage(content, senderId, now);
        Sent sent = new Sent(message.messageId(), message.sequenceNumber());
        if (key != null) {
            deduplication.remember(key, sent, now);
        }
        long delay = delaySeconds == null ? queueDelayMillis() : delaySeconds * 1000L;
        store.add(message, now + delay, now);
        report(message);
        return sent;
    }

    List<Received> receive(ReceiveOptions options, long now, Aftermath after) {
        QueueAttributes attributes = settings.attributes();
        Integer asked = options.visibilityTimeout();
        long visibleAt = now + (asked == null ? attributes.visibilityTimeout() : asked) * 1000L;
        String attempt = fifo ? options.receiveRequestAttemptId() : null;
        List<Received> replayed = attempt == null ? null : attempts.replay(attempt, store, visibleAt, now);
        if (replayed != null) {
            return replayed;
        }
        List<Received> received = take(options.maxNumberOfMessages(), visibleAt, now, after);
        if (attempt != null && !received.isEmpty()) {
            attempts.remember(attempt, received, visibleAt, now);
        }
        return received;
    }

    private List<Received> take(int maxMessages, long visibleAt, long now, Aftermath after) {
        if (!store.hasDeliverable()) {
            return List.of();
        }
        RedrivePolicy redrive = settings.attributes().redrivePolicy();
        Queue deadLetterQueue = redrive == null ? null : queues.find(redrive.deadLetterTarget());
        // Without its dead-letter queue a message stays and is delivered again.
        int maxReceives = redrive == null || deadLetterQueue == null ? Integer.MAX_VALUE : redrive.maxReceiveCount();
        List<Message> taken = new ArrayList<>(maxMessages);
        List<Message> exhausted = deadLetterQueue == null ? List.of() : new ArrayList<>();
        store.take(new MessageStore.Take(maxMessages, visibleAt, maxReceives, now), taken, exhausted);
        if (deadLetterQueue != null && !exhausted.isEmpty()) {
            exhausted.forEach(this::report);
            after.move(exhausted, deadLetterQueue);
        }
        List<Received> received = new ArrayList<>(taken.size());
        for (Message message : taken) {
            report(message);
            received.add(new Received(
                    message,
                    settings.queueId(),
                    message.receives,
                    message.receiveCount(),
                    message.firstReceivedMillis));
        }
        return received;
    }

    /** Reads a handle that must be this queue's. */
    ReceiptHandle handleOf(String receiptHandle) {
        ReceiptHandle handle = ReceiptHandle.parse(receiptHandle);
        if (handle == null) {
            throw SqsErrors.receiptHandleIsInvalid(receiptHandle);
        }
        if (handle.queueId() != settings.queueId()) {
            throw SqsErrors.receiptHandleOfOtherQueue(receiptHandle);
        }
        return handle;
    }

    void delete(ReceiptHandle handle, String receiptHandle, long now) {
        Message message = store.received(handle.sequence());
        if (message == null) {
            return;
        }
        boolean latest = message.receives == handle.receipt();
        if (fifo && !(latest && message.state == Message.State.IN_FLIGHT)) {
            throw SqsErrors.receiptHandleExpired(receiptHandle);
        }
        if (latest) {
            store.remove(message, now);
            report(message);
        }
    }

    void changeVisibility(ReceiptHandle handle, String receiptHandle, int visibilityTimeout, long now) {
        Message message = store.received(handle.sequence());
        boolean latest = message != null && message.receives == handle.receipt();
        if (message == null || !fifo && !latest) {
            throw SqsErrors.messageNotAvailable(receiptHandle);
        }
        if (fifo && !(latest && message.state == Message.State.IN_FLIGHT)) {
            throw SqsErrors.receiptHandleExpired(receiptHandle);
        }
        long visibleAt = now + visibilityTimeout * 1000L;
        if (visibleAt > message.lastReceivedMillis + SqsLimits.VISIBILITY_SECONDS_MAX * 1000L) {
            throw SqsErrors.totalVisibilityTimeout(visibilityTimeout);
        }
        store.changeVisibility(message, visibleAt, now);
        report(message);
    }

    /** A move to a FIFO queue counts the age anew, one to a standard queue does not. */
    void acceptDeadLetters(List<Message> deadLetters, String sourceArn, long now) {
        for (Message old : deadLetters) {
            arrive(
                    new Message(
                            ++lastSequence,
                            old.messageId(),
                            old.content(),
                            old.senderId(),
                            fifo ? now : old.sentMillis(),
                            sequenceNumber(),
                            sourceArn,
                            old.receiveCount(),
                            old.firstReceivedMillis),
                    now);
        }
    }

    void acceptMoved(List<Message> moved, long now) {
        for (Message old : moved) {
            arrive(newMessage(old.content(), old.senderId(), now), now);
        }
    }

    List<Message> takeToMove(int maxMessages, Predicate<Message> movable, long now) {
        List<Message> moved = new ArrayList<>();
        Message message = store.firstInLine(now);
        while (message != null && moved.size() < maxMessages && movable.test(message)) {
            store.remove(message, now);
            report(message);
            moved.add(message);
            message = store.firstInLine(now);
        }
        return moved;
    }

    void clear() {
        store.clear();
        attempts.clear();
    }

    QueueCounts counts() {
        return new QueueCounts(store.visible(), store.inFlight(), store.delayed());
    }

    /** In seconds; messages that were received three times or more do not count. */
    long ageOfOldest(long now) {
        Message oldest = store.byAge.peek();
        if (oldest != null && oldest.receives >= SqsLimits.METRICS_POISON_RECEIVES) {
            oldest = null;
            for (Message message : store.byAge.unordered()) {
                boolean counts = message.receives < SqsLimits.METRICS_POISON_RECEIVES;
                if (counts && (oldest == null || message.sentMillis() < oldest.sentMillis())) {
                    oldest = message;
                }
            }
        }
        return oldest == null ? 0 : (now - oldest.sentMillis()) / 1000;
    }

    boolean isFlightFull() {
        return store.inFlight() >= SqsLimits.IN_FLIGHT;
    }

    boolean hasDeliverable() {
        return store.hasDeliverable();
    }

    long nextVisibleAt() {
        return store.nextVisibleAt();
    }

    /** The queue with everything in it. */
    QueueRecord record(long now) {
        return settings.record(lastSequence, records(), deduplication.records(now));
    }

    /** Everything in the order of arrival. */
    List<MessageRecord> records() {
        List<MessageRecord> records = new ArrayList<>(store.byAge.size());
        for (Message message : store.byAge.unordered()) {
            records.add(MessageRecord.of(settings.arn().name(), message));
        }
        records.sort(Comparator.comparingLong(MessageRecord::sequence));
        return records;
    }

    /** For the checks of the tests. */
    MessageStore store() {
        return store;
    }

    private void arrive(Message message, long now) {
        store.add(message, now, now);
        report(message);
    }

    private Message newMessage(MessageContent content, String senderId, long now) {
        return new Message(
                ++lastSequence, environment.ids().uuid(), content, senderId, now, sequenceNumber(), null, 0, 0);
    }

    private @Nullable String sequenceNumber() {
        return fifo ? SEQUENCE_NUMBER_PREFIX + (SEQUENCE_NUMBER_BASE + lastSequence * SEQUENCE_NUMBER_STEP) : null;
    }

    private Deduplication.@Nullable Key deduplicationKey(MessageContent content) {
        String id = fifo ? content.deduplicationId() : null;
        if (id == null) {
            return null;
        }
        return new Deduplication.Key(settings.attributes().deduplicationPerGroup() ? content.groupId() : null, id);
    }

    private long queueDelayMillis() {
        return settings.attributes().delaySeconds() * 1000L;
    }

    private void report(Message message) {
        StateLog log = environment.stateLog();
        if (log != StateLog.NONE) {
            QueueArn arn = settings.arn();
            log.changed("sqs", arn.accountId(), arn.region(), "message", message.messageId(), () -> {
                return message.state == Message.State.GONE ? null : MessageRecord.of(arn.name(), message);
            });
        }
    }
}
