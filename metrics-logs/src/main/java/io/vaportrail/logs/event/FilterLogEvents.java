package io.vaportrail.logs.event;

import io.vaportrail.core.service.Call;
import io.vaportrail.core.service.Handler;
import io.vaportrail.core.time.EmulatorClock;
import io.vaportrail.logs.LogsErrors;
import io.vaportrail.logs.LogsLimits;
import io.vaportrail.logs.group.GroupFinder;
import io.vaportrail.logs.group.Prefixes;
import io.vaportrail.logs.pattern.FilterPattern;
import io.vaportrail.logs.store.EventCursor;
import io.vaportrail.logs.store.EventOrder;
import io.vaportrail.logs.store.LogEvents;
import io.vaportrail.logs.store.LogGroup;
import io.vaportrail.logs.store.LogStream;
import io.vaportrail.model.logs.FilterLogEventsRequest;
import io.vaportrail.model.logs.FilterLogEventsResponse;
import io.vaportrail.model.logs.FilteredLogEvent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * FilterLogEvents: events of a group, or of some of its streams, that match a pattern, by timestamp.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_FilterLogEvents.html">FilterLogEvents</a>
 */
public final class FilterLogEvents implements Handler<FilterLogEventsRequest, FilterLogEventsResponse> {
    private final GroupFinder finder;
    private final LogEvents events;
    private final EmulatorClock clock;
    private final Masks masks;

    /** The operation. */
    public FilterLogEvents(GroupFinder finder, LogEvents events, EmulatorClock clock, Masks masks) {
        this.finder = finder;
        this.events = events;
        this.clock = clock;
        this.masks = masks;
    }

    @Override
    public FilterLogEventsResponse handle(FilterLogEventsRequest input, Call call) {
        LogGroup group = finder.either(input.logGroupName(), input.logGroupIdentifier(), call);
        GroupFinder.requireStandard(group);
        if (Boolean.TRUE.equals(input.unmask())) {
            Unmasking.check(group, call);
        }
        Collection<LogStream> streams = streams(group, input.logStreamNames(), input.logStreamNamePrefix());
        String pattern = input.filterPattern();
        FilterPattern filter = FilterPattern.of(pattern == null ? "" : pattern);
        TimeRange range = TimeRange.of(input.startTime(), input.endTime());
        long now = clock.millis();
        String text = input.nextToken();
        FilterToken token =
                text == null ? null : FilterToken.parse(text, group.arn().hashCode(), now);
        long start = token == null ? range.startMillis() : Math.max(range.startMillis(), token.timestamp());
        EventCursor cursor = events.ofStreams(streams, start, range.endMillis(), EventOrder.OLDEST_FIRST);
        return read(cursor, filter, token, input, now);
    }

    private FilterLogEventsResponse read(
            EventCursor cursor,
            FilterPattern filter,
            @Nullable FilterToken token,
            FilterLogEventsRequest input,
            long now) {
        Integer given = input.limit();
        int limit = given == null ? LogsLimits.PAGE_EVENTS : given;
        boolean whole = Boolean.TRUE.equals(input.unmask());
        List<FilteredLogEvent> found = new ArrayList<>();
        long bytes = 0;
        String next = null;
        while (next == null && cursor.next()) {
            if (token != null && token.isBehind(cursor)) {
                continue;
            }
            String message = cursor.message();
            message = whole ? message : masks.masked(cursor.stream().group(), cursor.ingestionTime(), message);
            if (!filter.matches(message)) {
                continue;
            }
            bytes += cursor.length();
            if (found.size() == limit || bytes > LogsLimits.PAGE_BYTES && !found.isEmpty()) {
                next = FilterToken.at(cursor, now).text();
            } else {
                found.add(shown(cursor, message));
            }
        }
        return FilterLogEventsResponse.builder()
                .events(found)
                .searchedLogStreams(List.of())
                .nextToken(next)
                .build();
    }

    private static FilteredLogEvent shown(EventCursor cursor, String message) {
        return FilteredLogEvent.builder()
                .logStreamName(cursor.stream().name())
                .timestamp(cursor.timestamp())
                .message(message)
                .ingestionTime(cursor.ingestionTime())
                .eventId(EventId.of(cursor).toString())
                .build();
    }

    private static Collection<LogStream> streams(
            LogGroup group, @Nullable List<String> names, @Nullable String prefix) {
        if (names == null) {
            return Prefixes.of(group.streams(), prefix).values();
        }
        if (prefix != null) {
            throw LogsErrors.invalid("logStreamNames and logStreamNamePrefix are mutually exclusive parameters.");
        }
        List<LogStream> streams = new ArrayList<>();
        for (String name : names) {
            streams.add(GroupFinder.stream(group, name));
        }
        return streams;
    }
}
