package io.vaportrail.sns.store;

import java.util.concurrent.ConcurrentSkipListMap;

/** The topics of one account in one region, and its subscriptions, by name. */
public final class SnsRegion {
    private final ConcurrentSkipListMap<String, Topic> topics = new ConcurrentSkipListMap<>();

    /** Subscriptions to the topics here, by ARN. Those of a deleted topic stay for some days. */
    private final ConcurrentSkipListMap<String, Subscription> subscriptions = new ConcurrentSkipListMap<>();

    /** Subscriptions that the account owns, by ARN; their topics may be another account's. */
    private final ConcurrentSkipListMap<String, Subscription> owned = new ConcurrentSkipListMap<>();

    /** Topics by name. */
    public ConcurrentSkipListMap<String, Topic> topics() {
        return topics;
    }

    /** Subscriptions to the topics here, by ARN. */
    public ConcurrentSkipListMap<String, Subscription> subscriptions() {
        return subscriptions;
    }

    /** Subscriptions that the account owns, by ARN. */
    public ConcurrentSkipListMap<String, Subscription> owned() {
        return owned;
    }
}
