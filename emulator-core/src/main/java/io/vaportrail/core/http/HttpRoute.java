package io.vaportrail.core.http;

/** Answers requests outside the AWS protocols: administration, certificates, links in e-mails, streams. */
@FunctionalInterface
public interface HttpRoute {
    /**
     * Answers the exchange, now or later. Runs on an event loop thread: what may take more than a millisecond belongs on the
     * workers.
     */
    void handle(Exchange exchange);
}
