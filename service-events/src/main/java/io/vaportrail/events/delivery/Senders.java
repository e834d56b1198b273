package io.vaportrail.events.delivery;

import io.vaportrail.core.identity.Caller;
import io.vaportrail.core.service.InternalCalls;
import io.vaportrail.events.store.EventBus;
import io.vaportrail.events.store.EventsArn;
import io.vaportrail.events.store.Rule;
import io.vaportrail.model.events.SqsParameters;
import io.vaportrail.model.sns.PublishInput;
import io.vaportrail.model.sns.SnsService;
import io.vaportrail.model.sqs.MessageAttributeValue;
import io.vaportrail.model.sqs.MessageSystemAttributeValue;
import io.vaportrail.model.sqs.SendMessageRequest;
import io.vaportrail.model.sqs.SqsService;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Calls targets, as {@code events.amazonaws.com} for the rule (the target's policy decides) or under the role of the target. */
final class Senders {
    static final String PRINCIPAL = "events.amazonaws.com";

    private final InternalCalls calls;
    private final TargetRoles roles;
    private final LogSender logs;
    private final BusSender buses;

    Senders(InternalCalls calls, TargetRoles roles, LogSender logs, BusSender buses) {
        this.calls = calls;
        this.roles = roles;
        this.logs = logs;
        this.buses = buses;
    }

    /** Calls the target once; fails with what it answered or a {@link Failure.Refused}. */
    CompletionStage<?> send(Delivery delivery) {
        String roleArn = delivery.target().shape().roleArn();
        String service = delivery.target().arn().service();
        return switch (service) {
            case "sqs", "sns", "events" ->
                roleArn == null
                        ? send(delivery, service(delivery.rule()))
                        : roles.assume(roleArn, delivery).thenCompose(caller -> send(delivery, caller));
            case "logs" -> logs.send(delivery, service(delivery.rule()));
            default ->
                CompletableFuture.failedFuture(Failure.permanent(
                        Failure.NO_RESOURCE,
                        "Vaportrail does not have the service of this target: "
                                + delivery.target().arn()));
        };
    }

    private CompletionStage<?> send(Delivery delivery, Caller caller) {
        return switch (delivery.target().arn().service()) {
            case "sqs" -> toQueue(delivery, caller);
            case "sns" -> toTopic(delivery, caller);
            default -> buses.send(delivery, caller);
        };
    }

    /** EventBridge acting for a rule. */
    static Caller service(Rule rule) {
        EventBus bus = rule.bus();
        return Caller.service(PRINCIPAL, bus.accountId(), rule.arn());
    }

    private CompletionStage<?> toQueue(Delivery delivery, Caller caller) {
        EventsArn queue = delivery.target().arn();
        SendMessageRequest.Builder request =
                SendMessageRequest.builder().queueUrl(url(queue)).messageBody(delivery.payload());
        SqsParameters parameters = delivery.target().shape().sqsParameters();
        if (parameters != null) {
            request.messageGroupId(parameters.messageGroupId());
        }
        String trace = delivery.event().traceHeader();
        if (trace != null) {
            request.messageSystemAttributes(Map.of(
                    "AWSTraceHeader",
                    MessageSystemAttributeValue.builder()
                            .dataType("String")
                            .stringValue(trace)
                            .build()));
        }
        return calls.call(SqsService.SEND_MESSAGE, request.build(), caller, queue.region(), delivery.cause());
    }

    /** Puts what was given up into a queue. */
    CompletionStage<?> deadLetter(
            EventsArn queue, String body, Map<String, MessageAttributeValue> attributes, Rule rule) {
        SendMessageRequest request = SendMessageRequest.builder()
                .queueUrl(url(queue))
                .messageBody(body)
                .messageAttributes(attributes)
                .build();
        return calls.call(SqsService.SEND_MESSAGE, request, service(rule), queue.region(), null);
    }

    private static String url(EventsArn queue) {
        return "https://sqs." + queue.region() + ".amazonaws.com/" + queue.accountId() + "/" + queue.resource();
    }

    private CompletionStage<?> toTopic(Delivery delivery, Caller caller) {
        PublishInput request = PublishInput.builder()
                .topicArn(delivery.target().arn().toString())
                .message(delivery.payload())
                .build();
        return calls.call(
                SnsService.PUBLISH, request, caller, delivery.target().arn().region(), delivery.cause());
    }
}
