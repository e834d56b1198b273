package io.vaportrail.core.mail;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** The one way out for e-mail: a server that the user named, or none. */
public interface MailSender {
    /** Sends nothing. */
    MailSender NONE = new MailSender() {
        @Override
        public boolean isThere() {
            return false;
        }

        @Override
        public CompletionStage<Void> send(Mail mail) {
            return CompletableFuture.failedFuture(
                    new IOException("mail: to " + mail.to() + " not sent (expected: an SMTP server)"));
        }
    };

    /** Whether there is a server. */
    boolean isThere();

    /**
     * Sends without blocking.
     *
     * @return what completes when the server has taken the mail, or with an {@link IOException} when it has not
     */
    CompletionStage<Void> send(Mail mail);
}
