package io.vaportrail.logs.insights;

import io.vaportrail.core.service.EmulatorContext;
import io.vaportrail.core.service.OperationRegistry;
import io.vaportrail.core.state.Regional;
import io.vaportrail.logs.group.GroupFinder;
import io.vaportrail.logs.index.IndexPolicies;
import io.vaportrail.logs.insights.engine.Masking;
import io.vaportrail.logs.insights.engine.QueryMemory;
import io.vaportrail.logs.lookup.LookupTables;
import io.vaportrail.logs.protection.DataProtection;
import io.vaportrail.logs.store.LogStore;
import io.vaportrail.model.logs.LogsService;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The operations of Logs Insights. */
public final class LogsInsights {
    /** How long the clock waits at a query's hour for it to end, in the machine's time. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Regional<QueryHistory> histories;
    private final GroupFinder finder;
    private final LogStore store;
    private final Masking masking;
    private final LookupTables tables;
    private final IndexPolicies indexes;
    private final EmulatorContext context;
    private final Duration patience;
    private final QueryMemory memory = QueryMemory.ofHeap();

    /** No queries. */
    public LogsInsights(
            GroupFinder finder,
            LogStore store,
            DataProtection protection,
            LookupTables tables,
            IndexPolicies indexes,
            EmulatorContext context) {
        this(finder, store, protection, tables, indexes, context, PATIENCE);
    }

    LogsInsights(
            GroupFinder finder,
            LogStore store,
            DataProtection protection,
            LookupTables tables,
            IndexPolicies indexes,
            EmulatorContext context,
            Duration patience) {
        this.histories = new Regional<>((account, region) -> new QueryHistory(context.clock(), memory));
        this.patience = patience;
        this.finder = finder;
        this.store = store;
        this.masking = new ProtectedMessages(protection);
        this.tables = tables;
        this.indexes = indexes;
        this.context = context;
    }

    /** Registers StartQuery and all that belongs to it. */
    public void register(OperationRegistry operations) {
        QueryOperations queries = new QueryOperations(histories);
        RecordOperations records = new RecordOperations(finder, store, masking, context.clock());
        operations
                .onWorker(
                        LogsService.START_QUERY,
                        new StartQuery(histories, store, finder, masking, tables, indexes, memory, context, patience))
                .inline(LogsService.STOP_QUERY, queries::stopQuery)
                .onWorker(LogsService.GET_QUERY_RESULTS, queries::getQueryResults)
                .inline(LogsService.DESCRIBE_QUERIES, queries::describeQueries)
                .inline(LogsService.LIST_LOG_GROUPS_FOR_QUERY, queries::listLogGroupsForQuery)
                .onWorker(LogsService.GET_LOG_RECORD, records::getLogRecord)
                .onWorker(LogsService.GET_LOG_GROUP_FIELDS, records::getLogGroupFields);
    }

    /** Forgets all queries, or all of one account. */
    public void reset(@Nullable String accountId) {
        for (QueryHistory history : histories.remove(accountId)) {
            history.clear();
        }
    }
}
