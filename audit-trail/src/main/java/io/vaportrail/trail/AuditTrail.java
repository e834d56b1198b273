package io.vaportrail.trail;

import io.vaportrail.core.audit.AuditSink;
import io.vaportrail.core.random.Ids;
import io.vaportrail.core.service.EmulatorContext;
import io.vaportrail.core.service.ServiceModule;
import io.vaportrail.core.time.EmulatorClock;
import io.vaportrail.trail.history.CloudTrailModule;
import io.vaportrail.trail.markers.Markers;
import io.vaportrail.trail.record.RecordRenderer;
import io.vaportrail.trail.store.TrailLimits;
import io.vaportrail.trail.store.TrailStatistics;
import io.vaportrail.trail.store.TrailStore;
import io.vaportrail.trail.view.TrailRoutes;
import org.jspecify.annotations.Nullable;

/**
 * The audit trail of an emulator: one store that every call is recorded in, the CloudTrail service over it, and the emulator's own
 * view of it. It exists from the start, while the CloudTrail service is made when its first call arrives.
 */
public final class AuditTrail {
    private final TrailStore store;
    private final Markers markers;
    private final RecordRenderer renderer = new RecordRenderer();

    /** An empty trail. */
    public AuditTrail(EmulatorClock clock, Ids ids, TrailLimits limits) {
        this.store = new TrailStore(clock, ids, limits);
        this.markers = new Markers(store, clock);
    }

    /** Where the pipeline records calls. */
    public AuditSink sink() {
        return store;
    }

    /** Makes the CloudTrail service. */
    public ServiceModule.Factory module() {
        return context -> new CloudTrailModule(store, renderer);
    }

    /** Adds the view of the trail to the routes of the emulator. */
    public void addRoutes(EmulatorContext context) {
        TrailRoutes.add(
                context.routes(), store, renderer, markers, context.clock(), context.workers(), context.machineTimer());
    }

    /** What the trail holds, for health. */
    public TrailStatistics statistics() {
        return store.statistics();
    }

    /**
     * Forgets everything, or everything of one account.
     *
     * @param accountId 12 digits, or {@code null} for all accounts
     */
    public void reset(@Nullable String accountId) {
        store.reset(accountId);
        markers.reset(accountId);
    }
}
