package io.vaportrail.core.log;

/**
 * An event as it may be shown: what data protection hides is masked.
 *
 * @param timestampMillis when it happened, in milliseconds since 1970
 * @param message its text
 */
public record LogEvent(long timestampMillis, String message) {}
