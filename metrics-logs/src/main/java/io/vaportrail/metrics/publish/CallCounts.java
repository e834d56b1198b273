package io.vaportrail.metrics.publish;

import io.vaportrail.core.metric.MetricDimension;
import io.vaportrail.core.metric.MetricId;
import io.vaportrail.core.metric.MetricUnit;
import io.vaportrail.core.pipeline.CallListener;
import io.vaportrail.core.service.Call;
import io.vaportrail.core.time.EmulatorClock;
import io.vaportrail.schema.OperationSchema;
import io.vaportrail.schema.ServiceException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Counts the calls of every API as AWS/Usage CallCount, and keeps how often each operation was refused and how long it took. Calls
 * between services are no usage of the account.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/AWS-API-Usage-Metrics.html">API usage metrics</a>
 */
public final class CallCounts implements CallListener {
    /** How many metrics are at hand; past it all are made anew, since any twelve digits are an account. */
    private static final int MAX_REMEMBERED = 4096;

    private final MetricIntake intake;
    private final EmulatorClock clock;
    private final Map<Key, Counted> counted = new ConcurrentHashMap<>();
    private final Map<OperationSchema<?, ?>, Tally> tallies = new ConcurrentHashMap<>();

    private record Key(String accountId, String region, OperationSchema<?, ?> operation) {}

    private record Counted(MetricId metric, Tally tally) {}

    /** A counter that puts its counts in there. */
    public CallCounts(MetricIntake intake, EmulatorClock clock) {
        this.intake = intake;
        this.clock = clock;
    }

    @Override
    public void completed(Call call, int status, @Nullable ServiceException error, long elapsedNanos) {
        Key key = new Key(call.accountId(), call.region(), call.operation());
        Counted found = counted.get(key);
        if (found == null) {
            if (counted.size() >= MAX_REMEMBERED) {
                counted.clear();
            }
            found = counted.computeIfAbsent(key, this::begin);
        }
        found.tally.add(error != null, elapsedNanos);
        if (call.origin().depth() == 0) {
            intake.count(found.metric, clock.millis(), MetricUnit.NONE, 1);
        }
    }

    private Counted begin(Key key) {
        return new Counted(metric(key), tallies.computeIfAbsent(key.operation, operation -> new Tally()));
    }

    /** How many metrics are at hand. */
    int remembered() {
        return counted.size();
    }

    /** What was counted, by the operation's name, for example {@code sqs.SendMessage}. */
    public Map<String, Map<String, Long>> numbers() {
        Map<String, Map<String, Long>> numbers = new TreeMap<>();
        tallies.forEach(
                (operation, tally) -> numbers.put(operation.service().id() + "." + operation.name(), tally.numbers()));
        return numbers;
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

    /** Forgets what was counted. */
    public void reset() {
        counted.clear();
        tallies.clear();
    }
}
