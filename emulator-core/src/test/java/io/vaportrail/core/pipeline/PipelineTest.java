package io.vaportrail.core.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.vaportrail.core.http.Exchange;
import io.vaportrail.core.http.HttpRequest;
import io.vaportrail.core.http.HttpResponse;
import io.vaportrail.core.http.HttpRoutes;
import io.vaportrail.core.http.ResponseStream;
import io.vaportrail.core.identity.IdentityResolver;
import io.vaportrail.core.identity.KeyDirectory;
import io.vaportrail.core.protocol.OneOperation;
import io.vaportrail.core.protocol.Protocol;
import io.vaportrail.core.protocol.json.AwsJsonProtocol;
import io.vaportrail.core.random.Ids;
import io.vaportrail.core.random.SeededIds;
import io.vaportrail.core.routing.Route;
import io.vaportrail.core.routing.RoutedRequest;
import io.vaportrail.core.service.Call;
import io.vaportrail.core.service.EmulatorContext;
import io.vaportrail.core.service.EmulatorSettings;
import io.vaportrail.core.service.InternalCalls;
import io.vaportrail.core.service.OperationRegistry;
import io.vaportrail.core.service.RequestConventions;
import io.vaportrail.core.service.ServiceModule;
import io.vaportrail.core.time.EmulatorClock;
import io.vaportrail.core.time.PendingWork;
import io.vaportrail.schema.OperationSchema;
import io.vaportrail.schema.ServiceException;
import io.vaportrail.schema.ServiceSchema;
import io.vaportrail.schema.Struct;
import io.vaportrail.schema.Unit;
import io.vaportrail.schema.WireProtocol;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The way of a call of a service with one operation, to its record and its answer. */
class PipelineTest {
    private static final InternalCalls NO_CALLS = new InternalCalls() {
        @Override
        public <I extends Struct, O extends Struct> java.util.concurrent.CompletionStage<O> call(
                OperationSchema<I, O> operation,
                I input,
                io.vaportrail.core.identity.Caller caller,
                String region,
                @Nullable Call cause) {
            throw new AssertionError("call: " + operation + " (expected: none)");
        }
    };

    private final OneOperation service = new OneOperation(Unit.INSTANCE.schema());
    private final List<String> noted = new ArrayList<>();
    private @Nullable Struct recordedOutput;
    private @Nullable ServiceException recordedError;

    /** The service; its requests are numbered one, two, three. */
    private final class Module implements ServiceModule, RequestConventions {
        private int requests;

        @Override
        public ServiceSchema schema() {
            return service;
        }

        @Override
        @SuppressWarnings("unchecked")
        public void register(OperationRegistry operations) {
            operations.inline((OperationSchema<Struct, Struct>) service.operation(), (input, call) -> Unit.INSTANCE);
        }

        @Override
        public RequestConventions requests() {
            return this;
        }

        @Override
        public String newRequestId(Ids ids) {
            return "request-" + ++requests;
        }

        @Override
        public void received(Call call, HttpRequest request) {
            noted.add("received " + call.requestId());
        }

        @Override
        public HttpResponse answered(
                Call call, HttpRequest request, Map<String, String> labels, HttpResponse response) {
            noted.add("answered " + call.requestId() + " with " + response.status());
            response.header("X-Noted", "yes");
            return response;
        }

        @Override
        public void reset(@Nullable String accountId) {}
    }

    /** awsJson whose answers cannot be written. */
    private record Unwritable(Protocol plain) implements Protocol {
        @Override
        public WireProtocol id() {
            return plain.id();
        }

        @Override
        public <I extends Struct> I decode(OperationSchema<I, ?> operation, RoutedRequest request) {
            return plain.decode(operation, request);
        }

        @Override
        public HttpResponse encode(OperationSchema<?, ?> operation, Struct output, String requestId) {
            throw new IllegalStateException("output: not writable (expected: in this test)");
        }

        @Override
        public HttpResponse encodeError(@Nullable ServiceSchema of, ServiceException error, String requestId) {
            return plain.encodeError(of, error, requestId);
        }
    }

    /** Keeps the one answer. */
    private static final class Asked implements Exchange {
        private final HttpRequest request = OneOperation.request("{}").http();
        private @Nullable HttpResponse answer;

        @Override
        public HttpRequest request() {
            return request;
        }

        @Override
        public void respond(HttpResponse response) {
            assertThat(answer).as("a second answer").isNull();
            answer = response;
        }

        @Override
        public void onDisconnect(Runnable action) {}

        @Override
        public ResponseStream stream(HttpResponse head) {
            throw new AssertionError("a stream (expected: one answer)");
        }
    }

    private HttpResponse ask(Protocol protocol) {
        Ids ids = new SeededIds(3);
        HttpRoutes routes = new HttpRoutes();
        ServiceHost host = new ServiceHost(Map.of("sqs", context -> new Module()));
        host.start(EmulatorContext.of(
                new EmulatorClock(() -> 0, new PendingWork()),
                (delay, task) -> () -> {},
                ids,
                NO_CALLS,
                routes,
                Runnable::run,
                EmulatorSettings.DEFAULT));
        Pipeline pipeline = new Pipeline(new Pipeline.Parts(
                routes,
                request -> new Route(service.operation(), protocol, RoutedRequest.of(request)),
                new IdentityResolver(EmulatorSettings.DEFAULT, KeyDirectory.EMPTY),
                host,
                Authorizer.ALLOW_ALL,
                (call, input, output, error) -> {
                    recordedOutput = output;
                    recordedError = error;
                },
                List.of(),
                ids,
                Runnable::run,
                EmulatorSettings.DEFAULT));
        Asked asked = new Asked();
        pipeline.handle(asked);
        return Objects.requireNonNull(asked.answer);
    }

    @Test
    void aServiceNumbersNotesAndMarksItsRequests() {
        HttpResponse answer = ask(AwsJsonProtocol.V1_0);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("X-Noted")).isEqualTo("yes");
        assertThat(noted).containsExactly("received request-1", "answered request-1 with 200");
        assertThat(recordedOutput).isSameAs(Unit.INSTANCE);
        assertThat(recordedError).isNull();
    }

    @Test
    void anAnswerThatCannotBeWrittenIsRecordedAsTheFailureThatTheCallerIsToldOf() {
        HttpResponse answer = ask(new Unwritable(AwsJsonProtocol.V1_0));

        assertThat(answer.status()).isEqualTo(500);
        assertThat(recordedOutput).isNull();
        assertThat(Objects.requireNonNull(recordedError).error().code()).isEqualTo("InternalFailure");
        assertThat(noted).last().isEqualTo("answered request-1 with 500");
    }
}
