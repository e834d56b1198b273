package io.vaportrail.logs.store;

import io.vaportrail.core.state.Regional;
import io.vaportrail.core.state.StateLog;
import io.vaportrail.core.time.EmulatorClock;
import io.vaportrail.logs.LogsErrors;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The log groups of all accounts and regions, and the memory that their events share. */
public final class LogStore implements LogEvents {
    /** What a group or a stream counts against the memory beside its events. */
    static final int BYTES_EACH = 1024;

    private final Regional<ConcurrentSkipListMap<String, LogGroup>> regions =
            new Regional<>((account, region) -> new ConcurrentSkipListMap<>());
    private final AtomicLong streamNumbers = new AtomicLong();
    private final EventMemory memory;
    private final EmulatorClock clock;
    private final StateLog stateLog;
    private final List<Consumer<LogGroup>> deletionListeners = new CopyOnWriteArrayList<>();

    /** No groups. */
    public LogStore(EventMemory memory, EmulatorClock clock, StateLog stateLog) {
        this.memory = memory;
        this.clock = clock;
        this.stateLog = stateLog;
    }

    /** The groups of an account in a region, by name. */
    public ConcurrentSkipListMap<String, LogGroup> in(String accountId, String region) {
        return regions.in(accountId, region);
    }

    /** A group, or {@code null} when there is none of the name. */
    public @Nullable LogGroup find(LogArn arn) {
        Map<String, LogGroup> groups = regions.peek(arn.accountId(), arn.region());
        return groups == null ? null : groups.get(arn.groupName());
    }

    /**
     * Makes a group.
     *
     * @throws io.vaportrail.schema.ServiceException when there is one of the name, or memory is used up
     */
    public LogGroup create(LogArn arn, String groupClass, GroupSettings settings) {
        LogGroup made = new LogGroup(arn, groupClass, clock.millis(), settings);
        take(BYTES_EACH);
        if (in(arn.accountId(), arn.region()).putIfAbsent(arn.name(), made) != null) {
            memory.release(BYTES_EACH);
            throw LogsErrors.groupExists();
        }
        changed(made);
        return made;
    }

    /** Has the listener told of every group that is deleted. */
    public void onDeletion(Consumer<LogGroup> listener) {
        deletionListeners.add(listener);
    }

    /** Deletes a group with all that is in it. */
    public void delete(LogGroup group) {
        if (in(group.accountId(), group.region()).remove(group.name(), group)) {
            forget(group);
            deletionListeners.forEach(listener -> listener.accept(group));
            stateLog.changed("logs", group.accountId(), group.region(), "log-group", group.name(), () -> null);
        }
    }

    /** Reports that a group has changed. */
    public void changed(LogGroup group) {
        stateLog.changed("logs", group.accountId(), group.region(), "log-group", group.name(), group::settings);
    }

    /**
     * Makes a stream.
     *
     * @throws io.vaportrail.schema.ServiceException when there is one of the name, or memory is used up
     */
    public LogStream createStream(LogGroup group, String name) {
        LogStream made = new LogStream(group, name, streamNumbers.incrementAndGet(), clock.millis(), memory);
        if (open(made) != made) {
            throw LogsErrors.streamExists();
        }
        return made;
    }

    /**
     * A stream, made when there is none of the name.
     *
     * @throws io.vaportrail.schema.ServiceException when memory is used up
     */
    public LogStream openStream(LogGroup group, String name) {
        LogStream there = group.streams().get(name);
        return there == null
                ? open(new LogStream(group, name, streamNumbers.incrementAndGet(), clock.millis(), memory))
                : there;
    }

    private LogStream open(LogStream made) {
        take(BYTES_EACH);
        LogStream there = made.group().streams().putIfAbsent(made.name(), made);
        if (there != null) {
            memory.release(BYTES_EACH);
            return there;
        }
        return made;
    }

    /** Deletes a stream with its events. */
    public void deleteStream(LogStream stream) {
        if (stream.group().streams().remove(stream.name(), stream)) {
            forget(stream);
        }
    }

    /**
     * Appends events in the order given.
     *
     * @return the number of the first of them in the stream
     * @throws io.vaportrail.schema.ServiceException when memory is used up or the stream has been deleted meanwhile
     */
    public long append(LogStream stream, List<LogStream.Incoming> events, long ingestionMillis) {
        long bytes = LogStream.bytesOf(events);
        take(bytes);
        long first = stream.append(events, ingestionMillis);
        if (first < 0) {
            memory.release(bytes);
            throw LogsErrors.noSuchStream();
        }
        return first;
    }

    private void take(long bytes) {
        if (!memory.take(bytes)) {
            expireAll();
            if (!memory.take(bytes)) {
                throw LogsErrors.full(memory.limitBytes());
            }
        }
    }

    private void forget(LogGroup group) {
        group.streams().values().forEach(this::forget);
        memory.release(BYTES_EACH);
    }

    private void forget(LogStream stream) {
        if (stream.delete()) {
            memory.release(BYTES_EACH);
        }
    }

    /** Frees what retention has ended for. Nobody sees it before either: readers leave it out. */
    private void expireAll() {
        for (Map<String, LogGroup> groups : regions.all()) {
            groups.values().forEach(this::expire);
        }
    }

    /** Frees what retention has ended for in one group. */
    public void expire(LogGroup group) {
        long keptFrom = group.keptFromMillis(clock.millis());
        if (keptFrom > Long.MIN_VALUE) {
            for (LogStream stream : group.streams().values()) {
                stream.expire(keptFrom);
            }
        }
    }

    @Override
    public EventCursor ofGroups(Collection<LogGroup> groups, long startMillis, long endMillis, EventOrder order) {
        List<LogStream> streams = new ArrayList<>();
        for (LogGroup group : groups) {
            streams.addAll(group.streams().values());
        }
        return ofStreams(streams, startMillis, endMillis, order);
    }

    @Override
    public EventCursor ofStreams(Collection<LogStream> streams, long startMillis, long endMillis, EventOrder order) {
        long now = clock.millis();
        List<SegmentCursor> cursors = new ArrayList<>();
        for (LogStream stream : streams) {
            long from = Math.max(startMillis, stream.group().keptFromMillis(now));
            stream.read(cursors, from, endMillis, order == EventOrder.NEWEST_FIRST);
        }
        return new MergeCursor(cursors, order);
    }

    @Override
    public @Nullable EventCursor find(LogStream stream, long ordinal) {
        Segment.View view = stream.segmentOf(ordinal);
        if (view == null) {
            return null;
        }
        EventCursor cursor = MergeCursor.on(SegmentCursor.at(view, ordinal));
        return cursor.timestamp() < stream.group().keptFromMillis(clock.millis()) ? null : cursor;
    }

    /** Bytes taken and to be had. */
    public EventMemory memory() {
        return memory;
    }

    /** Forgets all, or all of one account. */
    public void reset(@Nullable String accountId) {
        for (Map<String, LogGroup> groups : regions.remove(accountId)) {
            groups.values().forEach(this::forget);
        }
    }
}
