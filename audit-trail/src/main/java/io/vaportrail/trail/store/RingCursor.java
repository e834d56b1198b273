package io.vaportrail.trail.store;

import io.vaportrail.trail.store.Ring.Pin;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Walks over a ring while it is written to. It holds one block at a time; blocks dropped meanwhile are passed over. */
final class RingCursor implements AutoCloseable {
    private static final int INITIAL_ENTRIES = 256;
    private static final int NONE = -1;

    private final Ring ring;
    private final boolean newestFirst;
    private final long after;
    private final OperationTable operations;
    private final Map<Integer, Sender> senders = new HashMap<>();
    private @Nullable Pin pin;
    private boolean ended;

    /** Where the calls of the block are; only who goes backwards has to know before. */
    private int[] entries = {};

    private int count;

    /** Where the rest of the block begins, going forwards. */
    private int rest;

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
        while (!ended) {
            Pin pinned = pin;
            if (pinned != null) {
                int entry = newestFirst ? before() : following(pinned);
                if (entry != NONE) {
                    return call(pinned.block().bytes, entry);
                }
            }
            openNext();
        }
        return null;
    }

    private StoredCall call(byte[] bytes, int entry) {
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

    private void openNext() {
        Pin old = pin;
        pin = neighbour(old);
        if (old != null) {
            ring.release(old);
        }
        senders.clear();
        rest = 0;
        count = 0;
        if (pin == null) {
            ended = true;
        } else if (newestFirst) {
            index(pin);
        }
    }

    private @Nullable Pin neighbour(@Nullable Pin old) {
        if (newestFirst) {
            return old == null ? ring.pinNewest() : ring.pinBefore(old.block().number);
        }
        return old == null ? ring.pinFirstWith(after) : ring.pinAfter(old.block().number);
    }

    private int before() {
        return count == 0 ? NONE : entries[--count];
    }

    /** The next call of the block that comes after the sequence number. */
    private int following(Pin pinned) {
        byte[] bytes = pinned.block().bytes;
        while (rest < pinned.end()) {
            int entry = rest;
            rest += Block.entrySize(bytes, entry);
            if (!Block.isSender(bytes, entry) && Block.sequence(bytes, entry) > after) {
                return entry;
            }
        }
        return NONE;
    }

    private void index(Pin pinned) {
        rest = 0;
        for (int entry = following(pinned); entry != NONE; entry = following(pinned)) {
            if (count == entries.length) {
                entries = Arrays.copyOf(entries, Math.max(INITIAL_ENTRIES, count * 2));
            }
            entries[count++] = entry;
        }
    }

    @Override
    public void close() {
        ended = true;
        Pin old = pin;
        pin = null;
        if (old != null) {
            ring.release(old);
        }
    }
}
