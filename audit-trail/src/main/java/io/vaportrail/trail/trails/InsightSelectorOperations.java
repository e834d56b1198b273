package io.vaportrail.trail.trails;

import io.vaportrail.core.service.Call;
import io.vaportrail.model.cloudtrail.GetInsightSelectorsRequest;
import io.vaportrail.model.cloudtrail.GetInsightSelectorsResponse;
import io.vaportrail.model.cloudtrail.InsightSelector;
import io.vaportrail.model.cloudtrail.PutInsightSelectorsRequest;
import io.vaportrail.model.cloudtrail.PutInsightSelectorsResponse;
import io.vaportrail.model.cloudtrail.SourceEventCategory;
import io.vaportrail.trail.insights.InsightKind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * PutInsightSelectors and GetInsightSelectors. Insights are about management events; those about data events, and those of event data
 * stores, are refused.
 *
 * @see <a href="https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_PutInsightSelectors.html">PutInsightSelectors</a>
 */
final class InsightSelectorOperations {
    private final TrailRegistry trails;

    InsightSelectorOperations(TrailRegistry trails) {
        this.trails = trails;
    }

    /** No selectors at all turn insights off. */
    PutInsightSelectorsResponse putInsightSelectors(PutInsightSelectorsRequest request, Call call) {
        String destination = request.insightsDestination();
        Trail trail = trails.findToChange(
                trailName(request.trailName(), destination == null ? request.eventDataStore() : destination), call);
        Set<InsightKind> kinds = EnumSet.noneOf(InsightKind.class);
        List<InsightSelector> selectors = new ArrayList<>();
        for (InsightSelector selector : request.insightSelectors()) {
            InsightKind kind = kind(selector);
            if (!kinds.add(kind)) {
                throw TrailErrors.insightTwice(kind.type());
            }
            if (!trail.selectors().logsManagement(kind == InsightKind.CALL_RATE)) {
                throw TrailErrors.insightWithoutEvents(kind.type());
            }
            selectors.add(InsightSelector.builder()
                    .insightType(kind.type())
                    .eventCategories(List.of(SourceEventCategory.MANAGEMENT))
                    .build());
        }
        trail.selectInsights(selectors);
        return PutInsightSelectorsResponse.builder()
                .trailARN(trail.arn().toString())
                .insightSelectors(selectors)
                .build();
    }

    private static InsightKind kind(InsightSelector selector) {
        List<String> categories = selector.eventCategories();
        if (categories != null && categories.contains(SourceEventCategory.DATA)) {
            throw TrailErrors.insightsOfDataEvents();
        }
        for (InsightKind kind : InsightKind.values()) {
            if (kind.type().equals(selector.insightType())) {
                return kind;
            }
        }
        throw TrailErrors.insightType(String.valueOf(selector.insightType()));
    }

    GetInsightSelectorsResponse getInsightSelectors(GetInsightSelectorsRequest request, Call call) {
        Trail trail = trails.find(trailName(request.trailName(), request.eventDataStore()), call);
        if (trail.insightSelectors().isEmpty()) {
            throw TrailErrors.noInsights(trail.arn());
        }
        return GetInsightSelectorsResponse.builder()
                .trailARN(trail.arn().toString())
                .insightSelectors(trail.insightSelectors())
                .build();
    }

    private static String trailName(@Nullable String trail, @Nullable String eventDataStore) {
        if (eventDataStore != null) {
            throw trail == null ? TrailErrors.noEventDataStores() : TrailErrors.trailAndEventDataStore();
        }
        if (trail == null) {
            throw TrailErrors.neitherTrailNorEventDataStore();
        }
        return trail;
    }
}
