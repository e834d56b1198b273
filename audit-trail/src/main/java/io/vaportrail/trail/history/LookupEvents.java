package io.vaportrail.trail.history;

import io.vaportrail.core.service.Call;
import io.vaportrail.model.cloudtrail.Event;
import io.vaportrail.model.cloudtrail.LookupEventsRequest;
import io.vaportrail.model.cloudtrail.LookupEventsResponse;
import io.vaportrail.model.cloudtrail.Resource;
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
 * The management events of an account in a region, the newest first.
 *
 * @see <a href="https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_LookupEvents.html">LookupEvents</a>
 */
final class LookupEvents {
    private static final int MOST_RESULTS = 50;

    private final TrailStore store;
    private final RecordRenderer renderer;

    LookupEvents(TrailStore store, RecordRenderer renderer) {
        this.store = store;
        this.renderer = renderer;
    }

    LookupEventsResponse handle(LookupEventsRequest request, Call call) {
        Lookup lookup = Lookup.of(request, call);
        String token = request.nextToken();
        long before = token == null ? Long.MAX_VALUE : PageToken.read(lookup, token);
        if (lookup.insights()) {
            return LookupEventsResponse.builder().events(List.of()).build();
        }
        return page(lookup, before, Objects.requireNonNullElse(request.maxResults(), MOST_RESULTS));
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
