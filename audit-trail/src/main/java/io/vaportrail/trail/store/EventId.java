package io.vaportrail.trail.store;

import io.vaportrail.core.random.Ids;
import java.util.UUID;

/** A random version 4 UUID as two numbers, which take less room and time than its text. */
record EventId(long high, long low) {
    private static final long VERSION_MASK = 0xF000L;
    private static final long VERSION_4 = 0x4000L;
    private static final long VARIANT_MASK = 0xC000000000000000L;
    private static final long VARIANT = 0x8000000000000000L;

    static long highBits(Ids ids) {
        return (ids.nextLong() & ~VERSION_MASK) | VERSION_4;
    }

    static long lowBits(Ids ids) {
        return (ids.nextLong() & ~VARIANT_MASK) | VARIANT;
    }

    @Override
    public String toString() {
        return new UUID(high, low).toString();
    }
}
