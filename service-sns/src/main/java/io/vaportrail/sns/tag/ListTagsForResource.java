package io.vaportrail.sns.tag;

import io.vaportrail.core.service.Call;
import io.vaportrail.core.service.Handler;
import io.vaportrail.model.sns.ListTagsForResourceRequest;
import io.vaportrail.model.sns.ListTagsForResourceResponse;
import io.vaportrail.model.sns.Tag;
import io.vaportrail.sns.store.Topics;
import java.util.ArrayList;
import java.util.List;

/**
 * ListTagsForResource.
 *
 * @see <a href="https://docs.aws.amazon.com/sns/latest/api/API_ListTagsForResource.html">ListTagsForResource</a>
 */
public final class ListTagsForResource implements Handler<ListTagsForResourceRequest, ListTagsForResourceResponse> {
    private final TaggedTopics tagged;

    /** The operation. */
    public ListTagsForResource(Topics topics) {
        this.tagged = new TaggedTopics(topics);
    }

    @Override
    public ListTagsForResourceResponse handle(ListTagsForResourceRequest input, Call call) {
        List<Tag> tags = new ArrayList<>();
        tagged.find(input.resourceArn(), call)
                .settings()
                .tags()
                .forEach((key, value) ->
                        tags.add(Tag.builder().key(key).value(value).build()));
        return ListTagsForResourceResponse.builder().tags(tags).build();
    }
}
