package io.vaportrail.logs.group;

import io.vaportrail.core.service.Call;
import io.vaportrail.core.service.Handler;
import io.vaportrail.logs.LogsErrors;
import io.vaportrail.logs.LogsLimits;
import io.vaportrail.logs.store.LogArn;
import io.vaportrail.logs.store.LogGroup;
import io.vaportrail.logs.store.LogStore;
import io.vaportrail.logs.store.LogStream;
import io.vaportrail.model.logs.DescribeLogGroupsRequest;
import io.vaportrail.model.logs.DescribeLogGroupsResponse;
import io.vaportrail.model.logs.InheritedProperty;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * DescribeLogGroups: by name, with a prefix, or with a text anywhere in the name regardless of case.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_DescribeLogGroups.html">
 *     DescribeLogGroups</a>
 */
public final class DescribeLogGroups implements Handler<DescribeLogGroupsRequest, DescribeLogGroupsResponse> {
    private final LogStore store;
    private final Facts facts;

    /** What others know of a group. */
    public interface Facts {
        /** How many metric filters it has. */
        int metricFilters(LogGroup group);

        /** Whether its data is protected, or {@code null} when it never was. */
        @Nullable String dataProtectionStatus(LogGroup group);

        /** Whether a policy of the account protects its data. */
        boolean inheritsDataProtection(LogGroup group);
    }

    /** The operation. */
    public DescribeLogGroups(LogStore store, Facts facts) {
        this.store = store;
        this.facts = facts;
    }

    @Override
    public DescribeLogGroupsResponse handle(DescribeLogGroupsRequest input, Call call) {
        String prefix = input.logGroupNamePrefix();
        String pattern = input.logGroupNamePattern();
        if (prefix != null && pattern != null) {
            throw LogsErrors.invalid(
                    "LogGroup name prefix and LogGroup name pattern are mutually exclusive parameters.");
        }
        if (input.logGroupIdentifiers() != null
                && (prefix != null || pattern != null || input.logGroupClass() != null)) {
            throw LogsErrors.invalid("logGroupIdentifiers can be combined with includeLinkedAccounts alone.");
        }
        if (!Accounts.includes(input.accountIdentifiers(), call)) {
            return DescribeLogGroupsResponse.builder().logGroups(List.of()).build();
        }
        NavigableMap<String, LogGroup> all = store.in(call.accountId(), call.region());
        Paging<LogGroup> page = Paging.of(
                prefix == null ? all : Prefixes.of(all, prefix),
                wanted(pattern, input.logGroupClass(), identified(input.logGroupIdentifiers(), call)),
                "log-groups",
                input.nextToken(),
                input.limit());
        List<io.vaportrail.model.logs.LogGroup> shown = new ArrayList<>();
        for (LogGroup group : page.elements()) {
            shown.add(shown(group, pattern != null));
        }
        return DescribeLogGroupsResponse.builder()
                .logGroups(shown)
                .nextToken(page.nextToken())
                .build();
    }

    private static @Nullable Set<String> identified(@Nullable List<String> identifiers, Call call) {
        if (identifiers == null) {
            return null;
        }
        Set<String> names = new HashSet<>();
        for (String identifier : identifiers) {
            LogArn arn = LogArn.of(identifier);
            if (arn == null) {
                names.add(identifier);
            } else if (arn.accountId().equals(call.accountId())) {
                names.add(arn.groupName());
            }
        }
        return names;
    }

    private static Predicate<LogGroup> wanted(
            @Nullable String pattern, @Nullable String groupClass, @Nullable Set<String> names) {
        String part = pattern == null ? "" : pattern.toLowerCase(Locale.ROOT);
        return group -> (groupClass == null || groupClass.equals(group.groupClass()))
                && (names == null || names.contains(group.name()))
                && (part.isEmpty() || group.name().toLowerCase(Locale.ROOT).contains(part));
    }

    /** A search by pattern is answered from an index that knows less. */
    private io.vaportrail.model.logs.LogGroup shown(LogGroup group, boolean byPattern) {
        io.vaportrail.model.logs.LogGroup.Builder shown = io.vaportrail.model.logs.LogGroup.builder()
                .logGroupName(group.name())
                .creationTime(group.creationMillis())
                .metricFilterCount(facts.metricFilters(group))
                .arn(group.arn() + ":*")
                .kmsKeyId(group.settings().kmsKeyId())
                .logGroupClass(group.groupClass())
                .logGroupArn(group.arn());
        shown.dataProtectionStatus(facts.dataProtectionStatus(group));
        if (facts.inheritsDataProtection(group)) {
            shown.inheritedProperties(List.of(InheritedProperty.ACCOUNT_DATA_PROTECTION));
        }
        Integer days = group.retentionInDays();
        if (days != null) {
            shown.retentionInDays(days);
        }
        if (!byPattern) {
            shown.storedBytes(storedBytes(group))
                    .deletionProtectionEnabled(group.settings().deletionProtection());
        }
        return shown.build();
    }

    private long storedBytes(LogGroup group) {
        store.expire(group);
        long bytes = 0;
        for (LogStream stream : group.streams().values()) {
            bytes += stream.storedBytes(LogsLimits.BYTES_PER_EVENT);
        }
        return bytes;
    }
}
