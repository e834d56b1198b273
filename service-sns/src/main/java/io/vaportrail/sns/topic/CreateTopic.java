package io.vaportrail.sns.topic;

import io.vaportrail.core.service.AsyncHandler;
import io.vaportrail.core.service.Call;
import io.vaportrail.core.time.EmulatorClock;
import io.vaportrail.model.sns.CreateTopicInput;
import io.vaportrail.model.sns.CreateTopicResponse;
import io.vaportrail.model.sns.Tag;
import io.vaportrail.sns.SnsErrors;
import io.vaportrail.sns.permission.TopicPolicy;
import io.vaportrail.sns.protection.DestinationGrants;
import io.vaportrail.sns.protection.ProtectionPolicy;
import io.vaportrail.sns.store.FifoTopic;
import io.vaportrail.sns.store.SnsArn;
import io.vaportrail.sns.store.Topic;
import io.vaportrail.sns.store.TopicRecord;
import io.vaportrail.sns.store.Topics;
import io.vaportrail.sns.tag.TagRules;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * CreateTopic. Creating a topic again is no mistake as long as attributes and tags that are named are those that it has.
 *
 * @see <a href="https://docs.aws.amazon.com/sns/latest/api/API_CreateTopic.html">CreateTopic</a>
 */
public final class CreateTopic implements AsyncHandler<CreateTopicInput, CreateTopicResponse> {
    private static final String PROTECTION = "DataProtectionPolicy";

    private final Topics topics;
    private final EmulatorClock clock;
    private final DestinationGrants grants;

    /** The operation. */
    public CreateTopic(Topics topics, EmulatorClock clock, DestinationGrants grants) {
        this.grants = grants;
        this.topics = topics;
        this.clock = clock;
    }

    @Override
    public CompletionStage<CreateTopicResponse> handle(CreateTopicInput input, Call call) {
        Map<String, String> attributes = Objects.requireNonNullElse(input.attributes(), Map.of());
        boolean fifo = "true".equalsIgnoreCase(attributes.get(TopicAttributes.FIFO_TOPIC));
        TopicNames.check(input.name(), fifo);
        SnsArn arn = SnsArn.topic(call.region(), call.accountId(), input.name());
        checkAttributes(arn, attributes);
        Map<String, String> tags = tags(input.tags());
        String given = input.dataProtectionPolicy();
        String protection = given == null || given.isEmpty() ? null : given;
        if (protection != null && fifo) {
            throw SnsErrors.invalid(PROTECTION, "Data protection is not supported for FIFO topics");
        }
        Topic existing = topics.find(arn);
        if (existing != null) {
            checkSame(existing, attributes, tags, protection);
        } else if (protection != null) {
            return grants.grant(ProtectionPolicy.of(protection), arn, call)
                    .thenApply(granted -> create(arn, attributes, tags, protection));
        }
        return CompletableFuture.completedStage(existing == null ? create(arn, attributes, tags, null) : answer(arn));
    }

    private CreateTopicResponse create(
            SnsArn arn, Map<String, String> attributes, Map<String, String> tags, @Nullable String protection) {
        Topic made = new Topic(record(arn, attributes, tags, protection));
        beginArchive(made);
        attributes.forEach((name, value) -> TopicAttributes.warn(arn, name, value));
        Topic existing = topics.create(made);
        if (existing != null) {
            checkSame(existing, attributes, tags, protection);
        }
        return answer(arn);
    }

    private static CreateTopicResponse answer(SnsArn arn) {
        return CreateTopicResponse.builder().topicArn(arn.toString()).build();
    }

    private void beginArchive(Topic topic) {
        FifoTopic fifo = topic.fifo();
        if (fifo != null && ArchivePolicies.days(topic.attribute(TopicAttributes.ARCHIVE_POLICY, "")) > 0) {
            fifo.archive().begin(clock.millis());
        }
    }

    private static void checkAttributes(SnsArn arn, Map<String, String> attributes) {
        attributes.forEach((name, value) -> {
            if (!TopicAttributes.isKnown(name)) {
                throw SnsErrors.invalid("Attributes", "Invalid attribute name: " + name);
            }
            if (TopicAttributes.isOfFifo(name) && !arn.isFifo() && !value.equals("false")) {
                throw SnsErrors.invalid("Attributes", name + " can only be set for FIFO topics");
            }
            String complaint = TopicAttributes.complaint(arn, name, value);
            if (complaint != null) {
                throw SnsErrors.invalid("Attributes", complaint);
            }
        });
    }

    private static Map<String, String> tags(@Nullable List<Tag> given) {
        return given == null ? Map.of() : TagRules.merged(Map.of(), given);
    }

    private static TopicRecord record(
            SnsArn arn, Map<String, String> attributes, Map<String, String> tags, @Nullable String protection) {
        Map<String, String> set = new LinkedHashMap<>();
        attributes.forEach((name, value) -> {
            boolean kept = !name.equals(TopicAttributes.POLICY) && !name.equals(TopicAttributes.FIFO_TOPIC);
            if (kept && !value.equals(TopicAttributes.defaultOf(name))) {
                set.put(name, value);
            }
        });
        String policy = attributes.get(TopicAttributes.POLICY);
        return new TopicRecord(
                arn, Map.copyOf(set), policy == null || policy.isEmpty() ? null : policy, protection, tags);
    }

    private static void checkSame(
            Topic existing, Map<String, String> attributes, Map<String, String> tags, @Nullable String protection) {
        attributes.forEach((name, value) -> {
            if (!value.equalsIgnoreCase(effective(existing, name))) {
                throw SnsErrors.invalid("Attributes", "Topic already exists with different attributes");
            }
        });
        if (!existing.settings().tags().entrySet().containsAll(tags.entrySet())) {
            throw SnsErrors.invalid("Tags", "Topic already exists with different tags");
        }
        if (protection != null && !protection.equals(existing.settings().dataProtectionPolicy())) {
            throw SnsErrors.invalid(PROTECTION, "Topic already exists with different data protection policy");
        }
    }

    private static String effective(Topic topic, String name) {
        return switch (name) {
            case TopicAttributes.POLICY -> TopicPolicy.textOf(topic);
            case TopicAttributes.FIFO_TOPIC -> String.valueOf(topic.arn().isFifo());
            default -> topic.attribute(name, TopicAttributes.defaultOf(name));
        };
    }
}
