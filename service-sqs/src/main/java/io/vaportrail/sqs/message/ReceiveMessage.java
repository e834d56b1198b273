package io.vaportrail.sqs.message;

import io.vaportrail.core.service.AsyncHandler;
import io.vaportrail.core.service.Call;
import io.vaportrail.model.sqs.ReceiveMessageRequest;
import io.vaportrail.model.sqs.ReceiveMessageResult;
import io.vaportrail.sqs.SqsErrors;
import io.vaportrail.sqs.SqsLimits;
import io.vaportrail.sqs.address.QueueFinder;
import io.vaportrail.sqs.store.Poll;
import io.vaportrail.sqs.store.Queue;
import io.vaportrail.sqs.store.ReceiveOptions;
import io.vaportrail.sqs.store.Received;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * ReceiveMessage: hands out up to ten messages, at once or as soon as there are any within the wait.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_ReceiveMessage.html">ReceiveMessage</a>
 */
public final class ReceiveMessage implements AsyncHandler<ReceiveMessageRequest, ReceiveMessageResult> {
    private final QueueFinder finder;

    /** The operation. */
    public ReceiveMessage(QueueFinder finder) {
        this.finder = finder;
    }

    @Override
    public CompletionStage<ReceiveMessageResult> handle(ReceiveMessageRequest input, Call call) {
        Queue queue = finder.find(input.queueUrl(), call);
        ReceiveOptions options = options(input, queue);
        MessageView view = MessageView.of(input);
        Poll poll = queue.receive(options);
        if (!poll.isDone()) {
            call.onCancel(poll::abandon);
        }
        return poll.thenApply(received -> {
            queue.metrics().received(received.size());
            return result(received, view);
        });
    }

    private static ReceiveOptions options(ReceiveMessageRequest input, Queue queue) {
        int max = Objects.requireNonNullElse(input.maxNumberOfMessages(), 1);
        if (max < 1 || max > SqsLimits.RECEIVED_MESSAGES_MAX) {
            throw SqsErrors.invalidParameterValue(
                    "MaxNumberOfMessages",
                    max,
                    "Must be between 1 and " + SqsLimits.RECEIVED_MESSAGES_MAX + ", if provided.");
        }
        checkRange("VisibilityTimeout", input.visibilityTimeout(), SqsLimits.VISIBILITY_SECONDS_MAX);
        checkRange("WaitTimeSeconds", input.waitTimeSeconds(), SqsLimits.WAIT_SECONDS_MAX);
        String attempt = input.receiveRequestAttemptId();
        if (attempt != null && !queue.isFifo()) {
            throw SqsErrors.notForQueueType("ReceiveRequestAttemptId", attempt);
        }
        if (attempt != null) {
            Tokens.check("ReceiveRequestAttemptId", attempt);
        }
        return new ReceiveOptions(max, input.visibilityTimeout(), input.waitTimeSeconds(), attempt);
    }

    private static void checkRange(String parameter, @Nullable Integer seconds, int max) {
        if (seconds != null && (seconds < 0 || seconds > max)) {
            throw SqsErrors.invalidParameterValue(parameter, seconds, "Must be >= 0 and <= " + max + ", if provided.");
        }
    }

    private static ReceiveMessageResult result(List<Received> received, MessageView view) {
        ReceiveMessageResult.Builder result = ReceiveMessageResult.builder();
        if (received.isEmpty()) {
            return result.build();
        }
        List<io.vaportrail.model.sqs.Message> messages = new ArrayList<>(received.size());
        for (Received one : received) {
            messages.add(view.show(one));
        }
        return result.messages(messages).build();
    }
}
