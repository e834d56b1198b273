package io.vaportrail.sns.delivery;

import io.vaportrail.core.mail.Mail;
import io.vaportrail.core.mail.MailSender;
import io.vaportrail.core.time.EmulatorClock;
import io.vaportrail.sns.store.Subscription;
import io.vaportrail.sns.store.Topic;
import io.vaportrail.sns.store.Topics;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * E-mail as SNS words it, handed to the mail server if there is one.
 *
 * @see <a href="https://docs.aws.amazon.com/sns/latest/dg/sns-email-notifications.html">E-mail notifications</a>
 */
final class EmailRelay {
    private static final Logger log = LoggerFactory.getLogger(EmailRelay.class);
    private static final String SENDER = "no-reply@sns.amazonaws.com";
    private static final String SENDER_NAME = "AWS Notifications";

    private final MailSender sender;
    private final Topics topics;
    private final EmulatorClock clock;

    EmailRelay(MailSender sender, Topics topics, EmulatorClock clock) {
        this.sender = sender;
        this.topics = topics;
        this.clock = clock;
    }

    boolean isThere() {
        return sender.isThere();
    }

    /** Sends a message of a topic; completes when the server has taken it. */
    CompletionStage<Void> notify(Subscription subscription, Notification notification, String text, boolean withLink) {
        String subject = notification.content().subject();
        String body = withLink
                ? text + "\n\n--\nTo get no more messages of this topic, visit\n" + subscription.unsubscribeUrl() + "\n"
                : text;
        return send(
                subscription, notification.messageId(), subject == null ? "AWS Notification Message" : subject, body);
    }

    /** Sends a message about the subscription itself, if there is a server; says when it could not. */
    void tell(Subscription subscription, String messageId, String subject, String text) {
        if (!sender.isThere()) {
            return;
        }
        send(subscription, messageId, subject, text).whenComplete((nothing, error) -> {
            if (error != null) {
                log.warn(
                        "{} to {} not mailed: {}",
                        subject,
                        subscription.endpoint(),
                        Failures.cause(error).toString());
            }
        });
    }

    private CompletionStage<Void> send(Subscription subscription, String messageId, String subject, String text) {
        @Nullable Topic topic = topics.find(subscription.topicArn());
        String name = topic == null ? "" : topic.attribute("DisplayName", "");
        return sender.send(new Mail(
                SENDER,
                name.isEmpty() ? SENDER_NAME : name,
                subscription.endpoint(),
                subject,
                text,
                clock.millis(),
                messageId));
    }
}
