package io.vaportrail.events.archive;

import io.vaportrail.core.service.Call;
import io.vaportrail.core.service.OperationRegistry;
import io.vaportrail.core.state.Regional;
import io.vaportrail.core.time.EmulatorClock;
import io.vaportrail.events.EventsErrors;
import io.vaportrail.events.EventsLimits;
import io.vaportrail.events.delivery.Router;
import io.vaportrail.events.event.Event;
import io.vaportrail.events.store.EventsArn;
import io.vaportrail.events.store.Paging;
import io.vaportrail.model.events.CancelReplayRequest;
import io.vaportrail.model.events.CancelReplayResponse;
import io.vaportrail.model.events.DescribeReplayRequest;
import io.vaportrail.model.events.DescribeReplayResponse;
import io.vaportrail.model.events.EventsService;
import io.vaportrail.model.events.ListReplaysRequest;
import io.vaportrail.model.events.ListReplaysResponse;
import io.vaportrail.model.events.StartReplayRequest;
import io.vaportrail.model.events.StartReplayResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.NavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/**
 * StartReplay, DescribeReplay, ListReplays, CancelReplay. A replay begins a second of the emulator's time after it was asked for, and
 * brings its events in the order in which they came, some at a time.
 *
 * @see <a href="https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-replay-archived-event.html">Replaying archived events</a>
 */
public final class Replays {
    private static final String KIND = "Replay";
    private static final String ARCHIVE = "archive/";
    private static final long DELAY_MILLIS = 1_000;
    private static final int AT_ONCE = 20;
    private static final Duration KEPT = Duration.ofDays(90);

    private final Regional<NavigableMap<String, Replay>> regions =
            new Regional<>((account, region) -> new ConcurrentSkipListMap<>());
    private final Archives archives;
    private final Router router;
    private final EmulatorClock clock;

    /** Replays of these archives. */
    public Replays(Archives archives, Router router, EmulatorClock clock) {
        this.archives = archives;
        this.router = router;
        this.clock = clock;
    }

    /** Registers the operations. */
    public void register(OperationRegistry operations) {
        operations
                .inline(EventsService.START_REPLAY, this::startReplay)
                .inline(EventsService.DESCRIBE_REPLAY, this::describeReplay)
                .inline(EventsService.LIST_REPLAYS, this::listReplays)
                .inline(EventsService.CANCEL_REPLAY, this::cancelReplay);
    }

    private NavigableMap<String, Replay> in(Call call) {
        NavigableMap<String, Replay> replays = regions.in(call.accountId(), call.region());
        Instant oldest = clock.now().minus(KEPT);
        replays.values().removeIf(replay -> {
            Instant ended = replay.progress().ended();
            return ended != null && ended.isBefore(oldest);
        });
        return replays;
    }

    private StartReplayResponse startReplay(StartReplayRequest input, Call call) {
        Archive archive = archive(input, call);
        if (!archive.bus().arn().toString().equals(input.destination().arn())) {
            EventsArn destination = EventsArn.of(input.destination().arn());
            throw EventsErrors.invalid(
                    "Destination.Arn",
                    destination == null || destination.busName() == null
                            ? "Must contain an event bus ARN."
                            : "Cross event bus replay is not permitted.");
        }
        if (!input.eventStartTime().isBefore(input.eventEndTime())) {
            throw EventsErrors.invalid("EventEndTime", "EventStartTime must be before EventEndTime.");
        }
        NavigableMap<String, Replay> replays = in(call);
        Replay replay = new Replay(
                input, archive.bus(), archive.between(input.eventStartTime(), input.eventEndTime()), clock.now());
        synchronized (replays) {
            if (replays.containsKey(replay.name())) {
                throw EventsErrors.exists(KIND, replay.name());
            }
            if (replays.values().stream().filter(Replay::isActive).count() >= EventsLimits.ACTIVE_REPLAYS) {
                throw EventsErrors.limitExceeded();
            }
            replays.put(replay.name(), replay);
        }
        clock.schedule(clock.millis() + DELAY_MILLIS, () -> run(replays, replay));
        return StartReplayResponse.builder()
                .replayArn(replay.arn())
                .state(replay.progress().state())
                .replayStartTime(replay.started())
                .build();
    }

