package io.vaportrail.sns.protection;

import io.vaportrail.core.identity.Caller;
import io.vaportrail.sns.feed.LogStreamSink;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Writes as the service that delivers the logs of others, which the policies of log groups and buckets name. */
record VendedLogWriter(Caller sender) implements LogStreamSink.Writer {
    static final String PRINCIPAL = "delivery.logs.amazonaws.com";

    static VendedLogWriter of(String accountId, String region) {
        return new VendedLogWriter(Caller.service(PRINCIPAL, accountId, sourceArn(accountId, region)));
    }

    /** What it delivers for, as the policies that AWS writes have it in {@code aws:SourceArn}. */
    static String sourceArn(String accountId, String region) {
        return "arn:aws:logs:" + region + ":" + accountId + ":*";
    }

    @Override
    public CompletionStage<Caller> caller() {
        return CompletableFuture.completedStage(sender);
    }

    @Override
    public void forget() {
        // It is always the same one.
    }

    @Override
    public String described() {
        return PRINCIPAL;
    }
}
