package io.vaportrail.logs.store;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A log stream. Its one lock is held for an append, and by readers while they look which segments there are. */
public final class LogStream {
    private static final String SEQUENCE_TOKEN = "4964";
    private static final int SEQUENCE_DIGITS = 56;

    private final LogGroup group;
    private final String name;
    private final long number;
    private final long creationMillis;
    private final EventMemory memory;
    private final Deque<Segment> segments = new ArrayDeque<>();
    private long nextOrdinal;
    private long firstEventMillis = Long.MAX_VALUE;
    private long lastEventMillis = Long.MIN_VALUE;
    private long lastIngestionMillis = Long.MIN_VALUE;
    private boolean deleted;

    LogStream(LogGroup group, String name, long number, long creationMillis, EventMemory memory) {
        this.group = group;
        this.name = name;
        this.number = number;
        this.creationMillis = creationMillis;
        this.memory = memory;
    }

    /**
     * What happened in a stream.
     *
     * @param firstEventMillis the earliest timestamp, in milliseconds since 1970
     * @param lastEventMillis the latest timestamp
     * @param lastIngestionMillis when the last event arrived
     */
    public record Times(long firstEventMillis, long lastEventMillis, long lastIngestionMillis) {}

    /**
     * An event that comes in.
     *
     * @param timestamp when it happened, in milliseconds since 1970
     * @param message the text, not empty
     */
    public record Incoming(long timestamp, String message, byte[] utf8) {}

    /** The group that it belongs to. */
    public LogGroup group() {
        return group;
    }

    /** Its name, one of its kind in its group. */
    public String name() {
        return name;
    }

    /** A number that no other stream of this process has, growing from stream to stream. */
    public long number() {
        return number;
    }

    /** When it was made, in milliseconds since 1970. */
    public long creationMillis() {
        return creationMillis;
    }

    /** Its ARN. */
    public String arn() {
        return group.arn() + ":log-stream:" + name;
    }

    /** What AWS still calls the next sequence token, although nobody need send one. */
    public String sequenceToken(long ingestionMillis) {
        String digits = SEQUENCE_TOKEN + ingestionMillis + number;
        return digits + "0".repeat(Math.max(0, SEQUENCE_DIGITS - digits.length()));
    }

    /** What happened in it, or {@code null} while nothing has. */
    public synchronized @Nullable Times times() {
        return lastIngestionMillis == Long.MIN_VALUE
                ? null
                : new Times(firstEventMillis, lastEventMillis, lastIngestionMillis);
    }

    /**
     * Appends events that the memory has been taken for.
     *
     * @return the number of the first of them, or -1 when the stream has been deleted meanwhile
     */
    synchronized long append(List<Incoming> events, long ingestionMillis) {
        if (deleted) {
            return -1;
        }
        long first = nextOrdinal;
        for (Incoming event : events) {
            segmentFor(event.utf8().length).add(event.timestamp(), ingestionMillis, event.utf8());
            nextOrdinal++;
            firstEventMillis = Math.min(firstEventMillis, event.timestamp());
            lastEventMillis = Math.max(lastEventMillis, event.timestamp());
        }
        lastIngestionMillis = ingestionMillis;
        return first;
    }

    private Segment segmentFor(int bytes) {
        Segment last = segments.peekLast();
        if (last != null && last.takes(bytes)) {
            return last;
        }
        if (last != null) {
            last.seal();
        }
        // A stream that has filled a segment will fill another.
        Segment next = last == null
                ? new Segment(nextOrdinal, bytes, 1)
                : new Segment(nextOrdinal, Math.max(bytes, Segment.TEXT_BYTES), Math.min(last.count(), Segment.EVENTS));
        segments.addLast(next);
        return next;
    }

    /** What events count against the memory. */
    static long bytesOf(List<Incoming> events) {
        long bytes = 0;
        for (Incoming event : events) {
            bytes += event.utf8().length + Segment.BYTES_PER_EVENT;
        }
        return bytes;
    }

    /** Drops segments whose every event is older. */
    synchronized void expire(long beforeMillis) {
        Iterator<Segment> all = segments.iterator();
        while (all.hasNext()) {
            Segment segment = all.next();
            if (segment.latest() < beforeMillis) {
                memory.release(segment.bytes());
                all.remove();
            }
        }
    }

    /** Drops everything; nothing can be appended any more. Gives {@code false} when that was done before. */
    synchronized boolean delete() {
        if (deleted) {
            return false;
        }
        deleted = true;
        expire(Long.MAX_VALUE);
        return true;
    }

    /** Texts and what events count beside them, as far as they are kept. */
    public synchronized long storedBytes(int bytesPerEvent) {
        long bytes = 0;
        for (Segment segment : segments) {
            bytes += segment.textLength() + (long) segment.count() * bytesPerEvent;
        }
        return bytes;
    }

    /** Adds a cursor for each segment that may have events within the range. */
    synchronized void read(List<SegmentCursor> into, long startMillis, long endMillis, boolean newestFirst) {
        for (Segment segment : segments) {
            if (segment.count() > 0 && segment.latest() >= startMillis && segment.earliest() < endMillis) {
                boolean full = segment != segments.peekLast();
                into.add(new SegmentCursor(segment.view(this, full), startMillis, endMillis, newestFirst));
            }
        }
    }

    /** A cursor over the one segment that has the event, or {@code null} when it is gone. */
    synchronized Segment.@Nullable View segmentOf(long ordinal) {
        for (Segment segment : segments) {
            if (ordinal >= segment.firstOrdinal() && ordinal < segment.firstOrdinal() + segment.count()) {
                return segment.view(this, segment != segments.peekLast());
            }
        }
        return null;
    }
}
