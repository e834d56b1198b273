package io.vaportrail.sns.status;

import io.vaportrail.core.identity.Caller;
import io.vaportrail.core.time.EmulatorClock;
import io.vaportrail.sns.feed.LogStreamSink;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Writes delivery status under a role, whose session it renews. */
final class StatusWriter implements LogStreamSink.Writer {
    /** The role's session lasts an hour. */
    private static final Duration SESSION = Duration.ofMinutes(50);

    private final LogGroup group;
    private final FeedbackRole role;
    private final EmulatorClock clock;
    private volatile @Nullable Session session;

    private record Session(Caller caller, Instant until) {}

    StatusWriter(LogGroup group, FeedbackRole role, EmulatorClock clock) {
        this.group = group;
        this.role = role;
        this.clock = clock;
    }

    @Override
    public CompletionStage<Caller> caller() {
        Session known = session;
        if (known != null && clock.now().isBefore(known.until)) {
            return CompletableFuture.completedStage(known.caller);
        }
        return role.assume(group, clock.now()).thenApply(caller -> {
            session = new Session(caller, clock.now().plus(SESSION));
            return caller;
        });
    }

    @Override
    public void forget() {
        session = null;
    }

    @Override
    public String described() {
        return group.roleArn();
    }
}
