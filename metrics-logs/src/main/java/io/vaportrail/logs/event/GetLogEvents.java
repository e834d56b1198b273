package io.vaportrail.logs.event;

import io.vaportrail.core.service.Call;
import io.vaportrail.core.service.Handler;
import io.vaportrail.core.time.EmulatorClock;
import io.vaportrail.logs.LogsLimits;
import io.vaportrail.logs.group.GroupFinder;
import io.vaportrail.logs.store.EventCursor;
import io.vaportrail.logs.store.EventOrder;
import io.vaportrail.logs.store.LogEvents;
import io.vaportrail.logs.store.LogGroup;
import io.vaportrail.logs.store.LogStream;
import io.vaportrail.model.logs.GetLogEventsRequest;
import io.vaportrail.model.logs.GetLogEventsResponse;
import io.vaportrail.model.logs.OutputLogEvent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * GetLogEvents: one stream, page by page in both directions. At an end it answers the token that it was given.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_GetLogEvents.html">GetLogEvents</a>
 */
public final class GetLogEvents implements Handler<GetLogEventsRequest, GetLogEventsResponse> {
    private static final Masks NO_MASKS = (group, ingestionMillis, message) -> message;

    private final GroupFinder finder;
    private final LogEvents events;
    private final EmulatorClock clock;
    private final Masks masks;

    /** The operation. */
    public GetLogEvents(GroupFinder finder, LogEvents events, EmulatorClock clock, Masks masks) {
        this.finder = finder;
        this.events = events;
        this.clock = clock;
        this.masks = masks;
    }

    @Override
    public GetLogEventsResponse handle(GetLogEventsRequest input, Call call) {
        LogGroup group = finder.either(input.logGroupName(), input.logGroupIdentifier(), call);
        GroupFinder.requireStandard(group);
        if (Boolean.TRUE.equals(input.unmask())) {
            Unmasking.check(group, call);
        }
        LogStream stream = GroupFinder.stream(group, input.logStreamName());
        TimeRange range = TimeRange.of(input.startTime(), input.endTime());
        String text = input.nextToken();
        long now = clock.millis();
        StreamToken token = text == null ? null : StreamToken.parse(text, stream, now);
        boolean forward = token == null ? Boolean.TRUE.equals(input.startFromHead()) : token.forward();
        Page page = read(stream, range, token, forward, input);
        return page.answer(stream, now, text, token, range);
    }

    private Page read(
            LogStream stream,
            TimeRange range,
            @Nullable StreamToken token,
            boolean forward,
            GetLogEventsRequest input) {
        long start = range.startMillis();
        long end = range.endMillis();
        if (token != null && forward) {
            start = Math.max(start, token.timestamp());
        } else if (token != null) {
            end = Math.min(end, token.timestamp() + 1);
        }
        EventCursor cursor = events.ofStreams(
                List.of(stream), start, end, forward ? EventOrder.OLDEST_FIRST : EventOrder.NEWEST_FIRST);
        Integer given = input.limit();
        int limit = given == null ? LogsLimits.PAGE_EVENTS : given;
        Page page = new Page(Boolean.TRUE.equals(input.unmask()) ? NO_MASKS : masks);
        while (page.events.size() < limit && cursor.next()) {
            boolean behind = token == null || token.isBefore(cursor.timestamp(), cursor.ordinal()) == forward;
            if (behind && !page.add(cursor)) {
                break;
            }
        }
        if (!forward) {
            Collections.reverse(page.events);
            Collections.reverse(page.ordinals);
        }
        return page;
    }

    /** Events on their way to the caller, in the end by timestamp. */
    private static final class Page {
        private final Masks masks;
        private final List<OutputLogEvent> events = new ArrayList<>();
        private final List<Long> ordinals = new ArrayList<>();
        private long bytes;

        Page(Masks masks) {
            this.masks = masks;
        }

        /** Takes the event unless it is one too many. A page has one event at least. */
        boolean add(EventCursor cursor) {
            bytes += cursor.length();
            if (bytes > LogsLimits.PAGE_BYTES && !events.isEmpty()) {
                return false;
            }
            ordinals.add(cursor.ordinal());
            events.add(OutputLogEvent.builder()
                    .timestamp(cursor.timestamp())
                    .message(masks.masked(cursor.stream().group(), cursor.ingestionTime(), cursor.message()))
                    .ingestionTime(cursor.ingestionTime())
                    .build());
            return true;
        }

        GetLogEventsResponse answer(
                LogStream stream, long now, @Nullable String text, @Nullable StreamToken token, TimeRange range) {
            GetLogEventsResponse.Builder answer = GetLogEventsResponse.builder().events(events);
            if (!events.isEmpty()) {
                int last = events.size() - 1;
                return answer.nextForwardToken(place(true, last, 1).text(stream, now))
                        .nextBackwardToken(place(false, 0, 0).text(stream, now))
                        .build();
            }
            StreamToken here = token == null ? new StreamToken(true, Math.max(0, range.startMillis()), 0) : token;
            String forward = new StreamToken(true, here.timestamp(), here.ordinal()).text(stream, now);
            String backward = new StreamToken(false, here.timestamp(), here.ordinal()).text(stream, now);
            return answer.nextForwardToken(text != null && here.forward() ? text : forward)
                    .nextBackwardToken(text != null && !here.forward() ? text : backward)
                    .build();
        }

        private StreamToken place(boolean forward, int index, int behind) {
            Long timestamp = events.get(index).timestamp();
            return new StreamToken(forward, timestamp == null ? 0 : timestamp, ordinals.get(index) + behind);
        }
    }
}
