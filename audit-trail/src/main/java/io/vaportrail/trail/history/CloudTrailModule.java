package io.vaportrail.trail.history;

import io.vaportrail.core.service.OperationRegistry;
import io.vaportrail.core.service.ServiceModule;
import io.vaportrail.core.validation.ViolationWording;
import io.vaportrail.model.cloudtrail.CloudTrailService;
import io.vaportrail.schema.ServiceSchema;
import io.vaportrail.trail.record.RecordRenderer;
import io.vaportrail.trail.store.TrailStore;
import org.jspecify.annotations.Nullable;

/**
 * CloudTrail. Events can be looked up as soon as the call was answered; AWS takes some minutes.
 *
 * @see <a href="https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/Welcome.html">CloudTrail API reference</a>
 */
public final class CloudTrailModule implements ServiceModule {
    private final TrailStore store;
    private final LookupEvents lookupEvents;

    /** A module that looks things up in the store. */
    public CloudTrailModule(TrailStore store, RecordRenderer renderer) {
        this.store = store;
        this.lookupEvents = new LookupEvents(store, renderer);
    }

    @Override
    public ServiceSchema schema() {
        return CloudTrailService.SERVICE;
    }

    @Override
    public void register(OperationRegistry operations) {
        operations.onWorker(CloudTrailService.LOOKUP_EVENTS, lookupEvents::handle);
    }

    @Override
    public ViolationWording violations() {
        return LookupErrors::word;
    }

    @Override
    public void reset(@Nullable String accountId) {
        store.reset(accountId);
    }
}
