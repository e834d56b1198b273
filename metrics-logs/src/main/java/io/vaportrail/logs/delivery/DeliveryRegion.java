package io.vaportrail.logs.delivery;

import io.vaportrail.model.logs.Delivery;
import io.vaportrail.model.logs.DeliveryDestination;
import io.vaportrail.model.logs.DeliverySource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** What is set up of an account in a region. What depends on two of them is done holding the lock of this. */
final class DeliveryRegion {
    /**
     * Sources, destinations or deliveries of an account in a region.
     *
     * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/cloudwatch_limits_cwl.html">CloudWatch Logs quotas</a>
     */
    static final int MOST = 1_000;

    final ConcurrentSkipListMap<String, DeliverySource> sources = new ConcurrentSkipListMap<>();
    final ConcurrentSkipListMap<String, DeliveryDestination> destinations = new ConcurrentSkipListMap<>();
    final ConcurrentSkipListMap<String, Delivery> deliveries = new ConcurrentSkipListMap<>();

    /** Policies of destinations, by the destination's name. */
    final Map<String, String> policies = new ConcurrentHashMap<>();
}
