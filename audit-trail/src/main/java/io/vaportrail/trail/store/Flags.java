package io.vaportrail.trail.store;

/** The flags of a stored call. */
final class Flags {
    static final int ERROR = 1;
    static final int COPY = 1 << 1;
    static final int NOT_IMPLEMENTED = 1 << 2;
    static final int UNREADABLE = 1 << 3;
    static final int NOT_RECORDED = 1 << 4;
    static final int DENIED_IF_ENFORCED = 1 << 5;

    private Flags() {}
}
