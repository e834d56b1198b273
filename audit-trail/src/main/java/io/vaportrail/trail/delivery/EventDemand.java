package io.vaportrail.trail.delivery;

/** Where somebody looks at the events of trails. Asked for each record, on worker threads. */
@FunctionalInterface
public interface EventDemand {
    /** Everywhere. */
    EventDemand ALWAYS = (accountId, region) -> true;

    /** Whether a rule or an archive of the account's default bus in the region may take events. */
    boolean wants(String accountId, String region);
}
