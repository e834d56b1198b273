package io.vaportrail.trail.trails;

import io.vaportrail.core.service.Call;
import io.vaportrail.model.cloudtrail.DescribeTrailsRequest;
import io.vaportrail.model.cloudtrail.DescribeTrailsResponse;
import io.vaportrail.model.cloudtrail.GetTrailRequest;
import io.vaportrail.model.cloudtrail.GetTrailResponse;
import io.vaportrail.model.cloudtrail.ListTrailsRequest;
import io.vaportrail.model.cloudtrail.ListTrailsResponse;
import io.vaportrail.model.cloudtrail.TrailInfo;
import java.util.List;

/**
 * DescribeTrails, GetTrail and ListTrails: trails as they are shown.
 *
 * @see <a href="https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_DescribeTrails.html">DescribeTrails</a>
 */
final class DescribeTrails {
    private final TrailRegistry trails;

    DescribeTrails(TrailRegistry trails) {
        this.trails = trails;
    }

    /** Names and ARNs that no trail here has are passed over; a shadow is found by its ARN alone. */
    DescribeTrailsResponse describeTrails(DescribeTrailsRequest request, Call call) {
        List<String> wanted = request.trailNameList();
        if (wanted != null) {
            wanted.forEach(DescribeTrails::check);
        }
        boolean all = wanted == null || wanted.isEmpty();
        boolean shadows = !Boolean.FALSE.equals(request.includeShadowTrails());
        return DescribeTrailsResponse.builder()
                .trailList(trails.in(call.accountId(), call.region()).stream()
                        .filter(trail -> shadows || trail.arn().region().equals(call.region()))
                        .filter(trail -> all || wanted != null && isNamed(trail, wanted, call.region()))
                        .map(DescribeTrails::shown)
                        .toList())
                .build();
    }

    private static boolean isNamed(Trail trail, List<String> wanted, String region) {
        boolean atHome = trail.arn().region().equals(region);
        return atHome && wanted.contains(trail.arn().name())
                || wanted.contains(trail.arn().toString());
    }

    private static void check(String nameOrArn) {
        if (!nameOrArn.startsWith("arn:")) {
            TrailName.check(nameOrArn);
        } else if (TrailArn.parse(nameOrArn) == null) {
            throw TrailErrors.arn(nameOrArn);
        }
    }

    GetTrailResponse getTrail(GetTrailRequest request, Call call) {
        return GetTrailResponse.builder()
                .trail(shown(trails.find(request.name(), call)))
                .build();
    }

    /** All trails of the account in all regions; there are never so many as to need pages. */
    ListTrailsResponse listTrails(ListTrailsRequest request, Call call) {
        if (request.nextToken() != null) {
            throw TrailErrors.token();
        }
        return ListTrailsResponse.builder()
                .trails(trails.of(call.accountId()).stream()
                        .map(trail -> TrailInfo.builder()
                                .trailARN(trail.arn().toString())
                                .name(trail.arn().name())
                                .homeRegion(trail.arn().region())
                                .build())
                        .toList())
                .build();
    }

    private static io.vaportrail.model.cloudtrail.Trail shown(Trail trail) {
        TrailSettings settings = trail.settings();
        return io.vaportrail.model.cloudtrail.Trail.builder()
                .name(trail.arn().name())
                .s3BucketName(settings.bucket())
                .s3KeyPrefix(settings.prefix())
                .snsTopicName(settings.topic())
                .snsTopicARN(settings.topicArn())
                .includeGlobalServiceEvents(settings.globalEvents())
                .isMultiRegionTrail(settings.multiRegion())
                .homeRegion(trail.arn().region())
                .trailARN(trail.arn().toString())
                .logFileValidationEnabled(settings.validation())
                .cloudWatchLogsLogGroupArn(settings.logGroupArn())
                .cloudWatchLogsRoleArn(settings.logRoleArn())
                .kmsKeyId(settings.kmsKeyId())
                .hasCustomEventSelectors(trail.selectors().areCustom())
                .hasInsightSelectors(!trail.insightSelectors().isEmpty())
                .isOrganizationTrail(false)
                .build();
    }
}
