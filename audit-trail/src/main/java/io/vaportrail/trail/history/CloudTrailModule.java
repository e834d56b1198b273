package io.vaportrail.trail.history;

import io.vaportrail.core.service.EmulatorContext;
import io.vaportrail.core.service.OperationRegistry;
import io.vaportrail.core.service.ServiceModule;
import io.vaportrail.core.validation.ViolationWording;
import io.vaportrail.model.cloudtrail.CloudTrailService;
import io.vaportrail.schema.ServiceSchema;
import io.vaportrail.trail.delivery.Deliveries;
import io.vaportrail.trail.digest.ListPublicKeys;
import io.vaportrail.trail.digest.SigningKeys;
import io.vaportrail.trail.insights.Insights;
import io.vaportrail.trail.record.RecordRenderer;
import io.vaportrail.trail.store.TrailStore;
import io.vaportrail.trail.trails.TrailOperations;
import io.vaportrail.trail.trails.TrailRegistry;
import org.jspecify.annotations.Nullable;

/**
 * CloudTrail. Events can be looked up as soon as the call was answered; AWS takes some minutes.
 *
 * @see <a href="https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/Welcome.html">CloudTrail API reference</a>
 */
public final class CloudTrailModule implements ServiceModule {
    private final TrailStore store;
    private final LookupEvents lookupEvents;
    private final TrailRegistry trails;
    private final Insights insights;
    private final TrailOperations trailOperations;
    private final ListPublicKeys listPublicKeys;
    private final Deliveries deliveries;
    private final SigningKeys keys;

    /**
     * What the module works with.
     *
     * @param store where things are looked up
     * @param renderer renders them
     * @param trails all trails
     * @param insights what is unusual
     * @param deliveries what trails deliver
     * @param keys what digests are signed with
     */
    public record Parts(
            TrailStore store,
            RecordRenderer renderer,
            TrailRegistry trails,
            Insights insights,
            Deliveries deliveries,
            SigningKeys keys) {}

    /** A module that looks things up in the store, and whose trails deliver what is in it. */
    public CloudTrailModule(Parts parts, EmulatorContext context) {
        this.store = parts.store;
        this.trails = parts.trails;
        this.insights = parts.insights;
        this.lookupEvents = new LookupEvents(store, parts.renderer, insights.log(), context.clock());
        this.trailOperations = new TrailOperations(trails, parts.deliveries, context);
        this.listPublicKeys = new ListPublicKeys(parts.keys, context.clock());
        this.deliveries = parts.deliveries;
        this.keys = parts.keys;
    }

    @Override
    public ServiceSchema schema() {
        return CloudTrailService.SERVICE;
    }

    @Override
    public void register(OperationRegistry operations) {
        operations.onWorker(CloudTrailService.LOOKUP_EVENTS, lookupEvents::handle);
        operations.inline(CloudTrailService.LIST_PUBLIC_KEYS, listPublicKeys::handle);
        trailOperations.register(operations);
    }

    @Override
    public ViolationWording violations() {
        return LookupErrors::word;
    }

    @Override
    public void reset(@Nullable String accountId) {
        trails.reset(accountId);
        deliveries.reset(accountId);
        insights.reset(accountId);
        if (accountId == null) {
            keys.reset();
        }
        store.reset(accountId);
    }
}
