package io.vaportrail.metrics.alarm.mute;

/**
 * A window of a mute rule, in milliseconds since 1970.
 *
 * @param ruleName the name of the rule
 * @param startMillis when it opens
 * @param endMillis when it closes
 */
public record MuteWindow(String ruleName, long startMillis, long endMillis) {}
