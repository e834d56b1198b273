package io.vaportrail.logs.policy;

import io.vaportrail.core.random.Ids;
import io.vaportrail.core.service.Call;
import io.vaportrail.core.state.Regional;
import io.vaportrail.core.time.EmulatorClock;
import io.vaportrail.logs.LogsErrors;
import io.vaportrail.logs.LogsLimits;
import io.vaportrail.logs.group.GroupFinder;
import io.vaportrail.logs.group.Paging;
import io.vaportrail.logs.store.LogArn;
import io.vaportrail.logs.store.LogGroup;
import io.vaportrail.model.logs.DeleteResourcePolicyRequest;
import io.vaportrail.model.logs.DescribeResourcePoliciesRequest;
import io.vaportrail.model.logs.DescribeResourcePoliciesResponse;
import io.vaportrail.model.logs.PolicyScope;
import io.vaportrail.model.logs.PutResourcePolicyRequest;
import io.vaportrail.model.logs.PutResourcePolicyResponse;
import io.vaportrail.schema.Unit;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/**
 * The resource policies of accounts and log groups, and the operations on them. They decide over services that write.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutResourcePolicy.html">
 *     PutResourcePolicy</a>
 */
public final class ResourcePolicies {
    private static final int REVISION = 32;

    private final Regional<ConcurrentSkipListMap<String, ResourcePolicy>> regions =
            new Regional<>((account, region) -> new ConcurrentSkipListMap<>());
    private final GroupFinder finder;
    private final EmulatorClock clock;
    private final Ids ids;

    /** No policies. */
    public ResourcePolicies(GroupFinder finder, EmulatorClock clock, Ids ids) {
        this.finder = finder;
        this.clock = clock;
        this.ids = ids;
    }

    /** All that decides over a resource, as one policy, or {@code null} when nothing does. */
    public @Nullable String textFor(LogArn arn) {
        ConcurrentSkipListMap<String, ResourcePolicy> policies = regions.peek(arn.accountId(), arn.region());
        if (policies == null || policies.isEmpty()) {
            return null;
        }
        List<ResourcePolicy> deciding = new ArrayList<>();
        String group =
                LogArn.group(arn.region(), arn.accountId(), arn.groupName()).toString();
        for (ResourcePolicy policy : policies.values()) {
            if (policy.resourceArn() == null || policy.resourceArn().equals(group)) {
                deciding.add(policy);
            }
        }
        return PolicyTexts.joined(deciding);
    }

    /** PutResourcePolicy. */
    public PutResourcePolicyResponse putResourcePolicy(PutResourcePolicyRequest input, Call call) {
        String document = input.policyDocument();
        String resource = resource(input.resourceArn(), call);
        if (document == null) {
            throw LogsErrors.missing("policyDocument");
        }
        if (resource == null && input.policyName() == null) {
            throw LogsErrors.missing("policyName");
        }
        int bytes = document.getBytes(StandardCharsets.UTF_8).length;
        if (resource == null && bytes > LogsLimits.RESOURCE_POLICY_BYTES) {
            throw LogsErrors.limitExceeded();
        }
        PolicyTexts.check(document);
        ResourcePolicy policy = new ResourcePolicy(
                resource == null ? input.policyName() : null, resource, document, clock.millis(), ids.hex(REVISION));
        put(policy, input.expectedRevisionId(), call);
        return PutResourcePolicyResponse.builder()
                .resourcePolicy(shown(policy, document))
                .revisionId(resource == null ? null : policy.revisionId())
                .build();
    }

    private void put(ResourcePolicy policy, @Nullable String expected, Call call) {
        ConcurrentSkipListMap<String, ResourcePolicy> policies = regions.in(call.accountId(), call.region());
        String key = ResourcePolicy.key(policy.name(), policy.resourceArn());
        synchronized (policies) {
            checkRevision(policies.get(key), expected);
            long ofAccount = policies.values().stream()
                    .filter(p -> p.resourceArn() == null)
                    .count();
            if (policy.resourceArn() == null
                    && !policies.containsKey(key)
                    && ofAccount >= LogsLimits.RESOURCE_POLICIES) {
                throw LogsErrors.limitExceeded();
            }
            policies.put(key, policy);
        }
    }

    private static void checkRevision(@Nullable ResourcePolicy there, @Nullable String expected) {
        if (expected != null && (there == null || !there.revisionId().equals(expected))) {
            throw LogsErrors.invalid("The expected revision id does not match the policy's current one.");
        }
    }

    private @Nullable String resource(@Nullable String arn, Call call) {
        if (arn == null) {
            return null;
        }
        return finder.identified(arn, call).arn();
    }

    /** DeleteResourcePolicy. */
    public Unit deleteResourcePolicy(DeleteResourcePolicyRequest input, Call call) {
        ConcurrentSkipListMap<String, ResourcePolicy> policies = regions.in(call.accountId(), call.region());
        String resource = resource(input.resourceArn(), call);
        if (resource == null && input.policyName() == null) {
            throw LogsErrors.missing("policyName");
        }
        String key = ResourcePolicy.key(input.policyName(), resource);
        synchronized (policies) {
            checkRevision(policies.get(key), input.expectedRevisionId());
            if (policies.remove(key) == null) {
                throw LogsErrors.notFound("Policy with name [" + input.policyName() + "] does not exist.");
            }
        }
        return Unit.INSTANCE;
    }

    /** DescribeResourcePolicies. */
    public DescribeResourcePoliciesResponse describeResourcePolicies(DescribeResourcePoliciesRequest input, Call call) {
        String resource = resource(input.resourceArn(), call);
        boolean ofResources = resource != null || PolicyScope.RESOURCE.equals(input.policyScope());
        Paging<ResourcePolicy> page = Paging.of(
                regions.in(call.accountId(), call.region()),
                policy -> (policy.resourceArn() != null) == ofResources
                        && (resource == null || resource.equals(policy.resourceArn())),
                "resource-policies",
                input.nextToken(),
                input.limit());
        List<io.vaportrail.model.logs.ResourcePolicy> shown = new ArrayList<>();
        for (ResourcePolicy policy : page.elements()) {
            shown.add(shown(policy, PolicyTexts.described(policy.document())));
        }
        return DescribeResourcePoliciesResponse.builder()
                .resourcePolicies(shown)
                .nextToken(page.nextToken())
                .build();
    }

    private static io.vaportrail.model.logs.ResourcePolicy shown(ResourcePolicy policy, String document) {
        boolean ofAccount = policy.resourceArn() == null;
        return io.vaportrail.model.logs.ResourcePolicy.builder()
                .policyName(policy.name())
                .policyDocument(document)
                .lastUpdatedTime(policy.updatedMillis())
                .policyScope(ofAccount ? PolicyScope.ACCOUNT : PolicyScope.RESOURCE)
                .resourceArn(policy.resourceArn())
                .revisionId(ofAccount ? null : policy.revisionId())
                .build();
    }

    /** Forgets the policy of a log group that is deleted. */
    public void forget(LogGroup group) {
        ConcurrentSkipListMap<String, ResourcePolicy> policies = regions.peek(group.accountId(), group.region());
        if (policies != null) {
            policies.remove(ResourcePolicy.key(null, group.arn()));
        }
    }

    /** Forgets all, or all of one account. */
    public void reset(@Nullable String accountId) {
        regions.remove(accountId);
    }
}
