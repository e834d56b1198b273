package io.vaportrail.logs.query;

import io.vaportrail.core.random.Ids;
import io.vaportrail.core.service.Call;
import io.vaportrail.core.state.Regional;
import io.vaportrail.core.time.EmulatorClock;
import io.vaportrail.logs.LogsErrors;
import io.vaportrail.logs.LogsLimits;
import io.vaportrail.logs.group.Paging;
import io.vaportrail.model.logs.DeleteQueryDefinitionRequest;
import io.vaportrail.model.logs.DeleteQueryDefinitionResponse;
import io.vaportrail.model.logs.DescribeQueryDefinitionsRequest;
import io.vaportrail.model.logs.DescribeQueryDefinitionsResponse;
import io.vaportrail.model.logs.PutQueryDefinitionRequest;
import io.vaportrail.model.logs.PutQueryDefinitionResponse;
import io.vaportrail.model.logs.QueryDefinition;
import io.vaportrail.model.logs.QueryLanguage;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * PutQueryDefinition, DescribeQueryDefinitions, DeleteQueryDefinition.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutQueryDefinition.html">
 *     PutQueryDefinition</a>
 */
public final class QueryDefinitions {
    private static final int MOST = LogsLimits.QUERY_DEFINITIONS;

    private final Regional<ConcurrentHashMap<String, Saved>> regions =
            new Regional<>((account, region) -> new ConcurrentHashMap<>());
    private final EmulatorClock clock;
    private final Ids ids;

    /** A definition with the token that made it. */
    private record Saved(
            QueryDefinition definition, @Nullable String clientToken) {}

    /** No definitions. */
    public QueryDefinitions(EmulatorClock clock, Ids ids) {
        this.clock = clock;
        this.ids = ids;
    }

    /** PutQueryDefinition; the same token again makes nothing new. */
    public PutQueryDefinitionResponse putQueryDefinition(PutQueryDefinitionRequest input, Call call) {
        ConcurrentHashMap<String, Saved> all = regions.in(call.accountId(), call.region());
        String given = input.queryDefinitionId();
        if (given != null && !all.containsKey(given)) {
            throw LogsErrors.notFound("Unable to find query definition with ID " + given);
        }
        String token = input.clientToken();
        String id = given == null ? madeBy(all, token) : given;
        if (id == null) {
            if (all.size() >= MOST) {
                throw LogsErrors.limitExceeded();
            }
            id = ids.uuid();
        }
        String language = input.queryLanguage();
        QueryDefinition definition = QueryDefinition.builder()
                .queryLanguage(language == null ? QueryLanguage.CWLI : language)
                .queryDefinitionId(id)
                .name(input.name())
                .queryString(input.queryString())
                .lastModified(clock.millis())
                .logGroupNames(input.logGroupNames() == null ? List.of() : input.logGroupNames())
                .parameters(input.parameters())
                .build();
        all.put(id, new Saved(definition, token));
        return PutQueryDefinitionResponse.builder().queryDefinitionId(id).build();
    }

    private static @Nullable String madeBy(ConcurrentHashMap<String, Saved> all, @Nullable String token) {
        for (Saved saved : all.values()) {
            if (token != null && token.equals(saved.clientToken)) {
                return saved.definition.queryDefinitionId();
            }
        }
        return null;
    }

    /** DescribeQueryDefinitions, by name. */
    public DescribeQueryDefinitionsResponse describeQueryDefinitions(DescribeQueryDefinitionsRequest input, Call call) {
        String prefix = input.queryDefinitionNamePrefix();
        String language = input.queryLanguage();
        NavigableMap<String, QueryDefinition> sorted = new TreeMap<>();
        for (Saved saved : regions.in(call.accountId(), call.region()).values()) {
            QueryDefinition one = saved.definition;
            sorted.put(one.name() + "\n" + one.queryDefinitionId(), one);
        }
        Paging<QueryDefinition> page = Paging.of(
                sorted,
                one -> (prefix == null || String.valueOf(one.name()).startsWith(prefix))
                        && (language == null || language.equals(one.queryLanguage())),
                "query-definitions",
                input.nextToken(),
                input.maxResults() == null ? Integer.valueOf(MOST) : input.maxResults());
        return DescribeQueryDefinitionsResponse.builder()
                .queryDefinitions(page.elements())
                .nextToken(page.nextToken())
                .build();
    }

    /** DeleteQueryDefinition. */
    public DeleteQueryDefinitionResponse deleteQueryDefinition(DeleteQueryDefinitionRequest input, Call call) {
        String id = input.queryDefinitionId();
        if (regions.in(call.accountId(), call.region()).remove(id) == null) {
            throw LogsErrors.notFound("Unable to find query definition with ID " + id);
        }
        return DeleteQueryDefinitionResponse.builder().success(true).build();
    }

    /** Forgets all, or all of one account. */
    public void reset(@Nullable String accountId) {
        regions.remove(accountId);
    }
}
