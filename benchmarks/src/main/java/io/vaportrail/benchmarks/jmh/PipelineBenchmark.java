package io.vaportrail.benchmarks.jmh;

import io.vaportrail.benchmarks.WiredEmulator;
import io.vaportrail.core.http.HttpRequest;
import io.vaportrail.core.http.HttpResponse;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The whole way of a message, without the network: sent, received and deleted. One operation is one request. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class PipelineBenchmark {
    private static final int REQUESTS = 3;

    /** Whether calls are recorded. */
    @Param({"true", "false"})
    public boolean audited;

    /** Whether calls and queues publish metrics. */
    @Param({"true", "false"})
    public boolean metered;

    @SuppressWarnings("NullAway.Init")
    private WiredEmulator emulator;

    private final HttpRequest send = Requests.of("SendMessage", Requests.SEND);
    private final HttpRequest receive = Requests.of("ReceiveMessage", Requests.RECEIVE);

    /** An emulator with the queue. */
    @Setup
    public void start() {
        emulator = new WiredEmulator(audited, metered, (delay, task) -> () -> {});
        answer(Requests.of("CreateQueue", "{\"QueueName\":\"Benchmark\"}"));
    }

    /** One message. */
    @Benchmark
    @OperationsPerInvocation(REQUESTS)
    public HttpResponse sendReceiveDelete() {
        answer(send);
        return answer(Requests.of("DeleteMessage", Requests.delete(answer(receive))));
    }

    private HttpResponse answer(HttpRequest request) {
        Requests.Answered exchange = new Requests.Answered(request);
        emulator.pipeline().handle(exchange);
        return exchange.response();
    }
}
