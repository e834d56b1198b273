package io.vaportrail.trail.insights;

import io.vaportrail.model.cloudtrail.InsightType;

/** What can be unusual. */
public enum InsightKind {
    /** How often a write management operation is called. */
    CALL_RATE(InsightType.API_CALL_RATE_INSIGHT),
    /** How often a management operation fails with an error. */
    ERROR_RATE(InsightType.API_ERROR_RATE_INSIGHT);

    private final String type;

    InsightKind(String type) {
        this.type = type;
    }

    /** The value in selectors and events, for example {@code ApiCallRateInsight}. */
    public String type() {
        return type;
    }
}
