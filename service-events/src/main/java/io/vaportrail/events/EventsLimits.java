package io.vaportrail.events;

/**
 * The limits of EventBridge, and those of this emulator. Lengths that the model bounds are not repeated here.
 *
 * @see <a href="https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-quota.html">EventBridge quotas</a>
 */
public final class EventsLimits {
    /**
     * Bytes of all entries of one PutEvents.
     *
     * @see <a href="https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-putevent-size.html">PutEvents entry size</a>
     */
    public static final int ENTRIES_BYTES = 1024 * 1024;

    /** Bytes that the time of an entry counts. */
    public static final int TIME_BYTES = 14;

    /**
     * Characters of a detail type.
     *
     * @see <a
     *     href="https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutEventsRequestEntry.html">PutEventsRequestEntry</a>
     */
    public static final int DETAIL_TYPE = 128;

    /**
     * How deep a detail can be nested. AWS says 1,000 levels, of which the envelope takes one.
     *
     * @see <a href="https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutEvents.html">PutEvents</a>
     */
    public static final int DETAIL_DEPTH = 998;

    /** Event buses of an account in a region, the default one included. */
    public static final int BUSES = 100;

    /** Rules of an event bus. */
    public static final int RULES = 300;

    /** Rules of an event bus whose patterns contain wildcards. */
    public static final int WILDCARD_RULES = 30;

    /** Archives of an account in a region; AWS names no number. */
    public static final int ARCHIVES = 100;

    /** Bytes of events that all archives together keep; beyond it the oldest are let go. */
    public static final long ARCHIVED_BYTES = 64L * 1024 * 1024;

    /** Replays of an account in a region that have not ended. */
    public static final int ACTIVE_REPLAYS = 10;

    /** Ways in which the {@code $or} of a pattern can be met. */
    public static final int ALTERNATIVES = 1_000;

    /** Targets of a rule. */
    public static final int TARGETS = 5;

    /** Tags of a bus or rule. */
    public static final int TAGS = 50;

    /** Characters of the policy of an event bus. */
    public static final int POLICY = 10_240;

    /** Elements on a page when the caller asks for no other number, and at most. */
    public static final int PAGE = 100;

    /**
     * How often a delivery is tried again unless its target says otherwise.
     *
     * @see <a href="https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-rule-retry-policy.html">How EventBridge retries</a>
     */
    public static final int RETRY_ATTEMPTS = 185;

    /** For how many seconds a delivery is tried again unless its target says otherwise. */
    public static final int EVENT_AGE_SECONDS = 86_400;

    /** The most complex pattern that is taken, as the event ruler counts. AWS does not say where it draws the line. */
    public static final int PATTERN_COMPLEXITY = 100;

    /** Bytes of events that are matched on the thread that brings them; more are matched by a worker. */
    public static final int INLINE_BYTES = 16 * 1024;

    /** Rules of a bus beyond which a worker matches. */
    public static final int INLINE_RULES = 100;

    /** Deliveries that the thread which brings events makes itself; more are made by a worker. */
    public static final int INLINE_DELIVERIES = 16;

    /** Deliveries of all accounts that wait for another attempt; beyond it they are given up. */
    public static final int WAITING_DELIVERIES = 10_000;

    /** Characters of what waits for another attempt. */
    public static final long WAITING_CHARACTERS = 32L * 1024 * 1024;

    private EventsLimits() {}
}
