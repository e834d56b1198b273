package io.vaportrail.trail.history;

import io.vaportrail.core.service.Call;
import io.vaportrail.core.time.EmulatorClock;
import io.vaportrail.model.cloudtrail.Event;
import io.vaportrail.model.cloudtrail.LookupEventsRequest;
import io.vaportrail.model.cloudtrail.LookupEventsResponse;
import io.vaportrail.model.cloudtrail.Resource;
import io.vaportrail.trail.insights.InsightEvent;
import io.vaportrail.trail.insights.InsightLog;
import io.vaportrail.trail.record.MinedResources;
import io.vaportrail.trail.record.RecordRenderer;
import io.vaportrail.trail.store.StoredCall;
import io.vaportrail.trail.store.TrailCursor;
import io.vaportrail.trail.store.TrailStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;

/**
 * The management events of an account in a region, or its Insights events, the newest first.
 *
 * @see <a href="https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_LookupEvents.html">LookupEvents</a>
 */
final class LookupEvents {
    private static final int MOST_RESULTS = 50;

    private final TrailStore store;
    private final RecordRenderer renderer;
    private final InsightLog insights;
    private final EmulatorClock clock;

    LookupEvents(TrailStore store, RecordRenderer renderer, InsightLog insights, EmulatorClock clock) {
        this.store = store;
        this.renderer = renderer;
        this.insights = insights;
        this.clock = clock;
    }

    LookupEventsResponse handle(LookupEventsRequest request, Call call) {
        Lookup lookup = Lookup.of(request, call);
        String token = request.nextToken();
        long before = token == null ? Long.MAX_VALUE : PageToken.read(lookup, token);
        int size = Objects.requireNonNullElse(request.maxResults(), MOST_RESULTS);
        return lookup.insights() ? insightPage(lookup, before, size) : page(lookup, before, size);
    }

    private LookupEventsResponse insightPage(Lookup lookup, long before, int size) {
        List<Event> events = new ArrayList<>(size);
        String next = null;
        long last = before;
        for (InsightEvent insight : insights.newestFirst(clock.now())) {
            if (insight.sequence() < before && lookup.wants(insight)) {
                if (events.size() == size) {
                    next = PageToken.write(lookup, last);
                    break;
                }
                events.add(event(insight));
                last = insight.sequence();
            }
        }
        return LookupEventsResponse.builder().events(events).nextToken(next).build();
    }

    /** Nobody caused it, and it is about no resource. */
    private static Event event(InsightEvent insight) {
        return Event.builder()
                .eventId(insight.eventId())
                .eventName(insight.eventName())
                .eventTime(insight.time())
                .eventSource(insight.eventSource())
                .resources(List.of())
                .cloudTrailEvent(insight.json())
                .build();
    }

    private LookupEventsResponse page(Lookup lookup, long before, int size) {
        Predicate<StoredCall> wanted = lookup.predicate();
        List<Event> events = new ArrayList<>(size);
        String next = null;
        try (TrailCursor cursor = store.newestManagementFirst()) {
            long last = before;
            for (StoredCall call = cursor.next(); call != null && next == null; call = cursor.next()) {
                if (call.sequence() < before && wanted.test(call)) {
                    if (events.size() == size) {
                        next = PageToken.write(lookup, last);
                    } else {
                        events.add(event(call));
                        last = call.sequence();
                    }
                }
            }
        }
        return LookupEventsResponse.builder().events(events).nextToken(next).build();
    }

    private Event event(StoredCall call) {
        return Event.builder()
                .eventId(call.eventId())
                .eventName(call.eventName())
                .readOnly(String.valueOf(call.readOnly()))
                .accessKeyId(call.sender().caller().accessKeyId())
                .eventTime(Instant.ofEpochSecond(call.epochSecond()))
                .eventSource(call.eventSource())
                .username(call.sender().caller().displayName())
                .resources(resources(call))
                .cloudTrailEvent(renderer.render(call))
                .build();
    }

    private static List<Resource> resources(StoredCall call) {
        return MinedResources.of(call).stream()
                .map(resource -> Resource.builder()
                        .resourceType(resource.type())
                        .resourceName(resource.name())
                        .build())
                .toList();
    }
}
