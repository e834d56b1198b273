package io.vaportrail.logs.insights.engine;

import io.vaportrail.logs.store.LogGroup;

/** Hides what policies protect. */
public interface Masking {
    /** Whether messages of the group may have something to hide. */
    boolean protects(LogGroup group);

    /**
     * A message as it may be shown.
     *
     * @param ingestionMillis when it came in, in milliseconds since 1970
     */
    String masked(LogGroup group, long ingestionMillis, String message);
}
