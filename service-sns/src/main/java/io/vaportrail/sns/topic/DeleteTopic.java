package io.vaportrail.sns.topic;

import io.vaportrail.core.service.Call;
import io.vaportrail.core.service.Handler;
import io.vaportrail.model.sns.DeleteTopicInput;
import io.vaportrail.schema.Unit;
import io.vaportrail.sns.SnsErrors;
import io.vaportrail.sns.store.Topic;
import io.vaportrail.sns.store.Topics;

/**
 * DeleteTopic; a topic that is gone is deleted again without complaint.
 *
 * @see <a href="https://docs.aws.amazon.com/sns/latest/api/API_DeleteTopic.html">DeleteTopic</a>
 */
public final class DeleteTopic implements Handler<DeleteTopicInput, Unit> {
    private final Topics topics;

    /** The operation. */
    public DeleteTopic(Topics topics) {
        this.topics = topics;
    }

    @Override
    public Unit handle(DeleteTopicInput input, Call call) {
        Topic topic = topics.find(TopicFinder.parse(input.topicArn(), "TopicArn", call));
        if (topic == null) {
            return Unit.INSTANCE;
        }
        if (ArchivePolicies.days(topic.attribute(TopicAttributes.ARCHIVE_POLICY, "")) > 0) {
            throw SnsErrors.invalidState("Cannot delete a topic with an ArchivePolicy");
        }
        topics.delete(topic);
        return Unit.INSTANCE;
    }
}
