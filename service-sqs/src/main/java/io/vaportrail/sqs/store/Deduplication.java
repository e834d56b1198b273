package io.vaportrail.sqs.store;

import io.vaportrail.sqs.SqsLimits;
import java.util.ArrayDeque;
import java.util.HashMap;
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
    private final ArrayDeque<Entry> byExpiry = new ArrayDeque<>();

    /** A deduplication id in its scope: one group, or ({@code null}) the queue. */
    record Key(@Nullable String groupId, String deduplicationId) {}

    private record Entry(long expiresAt, Key key) {}

    /** What the first sender was told, or {@code null} for the first. */
    @Nullable Sent find(Key key, long now) {
        forget(now);
        return sent.get(key);
    }

    void remember(Key key, Sent answer, long now) {
        sent.put(key, answer);
        byExpiry.add(new Entry(now + SqsLimits.DEDUPLICATION_MILLIS, key));
    }

    private void forget(long now) {
        Entry oldest = byExpiry.peek();
        while (oldest != null && oldest.expiresAt <= now) {
            byExpiry.remove();
            sent.remove(oldest.key);
            oldest = byExpiry.peek();
        }
    }
}
