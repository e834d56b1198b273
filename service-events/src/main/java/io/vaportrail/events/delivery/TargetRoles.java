package io.vaportrail.events.delivery;

import io.vaportrail.core.identity.Caller;
import io.vaportrail.core.service.InternalCalls;
import io.vaportrail.core.time.EmulatorClock;
import io.vaportrail.events.store.EventBus;
import io.vaportrail.model.sts.AssumeRoleRequest;
import io.vaportrail.model.sts.AssumeRoleResponse;
import io.vaportrail.model.sts.AssumedRoleUser;
import io.vaportrail.model.sts.Credentials;
import io.vaportrail.model.sts.StsService;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The roles under which targets are called: they must exist and trust {@code events.amazonaws.com}. A session is used again until it
 * is half an hour old.
 */
final class TargetRoles {
    private static final long SESSION_MILLIS = 30 * 60 * 1000L;
    private static final int MOST_SESSIONS = 1000;

    private final InternalCalls calls;
    private final EmulatorClock clock;
    private final Map<String, Session> sessions = new ConcurrentHashMap<>();

    private record Session(Caller caller, long untilMillis) {}

    TargetRoles(InternalCalls calls, EmulatorClock clock) {
        this.calls = calls;
        this.clock = clock;
    }

    /** EventBridge in the role; fails when it may not take it up. */
    CompletionStage<Caller> assume(String roleArn, Delivery delivery) {
        EventBus bus = delivery.rule().bus();
        String key = bus.accountId() + ' ' + bus.region() + ' ' + roleArn;
        Session known = sessions.get(key);
        if (known != null && clock.millis() < known.untilMillis) {
            return CompletableFuture.completedStage(known.caller);
        }
        AssumeRoleRequest request = AssumeRoleRequest.builder()
                .roleArn(roleArn)
                .roleSessionName("EventBridge")
                .build();
        Caller service = Senders.service(delivery.rule());
        return calls.call(StsService.ASSUME_ROLE, request, service, bus.region(), delivery.cause())
                .handle((answer, error) -> {
                    if (error != null) {
                        throw Failure.permanent(
                                "FAILED_TO_ASSUME_ROLE",
                                String.valueOf(Failure.cause(error).getMessage()));
                    }
                    Caller caller = caller(roleArn, answer, clock.now());
                    if (sessions.size() >= MOST_SESSIONS) {
                        sessions.clear();
                    }
                    sessions.put(key, new Session(caller, clock.millis() + SESSION_MILLIS));
                    return caller;
                });
    }

    private static Caller caller(String roleArn, AssumeRoleResponse answer, Instant now) {
        AssumedRoleUser user = Objects.requireNonNull(answer.assumedRoleUser(), "AssumedRoleUser");
        Credentials credentials = Objects.requireNonNull(answer.credentials(), "Credentials");
        return Caller.roleSession(roleArn, user.assumedRoleId(), user.arn(), credentials.accessKeyId(), now)
                .through(Senders.PRINCIPAL);
    }

    /** Forgets all sessions. */
    void reset() {
        sessions.clear();
    }
}
