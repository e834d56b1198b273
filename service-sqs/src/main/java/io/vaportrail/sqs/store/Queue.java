package io.vaportrail.sqs.store;

import io.vaportrail.sqs.SqsErrors;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * A queue: its messages, the polls that wait for them, and what its owner set. One short lock guards messages and polls; what
 * follows from an operation for others (answers to polls, moves to the dead-letter queue) is done after it is released.
 *
 * <p>What is due is done when the queue is used. A timer stands only for a queue at which polls wait, for the earlier of the
 * first wait's end and the first message to become visible.
 */
public final class Queue {
    private final QueueEnvironment environment;
    private final QueueSettings settings;
    private final ReentrantLock lock = new ReentrantLock();
    private final QueueMessages messages;
    private final Waiters waiters = new Waiters();
    private final QueueTimer timer;
    private boolean deleted;

    /** A queue as it was recorded; a new one has no messages. */
    Queue(QueueRecord record, QueueEnvironment environment, Queues queues) {
        this.environment = environment;
        this.settings = new QueueSettings(record);
        this.messages = new QueueMessages(record, settings, environment, queues);
        this.timer = new QueueTimer(environment.clock(), this::onTimer);
    }

    /** Something done under the lock at a time at which nothing is overdue. */
    @FunctionalInterface
    private interface Operation<T extends @Nullable Object> {
        T at(long now, Aftermath after);
    }

    private <T extends @Nullable Object> T perform(Operation<T> operation) {
        Aftermath after = new Aftermath();
        T result;
        lock.lock();
        try {
            long now = environment.clock().millis();
            messages.settle(now);
            result = operation.at(now, after);
            serve(now, after);
        } finally {
            lock.unlock();
        }
        after.settle(arn());
        return result;
    }

    /** The queue's ARN. */
    public QueueArn arn() {
        return settings.arn();
    }

    /** Whether it is a FIFO queue. */
    public boolean isFifo() {
        return settings.arn().isFifo();
    }

    /** What the owner set. */
    public QueueSettings settings() {
        return settings;
    }

    /** The attributes in force. */
    public QueueAttributes attributes() {
        return settings.attributes();
    }

    /**
     * Puts a message in, unless a FIFO queue has had it within the last five minutes.
     *
     * @param delaySeconds the message's own delay, or {@code null} for the queue's
     */
    public Sent send(MessageContent content, @Nullable Integer delaySeconds, String senderId) {
        return perform((now, after) -> messages.send(content, delaySeconds, senderId, now));
    }

    /**
     * Receives at once, or waits; the poll completes with the messages, or with none when the wait is over.
     *
     * @throws io.vaportrail.schema.ServiceException OverLimit for a short poll of a standard queue with too much in flight
     */
    public Poll receive(ReceiveOptions options) {
        return perform((now, after) -> {
            List<Received> received = messages.receive(options, now, after);
            Integer asked = options.waitTimeSeconds();
            int wait = asked == null ? attributes().receiveMessageWaitTimeSeconds() : asked;
            Poll poll = new Poll(options, now + wait * 1000L);
            if (received.isEmpty() && wait > 0 && !deleted) {
                poll.waitAt(this);
                waiters.add(poll);
                poll.machineTimer =
                        environment.machineTimer().schedule(Duration.ofSeconds(wait), () -> endWait(poll));
            } else if (received.isEmpty() && !isFifo() && messages.isFlightFull()) {
                throw SqsErrors.tooManyInFlight(arn().name());
            } else {
                after.answer(poll, received);
            }
            return poll;
        });
    }

    /**
     * Deletes the message that was received with the handle. On a standard queue a handle of an earlier receive changes nothing.
     *
     * @throws io.vaportrail.schema.ServiceException for a handle that is malformed or foreign, or has expired (FIFO queues)
     */
    public void delete(String receiptHandle) {
        ReceiptHandle handle = messages.handleOf(receiptHandle);
        perform((now, after) -> {
            messages.delete(handle, receiptHandle, now);
            return null;
        });
    }

