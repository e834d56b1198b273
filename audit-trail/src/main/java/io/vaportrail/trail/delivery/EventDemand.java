package io.vaportrail.trail.delivery;

import org.jspecify.annotations.Nullable;

/** Where somebody looks at the events of trails. Asked for each record, on worker threads. */
@FunctionalInterface
public interface EventDemand {
    /** Everywhere. */
    EventDemand ALWAYS = (accountId, region) -> true;

    /**
     * Whether a rule or an archive of the account's default bus may take events.
     *
     * @param region of the bus, or {@code null} for that of any region
     */
    boolean wants(String accountId, @Nullable String region);
}
