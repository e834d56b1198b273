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

    /** In each ring, the later of the two. */
    public TrailPosition orLater(TrailPosition other) {
        return new TrailPosition(Math.max(management, other.management), Math.max(data, other.data));
    }

    /** Whether in both rings nothing lies between the other position and this later one. */
    public boolean isWithin(TrailPosition other) {
        return management <= other.management && data <= other.data;
    }
}
