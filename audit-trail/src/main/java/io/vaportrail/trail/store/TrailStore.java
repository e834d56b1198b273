package io.vaportrail.trail.store;

import io.vaportrail.core.audit.AuditSink;
import io.vaportrail.core.audit.ServiceEvent;
import io.vaportrail.core.identity.Caller;
import io.vaportrail.core.random.Ids;
import io.vaportrail.core.service.Call;
import io.vaportrail.core.service.CallOrigin;
import io.vaportrail.core.service.CommonError;
import io.vaportrail.core.time.EmulatorClock;
import io.vaportrail.schema.ErrorTrait;
import io.vaportrail.schema.EventCategory;
import io.vaportrail.schema.OperationSchema;
import io.vaportrail.schema.ServiceException;
import io.vaportrail.schema.Struct;
import io.vaportrail.schema.Unit;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Every call, as far as it is kept. Calls are written to a buffer of the thread, without what must be redacted, and copied from there
 * into a ring under a short lock; nothing of the call itself is held on to. Safe for any thread.
 */
public final class TrailStore implements AuditSink {
    /** How long the event history reaches back. */
    public static final Duration RETENTION = Duration.ofDays(90);

    static final int RINGS = 2;

    /** The principal that delivers for trails. */
    public static final String CLOUD_TRAIL = "cloudtrail.amazonaws.com";

    private static final Logger log = LoggerFactory.getLogger(TrailStore.class);
    private static final ErrorTrait NO_CODE = ErrorTrait.of("", 500, false);
    private static final int MANAGEMENT = 0;
    private static final int DATA = 1;

    /** Half of what a long can tell apart, so that no sum overflows. */
    private static final long FOREVER = Long.MAX_VALUE / 2;

    private final EmulatorClock clock;
    private final Ids ids;
    private final OperationTable operations = new OperationTable();
    private final CallEncoder encoder;
    private final Ring management;
    private final Ring data;
    private final AtomicLong sequence = new AtomicLong();
    private final ThreadLocal<Scratch> scratch = ThreadLocal.withInitial(Scratch::new);

    /** Accounts that were reset: their records up to that sequence number are not shown any more. */
    private final Map<String, Long> resets = new ConcurrentHashMap<>();

    /** The events that services caused on their own, as operations; there are as many as services name. */
    private final Map<String, ServiceEventSchema> serviceEvents = new ConcurrentHashMap<>();

    private final List<Consumer<Call>> listeners = new CopyOnWriteArrayList<>();

    /** An empty store. */
    public TrailStore(EmulatorClock clock, Ids ids, TrailLimits limits) {
        this.clock = clock;
        this.ids = ids;
        this.encoder = new CallEncoder(ids, operations);
        this.management = new Ring(MANAGEMENT, limits.managementBytes(), RETENTION.toMillis(), sequence);
        this.data = new Ring(DATA, limits.dataBytes(), FOREVER, sequence);
    }

    @Override
    public void record(Call call, @Nullable Struct input, @Nullable Struct output, @Nullable ServiceException error) {
        Ring ring = call.operation().audit().category() == EventCategory.MANAGEMENT ? management : data;
        try {
            keep(ring, call, input, output, error);
        } catch (RuntimeException e) {
            ring.countDropped();
            log.error("{} {} was not recorded", call.requestId(), call.operation(), e);
        }
        for (Consumer<Call> listener : listeners) {
            listener.accept(call);
        }
    }

    @Override
    public void serviceEvent(ServiceEvent event) {
        OperationSchema<?, ?> operation = serviceEvents
                .computeIfAbsent(
                        event.service().id() + "." + event.name(),
                        key -> new ServiceEventSchema(event.service(), event.name()))
                .event();
        String by = event.invokedBy();
        String requestId = Objects.requireNonNullElse(event.requestId(), "");
        CallOrigin origin = CallOrigin.within(by, by, "");
        Call call = new Call(operation, Caller.service(by, event.accountId()), event.region(), requestId, origin);
        event.additionalEventData().forEach(call.audit()::additionalEventData);
        event.resources().forEach(resource -> call.audit().resource(resource.type(), resource.arn()));
        String failure = event.errorMessage();
        ServiceException error = failure == null ? null : CommonError.of(NO_CODE, failure);
        record(call, Unit.INSTANCE, error == null ? ServiceEventSchema.answer(event.details()) : null, error);
    }

    /** Tells the listener of each call once it is recorded, on the thread of the call; it must take next to no time and not throw. */
    public void addListener(Consumer<Call> listener) {
        listeners.add(listener);
    }

    /** Tells the listener no more; nothing happens when it was not told before. */
    public void removeListener(Consumer<Call> listener) {
        listeners.remove(listener);
    }

    /** Whether a trail's delivery led to the call, so that its record alone is no reason for another delivery. */
    public static boolean isEcho(Call call) {
        return CLOUD_TRAIL.equals(call.origin().rootService());
    }

