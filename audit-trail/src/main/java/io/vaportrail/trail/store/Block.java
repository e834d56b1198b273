package io.vaportrail.trail.store;

/**
 * A piece of a ring: entries one after another. An entry is its size, its sequence number, and, for a call, the place of its sender
 * and its body; sequence number 0 marks a sender. Entries never change once written; what lies behind {@link #end} is nobody's yet.
 * All fields are guarded by the ring's lock, except for entries that a reader was shown under it.
 */
final class Block {
    /** Size and sequence number. */
    static final int ENTRY_HEAD = Integer.BYTES + Long.BYTES;

    /** What goes before the body of a call. */
    static final int CALL_HEAD = ENTRY_HEAD + Integer.BYTES;

    private static final long SENDER = 0;

    final long number;
    final byte[] bytes;
    int end;
    int calls;
    int readers;
    long lastSequence;
    long lastMillis;

    Block(long number, byte[] bytes) {
        this.number = number;
        this.bytes = bytes;
    }

    int free() {
        return bytes.length - end;
    }

    /** Writes a sender and tells its place. */
    int addSender(byte[] encoded) {
        int place = end + ENTRY_HEAD;
        Bytes.putInt(bytes, end, ENTRY_HEAD + encoded.length);
        Bytes.putLong(bytes, end + Integer.BYTES, SENDER);
        System.arraycopy(encoded, 0, bytes, place, encoded.length);
        end = place + encoded.length;
        return place;
    }

    void addCall(long sequence, int sender, byte[] body, int length, long millis) {
        Bytes.putInt(bytes, end, CALL_HEAD + length);
        Bytes.putLong(bytes, end + Integer.BYTES, sequence);
        Bytes.putInt(bytes, end + ENTRY_HEAD, sender);
        System.arraycopy(body, 0, bytes, end + CALL_HEAD, length);
        end += CALL_HEAD + length;
        calls++;
        lastSequence = sequence;
        lastMillis = Math.max(lastMillis, millis);
    }

    /** How many calls there are after a sequence number. */
    int callsAfter(long sequence) {
        int found = 0;
        for (int entry = 0; entry < end; entry += entrySize(bytes, entry)) {
            found += sequence(bytes, entry) > sequence ? 1 : 0;
        }
        return found;
    }

    static int entrySize(byte[] bytes, int entry) {
        return Bytes.getInt(bytes, entry);
    }

    static long sequence(byte[] bytes, int entry) {
        return Bytes.getLong(bytes, entry + Integer.BYTES);
    }

    static boolean isSender(byte[] bytes, int entry) {
        return sequence(bytes, entry) == SENDER;
    }

    static int senderOf(byte[] bytes, int entry) {
        return Bytes.getInt(bytes, entry + ENTRY_HEAD);
    }
}
