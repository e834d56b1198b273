package io.vaportrail.trail.digest;

import io.vaportrail.core.random.Ids;
import io.vaportrail.core.time.EmulatorClock;
import org.jspecify.annotations.Nullable;

/** The key of this emulator, for all accounts and regions, made when the first digest needs it and kept until everything is reset. */
public final class SigningKeys {
    private final Ids ids;
    private final EmulatorClock clock;
    private @Nullable SigningKey key;

    /** No key yet. */
    public SigningKeys(Ids ids, EmulatorClock clock) {
        this.ids = ids;
        this.clock = clock;
    }

    /** The key; may take some tenths of a second, so never to be asked for on an event loop. */
    synchronized SigningKey current() {
        SigningKey known = key;
        if (known == null) {
            known = SigningKey.generate(ids, clock.now());
            key = known;
        }
        return known;
    }

    /** The key, or {@code null} when none has been needed. */
    synchronized @Nullable SigningKey existing() {
        return key;
    }

    /** Forgets the key. */
    public synchronized void reset() {
        key = null;
    }
}
