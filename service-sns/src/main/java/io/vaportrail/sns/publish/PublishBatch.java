package io.vaportrail.sns.publish;

import io.vaportrail.core.service.AsyncHandler;
import io.vaportrail.core.service.Call;
import io.vaportrail.model.sns.AuthorizationErrorException;
import io.vaportrail.model.sns.BatchResultErrorEntry;
import io.vaportrail.model.sns.PublishBatchInput;
import io.vaportrail.model.sns.PublishBatchRequestEntry;
import io.vaportrail.model.sns.PublishBatchResponse;
import io.vaportrail.model.sns.PublishBatchResultEntry;
import io.vaportrail.sns.SnsErrors;
import io.vaportrail.sns.SnsLimits;
import io.vaportrail.sns.delivery.Notification.Content;
import io.vaportrail.sns.store.Topic;
import io.vaportrail.sns.topic.TopicFinder;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * PublishBatch. A mistake in one entry has the whole batch refused; what the topic's data protection policy denies fails for itself.
 *
 * @see <a href="https://docs.aws.amazon.com/sns/latest/api/API_PublishBatch.html">PublishBatch</a>
 */
public final class PublishBatch implements AsyncHandler<PublishBatchInput, PublishBatchResponse> {
    private final TopicFinder finder;
    private final TopicPublisher publisher;
    private final Publishers publishers;

    /** The operation. */
    public PublishBatch(TopicFinder finder, Publishers publishers) {
        this.finder = finder;
        this.publisher = publishers.topics();
        this.publishers = publishers;
    }

    @Override
    public CompletionStage<PublishBatchResponse> handle(PublishBatchInput input, Call call) {
        List<PublishBatchRequestEntry> entries = input.publishBatchRequestEntries();
        checkEntries(entries);
        Topic topic = finder.find(input.topicArn(), call);
        List<OutgoingMessage> messages = new ArrayList<>(entries.size());
        List<Content> contents = new ArrayList<>(entries.size());
        long bytes = 0;
        for (PublishBatchRequestEntry entry : entries) {
            OutgoingMessage message = OutgoingMessage.of(entry);
            bytes += message.bytes();
            messages.add(message);
        }
        if (bytes > SnsLimits.MESSAGE_BYTES) {
            throw SnsErrors.batchTooLong();
        }
        for (OutgoingMessage message : messages) {
            contents.add(message.checked());
            message.checkFor(topic);
        }
        call.audit().resource("AWS::SNS::Topic", topic.arnText());
        return publishers.run(topic, () -> publish(topic, entries, messages, contents, call));
    }

    private CompletionStage<PublishBatchResponse> publish(
            Topic topic,
            List<PublishBatchRequestEntry> entries,
            List<OutgoingMessage> messages,
            List<Content> contents,
            Call call) {
        List<PublishBatchResultEntry> results = new ArrayList<>(entries.size());
        List<BatchResultErrorEntry> failed = new ArrayList<>(0);
        CompletionStage<Void> delivered = CompletableFuture.completedFuture(null);
        for (int i = 0; i < messages.size(); i++) {
            TopicPublisher.Published published;
            try {
                published = publisher.publish(topic, messages.get(i), contents.get(i), call);
            } catch (AuthorizationErrorException denied) {
                failed.add(BatchResultErrorEntry.builder()
                        .id(entries.get(i).id())
                        .code(denied.error().code())
                        .message(denied.getMessage())
                        .senderFault(true)
                        .build());
                continue;
            }
            results.add(PublishBatchResultEntry.builder()
                    .id(entries.get(i).id())
                    .messageId(published.messageId())
                    .sequenceNumber(published.sequenceNumber())
                    .build());
            delivered = delivered.thenCombine(published.delivered(), (before, now) -> null);
        }
        PublishBatchResponse response = PublishBatchResponse.builder()
                .successful(results)
                .failed(failed)
                .build();
        return delivered.thenApply(nothing -> response);
    }

    private static void checkEntries(List<PublishBatchRequestEntry> entries) {
        if (entries.isEmpty()) {
            throw SnsErrors.emptyBatch();
        }
        if (entries.size() > SnsLimits.BATCH_ENTRIES) {
            throw SnsErrors.tooManyEntries();
        }
        Set<String> ids = new HashSet<>();
        for (PublishBatchRequestEntry entry : entries) {
            checkId(entry.id());
            if (!ids.add(entry.id())) {
                throw SnsErrors.batchEntryIdsNotDistinct();
            }
        }
    }

    private static void checkId(String id) {
        boolean valid = !id.isEmpty()
                && id.length() <= SnsLimits.BATCH_ENTRY_ID_LENGTH
                && id.chars()
                        .allMatch(c -> c >= 'a' && c <= 'z'
                                || c >= 'A' && c <= 'Z'
                                || c >= '0' && c <= '9'
                                || c == '-'
                                || c == '_');
        if (!valid) {
            throw SnsErrors.invalidBatchEntryId();
        }
    }
}
