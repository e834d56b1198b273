package io.vaportrail.sns.protection;

import io.vaportrail.core.identity.Caller;
import io.vaportrail.core.json.Json;
import io.vaportrail.core.service.Call;
import io.vaportrail.core.service.InternalCalls;
import io.vaportrail.model.logs.DescribeLogGroupsRequest;
import io.vaportrail.model.logs.DescribeResourcePoliciesRequest;
import io.vaportrail.model.logs.LogGroup;
import io.vaportrail.model.logs.LogsService;
import io.vaportrail.model.logs.PutResourcePolicyRequest;
import io.vaportrail.model.logs.ResourcePolicy;
import io.vaportrail.model.s3.GetBucketPolicyRequest;
import io.vaportrail.model.s3.PutBucketPolicyRequest;
import io.vaportrail.model.s3.S3Service;
import io.vaportrail.schema.ServiceException;
import io.vaportrail.sns.SnsErrors;
import io.vaportrail.sns.protection.ProtectionOperation.Destination;
import io.vaportrail.sns.store.SnsArn;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Lets reports of audits into the log groups and buckets that a policy names, on behalf of who sets the policy and with that
 * identity's permissions.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/AWS-logs-and-resource-policy.html">Enable logging from AWS
 *     services</a>
 */
public final class DestinationGrants {
    private static final String GROUP_POLICY = "AWSLogDeliveryWrite20150319";
    private static final String STATEMENT = "Statement";
    private static final String SERVICE = "sns.amazonaws.com";

    private final InternalCalls calls;

    /** Grants by these calls. */
    public DestinationGrants(InternalCalls calls) {
        this.calls = calls;
    }

    /**
     * Grants what a policy needs.
     *
     * @return what fails, with an answer for the caller, when there is no such destination or the caller may not grant it
     */
    public CompletionStage<Void> grant(ProtectionPolicy policy, SnsArn topic, Call call) {
        CompletionStage<Void> granted = CompletableFuture.completedStage(null);
        for (Destination destination : policy.destinations()) {
            String group = destination.logGroup();
            if (group != null) {
                granted = granted.thenCompose(before -> told("CloudWatchLogs", toGroup(group, topic, call)));
            }
            String bucket = destination.bucket();
            if (bucket != null) {
                granted = granted.thenCompose(before -> told("S3", toBucket(bucket, topic, call)));
            }
        }
        return granted;
    }

    private static CompletionStage<Void> told(String service, CompletionStage<?> granting) {
        return granting.handle((granted, error) -> {
            if (error == null) {
                return null;
            }
            Throwable cause = cause(error);
            if (cause instanceof ServiceException answer && answer.error().httpStatus() < 500) {
                throw SnsErrors.invalid(
                        "DataProtectionPolicy",
                        "The destination in " + service + " cannot be used: " + answer.getMessage());
            }
            throw cause instanceof RuntimeException unchecked ? unchecked : new CompletionException(cause);
        });
    }

    private static Throwable cause(Throwable error) {
        return error instanceof CompletionException && error.getCause() != null ? error.getCause() : error;
    }

    private static Caller onBehalfOf(Call call) {
        return call.caller().through(SERVICE);
    }

    private CompletionStage<?> toGroup(String group, SnsArn topic, Call call) {
        DescribeLogGroupsRequest groups =
                DescribeLogGroupsRequest.builder().logGroupNamePrefix(group).build();
        return calls.call(LogsService.DESCRIBE_LOG_GROUPS, groups, onBehalfOf(call), topic.region(), call)
                .thenCompose(answer -> {
                    if (!hasGroup(answer.logGroups(), group)) {
                        throw SnsErrors.refused("there is no log group " + group);
                    }
                    return calls.call(
                            LogsService.DESCRIBE_RESOURCE_POLICIES,
                            DescribeResourcePoliciesRequest.builder().build(),
                            onBehalfOf(call),
                            topic.region(),
                            call);
                })
                .thenCompose(answer -> putGroupPolicy(groupPolicy(answer.resourcePolicies()), group, topic, call));
    }

