package io.vaportrail.trail.trails;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What came of what a trail last tried.
 *
 * @param attempt when it last tried, or {@code null} when it never has
 * @param success when it last succeeded, or {@code null}
 * @param error the code of the error when the last attempt failed, else {@code null}
 */
public record Outcome(
        @Nullable Instant attempt,
        @Nullable Instant success,
        @Nullable String error) {
    /** Nothing has been tried. */
    public static final Outcome NONE = new Outcome(null, null, null);

    Outcome succeeded(Instant time) {
        return new Outcome(time, time, null);
    }

    Outcome failed(Instant time, String errorCode) {
        return new Outcome(time, success, errorCode);
    }
}
