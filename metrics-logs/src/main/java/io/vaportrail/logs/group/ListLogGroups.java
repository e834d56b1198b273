package io.vaportrail.logs.group;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.vaportrail.core.service.Call;
import io.vaportrail.core.service.CommonError;
import io.vaportrail.core.service.Handler;
import io.vaportrail.logs.LogsErrors;
import io.vaportrail.logs.store.LogGroup;
import io.vaportrail.logs.store.LogStore;
import io.vaportrail.model.logs.ListLogGroupsRequest;
import io.vaportrail.model.logs.ListLogGroupsResponse;
import io.vaportrail.model.logs.LogGroupSummary;
import io.vaportrail.model.logs.TagFilter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * ListLogGroups: by a small regular expression, class and tags.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_ListLogGroups.html">ListLogGroups</a>
 */
public final class ListLogGroups implements Handler<ListLogGroupsRequest, ListLogGroupsResponse> {
    private final LogStore store;
    private final BiPredicate<LogGroup, List<String>> indexes;

    /**
     * The operation.
     *
     * @param indexes whether all of some fields are indexed in a group
     */
    public ListLogGroups(LogStore store, BiPredicate<LogGroup, List<String>> indexes) {
        this.store = store;
        this.indexes = indexes;
    }

    @Override
    public ListLogGroupsResponse handle(ListLogGroupsRequest input, Call call) {
        if (input.dataSources() != null) {
            throw CommonError.receiver("NotImplemented", 501, "Vaportrail does not list log groups by data source.");
        }
        if (!Accounts.includes(input.accountIdentifiers(), call)) {
            return ListLogGroupsResponse.builder().logGroups(List.of()).build();
        }
        Paging<LogGroup> page = Paging.of(
                store.in(call.accountId(), call.region()),
                wanted(input),
                "listed-log-groups",
                input.nextToken(),
                input.limit());
        List<LogGroupSummary> shown = new ArrayList<>();
        for (LogGroup group : page.elements()) {
            shown.add(LogGroupSummary.builder()
                    .logGroupName(group.name())
                    .logGroupArn(group.arn())
                    .logGroupClass(group.groupClass())
                    .build());
        }
        return ListLogGroupsResponse.builder()
                .logGroups(shown)
                .nextToken(page.nextToken())
                .build();
    }

    private Predicate<LogGroup> wanted(ListLogGroupsRequest input) {
        Pattern pattern = compiled(input.logGroupNamePattern());
        String groupClass = input.logGroupClass();
        List<TagFilter> tags = input.logGroupTags();
        List<String> fields = input.fieldIndexNames();
        return group -> (pattern == null || pattern.matcher(group.name()).find())
                && (fields == null || indexes.test(group, fields))
                && (groupClass == null || groupClass.equals(group.groupClass()))
                && (tags == null || tags.stream().allMatch(filter -> tagged(group, filter)));
    }

    private static @Nullable Pattern compiled(@Nullable String pattern) {
        try {
            return pattern == null ? null : Pattern.compile(pattern);
        } catch (PatternSyntaxException e) {
            throw LogsErrors.invalid("Invalid log group name pattern: " + pattern);
        }
    }

    private static boolean tagged(LogGroup group, TagFilter filter) {
        String value = group.settings().tags().get(filter.key());
        List<String> values = filter.values();
        return value != null && (values == null || values.isEmpty() || values.contains(value));
    }
}
