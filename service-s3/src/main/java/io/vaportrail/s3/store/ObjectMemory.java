package io.vaportrail.s3.store;

import io.vaportrail.s3.S3Errors;
import java.util.concurrent.atomic.AtomicLong;

/** How much memory all objects, versions and parts take together, and the most they may. */
public final class ObjectMemory {
    /** What an object costs beside its bytes: its entry, its strings, its headers; measured generously. */
    private static final long OVERHEAD = 640;

    private final long limit;
    private final AtomicLong taken = new AtomicLong();

    /** Memory of so many bytes. */
    public ObjectMemory(long limit) {
        this.limit = limit;
    }

    /**
     * Takes memory for so many bytes of content and text.
     *
     * @throws io.vaportrail.schema.ServiceException when there is not as much left
     */
    public void take(long bytes) {
        exchange(MemoryShare.NONE, bytes);
    }

    /**
     * Takes memory in the place of what was taken for parts that go.
     *
     * @throws io.vaportrail.schema.ServiceException when there is not as much left
     */
    void exchange(MemoryShare going, long bytes) {
        long wanted = bytes + OVERHEAD - total(going);
        if (taken.addAndGet(wanted) > limit && wanted > 0) {
            long before = taken.addAndGet(-wanted);
            throw S3Errors.memoryFull(before, limit, bytes);
        }
    }

    /** Takes back an exchange: what was to go stays. */
    void undo(MemoryShare staying, long bytes) {
        taken.addAndGet(total(staying) - bytes - OVERHEAD);
    }

    /** Gives back what several things took. */
    void giveBack(MemoryShare share) {
        taken.addAndGet(-total(share));
    }

    private static long total(MemoryShare share) {
        return share.bytes() + share.count() * OVERHEAD;
    }

    /** Gives back what was taken for so many bytes. */
    public void giveBack(long bytes) {
        taken.addAndGet(-bytes - OVERHEAD);
    }

    /** What is taken, in bytes. */
    public long taken() {
        return taken.get();
    }

    /** The most that may be taken, in bytes. */
    public long limit() {
        return limit;
    }
}
