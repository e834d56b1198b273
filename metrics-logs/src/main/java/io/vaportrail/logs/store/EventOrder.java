package io.vaportrail.logs.store;

/** In which order events are read. */
public enum EventOrder {
    /** By their timestamps, the oldest first. */
    OLDEST_FIRST,
    /** By their timestamps, the newest first. */
    NEWEST_FIRST,
    /** As they lie in memory: the quickest, for what adds up. */
    ANY
}
