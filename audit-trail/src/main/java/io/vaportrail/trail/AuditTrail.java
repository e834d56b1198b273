package io.vaportrail.trail;

import io.vaportrail.core.audit.AuditSink;
import io.vaportrail.core.random.Ids;
import io.vaportrail.core.service.EmulatorContext;
import io.vaportrail.core.service.ServiceModule;
import io.vaportrail.core.time.EmulatorClock;
import io.vaportrail.core.time.PendingWork;
import io.vaportrail.trail.delivery.Deliveries;
import io.vaportrail.trail.delivery.EventDemand;
import io.vaportrail.trail.delivery.FlushRoute;
import io.vaportrail.trail.digest.SigningKeys;
import io.vaportrail.trail.history.CloudTrailModule;
import io.vaportrail.trail.insights.Insights;
import io.vaportrail.trail.markers.Markers;
import io.vaportrail.trail.record.RecordRenderer;
import io.vaportrail.trail.store.TrailLimits;
import io.vaportrail.trail.store.TrailStatistics;
import io.vaportrail.trail.store.TrailStore;
import io.vaportrail.trail.trails.TrailRegistry;
import io.vaportrail.trail.trails.WantedInsights;
import io.vaportrail.trail.view.TrailRoutes;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The audit trail of an emulator: one store that every call is recorded in, the CloudTrail service over it, and the emulator's own
 * view of it. It exists from the start, while the CloudTrail service is made when its first call arrives.
 */
public final class AuditTrail {
    /** How long records gather before trails deliver them, unless the emulator is told otherwise. AWS takes about five minutes. */
    public static final Duration DEFAULT_DELIVERY = Duration.ofSeconds(5);

    private final TrailStore store;
    private final Markers markers;
    private final RecordRenderer renderer = new RecordRenderer();
    private final Duration delivery;
    private final PendingWork pending;
    private volatile @Nullable Deliveries deliveries;
    private volatile EventDemand demand = EventDemand.ALWAYS;

    /**
     * An empty trail.
     *
     * @param delivery how long records gather before trails deliver them
     * @param pending where deliveries are counted while they run
     */
    public AuditTrail(EmulatorClock clock, Ids ids, TrailLimits limits, Duration delivery, PendingWork pending) {
        this.store = new TrailStore(clock, ids, limits);
        this.markers = new Markers(store, clock);
        this.delivery = delivery;
        this.pending = pending;
    }

    /** Where the pipeline records calls. */
    public AuditSink sink() {
        return store;
    }

    /** Makes the CloudTrail service. */
    public ServiceModule.Factory module() {
        return context -> {
            SigningKeys keys = new SigningKeys(context.ids(), context.clock());
            TrailRegistry trails = new TrailRegistry();
            Insights insights = new Insights(store, context.clock(), context.ids(), new WantedInsights(trails));
            store.addListener(insights::recorded);
            Deliveries made = new Deliveries(
                    new Deliveries.Sources(
                            store, renderer, insights.log(), keys, (account, region) -> demand.wants(account, region)),
                    pending,
                    delivery,
                    context);
            deliveries = made;
            return new CloudTrailModule(
                    new CloudTrailModule.Parts(store, renderer, trails, insights, made, keys), context);
        };
    }

    /** Says where somebody looks at the events of trails: elsewhere they need not be put on a bus. */
    public void eventsWantedBy(EventDemand newDemand) {
        demand = newDemand;
    }

    /** Adds the view of the trail to the routes of the emulator. */
    public void addRoutes(EmulatorContext context) {
        context.routes().add("POST", FlushRoute.PATH, new FlushRoute(() -> deliveries));
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
