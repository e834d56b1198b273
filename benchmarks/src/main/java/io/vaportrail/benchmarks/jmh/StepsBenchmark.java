package io.vaportrail.benchmarks.jmh;

import io.vaportrail.app.ModelCatalog;
import io.vaportrail.benchmarks.WiredEmulator;
import io.vaportrail.core.http.HttpRequest;
import io.vaportrail.core.http.HttpResponse;
import io.vaportrail.core.identity.Caller;
import io.vaportrail.core.protocol.Protocol;
import io.vaportrail.core.protocol.Protocols;
import io.vaportrail.core.protocol.json.AwsJsonProtocol;
import io.vaportrail.core.routing.ModelRouter;
import io.vaportrail.core.routing.Route;
import io.vaportrail.core.routing.RoutedRequest;
import io.vaportrail.core.service.Call;
import io.vaportrail.core.service.CallOrigin;
import io.vaportrail.core.validation.Validator;
import io.vaportrail.core.validation.Violation;
import io.vaportrail.model.sqs.Message;
import io.vaportrail.model.sqs.ReceiveMessageResult;
import io.vaportrail.model.sqs.SendMessageRequest;
import io.vaportrail.model.sqs.SendMessageResult;
import io.vaportrail.model.sqs.SqsService;
import io.vaportrail.schema.WireProtocol;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The steps of the way one by one: routing, decoding, validation, encoding, audit. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class StepsBenchmark {
    private static final String REQUEST_ID = "5fea7756-0ea4-451a-a703-a558b933e274";
    private static final String MD5 = "fafb00f5732ab283681e124bf8747ed1";

    private final WiredEmulator emulator = new WiredEmulator(true, (delay, task) -> () -> {});
    private final ModelRouter router = new ModelRouter(new ModelCatalog(), Protocols.all());
    private final Protocol protocol = AwsJsonProtocol.V1_0;
    private final HttpRequest send = Requests.of("SendMessage", Requests.SEND);
    private final RoutedRequest routed = RoutedRequest.of(send);
    private final SendMessageRequest input = protocol.decode(SqsService.SEND_MESSAGE, routed);
    private final SendMessageResult sent = SendMessageResult.builder()
            .messageId(REQUEST_ID)
            .md5OfMessageBody(MD5)
            .build();
    private final ReceiveMessageResult received = ReceiveMessageResult.builder()
            .messages(List.of(Message.builder()
                    .messageId(REQUEST_ID)
                    .receiptHandle(
                            "MbZj6wDWli+JvwwJaBV+3dcjk2YW2vA3+STFFljTM8tJJg6HRG6PYSasuWXPJB+CwLj1FjgXUv1uSj1gUPAW")
                    .md5OfBody(MD5)
                    .body(input.messageBody())
                    .build()))
            .build();
    private final Call call = new Call(
            SqsService.SEND_MESSAGE,
            Caller.user("000000000000", "sarah", "sarah"),
            "us-east-1",
            REQUEST_ID,
            CallOrigin.within("127.0.0.1", "aws-sdk-java/2.40.2", "http://127.0.0.1:4566")
                    .over(WireProtocol.AWS_JSON_1_0, "127.0.0.1:4566", null));

    /** Which operation a request means. */
    @Benchmark
    public Route route() {
        return router.route(send);
    }

    /** The parameters of a SendMessage from JSON. */
    @Benchmark
    public SendMessageRequest decodeSendMessage() {
        return protocol.decode(SqsService.SEND_MESSAGE, routed);
    }

    /** The model's constraints. */
    @Benchmark
    public List<Violation> validateSendMessage() {
        return Validator.validate(input);
    }

    /** The answer to a SendMessage to JSON. */
    @Benchmark
    public HttpResponse encodeSendMessage() {
        return protocol.encode(SqsService.SEND_MESSAGE, sent, REQUEST_ID);
    }

    /** The answer to a ReceiveMessage to JSON. */
    @Benchmark
    public HttpResponse encodeReceiveMessage() {
        return protocol.encode(SqsService.RECEIVE_MESSAGE, received, REQUEST_ID);
    }

    /** The audit record of a SendMessage. */
    @Benchmark
    public void audit() {
        emulator.audit().record(call, input, sent, null);
    }
}
