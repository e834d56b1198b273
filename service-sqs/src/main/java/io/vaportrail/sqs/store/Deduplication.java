package io.vaportrail.sqs.store;

import io.vaportrail.sqs.SqsLimits;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a FIFO queue was sent in the last five minutes. A message is remembered although it has been received and deleted.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/using-messagededuplicationid-property.html">Using
 *     the message deduplication ID</a>
 */
final class Deduplication {
    private final Map<Key, Sent> sent = new HashMap<>();
    private final ArrayDeque<DeduplicationRecord> byExpiry = new ArrayDeque<>();

    /** A deduplication id in its scope: one group, or ({@code null}) the queue. */
    record Key(@Nullable String groupId, String deduplicationId) {}

    /** What the first sender was told, or {@code null} for the first. */
    @Nullable Sent find(Key key, long now) {
        forget(now);
        return sent.get(key);
    }

    void remember(Key key, Sent answer, long now) {
        restore(new DeduplicationRecord(
                key.groupId, key.deduplicationId, answer, now + SqsLimits.DEDUPLICATION_MILLIS));
    }

    /** Takes an entry as it was recorded, in the order of expiry. */
    void restore(DeduplicationRecord entry) {
        sent.put(new Key(entry.groupId(), entry.deduplicationId()), entry.answer());
        byExpiry.add(entry);
    }

    /** All that is remembered, in the order of expiry. */
    List<DeduplicationRecord> records(long now) {
        forget(now);
        return List.copyOf(byExpiry);
    }

    private void forget(long now) {
        DeduplicationRecord oldest = byExpiry.peek();
        while (oldest != null && oldest.expiresAtMillis() <= now) {
            byExpiry.remove();
            sent.remove(new Key(oldest.groupId(), oldest.deduplicationId()));
            oldest = byExpiry.peek();
        }
    }
}
