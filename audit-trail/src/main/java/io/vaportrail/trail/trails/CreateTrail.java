package io.vaportrail.trail.trails;

import io.vaportrail.core.service.Call;
import io.vaportrail.model.cloudtrail.CreateTrailRequest;
import io.vaportrail.model.cloudtrail.CreateTrailResponse;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Makes a trail, which does not record yet.
 *
 * @see <a href="https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_CreateTrail.html">CreateTrail</a>
 */
final class CreateTrail {
    private final TrailRegistry trails;
    private final DestinationChecks checks;

    CreateTrail(TrailRegistry trails, DestinationChecks checks) {
        this.trails = trails;
        this.checks = checks;
    }

    CompletionStage<CreateTrailResponse> handle(CreateTrailRequest request, Call call) {
        TrailName.check(request.name());
        if (Boolean.TRUE.equals(request.isOrganizationTrail())) {
            throw TrailErrors.noOrganization();
        }
        TrailArn arn = new TrailArn(call.region(), call.accountId(), request.name());
        TrailSettings settings = settings(request, arn);
        SettingRules.check(arn, settings);
        TrailTags tags = new TrailTags();
        tags.add(Objects.requireNonNullElse(request.tagsList(), List.of()));
        trails.checkRoom(arn, settings.multiRegion(), null);
        return checks.check(arn, settings, DestinationChecks.Changes.ALL, call).thenApply(checked -> {
            trails.add(new Trail(arn, checked, tags));
            return response(arn, checked);
        });
    }

    private static TrailSettings settings(CreateTrailRequest request, TrailArn arn) {
        String topic = text(request.snsTopicName());
        return new TrailSettings(
                request.s3BucketName(),
                text(request.s3KeyPrefix()),
                topic,
                SettingRules.topicArn(arn, topic),
                !Boolean.FALSE.equals(request.includeGlobalServiceEvents()),
                Boolean.TRUE.equals(request.isMultiRegionTrail()),
                Boolean.TRUE.equals(request.enableLogFileValidation()),
                text(request.cloudWatchLogsLogGroupArn()),
                text(request.cloudWatchLogsRoleArn()),
                text(request.kmsKeyId()));
    }

    /** An empty text names nothing. */
    static @Nullable String text(@Nullable String given) {
        return given == null || given.isEmpty() ? null : given;
    }

    private static CreateTrailResponse response(TrailArn arn, TrailSettings settings) {
        return CreateTrailResponse.builder()
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
