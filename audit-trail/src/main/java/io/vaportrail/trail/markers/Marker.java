package io.vaportrail.trail.markers;

import io.vaportrail.trail.store.TrailPosition;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A named place in the trail: behind everything that was recorded when it was set.
 *
 * @param name 1 to 64 letters, digits, dots, dashes and underscores
 * @param time when it was set, on the emulator's clock
 * @param position up to where the trail had come
 * @param account whose reset drops it, 12 digits, or {@code null} for a reset of everything only
 */
public record Marker(
        String name,
        Instant time,
        TrailPosition position,
        @Nullable String account) {}