    private static boolean hasGroup(@Nullable List<LogGroup> groups, String name) {
        for (LogGroup group : Objects.requireNonNullElse(groups, List.<LogGroup>of())) {
            if (name.equals(group.logGroupName())) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable String groupPolicy(@Nullable List<ResourcePolicy> policies) {
        for (ResourcePolicy policy : Objects.requireNonNullElse(policies, List.<ResourcePolicy>of())) {
            if (GROUP_POLICY.equals(policy.policyName())) {
                return policy.policyDocument();
            }
        }
        return null;
    }

    private CompletionStage<?> putGroupPolicy(@Nullable String there, String group, SnsArn topic, Call call) {
        String arn =
                "arn:aws:logs:" + topic.region() + ":" + topic.accountId() + ":log-group:" + group + ":log-stream:*";
        String changed = with(
                there,
                statement("AWSLogDeliveryWrite", List.of("logs:CreateLogStream", "logs:PutLogEvents"), arn, topic));
        if (changed == null) {
            return CompletableFuture.completedStage(true);
        }
        PutResourcePolicyRequest put = PutResourcePolicyRequest.builder()
                .policyName(GROUP_POLICY)
                .policyDocument(changed)
                .build();
        return calls.call(LogsService.PUT_RESOURCE_POLICY, put, onBehalfOf(call), topic.region(), call);
    }

    private CompletionStage<?> toBucket(String bucket, SnsArn topic, Call call) {
        GetBucketPolicyRequest get =
                GetBucketPolicyRequest.builder().bucket(bucket).build();
        CompletionStage<@Nullable String> there = calls.call(
                        S3Service.GET_BUCKET_POLICY, get, onBehalfOf(call), topic.region(), call)
                .handle((answer, error) -> {
                    if (error == null) {
                        return answer.policy();
                    }
                    Throwable cause = cause(error);
                    if (cause instanceof ServiceException none
                            && none.error().code().equals("NoSuchBucketPolicy")) {
                        return null;
                    }
                    throw cause instanceof RuntimeException unchecked ? unchecked : new CompletionException(cause);
                });
        String arn = "arn:aws:s3:::" + bucket + "/" + BucketSink.folder(topic.accountId()) + "*";
        return there.thenCompose(policy -> {
            String changed = with(policy, statement("AWSLogDeliveryWrite", List.of("s3:PutObject"), arn, topic));
            if (changed == null) {
                return CompletableFuture.completedStage(null);
            }
            PutBucketPolicyRequest put = PutBucketPolicyRequest.builder()
                    .bucket(bucket)
                    .policy(changed)
                    .build();
            return calls.call(S3Service.PUT_BUCKET_POLICY, put, onBehalfOf(call), topic.region(), call);
        });
    }

    private static Map<String, Object> statement(String sid, List<String> actions, String resource, SnsArn topic) {
        Map<String, Object> statement = new LinkedHashMap<>();
        statement.put("Sid", sid);
        statement.put("Effect", "Allow");
        statement.put("Principal", Map.of("Service", VendedLogWriter.PRINCIPAL));
        statement.put("Action", actions.size() == 1 ? actions.get(0) : actions);
        statement.put("Resource", resource);
        Map<String, Object> condition = new LinkedHashMap<>();
        condition.put("StringEquals", Map.of("aws:SourceAccount", topic.accountId()));
        condition.put("ArnLike", Map.of("aws:SourceArn", VendedLogWriter.sourceArn(topic.accountId(), topic.region())));
        statement.put("Condition", condition);
        return statement;
    }

    /** The policy with the statement, or {@code null} when it has one for that resource already. */
    private static @Nullable String with(@Nullable String policy, Map<String, Object> statement) {
        Map<String, @Nullable Object> members = policy == null ? null : Json.readObject(policy);
        Map<String, @Nullable Object> changed = new LinkedHashMap<>();
        changed.put("Version", "2012-10-17");
        if (members != null) {
            changed.putAll(members);
        }
        List<@Nullable Object> statements = new ArrayList<>();
        if (changed.get(STATEMENT) instanceof List<?> list) {
            statements.addAll(list);
        } else if (changed.get(STATEMENT) != null) {
            statements.add(changed.get(STATEMENT));
        }
        int own = 1;
        for (Object one : statements) {
            if (one instanceof Map<?, ?> other
                    && String.valueOf(other.get("Sid")).startsWith("AWSLogDeliveryWrite")) {
                if (Objects.equals(other.get("Resource"), statement.get("Resource"))) {
                    return null;
                }
                own++;
            }
        }
        Map<String, Object> added = new LinkedHashMap<>(statement);
        added.put("Sid", statement.get("Sid") + (own == 1 ? "" : String.valueOf(own)));
        statements.add(added);
        changed.put(STATEMENT, statements);
        return Json.write(changed);
    }
}
