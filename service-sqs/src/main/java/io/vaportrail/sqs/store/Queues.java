package io.vaportrail.sqs.store;

import io.vaportrail.core.state.Regional;
import io.vaportrail.core.state.StateLog;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All queues, by account and region. */
public final class Queues {
    private final Regional<QueueTable> tables = new Regional<>((account, region) -> new QueueTable());
    private final QueueEnvironment environment;
    private final SqsMetrics metrics;

    /** No queues. */
    public Queues(QueueEnvironment environment) {
        this.environment = environment;
        this.metrics = new SqsMetrics(this, environment.metrics(), environment.clock());
    }

    /** The queue of this name, or {@code null}. */
    public @Nullable Queue find(String region, String accountId, String name) {
        QueueTable table = tables.peek(accountId, region);
        return table == null ? null : table.find(name);
    }

    /** The queue of this name, or {@code null}. */
    public @Nullable Queue find(QueueArn arn) {
        return find(arn.region(), arn.accountId(), arn.name());
    }

    /** The queues of an account in a region. */
    public QueueTable in(String region, String accountId) {
        return tables.in(accountId, region);
    }

    /**
     * Makes a queue, unless there is one of this name.
     *
     * @return the queue there was, or {@code null} when one was made
     */
    public @Nullable Queue create(QueueArn arn, QueueAttributes attributes, Map<String, String> tags) {
        long now = environment.clock().millis();
        QueueRecord record =
                new QueueRecord(arn, environment.ids().nextLong(), now, now, attributes, tags, 0, List.of(), List.of());
        Queue queue = new Queue(record, environment, this);
        Queue existing = in(arn.region(), arn.accountId()).putIfAbsent(queue);
        if (existing == null) {
            queue.metrics().used();
            report(queue);
        }
        return existing;
    }

    /** Gives a recorded queue back to its account. */
    public void restore(QueueRecord record) {
        in(record.arn().region(), record.arn().accountId()).putIfAbsent(new Queue(record, environment, this));
    }

    /** Deletes the queue; polls that wait at it are answered empty. */
    public void delete(Queue queue) {
        QueueArn arn = queue.arn();
        if (in(arn.region(), arn.accountId()).remove(queue, environment.clock().millis())) {
            queue.close();
            environment.stateLog().changed("sqs", arn.accountId(), arn.region(), "queue", arn.name(), () -> null);
        }
    }

    /** Reports that what the owner of a queue set has changed. */
    public void report(Queue queue) {
        StateLog log = environment.stateLog();
        if (log != StateLog.NONE) {
            QueueArn arn = queue.arn();
            log.changed("sqs", arn.accountId(), arn.region(), "queue", arn.name(), () -> queue.settings()
                    .record(0, List.of(), List.of()));
        }
    }

    /** What the queues publish. */
    SqsMetrics metrics() {
        return metrics;
    }

    /** Everything, for checks and snapshots. */
    public List<Queue> all() {
        return tables.all().stream().flatMap(table -> table.all().stream()).toList();
    }

    /** Forgets all queues, or those of one account; polls that wait at them are answered empty. */
    public void reset(@Nullable String accountId) {
        metrics.reset();
        for (QueueTable table : tables.remove(accountId)) {
            table.all().forEach(Queue::close);
        }
    }
}
