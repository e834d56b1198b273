package io.vaportrail.s3.notification;

import io.vaportrail.core.identity.Caller;
import io.vaportrail.core.random.Ids;
import io.vaportrail.core.service.Call;
import org.jspecify.annotations.Nullable;

/**
 * What brought an event about.
 *
 * @param call the call that did, or {@code null} when S3 did on its own
 * @param principalId who did, as the records to queues and topics name him
 * @param requester who did, as the events on buses name him
 * @param sourceAddress whence
 * @param requestId of the call
 * @param reason the operation, as the events on buses name it
 * @param baseUrl scheme, host and port of addresses
 */
public record Cause(
        @Nullable Call call,
        String principalId,
        String requester,
        String sourceAddress,
        String requestId,
        String reason,
        String baseUrl) {
    private static final String S3 = "s3.amazonaws.com";
    private static final int REQUEST_ID_LENGTH = 16;

    /** A call. */
    public static Cause of(Call call) {
        Caller caller = call.caller();
        String operation = call.operation().name();
        return new Cause(
                call,
                principal(caller),
                caller.invokedBy() == null ? caller.accountId() : caller.invokedBy(),
                call.origin().sourceIpAddress(),
                call.requestId(),
                operation.equals("DeleteObjects") ? "DeleteObject" : operation,
                call.origin().baseUrl());
    }

    /** A lifecycle rule. */
    public static Cause ofLifecycle(Ids ids) {
        return new Cause(
                null,
                S3,
                S3,
                S3,
                ids.upperAlphanumeric(REQUEST_ID_LENGTH),
                "Lifecycle Expiration",
                "https://s3.amazonaws.com");
    }

    private static String principal(Caller caller) {
        return switch (caller.type()) {
            case ANONYMOUS -> "Anonymous";
            case AWS_SERVICE -> "AWS:" + caller.accountId();
            default -> "AWS:" + caller.principalId();
        };
    }
}
