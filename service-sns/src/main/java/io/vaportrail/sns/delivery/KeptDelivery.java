package io.vaportrail.sns.delivery;

import io.vaportrail.core.time.EmulatorClock;
import io.vaportrail.sns.outbox.KeptMessage;
import io.vaportrail.sns.outbox.KeptMessage.Kind;
import io.vaportrail.sns.outbox.Outbox;
import io.vaportrail.sns.platform.PlatformEndpoint;
import io.vaportrail.sns.platform.Platforms;
import io.vaportrail.sns.store.Subscription;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Deliveries that cannot leave the machine: they are kept, and count as delivered. What nothing here runs fails. */
final class KeptDelivery {
    private static final int OK = 200;
    private static final int BAD_REQUEST = 400;
    private static final int NOT_IMPLEMENTED = 501;

    private final Outbox outbox;
    private final Platforms platforms;
    private final EmulatorClock clock;
    private final DeliveryListener listener;
    private final DeadLetters deadLetters;

    KeptDelivery(
            Outbox outbox,
            Platforms platforms,
            EmulatorClock clock,
            DeliveryListener listener,
            DeadLetters deadLetters) {
        this.outbox = outbox;
        this.platforms = platforms;
        this.clock = clock;
        this.listener = listener;
        this.deadLetters = deadLetters;
    }

    CompletionStage<?> deliver(Subscription subscription, Notification notification, Envelopes envelopes) {
        String text = notification.content().messageFor(subscription.protocol());
        switch (subscription.protocol()) {
            case "sms" -> keep(Kind.SMS, subscription, notification, text);
            case "email" -> keep(Kind.EMAIL, subscription, notification, text);
            case "email-json" -> keep(Kind.EMAIL, subscription, notification, envelopes.of(subscription));
            case "application" -> {
                PlatformEndpoint device = platforms.findEndpoint(subscription.endpoint());
                if (device == null || !device.enabled() || !device.application().enabled()) {
                    return deadLetters.take(
                            subscription, notification, text, BAD_REQUEST, "no endpoint that is enabled");
                }
                String own = device.application().platform();
                keep(
                        Kind.PUSH,
                        subscription,
                        notification,
                        notification.content().messageFor(own));
            }
            default -> {
                return deadLetters.take(
                        subscription,
                        notification,
                        envelopes.of(subscription),
                        NOT_IMPLEMENTED,
                        "Vaportrail does not deliver to " + subscription.protocol());
            }
        }
        listener.delivered(subscription, notification, OK);
        return CompletableFuture.completedFuture(null);
    }

    private void keep(Kind kind, Subscription subscription, Notification notification, String text) {
        outbox.keep(
                subscription.topicArn().accountId(),
                subscription.topicArn().region(),
                new KeptMessage(
                        kind,
                        notification.messageId(),
                        subscription.endpoint(),
                        notification.topicArn(),
                        subscription.arn(),
                        notification.content().subject(),
                        text,
                        notification.content().attributes(),
                        clock.millis()));
    }
}
