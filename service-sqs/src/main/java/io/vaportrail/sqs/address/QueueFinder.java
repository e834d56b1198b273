package io.vaportrail.sqs.address;

import io.vaportrail.core.service.Call;
import io.vaportrail.schema.EventCategory;
import io.vaportrail.sqs.SqsErrors;
import io.vaportrail.sqs.store.Queue;
import io.vaportrail.sqs.store.QueueArn;
import io.vaportrail.sqs.store.Queues;
import org.jspecify.annotations.Nullable;

/** Leads from what a caller names to a queue, and back to a URL. */
public final class QueueFinder {
    private static final String RESOURCE_TYPE = "AWS::SQS::Queue";

    private final Queues queues;

    /** A finder of these queues. */
    public QueueFinder(Queues queues) {
        this.queues = queues;
    }

    /**
     * The queue that a URL names. The region is the URL's if it names one, else the call's.
     *
     * @throws io.vaportrail.schema.ServiceException when the URL has no known form or the queue does not exist
     */
    public Queue find(String queueUrl, Call call) {
        QueueAddress address = QueueAddress.parse(queueUrl);
        if (address == null) {
            throw SqsErrors.invalidAddress(queueUrl);
        }
        String region = address.region();
        return find(region == null ? call.region() : region, address.accountId(), address.name(), call);
    }

    /**
     * The queue of a name.
     *
     * @throws io.vaportrail.schema.ServiceException when it does not exist
     */
    public Queue find(String region, String accountId, String name, Call call) {
        Queue queue = queues.find(region, accountId, name);
        if (queue == null) {
            throw SqsErrors.queueDoesNotExist(call.overQuery());
        }
        queue.metrics().used();
        // CloudTrail lists the queue in data events only.
        if (call.operation().audit().category() == EventCategory.DATA) {
            call.audit().resource(RESOURCE_TYPE, queue.arnText());
        }
        return queue;
    }

    /** The queue that a URL names, or {@code null}; for routes outside the AWS protocols. */
    public @Nullable Queue peek(String queueUrl, String defaultRegion) {
        QueueAddress address = QueueAddress.parse(queueUrl);
        if (address == null) {
            return null;
        }
        String region = address.region();
        return queues.find(region == null ? defaultRegion : region, address.accountId(), address.name());
    }

    /** The URL by which the caller reaches the queue. */
    public static String url(QueueArn arn, Call call) {
        return call.origin().baseUrl() + "/" + arn.accountId() + "/" + arn.name();
    }
}
