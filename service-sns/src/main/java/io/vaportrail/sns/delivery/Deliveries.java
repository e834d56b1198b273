package io.vaportrail.sns.delivery;

import io.vaportrail.core.mail.MailSender;
import io.vaportrail.core.mail.SmtpSender;
import io.vaportrail.core.service.EmulatorContext;
import io.vaportrail.sns.outbox.Outbox;
import io.vaportrail.sns.platform.Platforms;
import io.vaportrail.sns.protection.MessageProtection;
import io.vaportrail.sns.sms.TextMessages;
import io.vaportrail.sns.store.Topics;

/**
 * The ways of delivery, put together.
 *
 * @param fanout messages to subscriptions
 * @param confirmations questions to endpoints
 * @param reset forgets what waits, once the clock has
 */
public record Deliveries(Fanout fanout, ConfirmationSender confirmations, Runnable reset) {
    /**
     * What is delivered, and to whom.
     *
     * @param topics whose messages
     * @param outbox what cannot leave the machine
     * @param platforms devices
     * @param textMessages decides what becomes of text messages
     * @param protection keeps messages from those who may not have them
     * @param listener takes note of what becomes of messages
     */
    public record Stores(
            Topics topics,
            Outbox outbox,
            Platforms platforms,
            TextMessages textMessages,
            MessageProtection protection,
            DeliveryListener listener) {}

    /** All ways that the emulator offers. */
    public static Deliveries of(EmulatorContext context, Stores stores) {
        DeliveryListener listener = stores.listener();
        Signer signer = new Signer(context.signing(), context.routes());
        QueueSender queues = new QueueSender(context.calls());
        DeadLetters deadLetters = new DeadLetters(queues, listener);
        HttpDelivery http = new HttpDelivery(
                context.http(), context.clock(), context.ids(), stores.topics(), deadLetters, listener);
        EmailRelay relay = new EmailRelay(mail(context), stores.topics(), context.clock());
        KeptDelivery kept = new KeptDelivery(
                stores.outbox(),
                stores.platforms(),
                stores.textMessages(),
                relay,
                context.clock(),
                listener,
                deadLetters);
        String signingUrl = context.settings().signingUrl();
        Fanout fanout = new Fanout(new Fanout.Parts(
                queues, deadLetters, http, kept, signer, signingUrl, stores.protection(), listener, context.workers()));
        ConfirmationSender confirmations = new ConfirmationSender(new ConfirmationSender.Parts(
                http,
                context.calls(),
                stores.outbox(),
                relay,
                signer,
                signingUrl,
                stores.topics(),
                context.clock(),
                context.ids(),
                context.workers()));
        return new Deliveries(fanout, confirmations, http::reset);
    }

    private static MailSender mail(EmulatorContext context) {
        String server = context.settings().smtpServer();
        return server == null ? MailSender.NONE : new SmtpSender(server, context.workers());
    }
}
