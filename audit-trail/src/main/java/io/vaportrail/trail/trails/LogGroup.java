package io.vaportrail.trail.trails;

import io.vaportrail.core.identity.Caller;
import io.vaportrail.core.service.Call;
import io.vaportrail.model.logs.CreateLogStreamRequest;
import io.vaportrail.model.logs.InputLogEvent;
import io.vaportrail.model.logs.LogsService;
import io.vaportrail.model.logs.PutLogEventsRequest;
import io.vaportrail.model.sts.AssumeRoleRequest;
import io.vaportrail.model.sts.AssumeRoleResponse;
import io.vaportrail.model.sts.AssumedRoleUser;
import io.vaportrail.model.sts.Credentials;
import io.vaportrail.model.sts.StsService;
import io.vaportrail.schema.ServiceException;
import io.vaportrail.trail.store.TrailStore;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The log group of a trail, written to under the trail's role.
 *
 * @param trail whose
 * @param group its name
 * @param roleArn the role
 * @see <a href="https://docs.aws.amazon.com/awscloudtrail/latest/userguide/send-cloudtrail-events-to-cloudwatch-logs.html">Sending
 *     events to CloudWatch Logs</a>
 */
public record LogGroup(TrailArn trail, String group, String roleArn) {
    private static final Pattern GROUP_ARN =
            Pattern.compile("arn:aws:logs:([a-z0-9-]+):\\d{12}:log-group:([A-Za-z0-9_/.#-]{1,512}):\\*");
    private static final Pattern ROLE_ARN = Pattern.compile("arn:aws:iam::\\d{12}:role/(?:.*/)?[\\w+=,.@-]{1,64}");
    private static final String SESSION = "CloudTrail";

    /** The log group that the settings name, or {@code null} when they name none that makes sense. */
    public static @Nullable LogGroup of(TrailArn trail, TrailSettings settings) {
        String arn = settings.logGroupArn();
        String role = settings.logRoleArn();
        if (arn == null || role == null) {
            return null;
        }
        Matcher parts = GROUP_ARN.matcher(arn);
        boolean here = parts.matches() && parts.group(1).equals(trail.region());
        return here && ROLE_ARN.matcher(role).matches() ? new LogGroup(trail, parts.group(2), role) : null;
    }

    static boolean isRole(String arn) {
        return ROLE_ARN.matcher(arn).matches();
    }

    /** The stream that all of the trail's events go to. */
    public String stream() {
        return trail.accountId() + "_CloudTrail_" + trail.region();
    }

    /** Who the trail is under its role; completes with STS's error when it may not assume it. */
    public CompletionStage<Caller> assumeRole(CloudTrailCalls calls, Instant now, @Nullable Call cause) {
        AssumeRoleRequest request = AssumeRoleRequest.builder()
                .roleArn(roleArn)
                .roleSessionName(SESSION)
                .build();
        return calls.call(StsService.ASSUME_ROLE, request, trail, trail.region(), cause)
                .thenApply(answer -> session(answer, now));
    }

    private Caller session(AssumeRoleResponse answer, Instant now) {
        AssumedRoleUser user = Objects.requireNonNull(answer.assumedRoleUser(), "AssumedRoleUser");
        Credentials credentials = Objects.requireNonNull(answer.credentials(), "Credentials");
        return Caller.roleSession(roleArn, user.assumedRoleId(), user.arn(), credentials.accessKeyId(), now)
                .through(TrailStore.CLOUD_TRAIL);
    }

    /** Makes the stream unless it is there. */
    public CompletionStage<Boolean> createStream(CloudTrailCalls calls, Caller caller, @Nullable Call cause) {
        CreateLogStreamRequest request = CreateLogStreamRequest.builder()
                .logGroupName(group)
                .logStreamName(stream())
                .build();
        return calls.callAs(caller, LogsService.CREATE_LOG_STREAM, request, trail.region(), cause)
                .thenApply(made -> true)
                .exceptionallyCompose(failure -> {
                    ServiceException answer = CloudTrailCalls.answer(failure);
                    boolean there = answer != null && answer.auditCode().equals("ResourceAlreadyExistsException");
                    return there ? CompletableFuture.completedStage(false) : CompletableFuture.failedStage(failure);
                });
    }

    /** Writes events, in the order of their times. */
    public CompletionStage<?> put(CloudTrailCalls calls, Caller caller, List<InputLogEvent> events) {
        PutLogEventsRequest request = PutLogEventsRequest.builder()
                .logGroupName(group)
                .logStreamName(stream())
                .logEvents(events)
                .build();
        return calls.callAs(caller, LogsService.PUT_LOG_EVENTS, request, trail.region(), null);
    }
}
