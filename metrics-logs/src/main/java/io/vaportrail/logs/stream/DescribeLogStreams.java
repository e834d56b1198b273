package io.vaportrail.logs.stream;

import io.vaportrail.core.service.Call;
import io.vaportrail.core.service.Handler;
import io.vaportrail.logs.LogsErrors;
import io.vaportrail.logs.group.GroupFinder;
import io.vaportrail.logs.group.Paging;
import io.vaportrail.logs.group.Prefixes;
import io.vaportrail.logs.store.LogGroup;
import io.vaportrail.logs.store.LogStream;
import io.vaportrail.model.logs.DescribeLogStreamsRequest;
import io.vaportrail.model.logs.DescribeLogStreamsResponse;
import io.vaportrail.model.logs.OrderBy;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * DescribeLogStreams, by name or by the time of the last event.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_DescribeLogStreams.html">
 *     DescribeLogStreams</a>
 */
public final class DescribeLogStreams implements Handler<DescribeLogStreamsRequest, DescribeLogStreamsResponse> {
    private final GroupFinder finder;

    /** The operation. */
    public DescribeLogStreams(GroupFinder finder) {
        this.finder = finder;
    }

    @Override
    public DescribeLogStreamsResponse handle(DescribeLogStreamsRequest input, Call call) {
        LogGroup group = finder.either(input.logGroupName(), input.logGroupIdentifier(), call);
        String orderBy = input.orderBy();
        boolean byTime = OrderBy.LAST_EVENT_TIME.equals(orderBy);
        if (byTime && input.logStreamNamePrefix() != null) {
            throw LogsErrors.invalid("Cannot order by LastEventTime with a logStreamNamePrefix.");
        }
        boolean descending = Boolean.TRUE.equals(input.descending());
        NavigableMap<String, LogStream> all =
                byTime ? byLastEvent(group) : Prefixes.of(group.streams(), input.logStreamNamePrefix());
        String list = "log-streams " + group.name() + " " + (byTime ? "time" : "name") + (descending ? " down" : " up");
        Paging<LogStream> page = Paging.of(
                descending ? all.descendingMap() : all, stream -> true, list, input.nextToken(), input.limit());
        List<io.vaportrail.model.logs.LogStream> shown = new ArrayList<>();
        for (LogStream stream : page.elements()) {
            shown.add(shown(stream));
        }
        return DescribeLogStreamsResponse.builder()
                .logStreams(shown)
                .nextToken(page.nextToken())
                .build();
    }

    /** Streams without events count by when they were made. */
    private static NavigableMap<String, LogStream> byLastEvent(LogGroup group) {
        NavigableMap<String, LogStream> sorted = new TreeMap<>();
        for (LogStream stream : group.streams().values()) {
            LogStream.Times times = stream.times();
            long last = times == null ? stream.creationMillis() : times.lastEventMillis();
            sorted.put(String.format("%019d %s", last, stream.name()), stream);
        }
        return sorted;
    }

    /** The bytes of a stream have been reported as zero since 2019. */
    private static io.vaportrail.model.logs.LogStream shown(LogStream stream) {
        io.vaportrail.model.logs.LogStream.Builder shown = io.vaportrail.model.logs.LogStream.builder()
                .logStreamName(stream.name())
                .creationTime(stream.creationMillis())
                .arn(stream.arn())
                .storedBytes(0L);
        LogStream.Times times = stream.times();
        if (times != null) {
            shown.firstEventTimestamp(times.firstEventMillis())
                    .lastEventTimestamp(times.lastEventMillis())
                    .lastIngestionTime(times.lastIngestionMillis())
                    .uploadSequenceToken(stream.sequenceToken(times.lastIngestionMillis()));
        }
        return shown.build();
    }
}
