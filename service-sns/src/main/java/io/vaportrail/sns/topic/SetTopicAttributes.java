package io.vaportrail.sns.topic;

import io.vaportrail.core.service.Call;
import io.vaportrail.core.service.Handler;
import io.vaportrail.core.time.EmulatorClock;
import io.vaportrail.model.sns.SetTopicAttributesInput;
import io.vaportrail.schema.Unit;
import io.vaportrail.sns.SnsErrors;
import io.vaportrail.sns.store.FifoTopic;
import io.vaportrail.sns.store.Topic;
import io.vaportrail.sns.store.TopicRecord;
import io.vaportrail.sns.store.Topics;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * SetTopicAttributes; an empty value brings the default back.
 *
 * @see <a href="https://docs.aws.amazon.com/sns/latest/api/API_SetTopicAttributes.html">SetTopicAttributes</a>
 */
public final class SetTopicAttributes implements Handler<SetTopicAttributesInput, Unit> {
    private final TopicFinder finder;
    private final Topics topics;
    private final EmulatorClock clock;

    /** The operation. */
    public SetTopicAttributes(TopicFinder finder, Topics topics, EmulatorClock clock) {
        this.clock = clock;
        this.finder = finder;
        this.topics = topics;
    }

    @Override
    public Unit handle(SetTopicAttributesInput input, Call call) {
        Topic topic = finder.find(input.topicArn(), call);
        String name = input.attributeName();
        String value = Objects.requireNonNullElse(input.attributeValue(), "");
        check(topic, name, value);
        topic.change(old -> name.equals(TopicAttributes.POLICY)
                ? new TopicRecord(
                        old.arn(),
                        old.attributes(),
                        value.isEmpty() ? null : value,
                        old.dataProtectionPolicy(),
                        old.tags())
                : new TopicRecord(
                        old.arn(),
                        changed(old.attributes(), name, value),
                        old.policy(),
                        old.dataProtectionPolicy(),
                        old.tags()));
        FifoTopic fifo = topic.fifo();
        if (fifo != null && name.equals(TopicAttributes.ARCHIVE_POLICY)) {
            if (ArchivePolicies.days(value) == 0) {
                fifo.archive().clear();
            } else {
                fifo.archive().begin(clock.millis());
            }
        }
        topics.report(topic);
        TopicAttributes.warn(topic.arn(), name, value);
        return Unit.INSTANCE;
    }

    private static void check(Topic topic, String name, String value) {
        boolean settable = TopicAttributes.isKnown(name) && !name.equals(TopicAttributes.FIFO_TOPIC);
        if (!settable) {
            throw SnsErrors.invalid("AttributeName");
        }
        if (TopicAttributes.isOfFifo(name) && !topic.arn().isFifo()) {
            throw SnsErrors.invalid(name + " can only be set for FIFO topics");
        }
        String complaint = value.isEmpty() ? null : TopicAttributes.complaint(topic.arn(), name, value);
        if (complaint != null) {
            throw SnsErrors.invalid(complaint);
        }
    }

    private static Map<String, String> changed(Map<String, String> attributes, String name, String value) {
        Map<String, String> changed = new LinkedHashMap<>(attributes);
        if (value.isEmpty()) {
            changed.remove(name);
        } else {
            changed.put(name, value);
        }
        return Map.copyOf(changed);
    }
}
