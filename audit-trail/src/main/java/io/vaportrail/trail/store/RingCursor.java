package io.vaportrail.trail.store;

import io.vaportrail.trail.store.Ring.Pin;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Walks over a ring while it is written to. It holds one block at a time; blocks dropped meanwhile are passed over. */
final class RingCursor implements AutoCloseable {
    private static final int INITIAL_ENTRIES = 256;

    private final Ring ring;
    private final boolean newestFirst;
    private final long after;
    private final OperationTable operations;
    private final Map<Integer, Sender> senders = new HashMap<>();
    private @Nullable Pin pin;
    private boolean ended;
    private int[] entries = new int[INITIAL_ENTRIES];
    private int count;
    private int next;

    private RingCursor(Ring ring, boolean newestFirst, long after, OperationTable operations) {
        this.ring = ring;
        this.newestFirst = newestFirst;
        this.after = after;
        this.operations = operations;
    }

    static RingCursor newestFirst(Ring ring, OperationTable operations) {
        return new RingCursor(ring, true, 0, operations);
    }

    /** From the first call after the sequence number on. */
    static RingCursor oldestFirst(Ring ring, long afterSequence, OperationTable operations) {
        return new RingCursor(ring, false, afterSequence, operations);
    }

    /** The next call, good until the one after it is asked for, or {@code null} at the end. */
    @Nullable StoredCall next() {
        while (next == count) {
            if (!openNext()) {
                return null;
            }
        }
        Pin pinned = pin;
        if (pinned == null) {
            throw new IllegalStateException("cursor: closed (expected: open)");
        }
        byte[] bytes = pinned.block().bytes;
        int entry = entries[newestFirst ? count - 1 - next : next];
        next++;
        CallDecoder decoder = new CallDecoder(bytes, entry + Block.CALL_HEAD);
        return new StoredCall(
                Block.sequence(bytes, entry),
                sender(bytes, Block.senderOf(bytes, entry)),
                decoder,
                operations.operation(decoder.operation()));
    }

    private Sender sender(byte[] bytes, int place) {
        Sender known = senders.get(place);
        if (known == null) {
            known = SenderCodec.decode(bytes, place);
            senders.put(place, known);
        }
        return known;
    }

    private boolean openNext() {
        if (ended) {
            return false;
        }
        Pin old = pin;
        pin = following(old);
        if (old != null) {
            ring.release(old);
        }
        senders.clear();
        next = 0;
        count = 0;
        if (pin == null) {
            ended = true;
            return false;
        }
        index(pin);
        return true;
    }

    private @Nullable Pin following(@Nullable Pin old) {
        if (newestFirst) {
            return old == null ? ring.pinNewest() : ring.pinBefore(old.block().number);
        }
        return old == null ? ring.pinFirstWith(after) : ring.pinAfter(old.block().number);
    }

    private void index(Pin pinned) {
        byte[] bytes = pinned.block().bytes;
        int entry = 0;
        while (entry < pinned.end()) {
            if (!Block.isSender(bytes, entry) && Block.sequence(bytes, entry) > after) {
                if (count == entries.length) {
                    entries = Arrays.copyOf(entries, count * 2);
                }
                entries[count++] = entry;
            }
            entry += Block.entrySize(bytes, entry);
        }
    }

    @Override
    public void close() {
        ended = true;
        next = count;
        Pin old = pin;
        pin = null;
        if (old != null) {
            ring.release(old);
        }
    }
}
