package io.vaportrail.core.random;

import java.security.SecureRandom;
import java.security.SecureRandomSpi;

/** An {@link Ids} for those who make keys and ask for a {@link SecureRandom}: a seeded source makes the same keys again. */
public final class IdsSecureRandom extends SecureRandom {
    private static final long serialVersionUID = 1L;

    /** Chance from the source. */
    public IdsSecureRandom(Ids ids) {
        super(new Spi(ids), null);
    }

    private static final class Spi extends SecureRandomSpi {
        private static final long serialVersionUID = 1L;

        private final transient Ids ids;

        Spi(Ids ids) {
            this.ids = ids;
        }

        @Override
        protected void engineSetSeed(byte[] seed) {
            // The source of ids has its own.
        }

        @Override
        protected void engineNextBytes(byte[] bytes) {
            ids.nextSecureBytes(bytes);
        }

        @Override
        protected byte[] engineGenerateSeed(int length) {
            byte[] seed = new byte[length];
            ids.nextSecureBytes(seed);
            return seed;
        }
    }
}
