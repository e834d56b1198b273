package io.vaportrail.trail.trails;

import io.vaportrail.core.service.Call;
import io.vaportrail.model.cloudtrail.GetTrailStatusRequest;
import io.vaportrail.model.cloudtrail.GetTrailStatusResponse;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * How a trail is doing. Six members are no longer in use, and AWS answers them nevertheless, as texts.
 *
 * @see <a href="https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_GetTrailStatus.html">GetTrailStatus</a>
 */
final class GetTrailStatus {
    private final TrailRegistry trails;

    GetTrailStatus(TrailRegistry trails) {
        this.trails = trails;
    }

    GetTrailStatusResponse handle(GetTrailStatusRequest request, Call call) {
        Trail trail = trails.find(request.name(), call);
        Trail.Logging logging = trail.logging();
        Outcome files = trail.outcome(Channel.LOG_FILES);
        Outcome notices = trail.outcome(Channel.NOTIFICATIONS);
        Outcome logs = trail.outcome(Channel.LOG_GROUP);
        Outcome digests = trail.outcome(Channel.DIGESTS);
        return GetTrailStatusResponse.builder()
                .isLogging(logging.active())
                .latestDeliveryError(files.error())
                .latestDeliveryTime(files.success())
                .latestNotificationError(notices.error())
                .latestNotificationTime(notices.success())
                .startLoggingTime(logging.started())
                .stopLoggingTime(logging.stopped())
                .latestCloudWatchLogsDeliveryError(logs.error())
                .latestCloudWatchLogsDeliveryTime(logs.success())
                .latestDigestDeliveryError(digests.error())
                .latestDigestDeliveryTime(digests.success())
                .latestDeliveryAttemptTime(text(files.attempt()))
                .latestDeliveryAttemptSucceeded(text(files.success()))
                .latestNotificationAttemptTime(text(notices.attempt()))
                .latestNotificationAttemptSucceeded(text(notices.success()))
                .timeLoggingStarted(text(logging.started()))
                .timeLoggingStopped(text(logging.active() ? null : logging.stopped()))
                .build();
    }

    private static String text(@Nullable Instant time) {
        return time == null ? "" : time.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
