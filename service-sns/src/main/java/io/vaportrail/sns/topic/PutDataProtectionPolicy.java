package io.vaportrail.sns.topic;

import io.vaportrail.core.service.Call;
import io.vaportrail.core.service.Handler;
import io.vaportrail.model.sns.PutDataProtectionPolicyInput;
import io.vaportrail.schema.Unit;
import io.vaportrail.sns.SnsErrors;
import io.vaportrail.sns.store.Topic;
import io.vaportrail.sns.store.TopicRecord;
import io.vaportrail.sns.store.Topics;

/**
 * PutDataProtectionPolicy; an empty policy takes the topic's away.
 *
 * @see <a href="https://docs.aws.amazon.com/sns/latest/api/API_PutDataProtectionPolicy.html">PutDataProtectionPolicy</a>
 */
public final class PutDataProtectionPolicy implements Handler<PutDataProtectionPolicyInput, Unit> {
    private final TopicFinder finder;
    private final Topics topics;

    /** The operation. */
    public PutDataProtectionPolicy(TopicFinder finder, Topics topics) {
        this.finder = finder;
        this.topics = topics;
    }

    @Override
    public Unit handle(PutDataProtectionPolicyInput input, Call call) {
        Topic topic = finder.find(input.resourceArn(), "ResourceArn", call);
        if (topic.arn().isFifo()) {
            throw SnsErrors.invalid("DataProtectionPolicy", "Data protection is not supported for FIFO topics");
        }
        String policy = input.dataProtectionPolicy();
        DataProtection.check(policy);
        topic.change(old -> new TopicRecord(
                old.arn(), old.attributes(), old.policy(), policy.isEmpty() ? null : policy, old.tags()));
        topics.report(topic);
        return Unit.INSTANCE;
    }
}
