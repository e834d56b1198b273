package io.vaportrail.metrics.query;

import io.vaportrail.core.metric.MetricId;
import io.vaportrail.core.metric.MetricUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads statistics of metrics. */
public interface MetricReader {
    /**
     * One statistic over time.
     *
     * @param metric which metric
     * @param statistic {@code Sum}, {@code p99.9}, {@code TM(10%:90%)} and so on, as GetMetricData takes them
     * @param startMillis where the first period begins, inclusive; rounded down to a whole minute (or, for periods below a minute,
     *     to the period). Periods follow each other from there, so a window that slides by minutes may be read
     * @param endMillis where reading ends, exclusive
     * @param periodSeconds the length of a period: 1, 5, 10, 20, 30 or a multiple of 60
     * @param unit values of this unit only, or {@code null} for all
     * @return by time, oldest first; periods without values are absent
     * @throws IllegalArgumentException when there is no such statistic
     * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_GetMetricData.html">GetMetricData</a>
     */
    List<Datapoint> read(
            MetricId metric,
            String statistic,
            long startMillis,
            long endMillis,
            int periodSeconds,
            @Nullable MetricUnit unit);

    /**
     * Has gauges stand for this minute as they are now. Reading alone does not look at them, so that a thousand reads look once;
     * values of minutes that are over are always there.
     */
    void lookAtGauges();
}
