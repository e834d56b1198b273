package io.vaportrail.core.random;

import java.util.SplittableRandom;

/** The same ids again for the same seed, as long as they are asked for in the same order. Never for real secrets. */
public final class SeededIds implements Ids {
    private final SplittableRandom sequence;

    /** Ids that follow from the seed. */
    public SeededIds(long seed) {
        this.sequence = new SplittableRandom(seed);
    }

    @Override
    public synchronized long nextLong() {
        return sequence.nextLong();
    }

    @Override
    public synchronized void nextSecureBytes(byte[] bytes) {
        sequence.nextBytes(bytes);
    }
}
