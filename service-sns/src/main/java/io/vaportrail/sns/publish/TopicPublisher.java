package io.vaportrail.sns.publish;

import io.vaportrail.core.random.Ids;
import io.vaportrail.core.service.Call;
import io.vaportrail.core.time.EmulatorClock;
import io.vaportrail.sns.delivery.Fanout;
import io.vaportrail.sns.delivery.Notification;
import io.vaportrail.sns.delivery.Notification.Content;
import io.vaportrail.sns.protection.MessageProtection;
import io.vaportrail.sns.store.FifoTopic;
import io.vaportrail.sns.store.Topic;
import io.vaportrail.sns.topic.ArchivePolicies;
import io.vaportrail.sns.topic.TopicAttributes;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Gives messages that were checked to their topic and has them delivered. */
final class TopicPublisher {
    private final EmulatorClock clock;
    private final Ids ids;
    private final Fanout fanout;
    private final MessageProtection protection;

    TopicPublisher(EmulatorClock clock, Ids ids, Fanout fanout, MessageProtection protection) {
        this.protection = protection;
        this.clock = clock;
        this.ids = ids;
        this.fanout = fanout;
    }

    /**
     * What became of a message.
     *
     * @param messageId its id
     * @param sequenceNumber its place in a FIFO topic, or {@code null}
     * @param delivered completes when all that is delivered within the process has arrived
     */
    record Published(String messageId, @Nullable String sequenceNumber, CompletionStage<Void> delivered) {}

    /** Whether publishing to a topic takes longer than a millisecond, so that workers should do it. */
    boolean takesLong(Topic topic) {
        return protection.isNeeded(topic);
    }

    /**
     * Publishes.
     *
     * @throws io.vaportrail.schema.ServiceException when the topic's data protection policy denies the message
     */
    Published publish(Topic topic, OutgoingMessage message, Content content, Call call) {
        FifoTopic fifo = topic.fifo();
        if (fifo != null) {
            return publishInOrder(topic, fifo, message, content, call);
        }
        String signature = topic.attribute(TopicAttributes.SIGNATURE_VERSION, "1");
        String messageId = ids.uuid();
        Content allowed = protection.isNeeded(topic) ? inspected(topic, content, messageId, call) : content;
        Notification notification = notification(topic, messageId, allowed, null, null, signature, call);
        return new Published(notification.messageId(), null, fanout.deliver(topic, notification));
    }

    private Content inspected(Topic topic, Content content, String messageId, Call call) {
        MessageProtection.Texts texts = protection.published(
                topic, new MessageProtection.Texts(content.message(), content.byProtocol()), messageId, call);
        return new Content(
                texts.message(),
                texts.byProtocol(),
                content.subject(),
                content.attributes(),
                content.groupId(),
                content.bytes());
    }

    private Published publishInOrder(Topic topic, FifoTopic fifo, OutgoingMessage message, Content content, Call call) {
        String deduplication = message.deduplication();
        boolean byGroup =
                topic.attribute(TopicAttributes.FIFO_THROUGHPUT_SCOPE, "Topic").equals("MessageGroup");
        String key = byGroup ? message.groupId() + "\n" + deduplication : deduplication;
        CompletableFuture<Void> delivered = new CompletableFuture<>();
        String messageId = ids.uuid();
        FifoTopic.Accepted accepted = fifo.accept(key, clock.millis(), messageId, taken -> {
            Notification notification =
                    notification(topic, taken.messageId(), content, taken.sequenceNumber(), deduplication, null, call);
            archive(topic, fifo, notification);
            return () -> fanout.deliver(topic, notification).whenComplete((nothing, error) -> {
                if (error == null) {
                    delivered.complete(null);
                } else {
                    delivered.completeExceptionally(error);
                }
            });
        });
        fifo.deliveries().run();
        boolean repeated = !accepted.messageId().equals(messageId);
        return new Published(
                accepted.messageId(),
                accepted.sequenceNumber(),
                repeated ? CompletableFuture.completedFuture(null) : delivered);
    }

    private void archive(Topic topic, FifoTopic fifo, Notification notification) {
        int days = ArchivePolicies.days(topic.attribute("ArchivePolicy", ""));
        if (days > 0) {
            fifo.archive()
                    .add(
                            notification,
                            notification.publishedMillis()
                                    - Duration.ofDays(days).toMillis());
        }
    }

    private Notification notification(
            Topic topic,
            String messageId,
            Content content,
            @Nullable String sequenceNumber,
            @Nullable String deduplicationId,
            @Nullable String signatureVersion,
            Call call) {
        boolean traced = topic.attribute("TracingConfig", "").equals("Active");
        return new Notification(
                messageId,
                topic.arn(),
                topic.arnText(),
                content,
                clock.millis(),
                sequenceNumber,
                deduplicationId,
                signatureVersion,
                traced ? call.origin().traceHeader() : null,
                false,
                call);
    }
}
