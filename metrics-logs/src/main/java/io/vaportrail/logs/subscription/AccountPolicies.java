package io.vaportrail.logs.subscription;

import io.vaportrail.core.json.Json;
import io.vaportrail.core.service.Call;
import io.vaportrail.core.service.CommonError;
import io.vaportrail.core.state.Regional;
import io.vaportrail.core.time.EmulatorClock;
import io.vaportrail.logs.LogsErrors;
import io.vaportrail.logs.index.IndexPolicies;
import io.vaportrail.logs.pattern.FilterPattern;
import io.vaportrail.logs.protection.DataProtection;
import io.vaportrail.model.logs.AccountPolicy;
import io.vaportrail.model.logs.DeleteAccountPolicyRequest;
import io.vaportrail.model.logs.DescribeAccountPoliciesRequest;
import io.vaportrail.model.logs.DescribeAccountPoliciesResponse;
import io.vaportrail.model.logs.Distribution;
import io.vaportrail.model.logs.PolicyType;
import io.vaportrail.model.logs.PutAccountPolicyRequest;
import io.vaportrail.model.logs.PutAccountPolicyResponse;
import io.vaportrail.model.logs.Scope;
import io.vaportrail.schema.Unit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The policies of an account for all its log groups: one for data protection, one subscription filter, one for field indexes. Others are not implemented.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutAccountPolicy.html">PutAccountPolicy</a>
 */
public final class AccountPolicies {
    private static final Set<String> IMPLEMENTED = Set.of(
            PolicyType.DATA_PROTECTION_POLICY, PolicyType.SUBSCRIPTION_FILTER_POLICY, PolicyType.FIELD_INDEX_POLICY);
    private static final List<String> DISTRIBUTIONS = List.of(Distribution.RANDOM, Distribution.BY_LOG_STREAM);
    private static final Pattern CRITERIA =
            Pattern.compile("\\s*LogGroupName\\s+NOT\\s+IN\\s+\\[\\s*(\"[^\"]+\"(\\s*,\\s*\"[^\"]+\")*)?\\s*]\\s*");
    private static final Pattern QUOTED = Pattern.compile("\"([^\"]+)\"");

    private final Regional<Map<String, AccountPolicy>> regions =
            new Regional<>((account, region) -> new ConcurrentHashMap<>());
    private final DataProtection protection;
    private final IndexPolicies indexes;
    private final AccountSubscriptions accountSubscriptions;
    private final Subscriptions subscriptions;
    private final EmulatorClock clock;

    /** No policies. */
    public AccountPolicies(
            DataProtection protection,
            IndexPolicies indexes,
            AccountSubscriptions accountSubscriptions,
            Subscriptions subscriptions,
            EmulatorClock clock) {
        this.protection = protection;
        this.indexes = indexes;
        this.accountSubscriptions = accountSubscriptions;
        this.subscriptions = subscriptions;
        this.clock = clock;
    }

    /** PutAccountPolicy. */
    public PutAccountPolicyResponse putAccountPolicy(PutAccountPolicyRequest input, Call call) {
        String type = input.policyType();
        requireImplemented(type);
        Map<String, AccountPolicy> policies = regions.in(call.accountId(), call.region());
        AccountPolicy there = policies.get(type);
        if (there != null && !input.policyName().equals(there.policyName())) {
            throw LogsErrors.limitExceeded();
        }
        if (type.equals(PolicyType.DATA_PROTECTION_POLICY)) {
            if (input.selectionCriteria() != null) {
                throw LogsErrors.invalid("selectionCriteria cannot be used with DATA_PROTECTION_POLICY.");
            }
            protection.ofAccount(call, input.policyDocument());
        } else if (type.equals(PolicyType.FIELD_INDEX_POLICY)) {
            if (input.selectionCriteria() != null) {
                throw CommonError.receiver(
                        "NotImplemented", 501, "Vaportrail does not select log groups of FIELD_INDEX_POLICY.");
            }
            indexes.ofAccount(call, input.policyName(), input.policyDocument());
        } else {
            subscribe(input, call);
        }
        AccountPolicy policy = AccountPolicy.builder()
                .policyName(input.policyName())
                .policyDocument(input.policyDocument())
                .lastUpdatedTime(clock.millis())
                .policyType(type)
                .scope(Scope.ALL)
                .selectionCriteria(input.selectionCriteria())
                .accountId(call.accountId())
                .build();
        policies.put(type, policy);
        return PutAccountPolicyResponse.builder().accountPolicy(policy).build();
    }

