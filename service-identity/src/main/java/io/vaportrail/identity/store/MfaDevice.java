package io.vaportrail.identity.store;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A virtual MFA device. */
public final class MfaDevice implements Tagged {
    private final String serialNumber;
    private final byte[] seed;
    private volatile @Nullable Assignment assignment;
    private volatile Map<String, String> tags = Map.of();

    /**
     * Whose device it is.
     *
     * @param enableDate since when
     */
    public record Assignment(User user, Instant enableDate) {}

    /** A device that nobody uses yet; the serial number is its ARN. */
    public MfaDevice(String serialNumber, byte[] seed) {
        this.serialNumber = serialNumber;
        this.seed = seed.clone();
    }

    /** Its ARN. */
    public String serialNumber() {
        return serialNumber;
    }

    /** The secret that its codes are made of; never for a record. */
    public byte[] seed() {
        return seed.clone();
    }

    /** Whose it is, or {@code null} while nobody uses it. */
    public @Nullable Assignment assignment() {
        return assignment;
    }

    /** Gives it to a user, or takes it back. */
    public void assign(@Nullable Assignment changed) {
        this.assignment = changed;
    }

    @Override
    public Map<String, String> tags() {
        return tags;
    }

    @Override
    public void tags(Map<String, String> changed) {
        this.tags = Tagged.frozen(changed);
    }
}
