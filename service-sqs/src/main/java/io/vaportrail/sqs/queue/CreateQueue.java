package io.vaportrail.sqs.queue;

import io.vaportrail.core.service.Call;
import io.vaportrail.core.service.Handler;
import io.vaportrail.core.time.EmulatorClock;
import io.vaportrail.model.sqs.CreateQueueRequest;
import io.vaportrail.model.sqs.CreateQueueResult;
import io.vaportrail.model.sqs.QueueAttributeName;
import io.vaportrail.sqs.SqsErrors;
import io.vaportrail.sqs.address.QueueFinder;
import io.vaportrail.sqs.deadletter.RedrivePolicies;
import io.vaportrail.sqs.store.Queue;
import io.vaportrail.sqs.store.QueueArn;
import io.vaportrail.sqs.store.QueueAttributes;
import io.vaportrail.sqs.store.Queues;
import io.vaportrail.sqs.tag.TagRules;
import java.util.Map;
import java.util.Objects;

/**
 * CreateQueue: makes a queue, or finds the one of this name if none of the attributes given differs from its own.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_CreateQueue.html">CreateQueue</a>
 */
public final class CreateQueue implements Handler<CreateQueueRequest, CreateQueueResult> {
    private final Queues queues;
    private final RedrivePolicies redrivePolicies;
    private final EmulatorClock clock;
    private final boolean strict;

    /**
     * The operation.
     *
     * @param strict whether the name of a deleted queue is blocked for a minute
     */
    public CreateQueue(Queues queues, RedrivePolicies redrivePolicies, EmulatorClock clock, boolean strict) {
        this.queues = queues;
        this.redrivePolicies = redrivePolicies;
        this.clock = clock;
        this.strict = strict;
    }

    @Override
    public CreateQueueResult handle(CreateQueueRequest input, Call call) {
        String name = input.queueName();
        Map<String, String> given = Objects.requireNonNullElse(input.attributes(), Map.of());
        Map<String, String> tags = Objects.requireNonNullElse(input.tags(), Map.of());
        QueueNames.check(name, asksForFifo(given));
        TagRules.check(tags);
        QueueArn arn = new QueueArn(call.region(), call.accountId(), name);
        QueueAttributes attributes = QueueAttributeChange.apply(given, QueueAttributes.DEFAULT, arn, redrivePolicies);
        if (strict && queues.in(call.region(), call.accountId()).deletedRecently(name, clock.millis())) {
            throw SqsErrors.queueDeletedRecently();
        }
        Queue existing = queues.create(arn, attributes, TagRules.merged(Map.of(), tags, name));
        if (existing != null) {
            checkSame(given, attributes, existing.attributes());
        }
        return CreateQueueResult.builder().queueUrl(QueueFinder.url(arn, call)).build();
    }

    private static boolean asksForFifo(Map<String, String> given) {
        String value = given.get(QueueAttributeName.FIFO_QUEUE);
        return value != null && QueueAttributeChange.flag(QueueAttributeName.FIFO_QUEUE, value);
    }

    /** Attributes that the caller did not give may differ. */
    private static void checkSame(Map<String, String> given, QueueAttributes asked, QueueAttributes existing) {
        for (String name : given.keySet()) {
            String wanted = QueueAttributeView.value(asked, name);
            if (!Objects.equals(wanted, QueueAttributeView.value(existing, name))) {
                throw SqsErrors.queueNameExists(name);
            }
        }
    }
}
