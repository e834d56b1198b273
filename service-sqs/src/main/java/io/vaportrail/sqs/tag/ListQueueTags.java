package io.vaportrail.sqs.tag;

import io.vaportrail.core.service.Call;
import io.vaportrail.core.service.Handler;
import io.vaportrail.model.sqs.ListQueueTagsRequest;
import io.vaportrail.model.sqs.ListQueueTagsResult;
import io.vaportrail.sqs.address.QueueFinder;
import java.util.Map;

/**
 * ListQueueTags: the tags of a queue.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_ListQueueTags.html">ListQueueTags</a>
 */
public final class ListQueueTags implements Handler<ListQueueTagsRequest, ListQueueTagsResult> {
    private final QueueFinder finder;

    /** The operation. */
    public ListQueueTags(QueueFinder finder) {
        this.finder = finder;
    }

    @Override
    public ListQueueTagsResult handle(ListQueueTagsRequest input, Call call) {
        Map<String, String> tags =
                finder.find(input.queueUrl(), call).settings().tags();
        ListQueueTagsResult.Builder result = ListQueueTagsResult.builder();
        return tags.isEmpty() ? result.build() : result.tags(tags).build();
    }
}
