package io.vaportrail.trail.store;

/**
 * What the trail holds.
 *
 * @param management the management events
 * @param data the data events, and the calls that CloudTrail does not record
 */
public record TrailStatistics(RingStatistics management, RingStatistics data) {
    /** How many records there are. */
    public long records() {
        return management.records() + data.records();
    }

    /** How much memory they take, in bytes. */
    public long bytes() {
        return management.bytes() + data.bytes();
    }

    /** How many records had to make room for newer ones since the start or the last reset. */
    public long dropped() {
        return management.dropped() + data.dropped();
    }
}
