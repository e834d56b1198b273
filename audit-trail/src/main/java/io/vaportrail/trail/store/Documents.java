package io.vaportrail.trail.store;

/** What goes before an untyped value. */
final class Documents {
    static final int NULL = 0;
    static final int TRUE = 1;
    static final int FALSE = 2;
    static final int NUMBER = 3;
    static final int TEXT = 4;
    static final int LIST = 5;
    static final int MAP = 6;

    private Documents() {}
}
