package io.vaportrail.trail.trails;

import io.vaportrail.core.service.Call;
import io.vaportrail.model.cloudtrail.AddTagsRequest;
import io.vaportrail.model.cloudtrail.AddTagsResponse;
import io.vaportrail.model.cloudtrail.ListTagsRequest;
import io.vaportrail.model.cloudtrail.ListTagsResponse;
import io.vaportrail.model.cloudtrail.RemoveTagsRequest;
import io.vaportrail.model.cloudtrail.RemoveTagsResponse;
import io.vaportrail.model.cloudtrail.ResourceTag;

/**
 * AddTags, RemoveTags and ListTags, in the trail's home region alone; that another region answers as if there were no such trail is
 * UNVERIFIED. Trails alone have tags here, as there are no event data stores and channels.
 *
 * @see <a href="https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_AddTags.html">AddTags</a>
 */
final class TagOperations {
    private final TrailRegistry trails;

    TagOperations(TrailRegistry trails) {
        this.trails = trails;
    }

    AddTagsResponse addTags(AddTagsRequest request, Call call) {
        tagged(request.resourceId(), call).tags().add(request.tagsList());
        return AddTagsResponse.builder().build();
    }

    RemoveTagsResponse removeTags(RemoveTagsRequest request, Call call) {
        tagged(request.resourceId(), call).tags().remove(request.tagsList());
        return RemoveTagsResponse.builder().build();
    }

    ListTagsResponse listTags(ListTagsRequest request, Call call) {
        if (request.nextToken() != null) {
            throw TrailErrors.token();
        }
        if (request.resourceIdList().size() > TrailQuotas.RESOURCES_OF_LIST_TAGS) {
            throw TrailErrors.tooManyResources();
        }
        return ListTagsResponse.builder()
                .resourceTagList(request.resourceIdList().stream()
                        .map(arn -> ResourceTag.builder()
                                .resourceId(arn)
                                .tagsList(tagged(arn, call).tags().list())
                                .build())
                        .toList())
                .build();
    }

    private Trail tagged(String text, Call call) {
        TrailArn arn = TrailArn.parse(text);
        if (arn == null) {
            throw text.startsWith("arn:aws:cloudtrail:") ? TrailErrors.resourceType(text) : TrailErrors.arn(text);
        }
        Trail trail = arn.accountId().equals(call.accountId()) ? trails.get(arn) : null;
        if (trail == null || !arn.region().equals(call.region())) {
            throw TrailErrors.unknownResource(text);
        }
        return trail;
    }
}
