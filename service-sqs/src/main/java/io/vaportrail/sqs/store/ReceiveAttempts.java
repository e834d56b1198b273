package io.vaportrail.sqs.store;

import io.vaportrail.sqs.SqsLimits;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a FIFO queue handed out to receives that named an attempt id, so that a consumer who lost the answer can ask again.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/using-receiverequestattemptid-request-parameter.html">Using
 *     the receive request attempt ID</a>
 */
final class ReceiveAttempts {
    private final Map<String, Attempt> attempts = new HashMap<>();
    private final ArrayDeque<Attempt> byExpiry = new ArrayDeque<>();

    private record Attempt(String id, long expiresAt, List<Received> received, long visibleAt) {
        /** Whether nobody has deleted any of the messages or changed its visibility, and none has timed out. */
        boolean isUntouched() {
            for (Received one : received) {
                Message message = one.message();
                if (message.state != Message.State.IN_FLIGHT
                        || message.receives != one.receipt()
                        || message.visibleAt != visibleAt) {
                    return false;
                }
            }
            return true;
        }
    }

    void remember(String id, List<Received> received, long visibleAt, long now) {
        Attempt attempt = new Attempt(id, now + SqsLimits.DEDUPLICATION_MILLIS, received, visibleAt);
        attempts.put(id, attempt);
        byExpiry.add(attempt);
    }

    /** The same messages with the same handles, their visibility timeout begun anew; {@code null} to receive afresh. */
    @Nullable List<Received> replay(String id, MessageStore store, long visibleAt, long now) {
        forget(now);
        Attempt attempt = attempts.get(id);
        if (attempt == null || !attempt.isUntouched()) {
            return null;
        }
        for (Received one : attempt.received) {
            store.changeVisibility(one.message(), visibleAt, now);
        }
        attempts.put(id, new Attempt(id, attempt.expiresAt, attempt.received, visibleAt));
        return new ArrayList<>(attempt.received);
    }

    void clear() {
        attempts.clear();
        byExpiry.clear();
    }

    private void forget(long now) {
        Attempt oldest = byExpiry.peek();
        while (oldest != null && oldest.expiresAt <= now) {
            byExpiry.remove();
            Attempt current = attempts.get(oldest.id);
            if (current != null && current.expiresAt <= now) {
                attempts.remove(oldest.id);
            }
            oldest = byExpiry.peek();
        }
    }
}
