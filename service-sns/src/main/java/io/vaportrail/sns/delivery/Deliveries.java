package io.vaportrail.sns.delivery;

import io.vaportrail.core.service.EmulatorContext;
import io.vaportrail.sns.outbox.Outbox;
import io.vaportrail.sns.platform.Platforms;
import io.vaportrail.sns.store.Topics;

/**
 * The ways of delivery, put together.
 *
 * @param fanout messages to subscriptions
 * @param confirmations questions to endpoints
 * @param counts what became of messages
 */
public record Deliveries(Fanout fanout, ConfirmationSender confirmations, DeliveryCounts counts) {
    /** All ways that the emulator offers. */
    public static Deliveries of(EmulatorContext context, Topics topics, Outbox outbox, Platforms platforms) {
        DeliveryCounts counts = new DeliveryCounts();
        Signer signer = new Signer(context.signing(), context.routes());
        QueueSender queues = new QueueSender(context.calls());
        DeadLetters deadLetters = new DeadLetters(queues, counts);
        HttpDelivery http = new HttpDelivery(context.http(), context.clock(), topics, deadLetters, counts);
        KeptDelivery kept = new KeptDelivery(outbox, platforms, context.clock(), counts, deadLetters);
        String signingUrl = context.settings().signingUrl();
        Fanout fanout = new Fanout(
                new Fanout.Parts(queues, deadLetters, http, kept, signer, signingUrl, counts, context.workers()));
        ConfirmationSender confirmations = new ConfirmationSender(new ConfirmationSender.Parts(
                http,
                context.calls(),
                outbox,
                signer,
                signingUrl,
                topics,
                context.clock(),
                context.ids(),
                context.workers()));
        return new Deliveries(fanout, confirmations, counts);
    }
}
