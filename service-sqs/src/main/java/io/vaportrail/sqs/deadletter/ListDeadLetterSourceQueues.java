package io.vaportrail.sqs.deadletter;

import io.vaportrail.core.service.Call;
import io.vaportrail.core.service.Handler;
import io.vaportrail.model.sqs.ListDeadLetterSourceQueuesRequest;
import io.vaportrail.model.sqs.ListDeadLetterSourceQueuesResult;
import io.vaportrail.sqs.address.PageToken;
import io.vaportrail.sqs.address.QueueFinder;
import io.vaportrail.sqs.store.Queue;
import io.vaportrail.sqs.store.QueueArn;
import io.vaportrail.sqs.store.Queues;
import java.util.ArrayList;
import java.util.List;

/**
 * ListDeadLetterSourceQueues: the queues whose dead-letter queue this is, by name.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_ListDeadLetterSourceQueues.html">ListDeadLetterSourceQueues</a>
 */
public final class ListDeadLetterSourceQueues
        implements Handler<ListDeadLetterSourceQueuesRequest, ListDeadLetterSourceQueuesResult> {
    private final QueueFinder finder;
    private final Queues queues;

    /** The operation. */
    public ListDeadLetterSourceQueues(QueueFinder finder, Queues queues) {
        this.finder = finder;
        this.queues = queues;
    }

    @Override
    public ListDeadLetterSourceQueuesResult handle(ListDeadLetterSourceQueuesRequest input, Call call) {
        QueueArn arn = finder.find(input.queueUrl(), call).arn();
        int size = PageToken.size(input.maxResults());
        String list = arn.toString();
        String after = PageToken.after(input.nextToken(), list);
        List<String> urls = new ArrayList<>();
        String last = "";
        boolean more = false;
        for (Queue source : queues.in(arn.region(), arn.accountId()).sourcesOf(arn)) {
            String name = source.arn().name();
            if (after != null && name.compareTo(after) <= 0) {
                continue;
            }
            more = urls.size() == size;
            if (more) {
                break;
            }
            urls.add(QueueFinder.url(source.arn(), call));
            last = name;
        }
        ListDeadLetterSourceQueuesResult.Builder result =
                ListDeadLetterSourceQueuesResult.builder().queueUrls(urls);
        return more && input.maxResults() != null
                ? result.nextToken(PageToken.of(list, last)).build()
                : result.build();
    }
}
