package io.vaportrail.trail.trails;

import io.vaportrail.core.service.Call;
import io.vaportrail.model.cloudtrail.AdvancedEventSelector;
import io.vaportrail.model.cloudtrail.EventSelector;
import io.vaportrail.model.cloudtrail.GetEventSelectorsRequest;
import io.vaportrail.model.cloudtrail.GetEventSelectorsResponse;
import io.vaportrail.model.cloudtrail.PutEventSelectorsRequest;
import io.vaportrail.model.cloudtrail.PutEventSelectorsResponse;
import io.vaportrail.trail.selector.SelectorErrors;
import io.vaportrail.trail.selector.TrailSelectors;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * PutEventSelectors and GetEventSelectors. Putting one kind takes the other away.
 *
 * @see <a href="https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_PutEventSelectors.html">PutEventSelectors</a>
 */
final class EventSelectorOperations {
    private final TrailRegistry trails;
    private final TrailObserver observer;

    EventSelectorOperations(TrailRegistry trails, TrailObserver observer) {
        this.trails = trails;
        this.observer = observer;
    }

    PutEventSelectorsResponse putEventSelectors(PutEventSelectorsRequest request, Call call) {
        Trail trail = trails.findToChange(request.trailName(), call);
        TrailSelectors selectors = selectors(request.eventSelectors(), request.advancedEventSelectors());
        trail.select(selectors);
        if (trail.logging().active()) {
            observer.changed(trail);
        }
        return PutEventSelectorsResponse.builder()
                .trailARN(trail.arn().toString())
                .eventSelectors(orNull(selectors.basic()))
                .advancedEventSelectors(orNull(selectors.advanced()))
                .build();
    }

    private static TrailSelectors selectors(
            @Nullable List<EventSelector> basic, @Nullable List<AdvancedEventSelector> advanced) {
        boolean some = basic != null && !basic.isEmpty();
        boolean someAdvanced = advanced != null && !advanced.isEmpty();
        if (some == someAdvanced) {
            throw SelectorErrors.oneKind();
        }
        return basic != null && some
                ? TrailSelectors.ofBasic(basic)
                : TrailSelectors.ofAdvanced(java.util.Objects.requireNonNull(advanced));
    }

    GetEventSelectorsResponse getEventSelectors(GetEventSelectorsRequest request, Call call) {
        Trail trail = trails.find(request.trailName(), call);
        return GetEventSelectorsResponse.builder()
                .trailARN(trail.arn().toString())
                .eventSelectors(orNull(trail.selectors().basic()))
                .advancedEventSelectors(orNull(trail.selectors().advanced()))
                .build();
    }

    private static <T> @Nullable List<T> orNull(List<T> list) {
        return list.isEmpty() ? null : list;
    }
}
