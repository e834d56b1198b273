package io.vaportrail.core.pipeline;

import io.vaportrail.core.identity.Caller;
import io.vaportrail.core.identity.RefusedCredentials;
import io.vaportrail.core.policy.AccessRequest;
import io.vaportrail.core.policy.Decision;
import io.vaportrail.core.policy.MemberLookup;
import io.vaportrail.core.policy.PolicyDirectory;
import io.vaportrail.core.policy.PolicyEvaluator;
import io.vaportrail.core.policy.Principal;
import io.vaportrail.core.policy.PrincipalPolicies;
import io.vaportrail.core.policy.ResourceArns;
import io.vaportrail.core.service.Call;
import io.vaportrail.core.service.Denial;
import io.vaportrail.core.service.DenialWording;
import io.vaportrail.core.service.IamMode;
import io.vaportrail.core.time.EmulatorClock;
import io.vaportrail.schema.EventCategory;
import io.vaportrail.schema.ServiceException;
import io.vaportrail.schema.ServiceSchema;
import io.vaportrail.schema.Struct;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides over calls by policies, as far as {@link IamMode} says so. Calls of AWS services to queues, buckets, topics and log groups are always
 * decided by the policy of the resource, as are calls of nobody in particular to buckets. Costs nothing but a comparison while nothing is to be decided.
 */
public final class PolicyAuthorizer implements Authorizer {
    private static final Logger log = LoggerFactory.getLogger(PolicyAuthorizer.class);

    /** Services whose resources other services deliver to. */
    private static final Set<String> DELIVERED_TO = Set.of("logs", "s3", "sns", "sqs");

    private static final String OBJECT_ACL = "s3:PutObjectAcl";
    private static final String OWN_NAME = "${aws:username}";

    private final IamMode mode;
    private final PolicyDirectory directory;
    private final ServiceHost host;
    private final ResourcePolicies resources;
    private final EmulatorClock clock;

    /** An authorizer that asks the directory for the caller's policies, and the modules for those of resources. */
    public PolicyAuthorizer(IamMode mode, PolicyDirectory directory, ServiceHost host, EmulatorClock clock) {
        this.mode = mode;
        this.directory = directory;
        this.host = host;
        this.resources = new ResourcePolicies(host);
        this.clock = clock;
    }

    @Override
    public void authorize(Call call, Struct input) {
        if (passes(call)) {
            return;
        }
        if (!isOutsider(call) && !SessionReach.covers(call.caller(), call.operation())) {
            refuse(call, RefusedCredentials.because(RefusedCredentials.Why.UNKNOWN_KEY), "the kind of session");
            return;
        }
        Asking asking = asking(call, input);
        for (ResourceArns.Access access :
                ResourceArns.of(call.operation(), MemberLookup.of(input), call.accountId(), call.region())) {
            if (isSentAlong(access.action(), call)) {
                continue;
            }
            for (String arn : access.resources()) {
                Denial denial = decide(asking, access.action(), arn);
                if (denial != null) {
                    refuse(call, denial);
                    return;
                }
            }
        }
    }

    @Override
    public @Nullable ServiceException refusal(Call call, Struct input, String action, String arn) {
        Denial denial = passes(call) ? null : decide(asking(call, input), action, arn);
        if (denial == null) {
            return null;
        }
        try {
            refuse(call, denial);
            return null;
        } catch (ServiceException refusal) {
            return refusal;
        }
    }

    private ServiceException worded(Call call, Denial denial) {
        ServiceSchema service = call.operation().service();
        HostedService hosted = host.find(service);
        return (hosted == null ? DenialWording.USUAL : hosted.denials()).word(service, denial);
    }

    /** Whether nothing is decided over the call. */
    private boolean passes(Call call) {
        if (call.caller().type() == Caller.Type.AWS_SERVICE) {
            return !DELIVERED_TO.contains(call.operation().service().id());
        }
        return call.caller().type() == Caller.Type.ANONYMOUS ? takenUnsigned(call) : mode == IamMode.OFF;
    }

