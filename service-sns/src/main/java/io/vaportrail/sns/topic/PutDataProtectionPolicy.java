package io.vaportrail.sns.topic;

import io.vaportrail.core.service.AsyncHandler;
import io.vaportrail.core.service.Call;
import io.vaportrail.model.sns.PutDataProtectionPolicyInput;
import io.vaportrail.schema.Unit;
import io.vaportrail.sns.SnsErrors;
import io.vaportrail.sns.protection.DestinationGrants;
import io.vaportrail.sns.protection.ProtectionPolicy;
import io.vaportrail.sns.store.Topic;
import io.vaportrail.sns.store.TopicRecord;
import io.vaportrail.sns.store.Topics;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * PutDataProtectionPolicy; an empty policy takes the topic's away. The policy holds once its destinations are open to it.
 *
 * @see <a href="https://docs.aws.amazon.com/sns/latest/api/API_PutDataProtectionPolicy.html">PutDataProtectionPolicy</a>
 */
public final class PutDataProtectionPolicy implements AsyncHandler<PutDataProtectionPolicyInput, Unit> {
    private final TopicFinder finder;
    private final Topics topics;
    private final DestinationGrants grants;

    /** The operation. */
    public PutDataProtectionPolicy(TopicFinder finder, Topics topics, DestinationGrants grants) {
        this.finder = finder;
        this.topics = topics;
        this.grants = grants;
    }

    @Override
    public CompletionStage<Unit> handle(PutDataProtectionPolicyInput input, Call call) {
        Topic topic = finder.find(input.resourceArn(), "ResourceArn", call);
        if (topic.arn().isFifo()) {
            throw SnsErrors.invalid("DataProtectionPolicy", "Data protection is not supported for FIFO topics");
        }
        String text = input.dataProtectionPolicy();
        if (text.isEmpty()) {
            set(topic, null);
            return CompletableFuture.completedStage(Unit.INSTANCE);
        }
        return grants.grant(ProtectionPolicy.of(text), topic.arn(), call).thenApply(granted -> {
            set(topic, text);
            return Unit.INSTANCE;
        });
    }

    private void set(Topic topic, @Nullable String policy) {
        topic.change(old -> new TopicRecord(old.arn(), old.attributes(), old.policy(), policy, old.tags()));
        topics.report(topic);
    }
}
