package io.vaportrail.sns.permission;

import io.vaportrail.core.policy.EditablePolicy;
import io.vaportrail.core.service.Call;
import io.vaportrail.core.service.Handler;
import io.vaportrail.model.sns.RemovePermissionInput;
import io.vaportrail.schema.Unit;
import io.vaportrail.sns.store.Topic;
import io.vaportrail.sns.store.Topics;
import io.vaportrail.sns.topic.TopicFinder;

/**
 * RemovePermission: takes the statement of a label out of the topic's policy; a label that is not there is no mistake.
 *
 * @see <a href="https://docs.aws.amazon.com/sns/latest/api/API_RemovePermission.html">RemovePermission</a>
 */
public final class RemovePermission implements Handler<RemovePermissionInput, Unit> {
    private final TopicFinder finder;
    private final Topics topics;

    /** The operation. */
    public RemovePermission(TopicFinder finder, Topics topics) {
        this.finder = finder;
        this.topics = topics;
    }

    @Override
    public Unit handle(RemovePermissionInput input, Call call) {
        Topic topic = finder.find(input.topicArn(), call);
        topic.change(old -> {
            EditablePolicy policy = TopicPolicy.of(old.arn(), old.policy());
            policy.remove(input.label());
            return AddPermission.with(old, policy);
        });
        topics.report(topic);
        return Unit.INSTANCE;
    }
}
