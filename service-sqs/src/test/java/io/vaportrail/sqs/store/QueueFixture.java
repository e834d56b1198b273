package io.vaportrail.sqs.store;

import io.vaportrail.core.random.SeededIds;
import io.vaportrail.core.state.StateLog;
import io.vaportrail.core.time.EmulatorClock;
import io.vaportrail.support.ManualMachineTimer;
import io.vaportrail.support.Surroundings;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Queues on clocks moved by hand. */
public final class QueueFixture {
    /** Domain time; it stands still unless moved. */
    public final EmulatorClock clock = Surroundings.stillClock(1_750_000_000_000L);

    /** Machine time. */
    public final ManualMachineTimer machineTimer = new ManualMachineTimer();

    /** The queues. */
    public final Queues queues;

    /** No queues. */
    public QueueFixture() {
        this(StateLog.NONE);
    }

    QueueFixture(StateLog stateLog) {
        queues = new Queues(new QueueEnvironment(clock, machineTimer, new SeededIds(1), stateLog));
    }

    Queue standard() {
        return create("orders", QueueAttributes.DEFAULT);
    }

    Queue fifo() {
        return create("orders.fifo", QueueAttributes.DEFAULT);
    }

    Queue create(String name, QueueAttributes attributes) {
        QueueArn arn = new QueueArn("eu-west-1", "111122223333", name);
        queues.create(arn, attributes, Map.of());
        Queue queue = queues.find(arn);
        if (queue == null) {
            throw new AssertionError("queue: missing after it was made");
        }
        return queue;
    }

    void advance(long millis) {
        clock.advance(Duration.ofMillis(millis));
    }

    static MessageContent content(String body) {
        return content(body, null, null);
    }

    static MessageContent content(String body, @Nullable String group, @Nullable String deduplicationId) {
        return new MessageContent(body, "md5", Map.of(), null, null, null, group, deduplicationId);
    }

    static List<Received> receive(Queue queue, int max) {
        return receive(queue, max, null);
    }

    static List<Received> receive(Queue queue, int max, @Nullable Integer visibilityTimeout) {
        return queue.receive(new ReceiveOptions(max, visibilityTimeout, 0, null))
                .join();
    }

    static List<String> bodies(List<Received> received) {
        return received.stream().map(one -> one.message().content().body()).toList();
    }

    /** The default attributes with a redrive policy. */
    static QueueAttributes withDeadLetters(Queue target, int maxReceiveCount) {
        QueueAttributes d = QueueAttributes.DEFAULT;
        return attributes(
                d.delaySeconds(), d.messageRetentionPeriod(), new RedrivePolicy(target.arn(), maxReceiveCount));
    }

    static QueueAttributes attributes(int delaySeconds, int retention, @Nullable RedrivePolicy redrivePolicy) {
        QueueAttributes d = QueueAttributes.DEFAULT;
        return new QueueAttributes(
                delaySeconds,
                d.maximumMessageSize(),
                retention,
                d.receiveMessageWaitTimeSeconds(),
                d.visibilityTimeout(),
                null,
                redrivePolicy,
                null,
                null,
                d.kmsDataKeyReusePeriodSeconds(),
                true,
                false,
                false,
                false);
    }
}
