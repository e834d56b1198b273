package io.vaportrail.trail.store;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Calls as bytes in blocks, within a bound; the oldest block makes room for the newest. Blocks are allocated as they are needed and
 * used again, so that an idle ring costs nothing and a busy one makes no garbage. One lock, held for as long as it takes to copy
 * a record.
 */
final class Ring {
    /** What {@link #append} answers when a call was too large for the ring. */
    static final long NOT_KEPT = -1;

    private static final int BLOCK = 128 * 1024;
    private static final int LEAST_BLOCK = 4 * 1024;
    private static final int LEAST_BLOCKS = 16;

    private final int index;
    private final long limit;
    private final long retentionMillis;
    private final int blockSize;
    private final AtomicLong sequence;
    private final TreeMap<Long, Block> blocks = new TreeMap<>();
    private byte @Nullable [] spare;
    private @Nullable Block current;
    private long nextBlock;
    private long allocated;
    private long calls;
    private long dropped;
    private long droppedThrough;
    private long readThrough = Long.MAX_VALUE;
    private long missed;

    /**
     * A block that somebody reads, which therefore is not used again.
     *
     * @param end up to where there are entries
     */
    record Pin(Block block, int end) {}

    /**
     * An empty ring.
     *
     * @param index its position among the rings
     * @param limit how many bytes it may take
     * @param retentionMillis how long calls are kept at most
     * @param sequence where the sequence numbers come from, shared by the rings
     */
    Ring(int index, long limit, long retentionMillis, AtomicLong sequence) {
        this.index = index;
        this.limit = limit;
        this.retentionMillis = retentionMillis;
        this.blockSize = (int) Math.min(BLOCK, Math.max(LEAST_BLOCK, limit / LEAST_BLOCKS));
        this.sequence = sequence;
    }

    /** Takes a call and tells its sequence number, which is higher than any before in any ring. */
    synchronized long append(InternedSender sender, byte[] body, int length, long millis) {
        Block block = current;
        int place = block == null ? -1 : sender.offsetIn(index, block.number);
        int forSender = Block.ENTRY_HEAD + sender.encoded().length;
        int forCall = Block.CALL_HEAD + length;
        if (block == null || block.free() < forCall + (place < 0 ? forSender : 0)) {
            expire(millis);
            block = open(forSender + forCall);
            place = -1;
            if (block == null) {
                dropped++;
                return NOT_KEPT;
            }
        }
        if (place < 0) {
            place = block.addSender(sender.encoded());
            sender.remember(index, block.number, place);
        }
        long number = sequence.incrementAndGet();
        block.addCall(number, place, body, length, millis);
        calls++;
        return number;
    }

    /** Counts a call that could not be kept. */
    synchronized void countDropped() {
        dropped++;
    }

    /** Forgets everything, counts included. */
    synchronized void clear() {
        blocks.clear();
        current = null;
        spare = null;
        allocated = 0;
        calls = 0;
        dropped = 0;
        droppedThrough = 0;
        readThrough = Long.MAX_VALUE;
        missed = 0;
    }

    /** Forgets blocks whose calls have all been kept long enough; they do not count as dropped. */
    synchronized void expire(long nowMillis) {
        Map.Entry<Long, Block> oldest = blocks.firstEntry();
        while (oldest != null && isExpired(oldest.getValue().lastMillis, nowMillis)) {
            remove(oldest.getValue());
            oldest = blocks.firstEntry();
        }
    }

    /** Says up to which sequence number those have read who must miss nothing. */
    synchronized void readUpTo(long sequenceNumber) {
        readThrough = sequenceNumber;
    }

    /** Whether a call of that time has been kept long enough. */
    boolean isExpired(long callMillis, long nowMillis) {
        return callMillis < nowMillis - retentionMillis;
    }

    synchronized RingStatistics statistics() {
        return new RingStatistics(calls, allocated, limit, dropped, missed);
    }

    /** The sequence number before which the ring holds nothing, or {@link Long#MAX_VALUE} when it is empty. */
    synchronized long oldestSequence() {
        Map.Entry<Long, Block> oldest = blocks.firstEntry();
        if (oldest == null) {
            return Long.MAX_VALUE;
        }
        Block block = oldest.getValue();
        int entry = 0;
        while (entry < block.end && Block.isSender(block.bytes, entry)) {
            entry += Block.entrySize(block.bytes, entry);
        }
        return entry < block.end ? Block.sequence(block.bytes, entry) : Long.MAX_VALUE;
    }

    /** The sequence number of the last call that had to make room, or 0. */
    synchronized long droppedThrough() {
        return droppedThrough;
    }

    /** The sequence number of the newest call, or 0 when the ring is empty. */
    synchronized long newestSequence() {
        Map.Entry<Long, Block> newest = blocks.lastEntry();
        return newest == null ? 0 : newest.getValue().lastSequence;
    }

    synchronized @Nullable Pin pinNewest() {
        return pin(blocks.lastEntry());
    }

    synchronized @Nullable Pin pinBefore(long block) {
        return pin(blocks.lowerEntry(block));
    }

    synchronized @Nullable Pin pinAfter(long block) {
        return pin(blocks.higherEntry(block));
    }

    /** The oldest block that has a call after the sequence number. */
    synchronized @Nullable Pin pinFirstWith(long afterSequence) {
        Map.Entry<Long, Block> newest = blocks.lastEntry();
        if (newest == null || newest.getValue().lastSequence <= afterSequence) {
            return null;
        }
        // numbers have no gaps, and callers wait meanwhile
        long low = blocks.firstKey();
        long high = newest.getKey();
        while (low < high) {
            long middle = (low + high) >>> 1;
            Block block = blocks.get(middle);
            if (block != null && block.lastSequence > afterSequence) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return pin(blocks.ceilingEntry(low));
    }

    synchronized void release(Pin pin) {
        pin.block.readers--;
    }

    private static @Nullable Pin pin(Map.@Nullable Entry<Long, Block> entry) {
        if (entry == null) {
            return null;
        }
        Block block = entry.getValue();
        block.readers++;
        return new Pin(block, block.end);
    }

    private @Nullable Block open(int need) {
        int size = Math.max(blockSize, need);
        if (size > limit) {
            return null;
        }
        while (allocated + size > limit) {
            Block oldest = blocks.firstEntry().getValue();
            remove(oldest);
            dropped += oldest.calls;
            missed += oldest.lastSequence > readThrough ? oldest.callsAfter(readThrough) : 0;
            droppedThrough = oldest.lastSequence;
        }
        byte[] bytes = spare != null && size == blockSize ? spare : new byte[size];
        spare = null;
        Block block = new Block(nextBlock++, bytes);
        blocks.put(block.number, block);
        allocated += size;
        current = block;
        return block;
    }

    @SuppressWarnings("ReferenceEquality") // blocks have identity
    private void remove(Block block) {
        blocks.remove(block.number);
        allocated -= block.bytes.length;
        calls -= block.calls;
        if (block.readers == 0 && block.bytes.length == blockSize) {
            spare = block.bytes;
        }
        if (block == current) {
            current = null;
        }
    }
}
