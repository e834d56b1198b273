package io.vaportrail.benchmarks.jmh;

import io.vaportrail.app.ModelCatalog;
import io.vaportrail.core.http.HttpResponse;
import io.vaportrail.core.protocol.Protocols;
import io.vaportrail.core.routing.ModelRouter;
import io.vaportrail.core.routing.Route;
import io.vaportrail.core.validation.Validator;
import io.vaportrail.core.validation.Violation;
import io.vaportrail.schema.OperationSchema;
import io.vaportrail.schema.Struct;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Routing among all services, and the codecs and the validator over each wire protocol. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class WireFormsBenchmark {
    private static final String REQUEST_ID = "5fea7756-0ea4-451a-a703-a558b933e274";

    /** The call and its protocol. */
    @Param
    @SuppressWarnings("NullAway.Init")
    public WireForm form;

    private final ModelRouter router = new ModelRouter(new ModelCatalog(), Protocols.all());

    @SuppressWarnings("NullAway.Init")
    private Route route;

    @SuppressWarnings("NullAway.Init")
    private Struct input;

    /** What routing and decoding give. */
    @Setup
    public void prepare() {
        route = router.route(form.request());
        input = decode();
    }

    /** Which operation a request means, among all services. */
    @Benchmark
    public Route route() {
        return router.route(form.request());
    }

    /** Its parameters from bytes. */
    @Benchmark
    public Struct decode() {
        return decode(route, route.operation());
    }

    private static <I extends Struct> I decode(Route route, OperationSchema<I, ?> operation) {
        return route.protocol().decode(operation, route.request());
    }

    /** The model's constraints on them. */
    @Benchmark
    public List<Violation> validate() {
        return Validator.validate(input);
    }

    /** Its answer to bytes. */
    @Benchmark
    public HttpResponse encode() {
        return route.protocol().encode(route.operation(), form.output(), REQUEST_ID);
    }
}
