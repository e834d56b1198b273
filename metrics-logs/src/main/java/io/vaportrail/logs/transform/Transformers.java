package io.vaportrail.logs.transform;

import io.vaportrail.core.metric.MetricDimension;
import io.vaportrail.core.metric.MetricId;
import io.vaportrail.core.metric.MetricSink;
import io.vaportrail.core.metric.MetricUnit;
import io.vaportrail.core.service.Call;
import io.vaportrail.core.time.EmulatorClock;
import io.vaportrail.logs.LogsErrors;
import io.vaportrail.logs.group.GroupFinder;
import io.vaportrail.logs.store.LogGroup;
import io.vaportrail.logs.store.LogStream;
import io.vaportrail.model.logs.DeleteTransformerRequest;
import io.vaportrail.model.logs.GetTransformerRequest;
import io.vaportrail.model.logs.GetTransformerResponse;
import io.vaportrail.model.logs.PutTransformerRequest;
import io.vaportrail.model.logs.TestTransformerRequest;
import io.vaportrail.model.logs.TestTransformerResponse;
import io.vaportrail.model.logs.TransformedLogRecord;
import io.vaportrail.schema.Unit;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The transformers of log groups, and the operations on them. Events are stored as they come in; who wants the transformed ones gets
 * them when they come in.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CloudWatch-Logs-Transformation.html">Transform logs during
 *     ingestion</a>
 */
public final class Transformers {
    private static final String NAMESPACE = "AWS/Logs";

    private final Map<LogGroup, Transformer> byGroup = new ConcurrentHashMap<>();
    private final GroupFinder finder;
    private final EmulatorClock clock;
    private final MetricSink metrics;

    /** No transformers. */
    public Transformers(GroupFinder finder, EmulatorClock clock, MetricSink metrics) {
        this.finder = finder;
        this.clock = clock;
        this.metrics = metrics;
    }

    /** PutTransformer. */
    public Unit putTransformer(PutTransformerRequest input, Call call) {
        LogGroup group = finder.identified(input.logGroupIdentifier(), call);
        GroupFinder.requireStandard(group);
        long now = clock.millis();
        Transformer made = Transformer.of(input.transformerConfig(), now, now);
        byGroup.merge(
                group,
                made,
                (before, after) -> new Transformer(after.given(), after.steps(), before.creationMillis(), now));
        return Unit.INSTANCE;
    }

    /** GetTransformer: nothing when the group has none. */
    public GetTransformerResponse getTransformer(GetTransformerRequest input, Call call) {
        LogGroup group = finder.identified(input.logGroupIdentifier(), call);
        Transformer transformer = byGroup.get(group);
        if (transformer == null) {
            return GetTransformerResponse.builder().build();
        }
        return GetTransformerResponse.builder()
                .logGroupIdentifier(group.arn())
                .creationTime(transformer.creationMillis())
                .lastModifiedTime(transformer.modifiedMillis())
                .transformerConfig(transformer.given())
                .build();
    }

    /** DeleteTransformer. */
    public Unit deleteTransformer(DeleteTransformerRequest input, Call call) {
        if (byGroup.remove(finder.identified(input.logGroupIdentifier(), call)) == null) {
            throw LogsErrors.notFound("The specified log group has no transformer.");
        }
        return Unit.INSTANCE;
    }

    /** TestTransformer. An event that cannot be transformed has no transformed version. */
    public TestTransformerResponse testTransformer(TestTransformerRequest input, Call call) {
        Transformer transformer = Transformer.of(input.transformerConfig(), 0, 0);
        List<TransformedLogRecord> records = new ArrayList<>();
        for (String message : input.logEventMessages()) {
            String transformed;
            try {
                transformed = transformer.transformed(
                        Map.of("@message", message, "@accountId", call.accountId(), "@regionName", call.region()));
            } catch (TransformException e) {
                transformed = null;
            }
            records.add(TransformedLogRecord.builder()
                    .eventNumber((long) records.size() + 1)
                    .eventMessage(message)
                    .transformedEventMessage(transformed)
                    .build());
        }
        return TestTransformerResponse.builder().transformedLogs(records).build();
    }

    /** Whether events of a group are transformed; asked for every batch, so it must be quick. */
    public boolean has(LogGroup group) {
        return byGroup.containsKey(group);
    }

    /**
     * Events as they become, {@code null} in place of those that cannot be transformed.
     *
     * @return {@code null} when the group has no transformer
     */
    public @Nullable List<@Nullable String> transformed(LogStream stream, List<LogStream.Incoming> events) {
        LogGroup group = stream.group();
        Transformer transformer = byGroup.get(group);
        if (transformer == null) {
            return null;
        }
        List<@Nullable String> transformed = new ArrayList<>(events.size());
        long bytes = 0;
        int errors = 0;
        for (LogStream.Incoming event : events) {
            try {
                String text = transformer.transformed(metadata(stream, event.message()));
                bytes += text.getBytes(StandardCharsets.UTF_8).length;
                transformed.add(text);
            } catch (TransformException e) {
                errors++;
                transformed.add(null);
            }
        }
        count(group, "TransformedLogEvents", transformed.size() - errors, MetricUnit.NONE);
        count(group, "TransformedBytes", bytes, MetricUnit.BYTES);
        count(group, "TransformationErrors", errors, MetricUnit.NONE);
        return transformed;
    }

    private static Map<String, String> metadata(LogStream stream, String message) {
        LogGroup group = stream.group();
        return Map.of(
                "@message", message,
                "@logGroupName", group.name(),
                "@logGroupStream", stream.name(),
                "@accountId", group.accountId(),
                "@regionName", group.region());
    }

    private void count(LogGroup group, String name, double value, MetricUnit unit) {
        List<MetricDimension> dimensions = List.of(new MetricDimension("LogGroupName", group.name()));
        metrics.count(new MetricId(group.accountId(), group.region(), NAMESPACE, name, dimensions), value, unit);
    }

    /** Forgets the transformer of a group that is deleted. */
    public void forget(LogGroup group) {
        byGroup.remove(group);
    }

    /** Forgets all, or all of one account. */
    public void reset(@Nullable String accountId) {
        byGroup.keySet()
                .removeIf(group -> accountId == null || group.accountId().equals(accountId));
    }
}
