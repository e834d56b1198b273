package io.vaportrail.core.random;

import java.security.SecureRandom;
import java.util.SplittableRandom;

/**
 * Unpredictable ids. Plain ids come from a generator per thread, so that threads do not wait for each other; key material comes
 * from the machine's secure source.
 */
public final class RandomIds implements Ids {
    private final ThreadLocal<SplittableRandom> perThread =
            ThreadLocal.withInitial(() -> new SplittableRandom(Secure.SOURCE.nextLong()));

    /** The secure source, opened when first needed. */
    private static final class Secure {
        static final SecureRandom SOURCE = new SecureRandom();
    }

    @Override
    public long nextLong() {
        return perThread.get().nextLong();
    }

    @Override
    public void nextSecureBytes(byte[] bytes) {
        Secure.SOURCE.nextBytes(bytes);
    }
}
