package io.vaportrail.trail.trails;

import io.vaportrail.trail.insights.InsightDemand;
import io.vaportrail.trail.insights.InsightKind;

/** Which insights trails want: those that log, have selected them, and log what they are computed from. */
public final class WantedInsights implements InsightDemand {
    private final TrailRegistry trails;

    /** What these trails want. */
    public WantedInsights(TrailRegistry trails) {
        this.trails = trails;
    }

    @Override
    public boolean any() {
        for (Trail trail : trails.all()) {
            if (trail.logging().active() && !trail.insightSelectors().isEmpty()) {
                return true;
            }
        }
        return false;
    }

    @Override
    public boolean wants(InsightKind kind, String accountId, String region) {
        for (Trail trail : trails.all()) {
            if (trail.logging().active() && trail.wants(kind, accountId, region)) {
                return true;
            }
        }
        return false;
    }
}
