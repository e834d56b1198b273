package io.vaportrail.sqs;

import io.vaportrail.core.identity.Caller;
import io.vaportrail.core.service.Call;
import io.vaportrail.core.time.EmulatorClock;
import io.vaportrail.model.sqs.CreateQueueRequest;
import io.vaportrail.model.sqs.GetQueueAttributesRequest;
import io.vaportrail.model.sqs.Message;
import io.vaportrail.model.sqs.ReceiveMessageRequest;
import io.vaportrail.model.sqs.ReceiveMessageResult;
import io.vaportrail.model.sqs.SendMessageRequest;
import io.vaportrail.model.sqs.SendMessageResult;
import io.vaportrail.model.sqs.SetQueueAttributesRequest;
import io.vaportrail.model.sqs.SqsService;
import io.vaportrail.schema.OperationSchema;
import io.vaportrail.schema.ServiceException;
import io.vaportrail.schema.Struct;
import io.vaportrail.schema.WireProtocol;
import io.vaportrail.sqs.store.StoreInvariants;
import io.vaportrail.support.OperationCalls;
import io.vaportrail.support.Surroundings;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** SQS behind its operations, without sockets and codecs, on clocks moved by hand. */
final class SqsFixture {
    static final String ACCOUNT = "111122223333";
    static final String REGION = "eu-west-1";

    final Surroundings surroundings;
    final EmulatorClock clock;
    final SqsModule module;
    private final OperationCalls operations;

    SqsFixture() {
        this(false);
    }

    SqsFixture(boolean strict) {
        surroundings = new Surroundings(1_750_000_000_000L).strict(strict);
        clock = surroundings.clock;
        module = new SqsModule(surroundings.context());
        operations =
                new OperationCalls(module.violations(), WireProtocol.AWS_JSON_1_0, Caller.root(ACCOUNT, null), REGION);
        module.register(operations);
    }

    int operations() {
        return operations.size();
    }

    SqsFixture overQuery() {
        operations.over(WireProtocol.AWS_QUERY);
        return this;
    }

    SqsFixture as(Caller other) {
        operations.as(other);
        return this;
    }

    SqsFixture in(String otherRegion) {
        operations.in(otherRegion);
        return this;
    }

    SqsFixture tracedAs(String header) {
        operations.tracedAs(header);
        return this;
    }

    Call lastCall() {
        return operations.lastCall();
    }

    <I extends Struct, O extends Struct> CompletableFuture<O> start(OperationSchema<I, O> operation, I input) {
        return operations.start(operation, input);
    }

    <I extends Struct, O extends Struct> O call(OperationSchema<I, O> operation, I input) {
        return operations.call(operation, input);
    }

    /** The error that a call is refused with. */
    <I extends Struct, O extends Struct> ServiceException refused(OperationSchema<I, O> operation, I input) {
        return operations.refused(operation, input);
    }

    String queue(String name) {
        return queue(name, Map.of());
    }

    String queue(String name, Map<String, String> attributes) {
        return String.valueOf(call(
                        SqsService.CREATE_QUEUE,
                        CreateQueueRequest.builder()
                                .queueName(name)
                                .attributes(attributes)
                                .build())
                .queueUrl());
    }

    Map<String, String> attributes(String queueUrl, String... names) {
        Map<String, String> found = call(
                        SqsService.GET_QUEUE_ATTRIBUTES,
                        GetQueueAttributesRequest.builder()
                                .queueUrl(queueUrl)
                                .attributeNames(List.of(names))
                                .build())
                .attributes();
        return found == null ? Map.of() : found;
    }

    void set(String queueUrl, Map<String, String> attributes) {
        call(SqsService.SET_QUEUE_ATTRIBUTES, setting(queueUrl, attributes));
    }

    ServiceException refusedSet(String queueUrl, Map<String, String> attributes) {
        return refused(SqsService.SET_QUEUE_ATTRIBUTES, setting(queueUrl, attributes));
    }

    private static SetQueueAttributesRequest setting(String queueUrl, Map<String, String> attributes) {
        return SetQueueAttributesRequest.builder()
                .queueUrl(queueUrl)
                .attributes(attributes)
                .build();
    }

    static String arn(String name) {
        return "arn:aws:sqs:" + REGION + ":" + ACCOUNT + ":" + name;
    }

    SendMessageResult send(String queueUrl, String body) {
        return call(
                SqsService.SEND_MESSAGE,
                SendMessageRequest.builder()
                        .queueUrl(queueUrl)
                        .messageBody(body)
                        .build());
    }

    List<Message> receive(ReceiveMessageRequest.Builder request) {
        return messages(call(SqsService.RECEIVE_MESSAGE, request.build()));
    }

    List<Message> receive(String queueUrl) {
        return receive(receiving(queueUrl));
    }

    static ReceiveMessageRequest.Builder receiving(String queueUrl) {
        return ReceiveMessageRequest.builder().queueUrl(queueUrl);
    }

    static List<Message> messages(ReceiveMessageResult result) {
        List<Message> messages = result.messages();
        return messages == null ? List.of() : messages;
    }

    void advance(Duration duration) {
        clock.advance(duration);
    }

    void check() {
        StoreInvariants.check(module.queues());
    }
}
