package io.vaportrail.sns.tag;

import io.vaportrail.core.service.Call;
import io.vaportrail.core.service.Handler;
import io.vaportrail.model.sns.UntagResourceRequest;
import io.vaportrail.model.sns.UntagResourceResponse;
import io.vaportrail.sns.store.Topics;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * UntagResource; keys that the topic does not have are no mistake.
 *
 * @see <a href="https://docs.aws.amazon.com/sns/latest/api/API_UntagResource.html">UntagResource</a>
 */
public final class UntagResource implements Handler<UntagResourceRequest, UntagResourceResponse> {
    private final TaggedTopics tagged;

    /** The operation. */
    public UntagResource(Topics topics) {
        this.tagged = new TaggedTopics(topics);
    }

    @Override
    public UntagResourceResponse handle(UntagResourceRequest input, Call call) {
        tagged.change(tagged.find(input.resourceArn(), call), tags -> {
            Map<String, String> left = new LinkedHashMap<>(tags);
            input.tagKeys().forEach(left::remove);
            return left;
        });
        return UntagResourceResponse.builder().build();
    }
}
