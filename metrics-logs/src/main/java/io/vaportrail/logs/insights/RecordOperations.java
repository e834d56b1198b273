package io.vaportrail.logs.insights;

import io.vaportrail.core.service.Call;
import io.vaportrail.core.time.EmulatorClock;
import io.vaportrail.logs.LogsErrors;
import io.vaportrail.logs.event.EventId;
import io.vaportrail.logs.event.Unmasking;
import io.vaportrail.logs.group.GroupFinder;
import io.vaportrail.logs.insights.engine.EventRecord;
import io.vaportrail.logs.insights.engine.Masking;
import io.vaportrail.logs.store.EventCursor;
import io.vaportrail.logs.store.EventOrder;
import io.vaportrail.logs.store.LogGroup;
import io.vaportrail.logs.store.LogStore;
import io.vaportrail.logs.store.LogStream;
import io.vaportrail.model.logs.GetLogGroupFieldsRequest;
import io.vaportrail.model.logs.GetLogGroupFieldsResponse;
import io.vaportrail.model.logs.GetLogRecordRequest;
import io.vaportrail.model.logs.GetLogRecordResponse;
import io.vaportrail.model.logs.LogGroupField;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * GetLogRecord, GetLogGroupFields.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_GetLogGroupFields.html">
 *     GetLogGroupFields</a>
 */
final class RecordOperations {
    /** Events that are looked at for fields. */
    private static final int SAMPLE = 10_000;

    private static final Duration LATEST = Duration.ofMinutes(15);
    private static final Duration AROUND = Duration.ofMinutes(8);
    private static final int PERCENT = 100;
    private static final long SECOND = 1000;

    private final GroupFinder finder;
    private final LogStore store;
    private final Masking masking;
    private final EmulatorClock clock;

    RecordOperations(GroupFinder finder, LogStore store, Masking masking, EmulatorClock clock) {
        this.finder = finder;
        this.store = store;
        this.masking = masking;
        this.clock = clock;
    }

    /** GetLogRecord: all fields of the event that an {@code @ptr} names. */
    GetLogRecordResponse getLogRecord(GetLogRecordRequest input, Call call) {
        EventId id = EventId.parse(input.logRecordPointer());
        if (id == null) {
            throw LogsErrors.invalid("The specified log record pointer is not valid.");
        }
        LogStream stream = stream(id.streamNumber(), call);
        EventCursor event = stream == null ? null : store.find(stream, id.ordinal());
        if (stream == null || event == null || event.timestamp() != id.timestamp()) {
            throw LogsErrors.notFound("The specified log record does not exist.");
        }
        String message = event.message();
        if (Boolean.TRUE.equals(input.unmask())) {
            Unmasking.check(stream.group(), call);
        } else {
            message = masking.masked(stream.group(), event.ingestionTime(), message);
        }
        return GetLogRecordResponse.builder()
                .logRecord(EventRecord.of(event, message))
                .build();
    }

    private @Nullable LogStream stream(long number, Call call) {
        for (LogGroup group : store.in(call.accountId(), call.region()).values()) {
            for (LogStream stream : group.streams().values()) {
                if (stream.number() == number) {
                    return stream;
                }
            }
        }
        return null;
    }

    /** GetLogGroupFields: of the last quarter of an hour, or of the eight minutes on either side of a time. */
    GetLogGroupFieldsResponse getLogGroupFields(GetLogGroupFieldsRequest input, Call call) {
        LogGroup group = finder.either(input.logGroupName(), input.logGroupIdentifier(), call);
        Long time = input.time();
        long now = clock.millis();
        long start = time == null ? now - LATEST.toMillis() : time * SECOND - AROUND.toMillis();
        long end = time == null ? Long.MAX_VALUE : time * SECOND + AROUND.toMillis();
        EventCursor cursor = store.ofGroups(List.of(group), start, end, EventOrder.NEWEST_FIRST);
        Map<String, Integer> counts = new LinkedHashMap<>();
        int events = 0;
        while (events < SAMPLE && cursor.next()) {
            events++;
            String message = masking.masked(group, cursor.ingestionTime(), cursor.message());
            for (String name : EventRecord.of(cursor, message).keySet()) {
                counts.merge(name, 1, Integer::sum);
            }
        }
        List<LogGroupField> fields = new ArrayList<>();
        for (Map.Entry<String, Integer> count : counts.entrySet()) {
            fields.add(LogGroupField.builder()
                    .name(count.getKey())
                    .percent((int) Math.max(1, Math.round((double) PERCENT * count.getValue() / events)))
                    .build());
        }
        fields.sort(Comparator.comparing(LogGroupField::percent, Comparator.reverseOrder()));
        return GetLogGroupFieldsResponse.builder().logGroupFields(fields).build();
    }
}
