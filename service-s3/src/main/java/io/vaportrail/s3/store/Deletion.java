package io.vaportrail.s3.store;

import org.jspecify.annotations.Nullable;

/**
 * What a delete did.
 *
 * @param versionId of the delete marker that was made, or of the version that was removed; {@code null} without versions
 * @param deleteMarker whether a delete marker was made or removed
 * @param markerMade whether a delete marker was made
 * @param removed what was removed, or {@code null}
 */
public record Deletion(
        @Nullable String versionId,
        boolean deleteMarker,
        boolean markerMade,
        @Nullable ObjectVersion removed) {
    static final Deletion NOTHING = new Deletion(null, false, false, null);
}
