package io.vaportrail.sns.delivery;

import io.vaportrail.model.sns.MessageAttributeValue;
import io.vaportrail.sns.SnsLimits;
import io.vaportrail.sns.filter.FilterPolicy;
import io.vaportrail.sns.filter.FilterResult;
import io.vaportrail.sns.protection.MessageProtection;
import io.vaportrail.sns.protection.OutboundCheck;
import io.vaportrail.sns.store.SnsArn;
import io.vaportrail.sns.store.Subscription;
import io.vaportrail.sns.store.Topic;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Delivers a message to the subscriptions of its topic. What is delivered within the process has arrived when this completes; what
 * goes over HTTP waits in a bounded backlog and holds nothing up.
 */
public final class Fanout {
    private static final int FORBIDDEN = 403;

    private final Parts parts;
    private final QueueSender queues;
    private final DeadLetters deadLetters;

    /**
     * What a fan-out is made of.
     *
     * @param queues puts messages into queues
     * @param deadLetters where failed deliveries go
     * @param http delivers over HTTP
     * @param kept takes what cannot leave the machine
     * @param signer signs envelopes
     * @param signingUrl where certificates are said to be, or {@code null} for where the subscriber called
     * @param protection keeps messages from those who may not have them
     * @param listener takes note of what becomes of messages
     * @param workers the pool for deliveries of over a millisecond
     */
    record Parts(
            QueueSender queues,
            DeadLetters deadLetters,
            HttpDelivery http,
            KeptDelivery kept,
            Signer signer,
            @Nullable String signingUrl,
            MessageProtection protection,
            DeliveryListener listener,
            Executor workers) {}

    Fanout(Parts parts) {
        this.parts = parts;
        this.queues = parts.queues();
        this.deadLetters = parts.deadLetters();
    }

    /** Delivers a message to all who want it. Must not be called while a lock is held. */
    public CompletionStage<Void> deliver(Topic topic, Notification notification) {
        parts.listener().published(notification);
        if (!takesLong(topic, notification)) {
            return deliverHere(topic, notification);
        }
        CompletableFuture<Void> done = new CompletableFuture<>();
        Runnable work = () -> {
            try {
                deliverHere(topic, notification).whenComplete((nothing, error) -> complete(done, error));
            } catch (RuntimeException | Error e) {
                done.completeExceptionally(e);
            }
        };
        Offload.run(parts.workers(), work);
        return done;
    }

    private static void complete(CompletableFuture<Void> done, @Nullable Throwable error) {
        if (error == null) {
            done.complete(null);
        } else {
            done.completeExceptionally(error);
        }
    }

    /**
     * Signatures, many deliveries, and filters that look at long messages take over a millisecond; unless order demands that they
     * happen here and now.
     */
    private static boolean takesLong(Topic topic, Notification notification) {
        if (notification.sequenceNumber() != null) {
            return false;
        }
        int deliveries = 0;
        boolean lengthy = notification.bytes() > SnsLimits.INLINE_BYTES;
        for (Subscription subscription : topic.subscriptions()) {
            boolean signed = !subscription.settings().raw() && !subscription.pending();
            boolean matched = lengthy && subscription.settings().filter() != null;
            if (signed || matched || ++deliveries > SnsLimits.INLINE_DELIVERIES) {
                return true;
            }
        }
        return false;
    }

    private CompletionStage<Void> deliverHere(Topic topic, Notification notification) {
        Envelopes envelopes = new Envelopes(notification, parts.signer(), parts.signingUrl());
        OutboundCheck check = parts.protection().outbound(topic);
        Countdown countdown = new Countdown();
        for (Subscription subscription : topic.subscriptions()) {
            if (!subscription.pending()
                    && wants(subscription, notification)
                    && (check == null || mayHave(subscription, notification, check))) {
                countdown.start(deliverOne(subscription, notification, envelopes));
            }
        }
        countdown.end();
        return countdown.done();
    }

    /** Delivers a message to one subscription, if it wants it. */
    public void deliverTo(Subscription subscription, Notification notification) {
        if (!subscription.pending() && !subscription.deleted() && wants(subscription, notification)) {
            deliverOne(subscription, notification, new Envelopes(notification, parts.signer(), parts.signingUrl()));
        }
    }

    private boolean wants(Subscription subscription, Notification notification) {
        FilterPolicy filter = subscription.settings().filter();
        if (filter == null) {
            return true;
        }
        Map<String, MessageAttributeValue> attributes = notification.content().attributes();
        FilterResult result = filter.test(notification.content().messageFor(subscription.protocol()), attributes);
        if (result != FilterResult.ACCEPTED) {
            parts.listener().filteredOut(subscription, notification, result);
        }
        return result == FilterResult.ACCEPTED;
    }

    /** What a subscriber may not have is not redriven either: the policy is to keep it where it is. */
    private boolean mayHave(Subscription subscription, Notification notification, OutboundCheck check) {
        String complaint = check.complaint(subscription, notification.content().messageFor(subscription.protocol()));
        if (complaint != null) {
            parts.listener().failed(subscription, notification, Outcome.refused(FORBIDDEN, complaint), false);
        }
        return complaint == null;
    }

    private CompletionStage<?> deliverOne(Subscription subscription, Notification notification, Envelopes envelopes) {
        boolean raw = subscription.settings().raw();
        return switch (subscription.protocol()) {
            case "sqs" -> {
                String body =
                        raw ? notification.content().messageFor(subscription.protocol()) : envelopes.of(subscription);
                yield deliverToQueue(subscription, notification, body, raw);
            }
            case "http", "https" -> {
                String body =
                        raw ? notification.content().messageFor(subscription.protocol()) : envelopes.of(subscription);
                parts.http().deliver(subscription, notification, body);
                yield CompletableFuture.completedFuture(null);
            }
            default -> parts.kept().deliver(subscription, notification, envelopes);
        };
    }

    private CompletionStage<?> deliverToQueue(
            Subscription subscription, Notification notification, String body, boolean raw) {
        SnsArn queue = subscription.queue();
        if (queue == null) {
            throw new IllegalStateException("endpoint: " + subscription.endpoint() + " (expected: a queue's ARN)");
        }
        CompletableFuture<Void> done = new CompletableFuture<>();
        queues.send(queue, body, raw, notification).whenComplete((messageId, error) -> {
            if (error == null) {
                parts.listener()
                        .delivered(
                                subscription,
                                notification,
                                Outcome.delivered("{\"sqsMessageId\":\"" + messageId + "\"}"));
                done.complete(null);
            } else {
                // What fails within the process fails again: it is not retried.
                deadLetters
                        .take(
                                subscription,
                                notification,
                                body,
                                Outcome.refused(Failures.status(error), Failures.providerResponse(error)))
                        .whenComplete((nothing, again) -> done.complete(null));
            }
        });
        return done;
    }
}
