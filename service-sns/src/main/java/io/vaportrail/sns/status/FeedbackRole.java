package io.vaportrail.sns.status;

import io.vaportrail.core.identity.Caller;
import io.vaportrail.core.service.InternalCalls;
import io.vaportrail.model.sts.AssumeRoleRequest;
import io.vaportrail.model.sts.AssumeRoleResponse;
import io.vaportrail.model.sts.AssumedRoleUser;
import io.vaportrail.model.sts.Credentials;
import io.vaportrail.model.sts.StsService;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.CompletionStage;

/** The role under which SNS writes to CloudWatch Logs: it must exist and trust {@code sns.amazonaws.com}. */
final class FeedbackRole {
    private static final String SNS = "sns.amazonaws.com";
    private static final String SESSION = "SNSDeliveryStatus";

    private final InternalCalls calls;

    FeedbackRole(InternalCalls calls) {
        this.calls = calls;
    }

    /** Assumes the role; completes with STS's error when it may not. */
    CompletionStage<Caller> assume(LogGroup group, Instant now) {
        AssumeRoleRequest request = AssumeRoleRequest.builder()
                .roleArn(group.roleArn())
                .roleSessionName(SESSION)
                .build();
        Caller sns = Caller.service(SNS, group.accountId());
        return calls.call(StsService.ASSUME_ROLE, request, sns, group.region(), null)
                .thenApply(answer -> session(group.roleArn(), answer, now));
    }

    private static Caller session(String roleArn, AssumeRoleResponse answer, Instant now) {
        AssumedRoleUser user = Objects.requireNonNull(answer.assumedRoleUser(), "AssumedRoleUser");
        Credentials credentials = Objects.requireNonNull(answer.credentials(), "Credentials");
        return Caller.roleSession(roleArn, user.assumedRoleId(), user.arn(), credentials.accessKeyId(), now)
                .through(SNS);
    }
}