    private Archive archive(StartReplayRequest input, Call call) {
        EventsArn arn = EventsArn.of(input.eventSourceArn());
        if (arn == null || !arn.resource().startsWith(ARCHIVE)) {
            throw EventsErrors.invalid("EventSourceArn", "Must contain an archive ARN.");
        }
        String name = arn.resource().substring(ARCHIVE.length());
        Archive archive = archives.find(name, call);
        if (archive == null) {
            throw EventsErrors.invalid("EventSourceArn", "Archive " + name + " does not exist.");
        }
        return archive;
    }

    /** On the clock's thread, hence in short steps; others get their turn between two. */
    private void run(NavigableMap<String, Replay> replays, Replay replay) {
        if (replays.get(replay.name()) != replay) {
            return;
        }
        for (int i = 0; i < AT_ONCE; i++) {
            Event event = replay.next(clock.now());
            if (event == null) {
                return;
            }
            router.replay(replay.bus(), event, replay.ruleArns());
        }
        clock.schedule(clock.millis(), () -> run(replays, replay));
    }

    private Replay get(String name, Call call) {
        Replay replay = in(call).get(name);
        if (replay == null) {
            throw EventsErrors.notFound(KIND, name);
        }
        return replay;
    }

    private DescribeReplayResponse describeReplay(DescribeReplayRequest input, Call call) {
        Replay replay = get(input.replayName(), call);
        StartReplayRequest request = replay.request();
        Replay.Progress progress = replay.progress();
        return DescribeReplayResponse.builder()
                .replayName(replay.name())
                .replayArn(replay.arn())
                .description(request.description())
                .state(progress.state())
                .eventSourceArn(request.eventSourceArn())
                .destination(request.destination())
                .eventStartTime(request.eventStartTime())
                .eventEndTime(request.eventEndTime())
                .eventLastReplayedTime(progress.lastReplayed())
                .replayStartTime(replay.started())
                .replayEndTime(progress.ended())
                .build();
    }

    private ListReplaysResponse listReplays(ListReplaysRequest input, Call call) {
        String prefix = input.namePrefix() == null ? "" : input.namePrefix();
        Paging<Replay> page = Paging.of(
                in(call),
                replay -> replay.name().startsWith(prefix)
                        && (input.state() == null
                                || input.state().equals(replay.progress().state()))
                        && (input.eventSourceArn() == null
                                || input.eventSourceArn()
                                        .equals(replay.request().eventSourceArn())),
                input.nextToken(),
                input.limit());
        return ListReplaysResponse.builder()
                .replays(page.elements().stream().map(Replays::listed).toList())
                .nextToken(page.nextToken())
                .build();
    }

    private static io.vaportrail.model.events.Replay listed(Replay replay) {
        Replay.Progress progress = replay.progress();
        return io.vaportrail.model.events.Replay.builder()
                .replayName(replay.name())
                .eventSourceArn(replay.request().eventSourceArn())
                .state(progress.state())
                .eventStartTime(replay.request().eventStartTime())
                .eventEndTime(replay.request().eventEndTime())
                .eventLastReplayedTime(progress.lastReplayed())
                .replayStartTime(replay.started())
                .replayEndTime(progress.ended())
                .build();
    }

    private CancelReplayResponse cancelReplay(CancelReplayRequest input, Call call) {
        Replay replay = get(input.replayName(), call);
        if (!replay.cancel()) {
            throw EventsErrors.illegalStatus(
                    "Replay " + replay.name() + " is not in a valid state for this operation.");
        }
        return CancelReplayResponse.builder()
                .replayArn(replay.arn())
                .state(replay.progress().state())
                .build();
    }

    /** Forgets all, or all of one account. */
    public void reset(@Nullable String accountId) {
        regions.remove(accountId).forEach(NavigableMap::clear);
    }
}
