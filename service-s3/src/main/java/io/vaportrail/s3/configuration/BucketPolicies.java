package io.vaportrail.s3.configuration;

import io.vaportrail.core.identity.Caller;
import io.vaportrail.core.json.Json;
import io.vaportrail.core.policy.AccessRequest;
import io.vaportrail.core.policy.PolicyDocument;
import io.vaportrail.core.policy.PolicyEvaluator;
import io.vaportrail.core.policy.PolicyKind;
import io.vaportrail.core.policy.PolicySyntaxException;
import io.vaportrail.core.policy.Principal;
import io.vaportrail.core.policy.RequestContext;
import io.vaportrail.core.policy.Statement;
import io.vaportrail.core.service.Call;
import io.vaportrail.model.s3.DeleteBucketPolicyRequest;
import io.vaportrail.model.s3.GetBucketPolicyOutput;
import io.vaportrail.model.s3.GetBucketPolicyRequest;
import io.vaportrail.model.s3.GetBucketPolicyStatusOutput;
import io.vaportrail.model.s3.GetBucketPolicyStatusRequest;
import io.vaportrail.model.s3.PolicyStatus;
import io.vaportrail.model.s3.PutBucketPolicyRequest;
import io.vaportrail.s3.S3Errors;
import io.vaportrail.s3.S3Limits;
import io.vaportrail.s3.bucket.BucketFinder;
import io.vaportrail.s3.store.Bucket;
import io.vaportrail.s3.store.BucketSettings.Policy;
import io.vaportrail.s3.store.Buckets;
import io.vaportrail.schema.Unit;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * PutBucketPolicy, GetBucketPolicy, DeleteBucketPolicy, GetBucketPolicyStatus.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucket-policies.html">Bucket policies</a>
 */
public final class BucketPolicies {
    private static final Set<Object> VERSIONS = Set.of("2012-10-17", "2008-10-17");
    private static final Set<String> EFFECTS = Set.of("Allow", "Deny");
    private static final List<String> COMMON_ACTIONS =
            List.of("s3:GetObject", "s3:PutObject", "s3:DeleteObject", "s3:ListBucket", "s3:GetBucketAcl");

    private final BucketFinder finder;
    private final Buckets buckets;

    /** The operations. */
    public BucketPolicies(BucketFinder finder, Buckets buckets) {
        this.finder = finder;
        this.buckets = buckets;
    }

    /** PutBucketPolicy. */
    public Unit put(PutBucketPolicyRequest input, Call call) {
        Bucket bucket = finder.find(input.bucket(), input.expectedBucketOwner(), call);
        String text = input.policy();
        PolicyDocument document = parse(text);
        if (document.statements().isEmpty()) {
            throw S3Errors.malformedPolicy("Could not parse the policy: Statement is empty!");
        }
        checkResources(document, bucket);
        document.statements().forEach(StatementReach::check);
        boolean isPublic = isPublic(document, bucket);
        if (isPublic && PublicAccess.blocksPublicPolicy(bucket)) {
            throw S3Errors.accessDenied(
                    "User: " + call.caller().arn()
                            + " is not authorized to perform: s3:PutBucketPolicy on resource: \"" + bucket.arn()
                            + "\" because public policies are prevented by the BlockPublicPolicy setting in S3 Block Public Access.");
        }
        bucket.settings().setPolicy(new Policy(text, isPublic));
        buckets.report(bucket);
        return Unit.INSTANCE;
    }

    private static PolicyDocument parse(String text) {
        if (text.getBytes(StandardCharsets.UTF_8).length > S3Limits.POLICY_BYTES) {
            throw S3Errors.policyTooLarge();
        }
        if (!text.stripLeading().startsWith("{")) {
            throw S3Errors.malformedPolicy("Policies must be valid JSON and the first byte must be '{'");
        }
        checkForm(Json.readObject(text));
        try {
            return PolicyDocument.parse(text, PolicyKind.RESOURCE);
        } catch (PolicySyntaxException e) {
            throw S3Errors.malformedPolicy(String.valueOf(e.getMessage()));
        }
    }

