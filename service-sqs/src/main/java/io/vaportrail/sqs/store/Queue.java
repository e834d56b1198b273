package io.vaportrail.sqs.store;

import io.vaportrail.sqs.SqsErrors;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
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
    private final QueueMetrics metrics;
    private boolean deleted;

    /** A queue as it was recorded; a new one has no messages. */
    Queue(QueueRecord record, QueueEnvironment environment, Queues queues) {
        this.environment = environment;
        this.settings = new QueueSettings(record);
        this.messages = new QueueMessages(record, settings, environment, queues);
        this.timer = new QueueTimer(environment.clock(), this::onTimer);
        this.metrics = new QueueMetrics(queues.metrics(), record.arn());
    }

    /** Something done under the lock at a time at which nothing is overdue. */
    @FunctionalInterface
    private interface Operation<T> {
        T at(long now, Aftermath after);
    }

    private <T> T perform(Operation<T> operation) {
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
        after.settle(arnText());
        return result;
    }

    /** Something done under the lock that answers nothing. */
    @FunctionalInterface
    private interface Action {
        void at(long now, Aftermath after);
    }

    private void act(Action action) {
        perform((now, after) -> {
            action.at(now, after);
            return this;
        });
    }

    /** The queue's ARN. */
    public QueueArn arn() {
        return settings.arn();
    }

    /** The queue's ARN as text. */
    public String arnText() {
        return settings.arnText();
    }

    /** Whether it is a FIFO queue. */
    public boolean isFifo() {
        return settings.arn().isFifo();
    }

    /** What the owner set. */
    public QueueSettings settings() {
        return settings;
    }

    /** What it publishes to CloudWatch. */
    public QueueMetrics metrics() {
        return metrics;
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
                poll.machineTimer = environment.machineTimer().schedule(Duration.ofSeconds(wait), () -> endWait(poll));
            } else if (received.isEmpty() && !isFifo() && messages.isFlightFull()) {
                throw SqsErrors.tooManyInFlight();
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
        act((now, after) -> {
            messages.delete(handle, receiptHandle, now);
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
        act((now, after) -> {
            messages.changeVisibility(handle, receiptHandle, visibilityTimeout, now);
        });
    }

    /** Counts the messages. */
    public QueueCounts counts() {
        return perform((now, after) -> messages.counts());
    }

    /** What it holds now. */
    QueueGauges gauges() {
        return perform((now, after) -> new QueueGauges(messages.counts(), messages.ageOfOldest(now)));
    }

    /** Deletes all messages, those in flight included. */
    public void purge() {
        act((now, after) -> {
            messages.clear();
            settings.purgedAt(now);
        });
    }

    /** Changes the attributes; what the change throws leaves them as they are. It must not use this or another queue's messages. */
    public void changeAttributes(UnaryOperator<QueueAttributes> change) {
        act((now, after) -> {
            settings.set(change.apply(settings.attributes()), now);
            messages.attributesChanged(now);
        });
    }

    /** Changes the tags; what the change throws leaves them as they are. */
    public void changeTags(UnaryOperator<Map<String, String>> change) {
        act((now, after) -> {
            settings.setTags(change.apply(settings.tags()));
        });
    }

    /** Takes messages that were received too often from another queue; they keep their ids. */
    void acceptDeadLetters(List<Message> deadLetters, String sourceArn) {
        act((now, after) -> {
            messages.acceptDeadLetters(deadLetters, sourceArn, now);
        });
    }

    /** Takes messages that a move task brings; they are new messages with new ids. */
    public void acceptMoved(List<Message> moved) {
        act((now, after) -> {
            messages.acceptMoved(moved, now);
        });
    }

    /**
     * Takes out up to so many visible messages for a move task, up to the first that cannot be moved.
     *
     * @param movable asked once for each message, in order
     */
    public List<Message> takeToMove(int maxMessages, Predicate<Message> movable) {
        return perform((now, after) -> messages.takeToMove(maxMessages, movable, now));
    }

    /** What is in the queue in the order of arrival, without receiving it. */
    public List<MessageRecord> peek() {
        return perform((now, after) -> messages.records());
    }

    /** The queue as plain data. */
    public QueueRecord snapshot() {
        return perform((now, after) -> messages.record(now));
    }

    /** The queue is gone from its account: nothing waits at it any more. */
    void close() {
        act((now, after) -> {
            deleted = true;
            messages.clear();
            Poll poll = waiters.first();
            while (poll != null) {
                waiters.remove(poll);
                after.answer(poll, List.of());
                poll = waiters.first();
            }
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
        act((now, after) -> {});
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
