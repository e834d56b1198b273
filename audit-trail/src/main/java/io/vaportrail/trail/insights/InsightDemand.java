package io.vaportrail.trail.insights;

/** Which insights somebody wants. Safe for any thread. */
public interface InsightDemand {
    /** Whether any are wanted anywhere; takes next to no time. */
    boolean any();

    /** Whether a kind is wanted for an account in a region. */
    boolean wants(InsightKind kind, String accountId, String region);
}
