package io.vaportrail.metrics.publish;

import io.vaportrail.core.metric.MetricDimension;
import io.vaportrail.core.metric.MetricUnit;
import io.vaportrail.core.pipeline.CallListener;
import io.vaportrail.core.service.Call;
import io.vaportrail.core.time.EmulatorClock;
import io.vaportrail.metrics.query.MetricId;
import io.vaportrail.schema.OperationSchema;
import io.vaportrail.schema.ServiceException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Counts the calls of every API as AWS/Usage CallCount. Calls between services are no usage of the account.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/AWS-API-Usage-Metrics.html">API usage metrics</a>
 */
public final class CallCounts implements CallListener {
    private final MetricIntake intake;
    private final EmulatorClock clock;
    private final Map<Key, MetricId> metrics = new ConcurrentHashMap<>();

    private record Key(String accountId, String region, OperationSchema<?, ?> operation) {}

    /** A counter that puts its counts in there. */
    public CallCounts(MetricIntake intake, EmulatorClock clock) {
        this.intake = intake;
        this.clock = clock;
    }

    @Override
    public void completed(Call call, int status, @Nullable ServiceException error, long elapsedNanos) {
        if (call.origin().depth() > 0) {
            return;
        }
        Key key = new Key(call.accountId(), call.region(), call.operation());
        MetricId id = metrics.get(key);
        if (id == null) {
            id = metrics.computeIfAbsent(key, CallCounts::metric);
        }
        intake.add(new MetricIntake.Point(id, clock.millis(), false, MetricUnit.NONE), 1, 1);
    }

    private static MetricId metric(Key key) {
        String sdkId = key.operation.service().sdkId();
        return new MetricId(
                key.accountId,
                key.region,
                "AWS/Usage",
                "CallCount",
                List.of(
                        new MetricDimension("Class", "None"),
                        new MetricDimension("Resource", key.operation.name()),
                        new MetricDimension("Service", sdkId.equals("CloudWatch Logs") ? "Logs" : sdkId),
                        new MetricDimension("Type", "API")));
    }

    /** Forgets which metrics there were. */
    public void reset() {
        metrics.clear();
    }
}
