package io.vaportrail.s3.store;

/**
 * What several things take of the memory together.
 *
 * @param bytes of content and text
 * @param count how many things
 */
public record MemoryShare(long bytes, int count) {
    /** Nothing. */
    public static final MemoryShare NONE = new MemoryShare(0, 0);
}
