package io.vaportrail.logs.index;

import io.vaportrail.core.service.Call;
import io.vaportrail.core.state.Regional;
import io.vaportrail.core.time.EmulatorClock;
import io.vaportrail.logs.LogsErrors;
import io.vaportrail.logs.group.GroupFinder;
import io.vaportrail.logs.store.LogGroup;
import io.vaportrail.model.logs.DeleteIndexPolicyRequest;
import io.vaportrail.model.logs.DeleteIndexPolicyResponse;
import io.vaportrail.model.logs.DescribeIndexPoliciesRequest;
import io.vaportrail.model.logs.DescribeIndexPoliciesResponse;
import io.vaportrail.model.logs.IndexSource;
import io.vaportrail.model.logs.PutIndexPolicyRequest;
import io.vaportrail.model.logs.PutIndexPolicyResponse;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * PutIndexPolicy, DeleteIndexPolicy, DescribeIndexPolicies, and which fields of a group are indexed. Nothing is indexed in fact:
 * indexes decide what {@code filterIndex} reads, not how fast. The policy of a log group stands in for the account's.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CloudWatchLogs-Field-Indexing.html">Field indexes</a>
 */
public final class IndexPolicies {
    /** Fields that are indexed in every group of class STANDARD. */
    private static final Set<String> ALWAYS = Set.of(
            "@logStream",
            "@aws.region",
            "@aws.account",
            "@source.log",
            "@data_source_name",
            "@data_source_type",
            "@data_format",
            "traceId",
            "severityText",
            "attributes.session.id");

    private final Map<LogGroup, IndexPolicy> byGroup = new ConcurrentHashMap<>();
    private final Regional<AtomicReference<@Nullable IndexPolicy>> ofAccounts =
            new Regional<>((account, region) -> new AtomicReference<>());
    private final GroupFinder finder;
    private final EmulatorClock clock;

    /** No policies. */
    public IndexPolicies(GroupFinder finder, EmulatorClock clock) {
        this.finder = finder;
        this.clock = clock;
    }

    /** From when on a field of a group's events is indexed, in milliseconds since 1970, or {@link Long#MAX_VALUE} when it is not. */
    private long sinceMillis(LogGroup group, String field) {
        if (ALWAYS.contains(field) && group.isStandard()) {
            return Long.MIN_VALUE;
        }
        IndexPolicy policy = of(group);
        return policy == null ? Long.MAX_VALUE : policy.sinceMillis().getOrDefault(field, Long.MAX_VALUE);
    }

    /**
     * From when on at least one of the fields is indexed.
     *
     * @return in milliseconds since 1970, {@link Long#MAX_VALUE} when none is
     */
    public long sinceMillis(LogGroup group, Collection<String> fields) {
        long earliest = Long.MAX_VALUE;
        for (String field : fields) {
            earliest = Math.min(earliest, sinceMillis(group, field));
        }
        return earliest;
    }

    /** Whether every one of the fields is indexed. */
    public boolean indexes(LogGroup group, Collection<String> fields) {
        return fields.stream().allMatch(field -> sinceMillis(group, field) < Long.MAX_VALUE);
    }

    @Nullable IndexPolicy of(LogGroup group) {
        IndexPolicy own = byGroup.get(group);
        AtomicReference<@Nullable IndexPolicy> ofAccount =
                own == null && group.isStandard() ? ofAccounts.peek(group.accountId(), group.region()) : null;
        return ofAccount == null ? own : ofAccount.get();
    }

    /**
     * Sets the policy of an account, or takes it away.
     *
     * @throws io.vaportrail.schema.ServiceException when it is no policy
     */
    public void ofAccount(Call call, String name, @Nullable String document) {
        ofAccounts
                .in(call.accountId(), call.region())
                .updateAndGet(
                        before -> document == null ? null : IndexPolicy.of(name, document, before, clock.millis()));
    }

    /** PutIndexPolicy. */
    public PutIndexPolicyResponse putIndexPolicy(PutIndexPolicyRequest input, Call call) {
        LogGroup group = finder.identified(input.logGroupIdentifier(), call);
        GroupFinder.requireStandard(group);
        IndexPolicy made = byGroup.compute(
                group, (key, before) -> IndexPolicy.of(null, input.policyDocument(), before, clock.millis()));
        return PutIndexPolicyResponse.builder().indexPolicy(shown(group, made)).build();
    }

    /** DeleteIndexPolicy. */
    public DeleteIndexPolicyResponse deleteIndexPolicy(DeleteIndexPolicyRequest input, Call call) {
        if (byGroup.remove(finder.identified(input.logGroupIdentifier(), call)) == null) {
            throw LogsErrors.notFound("The specified log group has no field index policy.");
        }
        return DeleteIndexPolicyResponse.builder().build();
    }

    /** DescribeIndexPolicies: the one that holds for each group. */
    public DescribeIndexPoliciesResponse describeIndexPolicies(DescribeIndexPoliciesRequest input, Call call) {
        if (input.nextToken() != null) {
            throw LogsErrors.invalidToken();
        }
        List<io.vaportrail.model.logs.IndexPolicy> shown = new ArrayList<>();
        for (String identifier : input.logGroupIdentifiers()) {
            LogGroup group = finder.identified(identifier, call);
            IndexPolicy policy = of(group);
            if (policy != null) {
                shown.add(shown(group, policy));
            }
        }
        return DescribeIndexPoliciesResponse.builder().indexPolicies(shown).build();
    }

    private static io.vaportrail.model.logs.IndexPolicy shown(LogGroup group, IndexPolicy policy) {
        return io.vaportrail.model.logs.IndexPolicy.builder()
                .logGroupIdentifier(group.arn())
                .lastUpdateTime(policy.updatedMillis())
                .policyDocument(policy.document())
                .policyName(policy.name())
                .source(policy.name() == null ? IndexSource.LOG_GROUP : IndexSource.ACCOUNT)
                .build();
    }

    /** Forgets the policy of a group that is deleted. */
    public void forget(LogGroup group) {
        byGroup.remove(group);
    }

    /** Forgets all, or all of one account. */
    public void reset(@Nullable String accountId) {
        byGroup.keySet()
                .removeIf(group -> accountId == null || group.accountId().equals(accountId));
        ofAccounts.remove(accountId);
    }
}
