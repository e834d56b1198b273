package io.vaportrail.events.delivery;

import io.vaportrail.events.status.EventsMetrics;
import io.vaportrail.events.store.EventsArn;
import io.vaportrail.model.events.DeadLetterConfig;
import io.vaportrail.model.sqs.MessageAttributeValue;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What could not be delivered goes to the dead-letter queue of its target, with the reason in attributes, or is lost.
 *
 * @see <a href="https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-rule-dlq.html">Dead-letter queues</a>
 */
final class DeadLetters {
    private static final Logger log = LoggerFactory.getLogger(DeadLetters.class);

    private final Senders senders;
    private final EventsMetrics metrics;

    DeadLetters(Senders senders, EventsMetrics metrics) {
        this.senders = senders;
        this.metrics = metrics;
    }

    /**
     * Gives a delivery up.
     *
     * @param exhausted which of the limits of the retry policy was reached, or {@code null} when it was not to be tried again
     */
    void take(Delivery delivery, Failure failure, @Nullable String exhausted) {
        metrics.failed(delivery.rule());
        log.warn(
                "event {} was not delivered by {} to {}: {} {}",
                delivery.event().id(),
                delivery.rule().arn(),
                delivery.target().arn(),
                failure.code(),
                failure.message());
        DeadLetterConfig config = delivery.target().shape().deadLetterConfig();
        String arn = config == null ? null : config.arn();
        EventsArn queue = arn == null ? null : EventsArn.of(arn);
        if (queue == null) {
            return;
        }
        senders.deadLetter(queue, delivery.json(), attributes(delivery, failure, exhausted), delivery.rule())
                .whenComplete((sent, error) -> {
                    metrics.deadLetter(delivery.rule(), error == null);
                    if (error != null) {
                        log.warn("nor to its dead-letter queue {}: {}", queue, String.valueOf(error.getMessage()));
                    }
                });
    }

    private static Map<String, MessageAttributeValue> attributes(
            Delivery delivery, Failure failure, @Nullable String exhausted) {
        Map<String, MessageAttributeValue> attributes = new LinkedHashMap<>();
        attributes.put("RULE_ARN", text(delivery.rule().arn()));
        attributes.put("TARGET_ARN", text(delivery.target().arn().toString()));
        attributes.put("ERROR_CODE", text(failure.code()));
        attributes.put("ERROR_MESSAGE", text(failure.message()));
        if (exhausted != null) {
            attributes.put("EXHAUSTED_RETRY_CONDITION", text(exhausted));
            attributes.put("RETRY_ATTEMPTS", text(Integer.toString(delivery.attempts() - 1)));
        }
        return attributes;
    }

    private static MessageAttributeValue text(String value) {
        return MessageAttributeValue.builder()
                .dataType("String")
                .stringValue(value)
                .build();
    }
}
