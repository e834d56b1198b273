package io.vaportrail.sns.delivery;

import io.vaportrail.core.time.EmulatorClock;
import io.vaportrail.sns.outbox.KeptMessage;
import io.vaportrail.sns.outbox.KeptMessage.Kind;
import io.vaportrail.sns.outbox.Outbox;
import io.vaportrail.sns.platform.PlatformEndpoint;
import io.vaportrail.sns.platform.Platforms;
import io.vaportrail.sns.sms.TextMessage;
import io.vaportrail.sns.sms.TextMessages;
import io.vaportrail.sns.store.SnsArn;
import io.vaportrail.sns.store.Subscription;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Deliveries that cannot leave the machine: they are kept, and count as delivered. E-mail is handed to a server as well if there is
 * one. What nothing here runs fails.
 */
final class KeptDelivery {
    private static final String KEPT = "kept by the emulator";

    private static final int BAD_REQUEST = 400;
    private static final int NOT_IMPLEMENTED = 501;

    private final Outbox outbox;
    private final Platforms platforms;
    private final TextMessages textMessages;
    private final EmailRelay relay;
    private final EmulatorClock clock;
    private final DeliveryListener listener;
    private final DeadLetters deadLetters;

    KeptDelivery(
            Outbox outbox,
            Platforms platforms,
            TextMessages textMessages,
            EmailRelay relay,
            EmulatorClock clock,
            DeliveryListener listener,
            DeadLetters deadLetters) {
        this.outbox = outbox;
        this.platforms = platforms;
        this.textMessages = textMessages;
        this.relay = relay;
        this.clock = clock;
        this.listener = listener;
        this.deadLetters = deadLetters;
    }

    CompletionStage<?> deliver(Subscription subscription, Notification notification, Envelopes envelopes) {
        String text = notification.content().messageFor(subscription.protocol());
        return switch (subscription.protocol()) {
            case "sms" -> text(subscription, notification, text);
            case "email" -> mail(subscription, notification, text, true);
            case "email-json" -> mail(subscription, notification, envelopes.of(subscription), false);
            case "application" -> push(subscription, notification, text);
            default ->
                deadLetters.take(
                        subscription,
                        notification,
                        envelopes.of(subscription),
                        Outcome.refused(NOT_IMPLEMENTED, "Vaportrail does not deliver to " + subscription.protocol()));
        };
    }

    private CompletionStage<?> text(Subscription subscription, Notification notification, String text) {
        SnsArn topic = subscription.topicArn();
        TextMessage sent = textMessages.send(
                topic.accountId(),
                topic.region(),
                subscription.endpoint(),
                text,
                notification.content().attributes());
        if (!sent.delivered()) {
            return deadLetters.take(subscription, notification, text, Outcome.refused(BAD_REQUEST, sent.answer()));
        }
        keep(Kind.SMS, subscription, notification, text);
        return delivered(subscription, notification, KEPT);
    }

    private CompletionStage<?> push(Subscription subscription, Notification notification, String text) {
        PlatformEndpoint device = platforms.findEndpoint(subscription.endpoint());
        if (device == null || !device.enabled() || !device.application().enabled()) {
            return deadLetters.take(
                    subscription, notification, text, Outcome.refused(BAD_REQUEST, "no endpoint that is enabled"));
        }
        String own = device.application().platform();
        keep(Kind.PUSH, subscription, notification, notification.content().messageFor(own));
        return delivered(subscription, notification, KEPT);
    }

    /** The server is not waited for: publishing must not take as long as it does. */
    private CompletionStage<?> mail(
            Subscription subscription, Notification notification, String text, boolean withLink) {
        keep(Kind.EMAIL, subscription, notification, text);
        if (!relay.isThere()) {
            return delivered(subscription, notification, KEPT);
        }
        relay.notify(subscription, notification, text, withLink).whenComplete((nothing, error) -> {
            if (error == null) {
                listener.delivered(subscription, notification, Outcome.delivered("taken by the mail server"));
            } else {
                deadLetters.take(
                        subscription,
                        notification,
                        text,
                        Outcome.refused(0, Failures.cause(error).toString()));
            }
        });
        return CompletableFuture.completedFuture(null);
    }

    private CompletionStage<?> delivered(Subscription subscription, Notification notification, String answer) {
        listener.delivered(subscription, notification, Outcome.delivered(answer));
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
