package io.vaportrail.sns.protection;

import io.vaportrail.core.metric.MetricDimension;
import io.vaportrail.core.metric.MetricId;
import io.vaportrail.core.metric.MetricSink;
import io.vaportrail.core.metric.MetricUnit;
import io.vaportrail.core.protection.Detections;
import io.vaportrail.core.service.Call;
import io.vaportrail.core.service.EmulatorContext;
import io.vaportrail.core.time.EmulatorClock;
import io.vaportrail.sns.SnsErrors;
import io.vaportrail.sns.protection.ProtectionOperation.Audit;
import io.vaportrail.sns.protection.ProtectionOperation.Deidentify;
import io.vaportrail.sns.protection.ProtectionOperation.Deny;
import io.vaportrail.sns.protection.ProtectionOperation.Destination;
import io.vaportrail.sns.store.Topic;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Applies the data protection policies of topics to messages. Texts are inspected, subjects and attributes are not. A message is
 * audited as it was published, then kept out if a statement denies it, then made unreadable where it must be.
 *
 * @see <a href="https://docs.aws.amazon.com/sns/latest/dg/sns-message-data-protection-operations.html">Data protection policy
 *     operations</a>
 */
public final class MessageProtection {
    private static final int MOST_POLICIES = 1_024;

    private final EmulatorClock clock;
    private final MetricSink metrics;
    private final AuditLog log;

    /** Policies that have been applied, by their topics' ARNs, ready to be applied again. */
    private final Map<String, ProtectionPolicy> policies = new ConcurrentHashMap<>();

    /** Protection that has reported nothing. */
    public MessageProtection(EmulatorContext context) {
        this.clock = context.clock();
        this.metrics = context.metrics();
        this.log = new AuditLog(context);
    }

    /**
     * The texts of a message.
     *
     * @param message the text for protocols without one of their own
     * @param byProtocol texts of protocols that have their own
     */
    public record Texts(String message, Map<String, String> byProtocol) {}

    /** Whether messages of a topic are inspected, which takes longer than a millisecond where they are long. */
    public boolean isNeeded(Topic topic) {
        return topic.settings().dataProtectionPolicy() != null;
    }

    private @Nullable ProtectionPolicy policyOf(Topic topic) {
        String text = topic.settings().dataProtectionPolicy();
        if (text == null) {
            return null;
        }
        ProtectionPolicy known = policies.get(topic.arnText());
        if (known == null || !known.text().equals(text)) {
            known = ProtectionPolicy.of(text);
            if (policies.size() >= MOST_POLICIES) {
                policies.clear();
            }
            policies.put(topic.arnText(), known);
        }
        return known;
    }

    /** Tells to whom messages of a topic may be delivered, or {@code null} when they may be to all. */
    public @Nullable OutboundCheck outbound(Topic topic) {
        return OutboundCheck.of(policyOf(topic));
    }

    /**
     * What may be published.
     *
     * @throws io.vaportrail.schema.ServiceException when the message is denied, or nothing is left of it
     */
    public Texts published(Topic topic, Texts texts, String messageId, Call call) {
        ProtectionPolicy policy = policyOf(topic);
        return policy == null ? texts : published(topic, policy, texts, messageId, call);
    }

    private Texts published(Topic topic, ProtectionPolicy policy, Texts texts, String messageId, Call call) {
        String principal = call.caller().arn();
        Set<String> all = new LinkedHashSet<>(texts.byProtocol().values());
        all.add(texts.message());
        Texts left = texts;
        boolean denied = false;
        for (ProtectionStatement statement : policy.statements(true)) {
            if (!statement.isAbout(principal)) {
                continue;
            }
            if (statement.operation() instanceof Audit audit) {
                if (policy.isSampled(audit.sampleRate())) {
                    report(topic, audit, Findings.in(all, statement.identifiers()), messageId, principal);
                }
            } else if (statement.operation() instanceof Deny) {
                denied |= all.stream().anyMatch(statement::finds);
            } else if (statement.operation() instanceof Deidentify deidentify) {
                left = deidentified(left, statement, deidentify.mask());
            }
        }
        if (denied) {
            throw SnsErrors.notAuthorized(
                    "The topic's data protection policy prohibits this message from being published to "
                            + topic.arnText());
        }
        if (left.message().isBlank() && !texts.message().isBlank()) {
            throw SnsErrors.notAuthorized(
                    "The topic's data protection policy leaves nothing of this message to be published to "
                            + topic.arnText());
        }
        return left;
    }

    private static Texts deidentified(Texts texts, ProtectionStatement statement, @Nullable Character mask) {
        Map<String, String> byProtocol = new LinkedHashMap<>();
        texts.byProtocol().forEach((protocol, text) -> byProtocol.put(protocol, deidentified(text, statement, mask)));
        return new Texts(deidentified(texts.message(), statement, mask), byProtocol);
    }

    private static String deidentified(String text, ProtectionStatement statement, @Nullable Character mask) {
        var places = statement.find(text);
        return mask == null ? Detections.removed(text, places) : Detections.masked(text, places, mask);
    }

    private void report(Topic topic, Audit audit, Findings findings, String messageId, String principal) {
        String name = findings.isEmpty() ? "MessagesWithNoFindings" : "MessagesWithFindings";
        List<MetricDimension> dimensions =
                List.of(new MetricDimension("TopicName", topic.arn().resource()));
        MetricId metric = new MetricId(topic.arn().accountId(), topic.arn().region(), "AWS/SNS", name, dimensions);
        metrics.count(metric, 1, MetricUnit.COUNT);
        Destination destination = findings.isEmpty() ? audit.noFindings() : audit.findings();
        if (destination != null) {
            log.write(topic.arn(), destination, findings.toJson(messageId, clock.now(), principal, topic.arnText()));
        }
    }

    /** Forgets all, or all of one account. */
    public void reset(@Nullable String accountId) {
        log.reset(accountId);
        policies.clear();
    }
}
