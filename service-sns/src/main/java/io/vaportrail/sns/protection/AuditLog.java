package io.vaportrail.sns.protection;

import io.vaportrail.core.service.EmulatorContext;
import io.vaportrail.sns.feed.LineFeed;
import io.vaportrail.sns.feed.LineSink;
import io.vaportrail.sns.feed.LogStreamSink;
import io.vaportrail.sns.protection.ProtectionOperation.Destination;
import io.vaportrail.sns.store.SnsArn;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Reports of audits, on their way to log groups and buckets. */
final class AuditLog {
    private final EmulatorContext context;
    private final Map<Place, LineFeed> feeds = new ConcurrentHashMap<>();

    /** Where the reports about a topic go: a log group or a bucket, by name. */
    private record Place(SnsArn topic, boolean bucket, String name) {}

    AuditLog(EmulatorContext context) {
        this.context = context;
    }

    void write(SnsArn topic, Destination destination, String line) {
        if (destination.logGroup() != null) {
            feed(new Place(topic, false, destination.logGroup())).add(line);
        }
        if (destination.bucket() != null) {
            feed(new Place(topic, true, destination.bucket())).add(line);
        }
    }

    private LineFeed feed(Place place) {
        return feeds.computeIfAbsent(place, made -> new LineFeed(sink(made), context.clock(), context.workers()));
    }

    private LineSink sink(Place place) {
        SnsArn topic = place.topic();
        if (place.bucket()) {
            return new BucketSink(context.calls(), context.ids(), place.name(), topic);
        }
        return new LogStreamSink(
                context.calls(),
                new LogStreamSink.Stream(topic.region(), place.name(), topic.resource(), false),
                VendedLogWriter.of(topic.accountId(), topic.region()));
    }

    /** Forgets all, or all of one account; what waits is lost. */
    void reset(@Nullable String accountId) {
        feeds.keySet()
                .removeIf(
                        place -> accountId == null || place.topic().accountId().equals(accountId));
    }
}
