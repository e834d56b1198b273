package io.vaportrail.sns.publish;

import io.vaportrail.core.service.AsyncHandler;
import io.vaportrail.core.service.Call;
import io.vaportrail.model.sns.PublishInput;
import io.vaportrail.model.sns.PublishResponse;
import io.vaportrail.sns.SnsErrors;
import io.vaportrail.sns.SnsLimits;
import io.vaportrail.sns.delivery.Notification.Content;
import io.vaportrail.sns.store.Topic;
import io.vaportrail.sns.topic.TopicFinder;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Publish, to a topic, a device or a phone number. It answers when what is delivered within the process has arrived: who receives
 * from a queue after publishing finds the message.
 *
 * @see <a href="https://docs.aws.amazon.com/sns/latest/api/API_Publish.html">Publish</a>
 */
public final class Publish implements AsyncHandler<PublishInput, PublishResponse> {
    private static final String TARGET_ARN = "TargetArn";

    private final TopicFinder finder;
    private final TopicPublisher publisher;
    private final DirectPublisher direct;
    private final Publishers publishers;

    /** The operation. */
    public Publish(TopicFinder finder, Publishers publishers) {
        this.finder = finder;
        this.publisher = publishers.topics();
        this.direct = publishers.direct();
        this.publishers = publishers;
    }

    @Override
    public CompletionStage<PublishResponse> handle(PublishInput input, Call call) {
        String phoneNumber = input.phoneNumber();
        String target = target(input);
        OutgoingMessage message = OutgoingMessage.of(input);
        if (phoneNumber != null) {
            return answered(direct.toPhone(phoneNumber, checked(message), call));
        }
        if (target == null) {
            throw SnsErrors.missing("TopicArn or TargetArn");
        }
        boolean named = input.topicArn() != null;
        if (!named && DirectPublisher.isDevice(target)) {
            String messageId = direct.toDevice(target, checked(message), call);
            call.audit().resource("AWS::SNS::PlatformEndpoint", target);
            return answered(messageId);
        }
        Topic topic = finder.find(target, named ? "TopicArn" : TARGET_ARN, call);
        Content content = checked(message);
        message.checkFor(topic);
        return publishers.run(topic, () -> toTopic(topic, message, content, call));
    }

    private CompletionStage<PublishResponse> toTopic(Topic topic, OutgoingMessage message, Content content, Call call) {
        TopicPublisher.Published published = publisher.publish(topic, message, content, call);
        call.audit().resource("AWS::SNS::Topic", topic.arnText());
        PublishResponse response = PublishResponse.builder()
                .messageId(published.messageId())
                .sequenceNumber(published.sequenceNumber())
                .build();
        return published.delivered().thenApply(nothing -> response);
    }

    private static @Nullable String target(PublishInput input) {
        boolean topic = input.topicArn() != null;
        boolean target = input.targetArn() != null;
        boolean phone = input.phoneNumber() != null;
        if (topic && target || phone && (topic || target)) {
            throw SnsErrors.invalid("TopicArn, TargetArn or PhoneNumber", "only one of them can be given");
        }
        return topic ? input.topicArn() : input.targetArn();
    }

    private static Content checked(OutgoingMessage message) {
        if (message.bytes() > SnsLimits.MESSAGE_BYTES) {
            throw SnsErrors.invalid("Message too long");
        }
        return message.checked();
    }

    private static CompletionStage<PublishResponse> answered(String messageId) {
        return CompletableFuture.completedFuture(
                PublishResponse.builder().messageId(messageId).build());
    }
}