    /** Walks over all records, the newest first. */
    public TrailCursor newestFirst() {
        expire();
        return cursor(
                RingCursor.newestFirst(management, operations),
                RingCursor.newestFirst(data, operations),
                true,
                TrailPosition.START);
    }

    /** Walks over the management events, the newest first. */
    public TrailCursor newestManagementFirst() {
        expire();
        return cursor(RingCursor.newestFirst(management, operations), null, true, TrailPosition.START);
    }

    /** Walks over the records that came after a position, the oldest first. */
    public TrailCursor oldestFirst(TrailPosition after) {
        expire();
        return cursor(
                RingCursor.oldestFirst(management, after.management(), operations),
                RingCursor.oldestFirst(data, after.data(), operations),
                false,
                after);
    }

    /** The same of one kind of records or both; of the other, the position stays where it is. */
    public TrailCursor oldestFirst(TrailPosition after, boolean managementEvents, boolean dataEvents) {
        expire();
        return cursor(
                managementEvents ? RingCursor.oldestFirst(management, after.management(), operations) : null,
                dataEvents ? RingCursor.oldestFirst(data, after.data(), operations) : null,
                false,
                after);
    }

    /**
     * Says up to where those who must miss nothing have read: what has to make room before is counted as missed.
     *
     * @param position the least of their positions, {@link Long#MAX_VALUE} where nobody reads
     */
    public void readUpTo(TrailPosition position) {
        management.readUpTo(position.management());
        data.readUpTo(position.data());
    }

    /** How many records there have been, with those that had to make room. */
    public long recorded() {
        return sequence.get();
    }

    /** After everything that has been recorded so far. */
    public TrailPosition end() {
        return new TrailPosition(management.newestSequence(), data.newestSequence());
    }

    /** The position itself, or a later one when records after it had to make room and cannot be read any more. */
    public TrailPosition readableAfter(TrailPosition position) {
        return new TrailPosition(
                Math.max(position.management(), management.droppedThrough()),
                Math.max(position.data(), data.droppedThrough()));
    }

    /** What is held, and what had to make room. */
    public TrailStatistics statistics() {
        expire();
        return new TrailStatistics(management.statistics(), data.statistics());
    }

    /**
     * Forgets everything, or everything of one account. The bytes of one account's records stay until they make room for others; no
     * one is shown them.
     *
     * @param accountId 12 digits, or {@code null} for all accounts
     */
    public void reset(@Nullable String accountId) {
        if (accountId == null) {
            management.clear();
            data.clear();
            resets.clear();
        } else {
            resets.put(accountId, sequence.get());
            long oldest = Math.min(management.oldestSequence(), data.oldestSequence());
            resets.values().removeIf(until -> until < oldest);
        }
    }

    List<Ring> rings() {
        return List.of(management, data);
    }

    private void keep(
            Ring ring, Call call, @Nullable Struct input, @Nullable Struct output, @Nullable ServiceException error) {
        Scratch mine = scratch.get();
        InternedSender sender = mine.senders.find(call);
        long millis = clock.millis();
        ByteWriter out = mine.writer;
        List<String> others = Recipients.besidesCaller(call);
        // what an AWS service shares with the caller's account it shares with one of its own, whose copy nobody here
        // gets to see
        if (others.isEmpty() && call.audit().sharedWith().isEmpty()) {
            encoder.encode(out, call, input, output, error, null, millis);
            ring.append(sender, out.array(), out.position(), millis);
            return;
        }
        EventId shared = new EventId(EventId.highBits(ids), EventId.lowBits(ids));
        // who calls unsigned has no account that could get a record
        if (others.isEmpty() || call.recordedCaller().type() != Caller.Type.ANONYMOUS) {
            encoder.encode(
                    out,
                    call,
                    input,
                    output,
                    error,
                    new CallEncoder.Copy(call.recordedCaller().accountId(), shared),
                    millis);
            ring.append(sender, out.array(), out.position(), millis);
        }
        for (String accountId : others) {
            encoder.encode(out, call, input, output, error, new CallEncoder.Copy(accountId, shared), millis);
            ring.append(sender, out.array(), out.position(), millis);
        }
    }

    private TrailCursor cursor(
            @Nullable RingCursor fromManagement,
            @Nullable RingCursor fromData,
            boolean newestFirst,
            TrailPosition from) {
        long now = clock.millis();
        return new TrailCursor(fromManagement, fromData, newestFirst, from, call -> isVisible(call, now));
    }

    private boolean isVisible(StoredCall call, long now) {
        if (call.category() == EventCategory.MANAGEMENT && management.isExpired(call.millis(), now)) {
            return false;
        }
        if (resets.isEmpty()) {
            return true;
        }
        Long until = resets.get(call.recipientAccountId());
        return until == null || call.sequence() > until;
    }

    private void expire() {
        management.expire(clock.millis());
    }

    /** What a thread needs to write a record. */
    private static final class Scratch {
        private final ByteWriter writer = new ByteWriter();
        private final RecentSenders senders = new RecentSenders();
    }
}