    /** Those who have no policies of their own: always decided over. */
    private static boolean isOutsider(Call call) {
        return call.caller().type() == Caller.Type.AWS_SERVICE || call.caller().type() == Caller.Type.ANONYMOUS;
    }

    /** What AWS takes unsigned is up to the service: it asks for a token of its own. Objects in buckets are up to policies. */
    private static boolean takenUnsigned(Call call) {
        return !call.operation().service().id().equals("s3");
    }

    /** Who asks, with what is known of the call. */
    private record Asking(Call call, Principal principal, PrincipalPolicies policies, CallConditions conditions) {}

    private Asking asking(Call call, Struct input) {
        Principal principal = Principal.of(call.caller());
        PrincipalPolicies policies = isOutsider(call) ? PrincipalPolicies.NONE : directory.policiesOf(call.caller());
        return new Asking(call, principal, policies, new CallConditions(call, input, principal, directory, clock));
    }

    private @Nullable Denial decide(Asking asking, String action, String arn) {
        Call call = asking.call();
        Principal principal = asking.principal();
        ResourcePolicies.Target target = resources.find(own(arn, principal), action, call.accountId());
        if (!target.exists() && saysWhatIsMissing(principal, action)) {
            return null;
        }
        AccessRequest request = new AccessRequest(
                principal, action, target.arn(), asking.conditions().on(target));
        Decision decision = PolicyEvaluator.evaluate(
                request, asking.policies(), target.policy(), target.exists() ? target.owner() : call.accountId());
        return decision.allowed()
                ? null
                : new Denial(request, decision, target.owner(), call.accountId(), call.region());
    }

    /**
     * The ACL that a service sends along with what it delivers needs no permission of its own: the bucket policies that AWS documents
     * for services grant s3:PutObject alone.
     *
     * @see <a href="https://docs.aws.amazon.com/awscloudtrail/latest/userguide/create-s3-bucket-policy-for-cloudtrail.html">Bucket
     *     policy for CloudTrail</a>
     */
    private static boolean isSentAlong(String action, Call call) {
        return call.caller().type() == Caller.Type.AWS_SERVICE
                && action.equals(OBJECT_ACL)
                && !call.operation().name().equals("PutObjectAcl");
    }

    /** Where IAM is given no user's name it means the caller's own. */
    private static String own(String arn, Principal principal) {
        return arn.endsWith(OWN_NAME)
                ? principal.kind() == Principal.Kind.USER ? principal.arn() : arn.replace(OWN_NAME, "")
                : arn;
    }

    /** Who has no policies of his own is told that there is no such resource, unless he is about to make it. */
    private static boolean saysWhatIsMissing(Principal principal, String action) {
        return principal.kind() == Principal.Kind.SERVICE
                || principal.kind() == Principal.Kind.ANONYMOUS && !action.equals("s3:CreateBucket");
    }

    private static boolean isOfObjects(Call call) {
        return call.operation().service().id().equals("s3")
                && call.operation().audit().category() == EventCategory.DATA;
    }

    private void refuse(Call call, Denial denial) {
        // nobody has an account of his own that would be told, and of their objects owners hear in any case
        boolean told = call.caller().type() == Caller.Type.ANONYMOUS
                || isOfObjects(call) && !denial.owner().equals(call.accountId());
        if (told && !denial.owner().isEmpty()) {
            call.audit().sharedWith(denial.owner());
        }
        refuse(call, worded(call, denial), denial.decidedBy());
    }

    private void refuse(Call call, ServiceException refusal, String why) {
        if (isOutsider(call) || mode == IamMode.ENFORCE) {
            log.debug("{} {} denied: {} ({})", call.requestId(), call.operation(), refusal.getMessage(), why);
            throw refusal;
        }
        call.audit().deniedIfEnforced();
        log.info("{} {} would be denied: {} ({})", call.requestId(), call.operation(), refusal.getMessage(), why);
    }
}
