package io.vaportrail.metrics;

/**
 * The limits of CloudWatch metrics.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/cloudwatch_limits.html">CloudWatch quotas</a>
 */
public final class MetricLimits {
    /** Bytes of a PutMetricData body as it is sent. */
    public static final int PUT_BODY_BYTES = 1 << 20;

    /** Metrics of a PutMetricData, those of entities included. */
    public static final int PUT_METRICS = 1000;

    /** Values of one metric in a PutMetricData. */
    public static final int PUT_VALUES = 150;

    /** Dimensions of a metric. */
    public static final int DIMENSIONS = 30;

    /** How old a value may be when it is put, in milliseconds: two weeks. */
    public static final long PUT_OLDEST_MILLIS = 14L * 24 * 3600 * 1000;

    /** How far ahead of the clock a value may be when it is put, in milliseconds: two hours. */
    public static final long PUT_NEWEST_MILLIS = 2L * 3600 * 1000;

    /** Values lie within plus and minus this: 2 to the power of 360. */
    public static final double VALUE = 0x1p360;

    /** Datapoints that a GetMetricStatistics may ask for. */
    public static final int STATISTICS_DATAPOINTS = 1440;

    /** Queries of a GetMetricData. */
    public static final int QUERIES = 500;

    /** Datapoints of a page of GetMetricData, unless the caller asks for fewer. */
    public static final int DATA_DATAPOINTS = 100_800;

    /** Metrics of a page of ListMetrics. */
    public static final int LISTED_METRICS = 500;

    /** How long a metric without new values is listed, in milliseconds: two weeks. */
    public static final long LISTED_MILLIS = 14L * 24 * 3600 * 1000;

    /** What RecentlyActive means, in milliseconds: three hours. */
    public static final long RECENT_MILLIS = 3L * 3600 * 1000;

    /** Time series that a search or a Metrics Insights query gives. */
    public static final int SEARCH_SERIES = 500;

    /** Characters of a search expression. */
    public static final int SEARCH_LENGTH = 1024;

    /** Tags of a resource. */
    public static final int TAGS = 50;

    private MetricLimits() {}
}