    /** What S3 words in its own way, unlike IAM. */
    private static void checkForm(@Nullable Map<String, @Nullable Object> members) {
        if (members == null) {
            throw S3Errors.malformedPolicy("This policy contains invalid Json");
        }
        Object version = members.get("Version");
        if (version != null && !VERSIONS.contains(version)) {
            throw S3Errors.malformedPolicy("The policy must contain a valid version string");
        }
        Object statement = members.get("Statement");
        if (statement == null) {
            throw S3Errors.malformedPolicy("Missing required field Statement");
        }
        for (Object one : statement instanceof List<?> list ? list : List.of(statement)) {
            Object effect = one instanceof Map<?, ?> elements ? elements.get("Effect") : null;
            if (effect instanceof String text && !EFFECTS.contains(text)) {
                throw S3Errors.malformedPolicy("Invalid effect: " + text);
            }
        }
    }

    /** Every statement must speak of this bucket, and of S3. */
    private static void checkResources(PolicyDocument document, Bucket bucket) {
        for (Statement statement : document.statements()) {
            for (String resource : statement.resources()) {
                if (!resource.equals(bucket.arn())
                        && !resource.startsWith(bucket.arn() + "/")
                        && !mayMean(resource, bucket)) {
                    throw S3Errors.malformedPolicy("Policy has invalid resource");
                }
            }
            for (String action : statement.actions()) {
                if (!action.equals("*") && !action.regionMatches(true, 0, "s3:", 0, "s3:".length())) {
                    throw S3Errors.malformedPolicy("Policy has invalid action");
                }
            }
        }
    }

    /** Whether a resource with wildcards or variables in the bucket's place can be this bucket. */
    private static boolean mayMean(String resource, Bucket bucket) {
        String prefix = "arn:aws:s3:::";
        int wild = resource.indexOf('*');
        int end = wild < 0 ? resource.indexOf('?') : wild;
        return end >= prefix.length() && bucket.arn().startsWith(resource.substring(0, end));
    }

    /** GetBucketPolicy. */
    public GetBucketPolicyOutput get(GetBucketPolicyRequest input, Call call) {
        Bucket bucket = finder.find(input.bucket(), input.expectedBucketOwner(), call);
        return GetBucketPolicyOutput.builder().policy(policyOf(bucket).text()).build();
    }

    /** DeleteBucketPolicy. */
    public Unit delete(DeleteBucketPolicyRequest input, Call call) {
        Bucket bucket = finder.find(input.bucket(), input.expectedBucketOwner(), call);
        bucket.settings().setPolicy(null);
        buckets.report(bucket);
        return Unit.INSTANCE;
    }

    /** GetBucketPolicyStatus. */
    public GetBucketPolicyStatusOutput status(GetBucketPolicyStatusRequest input, Call call) {
        Bucket bucket = finder.find(input.bucket(), input.expectedBucketOwner(), call);
        boolean isPublic = policyOf(bucket).isPublic();
        return GetBucketPolicyStatusOutput.builder()
                .policyStatus(PolicyStatus.builder().isPublic(isPublic).build())
                .build();
    }

    private static Policy policyOf(Bucket bucket) {
        Policy policy = bucket.settings().policy();
        if (policy == null) {
            throw S3Errors.notConfigured("NoSuchBucketPolicy", "The bucket policy does not exist", bucket.name());
        }
        return policy;
    }

    /**
     * Whether the policy lets somebody in of whom nothing is known: what conditions demand is not met then, so that a statement that
     * they narrow does not make the bucket public.
     *
     * @see <a
     *     href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html#access-control-block-public-access-policy-status">The
     *     meaning of "public"</a>
     */
    private static boolean isPublic(PolicyDocument document, Bucket bucket) {
        Principal nobody = Principal.of(Caller.anonymous(bucket.owner()));
        for (Statement statement : document.statements()) {
            List<String> actions = new ArrayList<>(COMMON_ACTIONS);
            actions.addAll(statement.actions());
            for (String action : actions) {
                for (String resource : List.of(bucket.arn(), bucket.arn() + "/key")) {
                    AccessRequest request = new AccessRequest(nobody, action, resource, RequestContext.EMPTY);
                    if (PolicyEvaluator.evaluateResource(request, document).allowed()) {
                        return true;
                    }
                }
            }
        }
        return false;
    }
}
