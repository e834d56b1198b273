package io.vaportrail.logs.index;

import io.vaportrail.core.service.Call;
import io.vaportrail.core.service.Handler;
import io.vaportrail.core.time.EmulatorClock;
import io.vaportrail.logs.group.GroupFinder;
import io.vaportrail.logs.group.Paging;
import io.vaportrail.logs.insights.engine.FieldTimes;
import io.vaportrail.logs.store.LogEvents;
import io.vaportrail.logs.store.LogGroup;
import io.vaportrail.model.logs.DescribeFieldIndexesRequest;
import io.vaportrail.model.logs.DescribeFieldIndexesResponse;
import io.vaportrail.model.logs.FieldIndex;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * DescribeFieldIndexes: the fields that policies name, with the time of the events that have them.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_DescribeFieldIndexes.html">
 *     DescribeFieldIndexes</a>
 */
public final class DescribeFieldIndexes implements Handler<DescribeFieldIndexesRequest, DescribeFieldIndexesResponse> {
    private final GroupFinder finder;
    private final IndexPolicies policies;
    private final LogEvents events;
    private final EmulatorClock clock;

    /** The operation. */
    public DescribeFieldIndexes(GroupFinder finder, IndexPolicies policies, LogEvents events, EmulatorClock clock) {
        this.finder = finder;
        this.policies = policies;
        this.events = events;
        this.clock = clock;
    }

    /** A field that is indexed in a group. */
    private record Indexed(LogGroup group, String field, String type, long sinceMillis) {}

    @Override
    public DescribeFieldIndexesResponse handle(DescribeFieldIndexesRequest input, Call call) {
        TreeMap<String, Indexed> all = new TreeMap<>();
        for (String identifier : input.logGroupIdentifiers()) {
            LogGroup group = finder.identified(identifier, call);
            IndexPolicy policy = policies.of(group);
            if (policy != null) {
                policy.types()
                        .forEach((field, type) -> all.put(
                                group.name() + "\n" + field,
                                new Indexed(
                                        group, field, type, policy.sinceMillis().getOrDefault(field, Long.MAX_VALUE))));
            }
        }
        Paging<Indexed> page = Paging.of(all, one -> true, "field-indexes", input.nextToken(), null);
        List<FieldIndex> shown = new ArrayList<>();
        for (Indexed one : page.elements()) {
            shown.add(shown(one));
        }
        return DescribeFieldIndexesResponse.builder()
                .fieldIndexes(shown)
                .nextToken(page.nextToken())
                .build();
    }

    private FieldIndex shown(Indexed indexed) {
        FieldIndex.Builder shown = FieldIndex.builder()
                .logGroupIdentifier(indexed.group.arn())
                .fieldIndexName(indexed.field)
                .type(indexed.type)
                .lastScanTime(clock.millis());
        FieldTimes times = FieldTimes.of(events, indexed.group, indexed.field, indexed.sinceMillis);
        if (times != null) {
            shown.firstEventTime(times.firstMillis()).lastEventTime(times.lastMillis());
        }
        return shown.build();
    }
}