    private static void requireImplemented(String type) {
        if (!IMPLEMENTED.contains(type)) {
            throw CommonError.receiver(
                    "NotImplemented", 501, "Vaportrail does not implement account policies of type " + type + ".");
        }
    }

    private void subscribe(PutAccountPolicyRequest input, Call call) {
        Map<String, ?> document = Json.readObject(input.policyDocument());
        if (document == null || !(document.get("DestinationArn") instanceof String destination)) {
            throw LogsErrors.invalid("The policy document must be a JSON object with a DestinationArn.");
        }
        String role = member(document, "RoleArn");
        String pattern = Objects.requireNonNullElse(member(document, "FilterPattern"), "");
        String distribution = Objects.requireNonNullElse(member(document, "Distribution"), Distribution.BY_LOG_STREAM);
        if (!DISTRIBUTIONS.contains(distribution)) {
            throw LogsErrors.constraint(
                    "policyDocument.Distribution",
                    distribution,
                    "Member must satisfy enum value set: " + DISTRIBUTIONS);
        }
        DestinationType.checked(destination, role);
        Subscription filter = new Subscription(
                input.policyName(),
                pattern,
                FilterPattern.of(pattern),
                destination,
                role,
                distribution,
                false,
                clock.millis());
        Set<String> except = except(input.selectionCriteria());
        accountSubscriptions.set(call.accountId(), call.region(), new AccountSubscriptions.Entry(filter, except));
        subscriptions.probe(call.accountId(), call.region(), filter);
    }

    private static @Nullable String member(Map<String, ?> document, String name) {
        Object value = document.get(name);
        if (value != null && !(value instanceof String)) {
            throw LogsErrors.invalid("The policy document's " + name + " must be a string.");
        }
        return (String) value;
    }

    private static Set<String> except(@Nullable String criteria) {
        if (criteria == null) {
            return Set.of();
        }
        if (!CRITERIA.matcher(criteria).matches()) {
            throw LogsErrors.invalid("Invalid selectionCriteria: only LogGroupName NOT IN [\"name\", …] is supported.");
        }
        Set<String> names = new HashSet<>();
        Matcher quoted = QUOTED.matcher(criteria);
        while (quoted.find()) {
            names.add(quoted.group(1));
        }
        return names;
    }

    /** DescribeAccountPolicies. */
    public DescribeAccountPoliciesResponse describeAccountPolicies(DescribeAccountPoliciesRequest input, Call call) {
        List<String> accounts = input.accountIdentifiers();
        AccountPolicy policy = regions.in(call.accountId(), call.region()).get(input.policyType());
        boolean wanted = policy != null
                && (input.policyName() == null || input.policyName().equals(policy.policyName()))
                && (accounts == null || accounts.isEmpty() || accounts.contains(call.accountId()));
        List<AccountPolicy> found = new ArrayList<>();
        if (wanted && policy != null) {
            found.add(policy);
        }
        return DescribeAccountPoliciesResponse.builder().accountPolicies(found).build();
    }

    /** DeleteAccountPolicy. */
    public Unit deleteAccountPolicy(DeleteAccountPolicyRequest input, Call call) {
        requireImplemented(input.policyType());
        Map<String, AccountPolicy> policies = regions.in(call.accountId(), call.region());
        AccountPolicy policy = policies.get(input.policyType());
        if (policy == null || !input.policyName().equals(policy.policyName())) {
            throw LogsErrors.notFound("Policy with name [" + input.policyName() + "] does not exist.");
        }
        policies.remove(input.policyType());
        if (input.policyType().equals(PolicyType.DATA_PROTECTION_POLICY)) {
            protection.ofAccount(call, null);
        } else if (input.policyType().equals(PolicyType.FIELD_INDEX_POLICY)) {
            indexes.ofAccount(call, input.policyName(), null);
        } else {
            accountSubscriptions.set(call.accountId(), call.region(), null);
        }
        return Unit.INSTANCE;
    }

    /** Forgets all, or all of one account. */
    public void reset(@Nullable String accountId) {
        regions.remove(accountId);
    }
}
