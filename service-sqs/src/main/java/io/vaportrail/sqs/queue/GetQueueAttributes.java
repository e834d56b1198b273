package io.vaportrail.sqs.queue;

import io.vaportrail.core.service.Call;
import io.vaportrail.core.service.Handler;
import io.vaportrail.model.sqs.GetQueueAttributesRequest;
import io.vaportrail.model.sqs.GetQueueAttributesResult;
import io.vaportrail.model.sqs.QueueAttributeName;
import io.vaportrail.sqs.SqsErrors;
import io.vaportrail.sqs.address.QueueFinder;
import io.vaportrail.sqs.store.Queue;
import io.vaportrail.sqs.store.QueueCounts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * GetQueueAttributes: the attributes asked for, as far as they are set.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_GetQueueAttributes.html">GetQueueAttributes</a>
 */
public final class GetQueueAttributes implements Handler<GetQueueAttributesRequest, GetQueueAttributesResult> {
    private static final List<String> FROM_STATE = List.of(
            QueueAttributeName.QUEUE_ARN,
            QueueAttributeName.CREATED_TIMESTAMP,
            QueueAttributeName.LAST_MODIFIED_TIMESTAMP,
            QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES,
            QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE,
            QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED);

    private final QueueFinder finder;

    /** The operation. */
    public GetQueueAttributes(QueueFinder finder) {
        this.finder = finder;
    }

    @Override
    public GetQueueAttributesResult handle(GetQueueAttributesRequest input, Call call) {
        Queue queue = finder.find(input.queueUrl(), call);
        List<String> names = Objects.requireNonNullElse(input.attributeNames(), List.of());
        QueueCounts counts = queue.counts();
        Map<String, String> values = new LinkedHashMap<>();
        for (String name : names.contains(QueueAttributeName.ALL) ? all(queue) : names) {
            String value = value(queue, counts, name);
            if (value != null) {
                values.put(name, value);
            }
        }
        GetQueueAttributesResult.Builder result = GetQueueAttributesResult.builder();
        return values.isEmpty() ? result.build() : result.attributes(values).build();
    }

    private static List<String> all(Queue queue) {
        List<String> names = new ArrayList<>(FROM_STATE);
        names.addAll(QueueAttributeView.COMMON);
        if (queue.isFifo()) {
            names.addAll(QueueAttributeView.FIFO);
        }
        return names;
    }

    private static @Nullable String value(Queue queue, QueueCounts counts, String name) {
        return switch (name) {
            case QueueAttributeName.QUEUE_ARN -> queue.arnText();
            case QueueAttributeName.CREATED_TIMESTAMP ->
                seconds(queue.settings().createdMillis());
            case QueueAttributeName.LAST_MODIFIED_TIMESTAMP ->
                seconds(queue.settings().lastModifiedMillis());
            case QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES -> Integer.toString(counts.visible());
            case QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE -> Integer.toString(counts.notVisible());
            case QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED -> Integer.toString(counts.delayed());
            default -> settable(queue, name);
        };
    }

    private static @Nullable String settable(Queue queue, String name) {
        boolean known =
                QueueAttributeView.COMMON.contains(name) || queue.isFifo() && QueueAttributeView.FIFO.contains(name);
        if (!known) {
            throw SqsErrors.unknownAttribute(name);
        }
        return QueueAttributeView.value(queue.attributes(), name);
    }

    private static String seconds(long millis) {
        return Long.toString(millis / 1000);
    }
}
