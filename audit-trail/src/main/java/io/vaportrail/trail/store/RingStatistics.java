package io.vaportrail.trail.store;

/**
 * What a ring holds.
 *
 * @param records how many records
 * @param bytes how much memory they take, in bytes
 * @param limitBytes how much they may take, in bytes
 * @param dropped how many had to make room for newer ones since the start or the last reset
 * @param missed how many of those a trail that was logging had not read yet
 */
public record RingStatistics(long records, long bytes, long limitBytes, long dropped, long missed) {}
