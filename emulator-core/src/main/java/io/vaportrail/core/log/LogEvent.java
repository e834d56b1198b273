package io.vaportrail.core.log;

import org.jspecify.annotations.Nullable;

/**
 * An event as it may be shown: what data protection hides is masked.
 *
 * @param timestampMillis when it happened, in milliseconds since 1970
 * @param message its text
 * @param transformed its text as the log group's transformer makes it, the same without a transformer, or {@code null} when it
 *     could not be transformed
 */
public record LogEvent(
        long timestampMillis, String message, @Nullable String transformed) {}
