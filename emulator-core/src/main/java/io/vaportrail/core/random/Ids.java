package io.vaportrail.core.random;

/** The one source of ids and chance; a seeded one gives the same sequence again. Safe for any thread. */
public interface Ids {
    /** 64 random bits. */
    long nextLong();

    /** A random version 4 UUID in lower case. */
    default String uuid() {
        return Uuids.format(
                (nextLong() & ~0xF000L) | 0x4000L, (nextLong() & ~0xC000000000000000L) | 0x8000000000000000L);
    }

    /** So many random characters of {@code A-Z0-9}. */
    default String upperAlphanumeric(int length) {
        return Alphabets.random(this, Alphabets.UPPER_ALPHANUMERIC, length);
    }

    /** So many random characters of {@code A-Za-z0-9}. */
    default String alphanumeric(int length) {
        return Alphabets.random(this, Alphabets.ALPHANUMERIC, length);
    }

    /** So many random lower-case hexadecimal digits. */
    default String hex(int length) {
        return Alphabets.random(this, Alphabets.HEX, length);
    }

    /** A random number from 0 to one less than the bound. */
    default int below(int bound) {
        if (bound <= 0) {
            throw new IllegalArgumentException("bound: " + bound + " (expected: above 0)");
        }
        return (int) ((nextLong() >>> 33) % bound);
    }

    /** Fills the array with random bytes that an attacker cannot predict, unless the source is seeded. */
    void nextSecureBytes(byte[] bytes);
}
