package io.vaportrail.core.protocol;

/** What the decoders bear. The size of a body as a whole is the server's limit. */
public final class WireLimits {
    /** Levels of nesting in a body; the decoders work recursively, so that this bounds their stack. */
    public static final int MAX_DEPTH = 128;

    /** Characters of one number in text form; longer ones cost quadratic time to read. */
    public static final int MAX_NUMBER_LENGTH = 1_000;

    /** Characters of one member name or map key. */
    public static final int MAX_NAME_LENGTH = 50_000;

    private WireLimits() {}
}
