package io.vaportrail.logs.insights;

import io.vaportrail.core.service.Call;
import io.vaportrail.core.state.Regional;
import io.vaportrail.logs.LogsErrors;
import io.vaportrail.logs.group.Paging;
import io.vaportrail.logs.insights.engine.Cell;
import io.vaportrail.model.logs.DescribeQueriesRequest;
import io.vaportrail.model.logs.DescribeQueriesResponse;
import io.vaportrail.model.logs.GetQueryResultsRequest;
import io.vaportrail.model.logs.GetQueryResultsResponse;
import io.vaportrail.model.logs.ListLogGroupsForQueryRequest;
import io.vaportrail.model.logs.ListLogGroupsForQueryResponse;
import io.vaportrail.model.logs.QueryInfo;
import io.vaportrail.model.logs.QueryLanguage;
import io.vaportrail.model.logs.ResultField;
import io.vaportrail.model.logs.StopQueryRequest;
import io.vaportrail.model.logs.StopQueryResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * StopQuery, GetQueryResults, DescribeQueries.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_GetQueryResults.html">GetQueryResults</a>
 */
final class QueryOperations {
    /** Rows of one answer. */
    private static final int PAGE_ROWS = 10_000;

    /** Queries of one answer, unless the caller asks for fewer. */
    private static final int PAGE_QUERIES = 1_000;

    /** Log groups of one answer, unless the caller asks for fewer. */
    private static final int PAGE_GROUPS = 500;

    private final Regional<QueryHistory> histories;

    QueryOperations(Regional<QueryHistory> histories) {
        this.histories = histories;
    }

    private RunningQuery query(String id, Call call) {
        RunningQuery query = histories.in(call.accountId(), call.region()).get(id);
        if (query == null) {
            throw InsightsErrors.noSuchQuery(id);
        }
        return query;
    }

    /** StopQuery; one that has ended cannot be stopped. */
    StopQueryResponse stopQuery(StopQueryRequest input, Call call) {
        if (!query(input.queryId(), call).stop()) {
            throw LogsErrors.invalid("The specified query is not running.");
        }
        return StopQueryResponse.builder().success(true).build();
    }

    /** GetQueryResults: no rows before the query is complete. */
    GetQueryResultsResponse getQueryResults(GetQueryResultsRequest input, Call call) {
        RunningQuery query = query(input.queryId(), call);
        String status = query.status();
        List<List<Cell>> rows = query.rows();
        int from = from(input.nextToken(), query, rows.size());
        int most = input.maxItems() == null || input.maxItems() == 0 ? PAGE_ROWS : input.maxItems();
        int to = Math.min(rows.size(), from + most);
        return GetQueryResultsResponse.builder()
                .queryLanguage(QueryLanguage.CWLI)
                .results(shown(rows.subList(from, to)))
                .statistics(query.statistics())
                .status(status)
                .nextToken(to < rows.size() ? query.started().id() + "/" + to : null)
                .build();
    }

    private static int from(@Nullable String token, RunningQuery query, int size) {
        if (token == null) {
            return 0;
        }
        String prefix = query.started().id() + "/";
        String number = token.startsWith(prefix) ? token.substring(prefix.length()) : "";
        if (!number.matches("\\d{1,6}") || Integer.parseInt(number) > size) {
            throw LogsErrors.invalidToken();
        }
        return Integer.parseInt(number);
    }

    private static List<List<ResultField>> shown(List<List<Cell>> rows) {
        List<List<ResultField>> shown = new ArrayList<>(rows.size());
        for (List<Cell> row : rows) {
            List<ResultField> fields = new ArrayList<>(row.size());
            for (Cell cell : row) {
                fields.add(ResultField.builder()
                        .field(cell.field())
                        .value(cell.value())
                        .build());
            }
            shown.add(fields);
        }
        return shown;
    }

    /** ListLogGroupsForQuery: the groups that a query read, by name. */
    ListLogGroupsForQueryResponse listLogGroupsForQuery(ListLogGroupsForQueryRequest input, Call call) {
        NavigableMap<String, String> names = new TreeMap<>();
        for (String name : query(input.queryId(), call).started().groupNames()) {
            names.put(name, name);
        }
        Paging<String> page = Paging.of(
                names,
                name -> true,
                "query-log-groups",
                input.nextToken(),
                input.maxResults() == null ? Integer.valueOf(PAGE_GROUPS) : input.maxResults());
        return ListLogGroupsForQueryResponse.builder()
                .logGroupIdentifiers(page.elements())
                .nextToken(page.nextToken())
                .build();
    }

    /** DescribeQueries, the newest first. */
    DescribeQueriesResponse describeQueries(DescribeQueriesRequest input, Call call) {
        NavigableMap<String, RunningQuery> sorted = new TreeMap<>();
        for (RunningQuery query : histories.in(call.accountId(), call.region()).all()) {
            sorted.put(String.format("%019d", Long.MAX_VALUE - query.started().number()), query);
        }
        Paging<RunningQuery> page = Paging.of(
                sorted,
                query -> isWanted(query, input),
                "queries",
                input.nextToken(),
                input.maxResults() == null ? Integer.valueOf(PAGE_QUERIES) : input.maxResults());
        List<QueryInfo> infos = new ArrayList<>();
        for (RunningQuery query : page.elements()) {
            infos.add(query.info());
        }
        return DescribeQueriesResponse.builder()
                .queries(infos)
                .nextToken(page.nextToken())
                .build();
    }

    private static boolean isWanted(RunningQuery query, DescribeQueriesRequest input) {
        String language = input.queryLanguage();
        return (input.logGroupName() == null || query.started().groupNames().contains(input.logGroupName()))
                && (input.status() == null || query.status().equals(input.status()))
                && (language == null || language.equals(QueryLanguage.CWLI));
    }
}
