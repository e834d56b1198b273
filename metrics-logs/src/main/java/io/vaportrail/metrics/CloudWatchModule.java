package io.vaportrail.metrics;

import io.vaportrail.core.service.OperationRegistry;
import io.vaportrail.core.service.ServiceModule;
import io.vaportrail.model.cloudwatch.CloudWatchService;
import io.vaportrail.schema.ServiceSchema;
import org.jspecify.annotations.Nullable;

/** Amazon CloudWatch over the metrics of all accounts and regions. */
public final class CloudWatchModule implements ServiceModule {
    @Override
    public ServiceSchema schema() {
        return CloudWatchService.SERVICE;
    }

    @Override
    public void register(OperationRegistry operations) {}

    @Override
    public void reset(@Nullable String accountId) {}
}
