package io.vaportrail.trail.store;

/**
 * Up to where somebody has read. Each ring has its own mark, since a record of one may become visible a moment after a newer one of
 * the other.
 *
 * @param management the sequence number of the last management event read
 * @param data the same of the data events
 */
public record TrailPosition(long management, long data) {
    /** Before everything. */
    public static final TrailPosition START = new TrailPosition(0, 0);
}
