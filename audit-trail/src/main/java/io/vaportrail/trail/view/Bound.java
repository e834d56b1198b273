package io.vaportrail.trail.view;

import io.vaportrail.schema.EventCategory;
import io.vaportrail.trail.markers.Marker;
import io.vaportrail.trail.markers.Markers;
import io.vaportrail.trail.store.StoredCall;
import io.vaportrail.trail.store.TrailPosition;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Where a window begins or ends. */
sealed interface Bound {
    /** The prefix of a marker's name. */
    String MARKER = "marker:";

    /** Whether the call is not before the beginning. */
    boolean begins(StoredCall call);

    /** Whether the call is not behind the end. */
    boolean ends(StoredCall call);

    /** A second, which belongs to the window whether it begins or ends it. */
    record Second(long epochSecond) implements Bound {
        @Override
        public boolean begins(StoredCall call) {
            return call.epochSecond() >= epochSecond;
        }

        @Override
        public boolean ends(StoredCall call) {
            return call.epochSecond() <= epochSecond;
        }
    }

    /** A place in the trail. */
    record Place(TrailPosition position) implements Bound {
        @Override
        public boolean begins(StoredCall call) {
            return call.sequence() > mark(call);
        }

        @Override
        public boolean ends(StoredCall call) {
            return call.sequence() <= mark(call);
        }

        private long mark(StoredCall call) {
            return call.category() == EventCategory.MANAGEMENT ? position.management() : position.data();
        }
    }

    /**
     * Reads a parameter.
     *
     * @param value a time, how long ago, or a marker; {@code null} for no bound
     */
    static @Nullable Bound parse(String name, @Nullable String value, Instant now, Markers markers) {
        if (value == null) {
            return null;
        }
        if (value.startsWith(MARKER)) {
            Marker marker = markers.find(value.substring(MARKER.length()));
            if (marker == null) {
                throw new TrailQueryException(
                        name, value, "a marker that was set by POST " + TrailRoutes.MARKERS + "NAME");
            }
            return new Place(marker.position());
        }
        try {
            Instant time = value.startsWith("P") ? now.minus(Duration.parse(value)) : Instant.parse(value);
            return new Second(time.getEpochSecond());
        } catch (DateTimeException | ArithmeticException e) {
            throw new TrailQueryException(
                    name, value, "a time like 2026-01-31T12:00:00Z, how long ago like PT10M, or marker:NAME");
        }
    }
}
