package io.vaportrail.identity.sts.federation;

import io.vaportrail.core.identity.Caller;
import io.vaportrail.core.policy.NamedPolicy;
import io.vaportrail.core.policy.PolicyDocument;
import io.vaportrail.core.policy.PolicyKind;
import io.vaportrail.core.policy.PolicySyntaxException;
import io.vaportrail.core.service.Call;
import io.vaportrail.core.service.Handler;
import io.vaportrail.identity.store.SessionCredentials;
import io.vaportrail.identity.sts.StsErrors;
import io.vaportrail.identity.sts.StsLimits;
import io.vaportrail.identity.sts.session.CredentialIssuer;
import io.vaportrail.model.sts.AssumeRootRequest;
import io.vaportrail.model.sts.AssumeRootResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * AssumeRoot: temporary credentials of an account's root for one of five tasks. The emulator knows no organizations, so that every
 * account may be the target.
 *
 * @see <a href="https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoot.html">AssumeRoot</a>
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_root-user-privileged-task.html">Privileged tasks</a>
 */
public final class AssumeRoot implements Handler<AssumeRootRequest, AssumeRootResponse> {
    private static final Pattern TARGET = Pattern.compile("(?:arn:aws:iam::)?(\\d{12})(?::root)?");
    private static final String TASK_POLICIES = "arn:aws:iam::aws:policy/root-task/";

    /** What each task needs, by the name of its policy. */
    private static final Map<String, List<String>> TASKS = Map.of(
            "IAMAuditRootUserCredentials",
            List.of(
                    "iam:GetUser",
                    "iam:GetLoginProfile",
                    "iam:ListAccessKeys",
                    "iam:GetAccessKeyLastUsed",
                    "iam:ListSigningCertificates",
                    "iam:ListMFADevices",
                    "iam:GetAccountSummary"),
            "IAMCreateRootUserPassword",
            List.of("iam:CreateLoginProfile", "iam:GetLoginProfile"),
            "IAMDeleteRootUserCredentials",
            List.of(
                    "iam:DeleteAccessKey",
                    "iam:DeleteSigningCertificate",
                    "iam:DeleteLoginProfile",
                    "iam:DeactivateMFADevice",
                    "iam:DeleteVirtualMFADevice",
                    "iam:GetUser",
                    "iam:GetLoginProfile",
                    "iam:ListAccessKeys",
                    "iam:ListSigningCertificates",
                    "iam:ListMFADevices"),
            "S3UnlockBucketPolicy",
            List.of("s3:DeleteBucketPolicy", "s3:GetBucketPolicy", "s3:PutBucketPolicy", "s3:ListAllMyBuckets"),
            "SQSUnlockQueuePolicy",
            List.of("sqs:SetQueueAttributes", "sqs:GetQueueAttributes", "sqs:ListQueues", "sqs:GetQueueUrl"));

    private final CredentialIssuer issuer;

    /** The operation. */
    public AssumeRoot(CredentialIssuer issuer) {
        this.issuer = issuer;
    }

    @Override
    public AssumeRootResponse handle(AssumeRootRequest input, Call call) {
        Matcher target = TARGET.matcher(input.targetPrincipal());
        if (!target.matches()
                || input.targetPrincipal().startsWith("arn:")
                        != input.targetPrincipal().endsWith(":root")) {
            throw StsErrors.validation("Invalid target principal: " + input.targetPrincipal());
        }
        String accountId = target.group(1);
        NamedPolicy task = task(input.taskPolicyArn().arn());
        int seconds = input.durationSeconds() == null ? StsLimits.ASSUMED_ROOT_SECONDS : input.durationSeconds();
        Caller.Session session = call.caller().session();
        String sourceIdentity = session == null ? null : session.sourceIdentity();
        SessionCredentials.Grant grant = new SessionCredentials.Grant(task, List.of(), Map.of(), Set.of());
        if (!accountId.equals(call.accountId())) {
            call.audit().sharedWith(accountId);
        }
        return AssumeRootResponse.builder()
                .credentials(issuer.assumeRoot(accountId, seconds, grant, sourceIdentity))
                .sourceIdentity(sourceIdentity)
                .build();
    }

    private static NamedPolicy task(@Nullable String arn) {
        String name = arn == null || !arn.startsWith(TASK_POLICIES) ? "" : arn.substring(TASK_POLICIES.length());
        List<String> actions = TASKS.get(name);
        if (arn == null || actions == null) {
            throw StsErrors.validation("Invalid task policy: " + arn);
        }
        String document = "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":[\""
                + String.join("\",\"", actions) + "\"],\"Resource\":\"*\"}]}";
        try {
            return new NamedPolicy(arn, PolicyDocument.parse(document, PolicyKind.SESSION));
        } catch (PolicySyntaxException e) {
            throw new IllegalStateException("task policy: " + name + " (expected: a valid one)", e);
        }
    }
}