    /**
     * Hides a received message for so many seconds from now, or makes it visible with 0.
     *
     * @throws io.vaportrail.schema.ServiceException for a handle that is malformed, foreign or refers to no message that was
     *     last received with it, or when the message would be hidden for more than 12 hours altogether
     */
    public void changeVisibility(String receiptHandle, int visibilityTimeout) {
        ReceiptHandle handle = messages.handleOf(receiptHandle);
        perform((now, after) -> {
            messages.changeVisibility(handle, receiptHandle, visibilityTimeout, now);
            return null;
        });
    }

    /** Counts the messages. */
    public QueueCounts counts() {
        return perform((now, after) -> messages.counts());
    }

    /** Deletes all messages, those in flight included. */
    public void purge() {
        perform((now, after) -> {
            messages.clear();
            settings.purgedAt(now);
            return null;
        });
    }

    /** Changes the attributes. */
    public void setAttributes(QueueAttributes attributes) {
        perform((now, after) -> {
            settings.set(attributes, now);
            messages.attributesChanged(now);
            return null;
        });
    }

    /** Takes messages that were received too often from another queue; they keep their ids. */
    void acceptDeadLetters(List<Message> deadLetters, String sourceArn) {
        perform((now, after) -> {
            messages.acceptDeadLetters(deadLetters, sourceArn, now);
            return null;
        });
    }

    /** Takes messages that a move task brings; they are new messages with new ids. */
    public void acceptMoved(List<Message> moved) {
        perform((now, after) -> {
            messages.acceptMoved(moved, now);
            return null;
        });
    }

    /** Takes out up to so many visible messages for a move task. */
    public List<Message> takeToMove(int maxMessages) {
        return perform((now, after) -> messages.takeToMove(maxMessages, now));
    }

    /** What is in the queue in the order of arrival, without receiving it. */
    public List<MessageRecord> peek() {
        return perform((now, after) -> messages.records());
    }

    /** The queue as plain data. */
    public QueueRecord snapshot() {
        return perform((now, after) -> settings.record(messages.lastSequence(), messages.records()));
    }

    /** The queue is gone from its account: nothing waits at it any more. */
    void close() {
        perform((now, after) -> {
            deleted = true;
            messages.clear();
            Poll poll = waiters.first();
            while (poll != null) {
                waiters.remove(poll);
                after.answer(poll, List.of());
                poll = waiters.first();
            }
            return null;
        });
    }

    /** Ends a wait before its time, without messages. */
    void endWait(Poll poll) {
        boolean waited;
        lock.lock();
        try {
            waited = waiters.remove(poll);
        } finally {
            lock.unlock();
        }
        if (waited) {
            poll.complete(List.of());
        }
    }

    private void onTimer() {
        perform((now, after) -> null);
    }

    /** Hands visible messages to the polls in their order, ends those whose wait is over, and has the timer wait for the next. */
    private void serve(long now, Aftermath after) {
        Poll poll = waiters.first();
        while (poll != null && messages.hasDeliverable()) {
            List<Received> received = messages.receive(poll.options, now, after);
            if (received.isEmpty()) {
                break;
            }
            waiters.remove(poll);
            after.answer(poll, received);
            poll = waiters.first();
        }
        Poll overdue = waiters.overdue(now);
        while (overdue != null) {
            waiters.remove(overdue);
            after.answer(overdue, List.of());
            overdue = waiters.overdue(now);
        }
        if (!waiters.isEmpty()) {
            timer.arm(Math.min(waiters.firstDeadline(), messages.nextVisibleAt()));
        }
    }

    /** For the checks of the tests. */
    QueueMessages messages() {
        return messages;
    }

    /** For the checks of the tests. */
    int waiting() {
        return waiters.size();
    }

    /** For the checks of the tests. */
    ReentrantLock lock() {
        return lock;
    }
}
