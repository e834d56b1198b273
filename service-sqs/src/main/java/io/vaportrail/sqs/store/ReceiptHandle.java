package io.vaportrail.sqs.store;

import java.nio.ByteBuffer;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * What a consumer holds of a received message: opaque text that names the queue, the message and the receive. A check sum tells
 * handles that were never issued from those that no longer refer to anything.
 *
 * @param queueId the queue that issued it
 * @param sequence the message in the queue
 * @param receipt which receive of the message, from 1
 */
record ReceiptHandle(long queueId, long sequence, int receipt) {
    /** Real handles begin with AQEB too. */
    private static final int HEADER = 0x010101;

    private static final int BYTES = 27;
    private static final int TEXT_LENGTH = 36;

    /** Reads a handle, or {@code null} for text that was never issued. */
    static @Nullable ReceiptHandle parse(String text) {
        if (text.length() != TEXT_LENGTH) {
            return null;
        }
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
        if (bytes.length != BYTES) {
            return null;
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        int header = (buffer.get() & 0xff) << 16 | buffer.getShort() & 0xffff;
        ReceiptHandle handle = new ReceiptHandle(buffer.getLong(), buffer.getLong(), buffer.getInt());
        return header == HEADER && buffer.getInt() == handle.check() ? handle : null;
    }

    @Override
    public String toString() {
        byte[] bytes = new byte[BYTES];
        ByteBuffer.wrap(bytes)
                .put((byte) (HEADER >>> 16))
                .putShort((short) HEADER)
                .putLong(queueId)
                .putLong(sequence)
                .putInt(receipt)
                .putInt(check());
        return Base64.getEncoder().encodeToString(bytes);
    }

    private int check() {
        long mixed = queueId ^ Long.rotateLeft(sequence, 32) ^ receipt * 0x9E3779B97F4A7C15L;
        mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return (int) (mixed ^ (mixed >>> 31));
    }
}
