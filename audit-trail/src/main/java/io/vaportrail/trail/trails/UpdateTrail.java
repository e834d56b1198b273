package io.vaportrail.trail.trails;

import io.vaportrail.core.service.Call;
import io.vaportrail.model.cloudtrail.UpdateTrailRequest;
import io.vaportrail.model.cloudtrail.UpdateTrailResponse;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Changes a trail in what the request names; an empty text takes a setting away.
 *
 * @see <a href="https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_UpdateTrail.html">UpdateTrail</a>
 */
final class UpdateTrail {
    private final TrailRegistry trails;
    private final DestinationChecks checks;
    private final TrailObserver observer;

    UpdateTrail(TrailRegistry trails, DestinationChecks checks, TrailObserver observer) {
        this.trails = trails;
        this.checks = checks;
        this.observer = observer;
    }

    CompletionStage<UpdateTrailResponse> handle(UpdateTrailRequest request, Call call) {
        Trail trail = trails.findToChange(request.name(), call);
        if (Boolean.TRUE.equals(request.isOrganizationTrail())) {
            throw TrailErrors.noOrganization();
        }
        TrailSettings settings = settings(request, trail);
        SettingRules.check(trail.arn(), settings);
        trails.checkRoom(trail.arn(), settings.multiRegion(), trail);
        DestinationChecks.Changes changes = new DestinationChecks.Changes(
                request.s3BucketName() != null || request.s3KeyPrefix() != null,
                request.snsTopicName() != null,
                request.cloudWatchLogsLogGroupArn() != null || request.cloudWatchLogsRoleArn() != null,
                request.kmsKeyId() != null);
        return checks.check(trail.arn(), settings, changes, call).thenApply(checked -> {
            trail.update(checked);
            observer.changed(trail);
            return response(trail.arn(), checked);
        });
    }

    private static TrailSettings settings(UpdateTrailRequest request, Trail trail) {
        TrailSettings old = trail.settings();
        boolean multiRegion = flag(request.isMultiRegionTrail(), old.multiRegion());
        // Becoming one or the other kind takes the global services' events along, unless the request says otherwise.
        boolean global = multiRegion == old.multiRegion() ? old.globalEvents() : multiRegion;
        String topic = changed(request.snsTopicName(), old.topic());
        return new TrailSettings(
                request.s3BucketName() == null ? old.bucket() : request.s3BucketName(),
                changed(request.s3KeyPrefix(), old.prefix()),
                topic,
                SettingRules.topicArn(trail.arn(), topic),
                flag(request.includeGlobalServiceEvents(), global),
                multiRegion,
                flag(request.enableLogFileValidation(), old.validation()),
                changed(request.cloudWatchLogsLogGroupArn(), old.logGroupArn()),
                changed(request.cloudWatchLogsRoleArn(), old.logRoleArn()),
                changed(request.kmsKeyId(), old.kmsKeyId()));
    }

    private static boolean flag(@Nullable Boolean given, boolean old) {
        return given == null ? old : given;
    }

    private static @Nullable String changed(@Nullable String given, @Nullable String old) {
        return given == null ? old : CreateTrail.text(given);
    }

    private static UpdateTrailResponse response(TrailArn arn, TrailSettings settings) {
        return UpdateTrailResponse.builder()
                .name(arn.name())
                .s3BucketName(settings.bucket())
                .s3KeyPrefix(settings.prefix())
                .snsTopicName(settings.topic())
                .snsTopicARN(settings.topicArn())
                .includeGlobalServiceEvents(settings.globalEvents())
                .isMultiRegionTrail(settings.multiRegion())
                .trailARN(arn.toString())
                .logFileValidationEnabled(settings.validation())
                .cloudWatchLogsLogGroupArn(settings.logGroupArn())
                .cloudWatchLogsRoleArn(settings.logRoleArn())
                .kmsKeyId(settings.kmsKeyId())
                .isOrganizationTrail(false)
                .build();
    }
}
