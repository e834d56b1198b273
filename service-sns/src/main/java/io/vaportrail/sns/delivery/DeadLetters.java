package io.vaportrail.sns.delivery;

import io.vaportrail.core.audit.UrlPasswords;
import io.vaportrail.sns.store.SnsArn;
import io.vaportrail.sns.store.Subscription;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What could not be delivered goes to the dead-letter queue of its subscription, or is lost.
 *
 * @see <a href="https://docs.aws.amazon.com/sns/latest/dg/sns-dead-letter-queues.html">Dead-letter queues</a>
 */
final class DeadLetters {
    private static final Logger log = LoggerFactory.getLogger(DeadLetters.class);

    private final QueueSender queues;
    private final DeliveryListener listener;

    DeadLetters(QueueSender queues, DeliveryListener listener) {
        this.queues = queues;
        this.listener = listener;
    }

    /**
     * Gives a delivery up.
     *
     * @param body what should have been delivered
     * @param outcome how it ended
     * @return what completes when the message is where it goes; it does not fail
     */
    CompletionStage<Void> take(Subscription subscription, Notification notification, String body, Outcome outcome) {
        listener.failed(subscription, notification, outcome, false);
        log.debug(
                "{} to {}: {}",
                notification.messageId(),
                UrlPasswords.hidden(subscription.endpoint()),
                outcome.answer());
        SnsArn queue = subscription.settings().deadLetterTarget();
        if (queue == null) {
            return CompletableFuture.completedFuture(null);
        }
        return queues.send(queue, body, subscription.settings().raw(), notification)
                .handle((messageId, error) -> redriven(subscription, notification, error));
    }

    private @Nullable Void redriven(Subscription subscription, Notification notification, @Nullable Throwable error) {
        listener.redriven(subscription, notification, error == null);
        if (error != null) {
            log.debug("{} to the dead-letter queue of {}: {}", notification.messageId(), subscription.arn(), error);
        }
        return null;
    }
}
