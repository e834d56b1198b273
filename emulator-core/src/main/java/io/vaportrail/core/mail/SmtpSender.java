package io.vaportrail.core.mail;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;

/**
 * Hands mail to an SMTP server, one connection for each, in plain text and without a password: meant for the mail catchers of test
 * environments.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5321">RFC 5321</a>
 */
public final class SmtpSender implements MailSender {
    /** Mails under way or waiting; beyond it sending fails at once. */
    static final int MOST_UNDER_WAY = 256;

    private static final int CONNECT_MILLIS = 5_000;
    private static final int ANSWER_MILLIS = 10_000;

    private final String host;
    private final int port;
    private final Executor workers;
    private final Semaphore free = new Semaphore(MOST_UNDER_WAY);

    /**
     * A sender that has sent nothing.
     *
     * @param server host and port with a colon between them; an IPv6 address in brackets
     * @param workers where connections are waited for
     */
    public SmtpSender(String server, Executor workers) {
        int colon = server.lastIndexOf(':');
        String name = server.substring(0, colon);
        this.host = name.startsWith("[") && name.endsWith("]") ? name.substring(1, name.length() - 1) : name;
        this.port = Integer.parseInt(server.substring(colon + 1));
        this.workers = workers;
    }

    @Override
    public boolean isThere() {
        return true;
    }

    @Override
    public CompletionStage<Void> send(Mail mail) {
        if (!free.tryAcquire()) {
            return CompletableFuture.failedFuture(
                    new IOException("mail: " + MOST_UNDER_WAY + " under way (expected: fewer)"));
        }
        CompletableFuture<Void> sent = new CompletableFuture<>();
        try {
            workers.execute(() -> {
                try {
                    sendNow(mail);
                    sent.complete(null);
                } catch (IOException | RuntimeException e) {
                    sent.completeExceptionally(e);
                } finally {
                    free.release();
                }
            });
        } catch (RejectedExecutionException e) {
            free.release();
            sent.completeExceptionally(new IOException("mail: no worker free (expected: one)", e));
        }
        return sent;
    }

    private void sendNow(Mail mail) throws IOException {
        String message = MailText.of(mail);
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, port), CONNECT_MILLIS);
            socket.setSoTimeout(ANSWER_MILLIS);
            SmtpDialogue dialogue = new SmtpDialogue(socket.getInputStream(), socket.getOutputStream());
            dialogue.expect(220);
            dialogue.say("EHLO localhost", 250);
            dialogue.say("MAIL FROM:<" + mail.from() + ">", 250);
            dialogue.say("RCPT TO:<" + mail.to() + ">", 250);
            dialogue.say("DATA", 354);
            dialogue.say(message + ".", 250);
            dialogue.say("QUIT", 221);
        }
    }
}
