package io.vaportrail.s3.storage;

import io.vaportrail.core.metric.MetricDimension;
import io.vaportrail.core.metric.MetricId;
import io.vaportrail.core.metric.MetricSink;
import io.vaportrail.core.metric.MetricUnit;
import io.vaportrail.core.time.EmulatorClock;
import io.vaportrail.s3.store.Bucket;
import io.vaportrail.s3.store.Buckets;
import io.vaportrail.s3.store.ObjectVersion;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;

/**
 * Publishes, at midnight UTC, how much each bucket holds. Versions that are not current count too. There is a timer only while there
 * are buckets; a large one is gone through page by page, each a task of its own, so that other timers run between them.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/metrics-dimensions.html">Storage metrics</a>
 */
public final class StorageMetrics {
    private static final String NAMESPACE = "AWS/S3";

    /** So many keys are gone through in about a millisecond. */
    private static final int PAGE = 1_000;

    /** What metrics call storage classes. */
    private static final Map<String, String> STORAGE_TYPES = Map.of(
            "STANDARD", "StandardStorage",
            "REDUCED_REDUNDANCY", "ReducedRedundancyStorage",
            "STANDARD_IA", "StandardIAStorage",
            "ONEZONE_IA", "OneZoneIAStorage",
            "INTELLIGENT_TIERING", "IntelligentTieringFAStorage",
            "GLACIER_IR", "GlacierInstantRetrievalStorage",
            "GLACIER", "GlacierStorage",
            "DEEP_ARCHIVE", "DeepArchiveStorage");

    private final Buckets buckets;
    private final EmulatorClock clock;
    private final MetricSink metrics;
    private boolean scheduled;

    /** No days so far. */
    public StorageMetrics(Buckets buckets, MetricSink metrics) {
        this.buckets = buckets;
        this.clock = buckets.environment().clock();
        this.metrics = metrics;
    }

    /** A bucket was made: the next midnight is waited for, unless it is already. */
    public synchronized void begin() {
        if (!scheduled) {
            scheduled = true;
            Instant midnight = clock.now().truncatedTo(ChronoUnit.DAYS).plus(1, ChronoUnit.DAYS);
            clock.schedule(midnight.toEpochMilli(), () -> run(midnight.toEpochMilli()));
        }
    }

    private void run(long midnight) {
        synchronized (this) {
            scheduled = false;
        }
        Queue<Sum> sums = new ArrayDeque<>();
        buckets.all().forEach(bucket -> sums.add(new Sum(bucket)));
        if (!sums.isEmpty()) {
            begin();
            step(sums, midnight);
        }
    }

    private void step(Queue<Sum> sums, long midnight) {
        Sum sum = sums.element();
        if (!sum.step()) {
            sums.remove();
            publish(sum, midnight);
        }
        if (!sums.isEmpty()) {
            clock.schedule(midnight, () -> step(sums, midnight));
        }
    }

    private void publish(Sum sum, long midnight) {
        sum.bytes.forEach(
                (type, bytes) -> record(sum.bucket, "BucketSizeBytes", type, midnight, bytes, MetricUnit.BYTES));
        record(sum.bucket, "NumberOfObjects", "AllStorageTypes", midnight, sum.objects, MetricUnit.COUNT);
    }

    private void record(Bucket bucket, String metric, String type, long midnight, long value, MetricUnit unit) {
        List<MetricDimension> dimensions =
                List.of(new MetricDimension("BucketName", bucket.name()), new MetricDimension("StorageType", type));
        metrics.record(
                new MetricId(bucket.owner(), bucket.region(), NAMESPACE, metric, dimensions), midnight, value, unit);
    }

    /** All buckets are gone, and the clock's timers with them. */
    public synchronized void reset() {
        scheduled = false;
    }

    /** What one bucket holds, as far as it has been gone through. */
    private static final class Sum {
        private final Bucket bucket;
        private final Map<String, Long> bytes = new TreeMap<>();
        private long objects;
        private String lastKey = "";

        Sum(Bucket bucket) {
            this.bucket = bucket;
        }

        /** Adds the next keys; whether there may be more. */
        boolean step() {
            List<List<ObjectVersion>> keys = bucket.versionsAfter(lastKey, PAGE);
            for (List<ObjectVersion> versions : keys) {
                versions.forEach(this::add);
                lastKey = versions.get(0).key();
            }
            return !keys.isEmpty();
        }

        private void add(ObjectVersion version) {
            objects++;
            if (!version.isDeleteMarker()) {
                String type = STORAGE_TYPES.getOrDefault(version.storageClass(), "StandardStorage");
                bytes.merge(type, version.contentOrThrow().size(), Long::sum);
            }
        }
    }
}
