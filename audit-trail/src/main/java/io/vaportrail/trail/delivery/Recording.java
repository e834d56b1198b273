package io.vaportrail.trail.delivery;

import io.vaportrail.schema.EventCategory;
import io.vaportrail.trail.record.RecordStyle;
import io.vaportrail.trail.selector.TrailSelectors;
import io.vaportrail.trail.store.StoredCall;
import io.vaportrail.trail.store.TrailPosition;
import io.vaportrail.trail.trails.Trail;
import io.vaportrail.trail.trails.TrailSettings;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a trail records under the same settings and selectors without a break: from a position on, until one is set. It knows how far
 * it has been read.
 */
final class Recording {
    private final String accountId;
    private final String homeRegion;
    private final TrailSettings settings;
    private final TrailSelectors selectors;
    private final Instant start;
    private final boolean first;
    private final TrailPosition from;
    private TrailPosition position;
    private @Nullable End end;

    /**
     * Where a recording ends.
     *
     * @param position the last records that belong to it
     * @param time when
     * @param stops whether the trail ceases to record there
     */
    record End(TrailPosition position, Instant time, boolean stops) {}

    /**
     * What the trail records from now on.
     *
     * @param first whether it did not record before
     */
    Recording(Trail trail, TrailPosition position, Instant start, boolean first) {
        this.accountId = trail.arn().accountId();
        this.homeRegion = trail.arn().region();
        this.settings = trail.settings();
        this.selectors = trail.selectors();
        this.from = position;
        this.position = position;
        this.start = start;
        this.first = first;
    }

    /** After which position it begins. */
    TrailPosition from() {
        return from;
    }

    /** When it began. */
    Instant start() {
        return start;
    }

    /** Whether the trail did not record before. */
    boolean isFirst() {
        return first;
    }

    /** Whether what is delivered is listed in digests. */
    boolean validated() {
        return settings.validation();
    }

    synchronized void endAt(End where) {
        if (end == null) {
            end = where;
        }
    }

    /** Where it ends, or {@code null} while it goes on. */
    synchronized @Nullable End end() {
        return end;
    }

    /** Up to where it has been read. */
    synchronized TrailPosition position() {
        return position;
    }

    synchronized void readTo(TrailPosition where) {
        position = where;
    }

    boolean wants(EventCategory category) {
        return selectors.wants(category);
    }

    /** Whether the trail records the call. */
    boolean accepts(StoredCall call) {
        if (!call.recipientAccountId().equals(accountId)) {
            return false;
        }
        String region = RecordStyle.regionOf(call);
        boolean here = settings.multiRegion() || region.equals(homeRegion);
        return here && (settings.globalEvents() || !isGlobal(call, region)) && selectors.test(call);
    }

    /** Whether a call belongs to a global service: IAM, or STS at its global endpoint. */
    private static boolean isGlobal(StoredCall call, String region) {
        String service = call.operation().service().id();
        return service.equals("iam")
                || service.equals("sts") && !region.equals(call.sender().region());
    }

    /** Whether the call lies between beginning and end, and the trail records it. */
    boolean covers(StoredCall call) {
        End until = end();
        return isBeyond(call, from) && (until == null || !isBeyond(call, until.position())) && accepts(call);
    }

    /** Whether no record up to the position comes after the call. */
    static boolean isPast(StoredCall call, TrailPosition last) {
        return call.sequence() > Math.max(last.management(), last.data());
    }

    static boolean isBeyond(StoredCall call, TrailPosition position) {
        long last = call.category() == EventCategory.MANAGEMENT ? position.management() : position.data();
        return call.sequence() > last;
    }
}
