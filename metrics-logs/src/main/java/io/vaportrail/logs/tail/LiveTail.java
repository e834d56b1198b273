package io.vaportrail.logs.tail;

import io.vaportrail.core.service.AsyncHandler;
import io.vaportrail.core.service.Call;
import io.vaportrail.core.service.EmulatorContext;
import io.vaportrail.core.service.EventSender;
import io.vaportrail.core.time.Cancellable;
import io.vaportrail.logs.LogsErrors;
import io.vaportrail.logs.LogsLimits;
import io.vaportrail.logs.event.EventListener;
import io.vaportrail.logs.event.IngestedEvents;
import io.vaportrail.logs.group.GroupFinder;
import io.vaportrail.logs.pattern.FilterPattern;
import io.vaportrail.logs.protection.DataProtection;
import io.vaportrail.logs.store.LogGroup;
import io.vaportrail.model.logs.LiveTailSessionStart;
import io.vaportrail.model.logs.StartLiveTailRequest;
import io.vaportrail.model.logs.StartLiveTailResponse;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * StartLiveTail: a stream of what comes in, an update a second on the machine's clock, for three hours on the emulator's.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_StartLiveTail.html">StartLiveTail</a>
 */
public final class LiveTail implements AsyncHandler<StartLiveTailRequest, StartLiveTailResponse>, EventListener {
    private static final Duration TICK = Duration.ofSeconds(1);

    /** Live tails of an account at the same time. */
    private static final int MOST = 15;

    private final GroupFinder finder;
    private final EmulatorContext context;
    private final DataProtection protection;
    private final Map<TailSession, Running> sessions = new ConcurrentHashMap<>();

    /**
     * A live tail that goes on.
     *
     * @param accountId whose
     * @param timeOut ends it
     */
    private record Running(String accountId, Cancellable timeOut) {}

    /** The operation. */
    public LiveTail(GroupFinder finder, EmulatorContext context, DataProtection protection) {
        this.finder = finder;
        this.context = context;
        this.protection = protection;
    }

    @Override
    public CompletionStage<StartLiveTailResponse> handle(StartLiveTailRequest input, Call call) {
        boolean byStream = input.logStreamNames() != null || input.logStreamNamePrefixes() != null;
        if (input.logStreamNames() != null && input.logStreamNamePrefixes() != null) {
            throw LogsErrors.invalid("logStreamNames and logStreamNamePrefixes are mutually exclusive parameters.");
        }
        if (byStream && input.logGroupIdentifiers().size() > 1) {
            throw LogsErrors.invalid(
                    "logStreamNames and logStreamNamePrefixes can be used with exactly one log group only.");
        }
        Set<LogGroup> groups = new LinkedHashSet<>();
        for (String identifier : input.logGroupIdentifiers()) {
            LogGroup group = finder.identified(identifier, call);
            GroupFinder.requireStandard(group);
            groups.add(group);
        }
        long running = sessions.values().stream()
                .filter(one -> one.accountId.equals(call.accountId()))
                .count();
        if (running >= MOST) {
            throw LogsErrors.limitExceeded();
        }
        String text = input.logEventFilterPattern();
        FilterPattern pattern = FilterPattern.of(text == null ? "" : text);
        TailSession session = new TailSession(groups, input, pattern, protection);
        LiveTailSessionStart start = LiveTailSessionStart.builder()
                .requestId(call.requestId())
                .sessionId(context.ids().uuid())
                .logGroupIdentifiers(input.logGroupIdentifiers())
                .logStreamNames(input.logStreamNames())
                .logStreamNamePrefixes(input.logStreamNamePrefixes())
                .logEventFilterPattern(text)
                .build();
        call.answerWithEvents(sender -> begin(session, sender, start, call.accountId()));
        return CompletableFuture.completedFuture(StartLiveTailResponse.builder().build());
    }

    private void begin(TailSession session, EventSender sender, LiveTailSessionStart start, String accountId) {
        session.begin(sender);
        long end = context.clock().millis() + LogsLimits.TAIL_LIFE.toMillis();
        Cancellable timeOut = context.clock().schedule(end, () -> {
            if (sessions.remove(session) != null) {
                session.timeOut();
            }
        });
        sessions.put(session, new Running(accountId, timeOut));
        sender.send("sessionStart", start);
        sender.onDisconnect(() -> leave(session));
        tick(session);
    }

    private void tick(TailSession session) {
        context.machineTimer().schedule(TICK, () -> {
            if (sessions.containsKey(session)) {
                session.update();
                tick(session);
            }
        });
    }

    private void leave(TailSession session) {
        Running running = sessions.remove(session);
        if (running != null) {
            running.timeOut.cancel();
        }
    }

    @Override
    public boolean listensTo(LogGroup group) {
        for (TailSession session : sessions.keySet()) {
            if (session.groups().contains(group)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void ingested(IngestedEvents events) {
        for (TailSession session : sessions.keySet()) {
            if (session.groups().contains(events.stream().group())) {
                session.take(events);
            }
        }
    }

    /** Ends all, or all of one account. */
    public void reset(@Nullable String accountId) {
        for (Map.Entry<TailSession, Running> each : sessions.entrySet()) {
            if (accountId == null || each.getValue().accountId.equals(accountId)) {
                leave(each.getKey());
                each.getKey().end();
            }
        }
    }
}
