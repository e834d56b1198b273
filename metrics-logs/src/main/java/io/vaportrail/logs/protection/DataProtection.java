package io.vaportrail.logs.protection;

import io.vaportrail.core.service.Call;
import io.vaportrail.core.state.Regional;
import io.vaportrail.core.time.EmulatorClock;
import io.vaportrail.logs.LogsErrors;
import io.vaportrail.logs.group.GroupFinder;
import io.vaportrail.logs.store.LogGroup;
import io.vaportrail.model.logs.DataProtectionStatus;
import io.vaportrail.model.logs.DeleteDataProtectionPolicyRequest;
import io.vaportrail.model.logs.GetDataProtectionPolicyRequest;
import io.vaportrail.model.logs.GetDataProtectionPolicyResponse;
import io.vaportrail.model.logs.PutDataProtectionPolicyRequest;
import io.vaportrail.model.logs.PutDataProtectionPolicyResponse;
import io.vaportrail.schema.Unit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The data protection policies of log groups and accounts. Events are stored as they are and masked when they are shown. */
public final class DataProtection {
    private final Map<LogGroup, ProtectionPolicy> byGroup = new ConcurrentHashMap<>();
    private final Map<LogGroup, Boolean> deleted = new ConcurrentHashMap<>();
    private final Regional<AtomicReference<@Nullable ProtectionPolicy>> ofAccounts =
            new Regional<>((account, region) -> new AtomicReference<>());
    private final GroupFinder finder;
    private final EmulatorClock clock;

    /** No policies. */
    public DataProtection(GroupFinder finder, EmulatorClock clock) {
        this.finder = finder;
        this.clock = clock;
    }

    /** The message as it may be shown to who may not see all. */
    public String masked(LogGroup group, long ingestionMillis, String message) {
        String text = message;
        ProtectionPolicy own = byGroup.get(group);
        if (own != null && ingestionMillis >= own.updatedMillis()) {
            text = own.masked(text);
        }
        ProtectionPolicy ofAccount = ofAccount(group);
        return ofAccount != null && ingestionMillis >= ofAccount.updatedMillis() ? ofAccount.masked(text) : text;
    }

    /** The policies that hold for a group: its own and its account's. */
    List<ProtectionPolicy> policies(LogGroup group) {
        ProtectionPolicy own = byGroup.get(group);
        ProtectionPolicy account = ofAccount(group);
        return own == null
                ? account == null ? List.of() : List.of(account)
                : account == null ? List.of(own) : List.of(own, account);
    }

    /** The group that findings of a policy about a group are reported to, or {@code null} when there is none any more. */
    @Nullable LogGroup findingsGroup(ProtectionPolicy policy, LogGroup about) {
        String name = policy.findingsGroup();
        return name == null ? null : finder.find(about.accountId(), about.region(), name);
    }

    private ProtectionPolicy checked(String document, Call call) {
        ProtectionPolicy policy = ProtectionPolicy.of(document, clock.millis());
        String findings = policy.findingsGroup();
        if (findings != null && finder.find(call.accountId(), call.region(), findings) == null) {
            throw LogsErrors.invalid("Invalid data protection policy: there is no log group " + findings + ".");
        }
        return policy;
    }

    private @Nullable ProtectionPolicy ofAccount(LogGroup group) {
        AtomicReference<@Nullable ProtectionPolicy> policy = ofAccounts.peek(group.accountId(), group.region());
        return policy == null ? null : policy.get();
    }

    /** What DescribeLogGroups says, or {@code null} when there has never been a policy. */
    public @Nullable String status(LogGroup group) {
        return byGroup.containsKey(group)
                ? DataProtectionStatus.ACTIVATED
                : deleted.containsKey(group) ? DataProtectionStatus.DELETED : null;
    }

    /** Whether the policy of the account holds for a group. */
    public boolean inherits(LogGroup group) {
        return ofAccount(group) != null;
    }

    /**
     * Sets the policy of an account, or takes it away.
     *
     * @throws io.vaportrail.schema.ServiceException when it is no policy
     */
    public void ofAccount(Call call, @Nullable String document) {
        ofAccounts.in(call.accountId(), call.region()).set(document == null ? null : checked(document, call));
    }

    /** PutDataProtectionPolicy. */
    public PutDataProtectionPolicyResponse putDataProtectionPolicy(PutDataProtectionPolicyRequest input, Call call) {
        LogGroup group = finder.identified(input.logGroupIdentifier(), call);
        ProtectionPolicy policy = checked(input.policyDocument(), call);
        byGroup.put(group, policy);
        return PutDataProtectionPolicyResponse.builder()
                .logGroupIdentifier(input.logGroupIdentifier())
                .policyDocument(policy.document())
                .lastUpdatedTime(policy.updatedMillis())
                .build();
    }

    /** GetDataProtectionPolicy. */
    public GetDataProtectionPolicyResponse getDataProtectionPolicy(GetDataProtectionPolicyRequest input, Call call) {
        ProtectionPolicy policy = byGroup.get(finder.identified(input.logGroupIdentifier(), call));
        if (policy == null) {
            return GetDataProtectionPolicyResponse.builder().build();
        }
        return GetDataProtectionPolicyResponse.builder()
                .logGroupIdentifier(input.logGroupIdentifier())
                .policyDocument(policy.document())
                .lastUpdatedTime(policy.updatedMillis())
                .build();
    }

    /** DeleteDataProtectionPolicy. What came in under it is shown whole again. */
    public Unit deleteDataProtectionPolicy(DeleteDataProtectionPolicyRequest input, Call call) {
        LogGroup group = finder.identified(input.logGroupIdentifier(), call);
        if (byGroup.remove(group) == null) {
            throw LogsErrors.notFound("The specified log group has no data protection policy.");
        }
        deleted.put(group, true);
        return Unit.INSTANCE;
    }

    /** Forgets the policy of a group that is deleted. */
    public void forget(LogGroup group) {
        byGroup.remove(group);
        deleted.remove(group);
    }

    /** Forgets all, or all of one account. */
    public void reset(@Nullable String accountId) {
        byGroup.keySet()
                .removeIf(group -> accountId == null || group.accountId().equals(accountId));
        deleted.keySet()
                .removeIf(group -> accountId == null || group.accountId().equals(accountId));
        ofAccounts.remove(accountId);
    }
}
