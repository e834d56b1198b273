package io.vaportrail.sqs.store;

import io.vaportrail.sqs.SqsLimits;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/** The queues of one account in one region, by name. */
public final class QueueTable {
    private final ConcurrentSkipListMap<String, Queue> queues = new ConcurrentSkipListMap<>();

    /** When the queues of these names were deleted; those of over a minute ago are forgotten. */
    private final Map<String, Long> deletedAt = new ConcurrentHashMap<>();

    @Nullable Queue find(String name) {
        return queues.get(name);
    }

    @Nullable Queue putIfAbsent(Queue queue) {
        return queues.putIfAbsent(queue.arn().name(), queue);
    }

    boolean remove(Queue queue, long now) {
        boolean removed = queues.remove(queue.arn().name(), queue);
        if (removed) {
            deletedAt.values().removeIf(then -> then + SqsLimits.NAME_BLOCKED_MILLIS <= now);
            deletedAt.put(queue.arn().name(), now);
        }
        return removed;
    }

    /** Whether a queue of this name was deleted less than a minute ago. */
    public boolean deletedRecently(String name, long now) {
        Long then = deletedAt.get(name);
        return then != null && then + SqsLimits.NAME_BLOCKED_MILLIS > now;
    }

    /** All queues, by name. */
    public Collection<Queue> all() {
        return queues.values();
    }

    /**
     * Queues in the order of their names.
     *
     * @param prefix what the names begin with; may be empty
     * @param after the name that the last page ended with, or {@code null} for the first
     * @param max how many at most
     */
    public List<Queue> list(String prefix, @Nullable String after, int max) {
        boolean first = after == null || after.compareTo(prefix) < 0;
        List<Queue> page = new ArrayList<>();
        for (Queue queue : queues.tailMap(first ? prefix : after, first).values()) {
            if (page.size() == max || !queue.arn().name().startsWith(prefix)) {
                break;
            }
            page.add(queue);
        }
        return page;
    }

    /** The queues that name this one as their dead-letter queue, by name. */
    public List<Queue> sourcesOf(QueueArn deadLetterQueue) {
        List<Queue> sources = new ArrayList<>();
        for (Queue queue : queues.values()) {
            RedrivePolicy policy = queue.attributes().redrivePolicy();
            if (policy != null && policy.deadLetterTarget().equals(deadLetterQueue)) {
                sources.add(queue);
            }
        }
        return sources;
    }
}
