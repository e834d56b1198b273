package io.vaportrail.core.transport;

import io.netty.buffer.ByteBuf;
import java.util.Arrays;

/**
 * The bytes of a body as they come in. Memory follows what has come in, not what was announced: a client that announces much and
 * sends nothing costs nothing.
 */
final class BodyBuffer {
    private static final byte[] EMPTY = new byte[0];
    private static final int FIRST_STEP = 64 * 1024;

    private final BodyBudget budget;
    private final long limit;
    private final long announced;
    private byte[] bytes = EMPTY;
    private int length;

    /**
     * An empty body.
     *
     * @param budget what all bodies together may take
     * @param limit how many bytes are taken
     * @param announced the content length, or -1 when unknown
     */
    BodyBuffer(BodyBudget budget, long limit, long announced) {
        this.budget = budget;
        this.limit = limit;
        this.announced = announced;
    }

    /** Copies the part. */
    void add(ByteBuf part) throws BodyException {
        int size = part.readableBytes();
        if (size == 0) {
            return;
        }
        if ((long) length + size > limit) {
            throw BodyException.tooLarge(limit);
        }
        reserve(length + size);
        part.readBytes(bytes, length, size);
        length += size;
    }

    /** The whole body. */
    byte[] toArray() {
        return length == bytes.length ? bytes : Arrays.copyOf(bytes, length);
    }

    /** Gives back what was taken from the budget; the buffer must not be used any more. */
    void release() {
        budget.giveBack(charged(bytes.length));
        bytes = EMPTY;
        length = 0;
    }

    private static long charged(long capacity) {
        return capacity <= FIRST_STEP ? 0 : capacity;
    }

    private void reserve(int needed) throws BodyException {
        if (needed <= bytes.length) {
            return;
        }
        long capacity = Math.max(needed, 2L * bytes.length);
        if (announced >= needed) {
            capacity = Math.min(announced, Math.max(capacity, FIRST_STEP));
        }
        int size = (int) Math.min(capacity, Math.max(limit, needed));
        budget.take(charged(size) - charged(bytes.length));
        bytes = Arrays.copyOf(bytes, size);
    }
}
