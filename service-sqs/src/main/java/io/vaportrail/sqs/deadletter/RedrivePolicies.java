package io.vaportrail.sqs.deadletter;

import io.vaportrail.core.json.Json;
import io.vaportrail.model.sqs.QueueAttributeName;
import io.vaportrail.schema.ServiceException;
import io.vaportrail.sqs.SqsErrors;
import io.vaportrail.sqs.SqsLimits;
import io.vaportrail.sqs.store.Queue;
import io.vaportrail.sqs.store.QueueArn;
import io.vaportrail.sqs.store.Queues;
import io.vaportrail.sqs.store.RedriveAllowPolicy;
import io.vaportrail.sqs.store.RedrivePolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads and checks the attributes RedrivePolicy and RedriveAllowPolicy.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-dead-letter-queues.html">Dead-letter
 *     queues</a>
 */
public final class RedrivePolicies {
    private static final String TARGET = "deadLetterTargetArn";
    private static final String MAX_RECEIVE_COUNT = "maxReceiveCount";
    private static final String PERMISSION = "redrivePermission";
    private static final String SOURCES = "sourceQueueArns";

    private final Queues queues;

    /** Policies between these queues. */
    public RedrivePolicies(Queues queues) {
        this.queues = queues;
    }

    /**
     * Reads a RedrivePolicy.
     *
     * @param source the queue that has it
     * @throws ServiceException when it is malformed, or its dead-letter queue does not exist, is of another type, account or
     *     region, or does not allow the source
     */
    public RedrivePolicy redrivePolicy(String text, QueueArn source) {
        Map<String, @Nullable Object> members = Json.readObject(text);
        if (members == null) {
            throw refused(text, "Redrive policy is not a valid JSON map.");
        }
        for (String name : List.of(MAX_RECEIVE_COUNT, TARGET)) {
            if (members.get(name) == null) {
                throw refused(text, "Redrive policy does not contain mandatory attribute: " + name + ".");
            }
        }
        if (!Set.of(TARGET, MAX_RECEIVE_COUNT).containsAll(members.keySet())) {
            throw refused(
                    text, "Only following attributes are supported: [" + TARGET + ", " + MAX_RECEIVE_COUNT + "].");
        }
        int maxReceiveCount = maxReceiveCount(text, String.valueOf(members.get(MAX_RECEIVE_COUNT)));
        return new RedrivePolicy(target(text, String.valueOf(members.get(TARGET)), source), maxReceiveCount);
    }

    /** The count comes as a number or, from older callers, as text. */
    private static int maxReceiveCount(String policy, String count) {
        int number;
        try {
            number = Integer.parseInt(count);
        } catch (NumberFormatException e) {
            throw invalidCount(policy, count);
        }
        if (number < 1 || number > SqsLimits.MAX_RECEIVE_COUNT_MAX) {
            throw invalidCount(policy, count);
        }
        return number;
    }

    private static ServiceException invalidCount(String policy, String count) {
        return refused(
                policy,
                "Invalid value for " + MAX_RECEIVE_COUNT + ": " + count + ", valid values are from 1 to "
                        + SqsLimits.MAX_RECEIVE_COUNT_MAX + " both inclusive.");
    }

    private QueueArn target(String policy, String arn, QueueArn source) {
        QueueArn target = QueueArn.parse(arn);
        if (target == null) {
            throw refused(policy, "Only SQS queues are valid resources for " + TARGET + ".");
        }
        if (!target.accountId().equals(source.accountId())) {
            throw refused(policy, "Dead-letter target owner should be same as the source.");
        }
        Queue queue = target.region().equals(source.region()) ? queues.find(target) : null;
        if (queue == null) {
            throw refused(policy, "Dead letter target does not exist.");
        }
        if (queue.isFifo() != source.isFifo()) {
            throw refused(policy, "Dead-letter queue must be same type of queue as the source.");
        }
        RedriveAllowPolicy allowed = queue.attributes().redriveAllowPolicy();
        if (allowed != null && !allowed.allows(source)) {
            throw refused(policy, "The dead-letter queue's redrive allow policy does not allow this source queue.");
        }
        return target;
    }

    private static ServiceException refused(String policy, String reason) {
        return SqsErrors.invalidParameterValue(QueueAttributeName.REDRIVE_POLICY, policy, reason);
    }

    /**
     * Reads a RedriveAllowPolicy.
     *
     * @throws ServiceException when it is malformed or lists too many sources
     */
    public RedriveAllowPolicy redriveAllowPolicy(String text) {
        Map<String, @Nullable Object> members = Json.readObject(text);
        if (members == null
                || !Set.of(PERMISSION, SOURCES).containsAll(members.keySet())
                || !(members.get(PERMISSION) instanceof String value)) {
            throw unsupportedFormat(text);
        }
        RedriveAllowPolicy.Permission permission = RedriveAllowPolicy.Permission.of(value);
        boolean byQueue = permission == RedriveAllowPolicy.Permission.BY_QUEUE;
        if (permission == null || byQueue != members.containsKey(SOURCES)) {
            throw unsupportedFormat(text);
        }
        return new RedriveAllowPolicy(permission, byQueue ? sources(text, members.get(SOURCES)) : List.of());
    }

    private static List<QueueArn> sources(String policy, @Nullable Object value) {
        if (!(value instanceof List<?> list) || list.isEmpty() || list.size() > SqsLimits.REDRIVE_ALLOW_SOURCES) {
            throw unsupportedFormat(policy);
        }
        List<QueueArn> sources = new ArrayList<>();
        for (Object element : list) {
            QueueArn arn = element instanceof String text ? QueueArn.parse(text) : null;
            if (arn == null) {
                throw unsupportedFormat(policy);
            }
            sources.add(arn);
        }
        return List.copyOf(sources);
    }

    private static ServiceException unsupportedFormat(String policy) {
        return SqsErrors.invalidParameterValue(
                QueueAttributeName.REDRIVE_ALLOW_POLICY,
                policy,
                "Amazon SQS can't create the redrive allow policy, as it's in an unsupported format.");
    }
}
