package io.vaportrail.sns.delivery;

import io.vaportrail.core.identity.Caller;
import io.vaportrail.core.random.Ids;
import io.vaportrail.core.service.InternalCalls;
import io.vaportrail.core.time.EmulatorClock;
import io.vaportrail.model.sqs.SendMessageRequest;
import io.vaportrail.model.sqs.SqsService;
import io.vaportrail.sns.outbox.KeptMessage;
import io.vaportrail.sns.outbox.Outbox;
import io.vaportrail.sns.store.SnsArn;
import io.vaportrail.sns.store.Subscription;
import io.vaportrail.sns.store.Topic;
import io.vaportrail.sns.store.Topics;
import java.util.Map;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Tells endpoints that they are being subscribed, or are no longer.
 *
 * @see <a href="https://docs.aws.amazon.com/sns/latest/dg/http-subscription-confirmation-json.html">Subscription confirmation JSON
 *     format</a>
 */
public final class ConfirmationSender {
    private final Parts parts;

    /**
     * What it takes to tell them.
     *
     * @param http over HTTP
     * @param calls into queues
     * @param outbox by e-mail, kept
     * @param relay by e-mail, sent
     * @param signer signs what is told
     * @param signingUrl where certificates are said to be, or {@code null} for where the subscriber called
     * @param topics for how a topic signs
     * @param clock domain time
     * @param ids message ids
     * @param workers where signatures are made
     */
    record Parts(
            HttpDelivery http,
            InternalCalls calls,
            Outbox outbox,
            EmailRelay relay,
            Signer signer,
            @Nullable String signingUrl,
            Topics topics,
            EmulatorClock clock,
            Ids ids,
            Executor workers) {}

    ConfirmationSender(Parts parts) {
        this.parts = parts;
    }

    /** Asks the endpoint to confirm with a token. */
    public void ask(Subscription subscription, String token) {
        String message = "You have chosen to subscribe to the topic " + subscription.topicArnText()
                + ".\nTo confirm the subscription, visit the SubscribeURL included in this message.";
        tell(subscription, "SubscriptionConfirmation", message, token);
    }

    /** Tells the endpoint that its subscription has ended, and how to come back with a token. */
    public void sayGoodbye(Subscription subscription, String token) {
        String message = "You have chosen to deactivate subscription " + subscription.arn()
                + ".\nTo cancel this operation and restore the subscription, visit the SubscribeURL included in this message.";
        tell(subscription, "UnsubscribeConfirmation", message, token);
    }

    private void tell(Subscription subscription, String type, String message, String token) {
        String messageId = parts.ids().uuid();
        long now = parts.clock().millis();
        switch (subscription.protocol()) {
            case "http", "https" ->
                Offload.run(parts.workers(), () -> {
                    String body = envelope(subscription, type, messageId, message, token, now);
                    parts.http().tell(subscription, type, messageId, body);
                });
            case "sqs" ->
                Offload.run(
                        parts.workers(),
                        () -> toQueue(subscription, envelope(subscription, type, messageId, message, token, now)));
            case "email", "email-json" ->
                byMail(subscription, type, messageId, message + "\n" + subscribeUrl(subscription, token), now);
            default -> {
                // Nobody asks devices and functions.
            }
        }
    }

    private void byMail(Subscription subscription, String type, String messageId, String text, long now) {
        String subject = type.equals("SubscriptionConfirmation")
                ? "AWS Notification - Subscription Confirmation"
                : "AWS Notification - Unsubscribe Confirmation";
        parts.outbox()
                .keep(
                        subscription.topicArn().accountId(),
                        subscription.topicArn().region(),
                        new KeptMessage(
                                KeptMessage.Kind.EMAIL,
                                messageId,
                                subscription.endpoint(),
                                subscription.topicArnText(),
                                subscription.arn(),
                                subject,
                                text,
                                Map.of(),
                                now));
        parts.relay().tell(subscription, messageId, subject, text);
    }

    private void toQueue(Subscription subscription, String body) {
        SnsArn queue = subscription.queue();
        if (queue == null) {
            return;
        }
        parts.calls()
                .call(
                        SqsService.SEND_MESSAGE,
                        SendMessageRequest.builder()
                                .queueUrl("https://sqs." + queue.region() + ".amazonaws.com/" + queue.accountId() + "/"
                                        + queue.resource())
                                .messageBody(body)
                                .build(),
                        Caller.service(
                                "sns.amazonaws.com", subscription.topicArn().accountId(), subscription.topicArnText()),
                        queue.region(),
                        null);
    }

    private static String subscribeUrl(Subscription subscription, String token) {
        return subscription.baseUrl() + "/?Action=ConfirmSubscription&TopicArn=" + subscription.topicArnText()
                + "&Token=" + token;
    }

    private String envelope(
            Subscription subscription, String type, String messageId, String message, String token, long now) {
        Topic topic = parts.topics().find(subscription.topicArn());
        String version = topic == null ? "1" : topic.attribute("SignatureVersion", "1");
        String timestamp = Timestamps.of(now);
        String url = subscribeUrl(subscription, token);
        String signed = "Message\n" + message + "\nMessageId\n" + messageId + "\nSubscribeURL\n" + url
                + "\nTimestamp\n" + timestamp + "\nToken\n" + token + "\nTopicArn\n" + subscription.topicArnText()
                + "\nType\n" + type + "\n";
        String certificates = parts.signingUrl();
        return new JsonText(message.length() + token.length() * 2 + 1_024)
                .member("Type", type)
                .member("MessageId", messageId)
                .member("Token", token)
                .member("TopicArn", subscription.topicArnText())
                .member("Message", message)
                .member("SubscribeURL", url)
                .member("Timestamp", timestamp)
                .member("SignatureVersion", version)
                .member("Signature", parts.signer().sign(signed, version))
                .member(
                        "SigningCertURL",
                        (certificates == null ? subscription.baseUrl() : certificates)
                                + parts.signer().certificatePath())
                .end();
    }
}
