package io.vaportrail.sns.feed;

/**
 * A line of a log.
 *
 * @param millis when, in milliseconds since 1970
 * @param text the line without its end
 */
public record Line(long millis, String text) {}
