package io.vaportrail.logs.insights;

import io.vaportrail.core.service.Call;
import io.vaportrail.core.service.EmulatorContext;
import io.vaportrail.core.service.Handler;
import io.vaportrail.core.state.Regional;
import io.vaportrail.logs.LogsErrors;
import io.vaportrail.logs.event.Unmasking;
import io.vaportrail.logs.group.GroupFinder;
import io.vaportrail.logs.index.IndexPolicies;
import io.vaportrail.logs.insights.engine.Masking;
import io.vaportrail.logs.insights.engine.QueryMemory;
import io.vaportrail.logs.insights.engine.QueryPlan;
import io.vaportrail.logs.insights.engine.QueryRun;
import io.vaportrail.logs.insights.language.Query;
import io.vaportrail.logs.insights.language.QuerySyntaxException;
import io.vaportrail.logs.lookup.LookupTables;
import io.vaportrail.logs.store.LogGroup;
import io.vaportrail.logs.store.LogStore;
import io.vaportrail.model.logs.QueryLanguage;
import io.vaportrail.model.logs.StartQueryRequest;
import io.vaportrail.model.logs.StartQueryResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;

/**
 * StartQuery: reads a query, and has a worker run it.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_StartQuery.html">StartQuery</a>
 */
final class StartQuery implements Handler<StartQueryRequest, StartQueryResponse> {
    private static final long SECOND = 1000;

    private final Regional<QueryHistory> histories;
    private final LogStore store;
    private final QueryGroups groups;
    private final Masking masking;
    private final LookupTables tables;
    private final IndexPolicies indexes;
    private final QueryMemory memory;
    private final EmulatorContext context;
    private final Duration patience;

    StartQuery(
            Regional<QueryHistory> histories,
            LogStore store,
            GroupFinder finder,
            Masking masking,
            LookupTables tables,
            IndexPolicies indexes,
            QueryMemory memory,
            EmulatorContext context,
            Duration patience) {
        this.histories = histories;
        this.store = store;
        this.groups = new QueryGroups(store, finder);
        this.masking = masking;
        this.tables = tables;
        this.indexes = indexes;
        this.memory = memory;
        this.context = context;
        this.patience = patience;
    }

    @Override
    public StartQueryResponse handle(StartQueryRequest input, Call call) {
        checkParameters(input);
        long now = context.clock().millis();
        Query query;
        QueryPlan plan;
        try {
            query = Query.parse(input.queryString());
            plan = QueryPlan.of(
                    query, now, input.limit() == null ? QueryPlan.ROWS : input.limit(), tables.source(call));
        } catch (QuerySyntaxException e) {
            throw InsightsErrors.malformed(e, call);
        }
        List<LogGroup> read = groups.of(input, query.source(), call);
        checkGroups(plan, read, call);
        Map<LogGroup, Long> readable = readable(plan, read);
        String text = described(input, query, read);
        String id = context.ids().uuid();
        RunningQuery running = histories
                .in(call.accountId(), call.region())
                .add(number -> new RunningQuery(
                        new RunningQuery.Started(
                                number,
                                id,
                                text,
                                read.stream().map(LogGroup::name).toList(),
                                now,
                                input.startTime() * SECOND,
                                (input.endTime() + 1) * SECOND),
                        self -> new QueryRun(plan, store, readable, masking, memory, self::isStopped)));
        running.limit(context.clock(), patience);
        context.workers().execute(running::run);
        return StartQueryResponse.builder().queryId(id).build();
    }

    /** All groups from the beginning of time, unless filterIndex asks for those that are indexed, from when they are. */
    private Map<LogGroup, Long> readable(QueryPlan plan, List<LogGroup> groups) {
        Map<LogGroup, Long> readable = new LinkedHashMap<>();
        for (LogGroup group : groups) {
            long since = Long.MIN_VALUE;
            for (Set<String> fields : plan.indexed()) {
                since = Math.max(since, indexes.sinceMillis(group, fields));
            }
            if (since < Long.MAX_VALUE) {
                readable.put(group, since);
            }
        }
        return readable;
    }

    private static void checkParameters(StartQueryRequest input) {
        String language = input.queryLanguage();
        if (language != null && !language.equals(QueryLanguage.CWLI)) {
            throw LogsErrors.invalid("The query language " + language + " is not supported. Use CWLI.");
        }
        if (input.startTime() > input.endTime()) {
            throw LogsErrors.invalid("End time should not be before start time.");
        }
        if (input.endTime() > Long.MAX_VALUE / SECOND - 1) {
            throw LogsErrors.constraint("endTime", input.endTime(), "Member must be a number of seconds");
        }
    }

    /** Who may not see what is hidden may not unmask; patterns are made of groups of class STANDARD alone. */
    private static void checkGroups(QueryPlan plan, List<LogGroup> read, Call call) {
        for (LogGroup group : read) {
            if (plan.needsStandard() && !group.isStandard()) {
                throw LogsErrors.invalid(
                        "The commands pattern, diff, filterIndex and unmask are not supported for log groups of class "
                                + group.groupClass() + ": " + group.name());
            }
            if (plan.unmasks()) {
                Unmasking.check(group, call);
            }
        }
    }

    /** As AWS describes a query: with what it reads in front. */
    private static String described(StartQueryRequest input, Query query, List<LogGroup> read) {
        if (query.source() != null) {
            return input.queryString();
        }
        StringJoiner names = new StringJoiner(",");
        for (LogGroup group : read) {
            names.add('"' + group.name() + '"');
        }
        return "SOURCE " + names + " START=" + input.startTime() + "000 END=" + input.endTime() + "999 | "
                + input.queryString();
    }
}
