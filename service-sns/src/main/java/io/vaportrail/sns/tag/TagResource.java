package io.vaportrail.sns.tag;

import io.vaportrail.core.service.Call;
import io.vaportrail.core.service.Handler;
import io.vaportrail.model.sns.TagResourceRequest;
import io.vaportrail.model.sns.TagResourceResponse;
import io.vaportrail.sns.store.Topics;

/**
 * TagResource.
 *
 * @see <a href="https://docs.aws.amazon.com/sns/latest/api/API_TagResource.html">TagResource</a>
 */
public final class TagResource implements Handler<TagResourceRequest, TagResourceResponse> {
    private final TaggedTopics tagged;

    /** The operation. */
    public TagResource(Topics topics) {
        this.tagged = new TaggedTopics(topics);
    }

    @Override
    public TagResourceResponse handle(TagResourceRequest input, Call call) {
        tagged.change(tagged.find(input.resourceArn(), call), tags -> TagRules.merged(tags, input.tags()));
        return TagResourceResponse.builder().build();
    }
}
