package io.vaportrail.trail.store;

/** What begins the request parameters and the response elements; a section of no bytes is null in the record. */
final class Sections {
    static final int STRUCT = 1;
    static final int TOO_LARGE = 2;

    /** A structure, and behind it members that it does not have itself. */
    static final int STRUCT_AND_MORE = 3;

    private Sections() {}
}
