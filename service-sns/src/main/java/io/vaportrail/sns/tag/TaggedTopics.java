package io.vaportrail.sns.tag;

import io.vaportrail.core.service.Call;
import io.vaportrail.sns.SnsErrors;
import io.vaportrail.sns.store.SnsArn;
import io.vaportrail.sns.store.Topic;
import io.vaportrail.sns.store.TopicRecord;
import io.vaportrail.sns.store.Topics;
import io.vaportrail.sns.topic.TopicFinder;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Finds topics by the ARN of a resource, and changes their tags. */
final class TaggedTopics {
    private final Topics topics;

    TaggedTopics(Topics topics) {
        this.topics = topics;
    }

    Topic find(String resourceArn, Call call) {
        SnsArn arn = TopicFinder.parse(resourceArn, "ResourceArn", call);
        Topic topic = topics.find(arn);
        if (topic == null) {
            throw SnsErrors.resourceNotFound();
        }
        return topic;
    }

    void change(Topic topic, UnaryOperator<Map<String, String>> change) {
        topic.change(old -> new TopicRecord(
                old.arn(), old.attributes(), old.policy(), old.dataProtectionPolicy(), change.apply(old.tags())));
        topics.report(topic);
    }
}
