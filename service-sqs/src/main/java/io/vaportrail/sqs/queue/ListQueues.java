package io.vaportrail.sqs.queue;

import io.vaportrail.core.service.Call;
import io.vaportrail.core.service.Handler;
import io.vaportrail.model.sqs.ListQueuesRequest;
import io.vaportrail.model.sqs.ListQueuesResult;
import io.vaportrail.sqs.address.PageToken;
import io.vaportrail.sqs.address.QueueFinder;
import io.vaportrail.sqs.store.Queue;
import io.vaportrail.sqs.store.Queues;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * ListQueues: the caller's queues in the region, by name.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_ListQueues.html">ListQueues</a>
 */
public final class ListQueues implements Handler<ListQueuesRequest, ListQueuesResult> {
    private final Queues queues;

    /** The operation. */
    public ListQueues(Queues queues) {
        this.queues = queues;
    }

    @Override
    public ListQueuesResult handle(ListQueuesRequest input, Call call) {
        String prefix = Objects.requireNonNullElse(input.queueNamePrefix(), "");
        int size = PageToken.size(input.maxResults());
        String after = PageToken.after(input.nextToken(), prefix);
        List<Queue> page = queues.in(call.region(), call.accountId()).list(prefix, after, size + 1);
        ListQueuesResult.Builder result = ListQueuesResult.builder();
        // AWS hands out tokens only to callers who asked for pages.
        if (page.size() > size && input.maxResults() != null) {
            result.nextToken(PageToken.of(prefix, page.get(size - 1).arn().name()));
        }
        List<String> urls = new ArrayList<>();
        for (Queue queue : page.subList(0, Math.min(size, page.size()))) {
            urls.add(QueueFinder.url(queue.arn(), call));
        }
        return urls.isEmpty() ? result.build() : result.queueUrls(urls).build();
    }
}
