package io.vaportrail.trail.store;

/** What begins the request parameters and the response elements; a section of no bytes is null in the record. */
final class Sections {
    static final int STRUCT = 1;
    static final int TOO_LARGE = 2;

    private Sections() {}
}
