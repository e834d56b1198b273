package io.vaportrail.logs.event;

import io.vaportrail.logs.store.LogGroup;

/** Hides what policies protect. */
@FunctionalInterface
public interface Masks {
    /**
     * A message as it may be shown.
     *
     * @param ingestionMillis when it came in, in milliseconds since 1970
     */
    String masked(LogGroup group, long ingestionMillis, String message);
}
