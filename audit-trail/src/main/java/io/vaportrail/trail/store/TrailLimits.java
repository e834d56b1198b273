package io.vaportrail.trail.store;

/**
 * How much memory the trail may take.
 *
 * @param managementBytes for management events, at least {@link #LEAST}
 * @param dataBytes for data events, at least {@link #LEAST}
 */
public record TrailLimits(long managementBytes, long dataBytes) {
    /** The least that makes sense: a few of the largest records. */
    public static final long LEAST = 1024 * 1024;

    /** 32 MiB each: some hundred thousand records in all. */
    public static final TrailLimits DEFAULT = new TrailLimits(32 * LEAST, 32 * LEAST);

    /** Checks the bounds. */
    public TrailLimits {
        check("managementBytes", managementBytes);
        check("dataBytes", dataBytes);
    }

    private static void check(String name, long bytes) {
        if (bytes < LEAST) {
            throw new IllegalArgumentException(name + ": " + bytes + " (expected: at least " + LEAST + ")");
        }
    }
}
