package io.vaportrail.conformance.smithy;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.vaportrail.conformance.smithy.ProtocolSuite.Seed;
import io.vaportrail.core.http.HttpRequest;
import io.vaportrail.core.protocol.Protocol;
import io.vaportrail.core.routing.FormParameters;
import io.vaportrail.core.routing.Route;
import io.vaportrail.core.routing.RoutedRequest;
import io.vaportrail.core.routing.RoutingException;
import io.vaportrail.core.validation.ModelValidationWording;
import io.vaportrail.core.validation.Validator;
import io.vaportrail.core.validation.Violation;
import io.vaportrail.schema.ServiceException;
import io.vaportrail.schema.ServiceSchema;
import io.vaportrail.schema.Struct;
import io.vaportrail.schema.WireProtocol;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/**
 * Whatever arrives, a decoder gives an input or an error for the caller, in little time and memory. The requests tried are those
 * of the suites, damaged.
 */
final class DecoderFuzzTest {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** Generous: a build machine may pause for a while. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** What decoding may allocate beyond a multiple of the body's size. */
    private static final long BASE_BYTES = 4L << 20;

    private static final long BYTES_PER_BYTE = 1_000;
    private static final int REQUESTS_PER_TRY = 20;

    @Property(shrinking = ShrinkingMode.OFF)
    void awsJson10(@ForAll long seed) {
        fuzz(WireProtocol.AWS_JSON_1_0, seed);
    }

    @Property(shrinking = ShrinkingMode.OFF)
    void awsJson11(@ForAll long seed) {
        fuzz(WireProtocol.AWS_JSON_1_1, seed);
    }

    @Property(shrinking = ShrinkingMode.OFF)
    void restJson1(@ForAll long seed) {
        fuzz(WireProtocol.REST_JSON_1, seed);
    }

    @Property(shrinking = ShrinkingMode.OFF)
    void rpcV2Cbor(@ForAll long seed) {
        fuzz(WireProtocol.RPC_V2_CBOR, seed);
    }

    @Property(shrinking = ShrinkingMode.OFF)
    void awsQuery(@ForAll long seed) {
        fuzz(WireProtocol.AWS_QUERY, seed);
    }

    @Property(shrinking = ShrinkingMode.OFF)
    void restXml(@ForAll long seed) {
        fuzz(WireProtocol.REST_XML, seed);
    }

    private static void fuzz(WireProtocol id, long seed) {
        List<Seed> seeds = Suites.of(id).seeds();
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < REQUESTS_PER_TRY; i++) {
            Seed chosen = seeds.get(random.nextInt(seeds.size()));
            tryRequest(chosen, new Mutations(random.nextLong()).mutate(chosen.request()));
        }
    }

    private static void tryRequest(Seed chosen, HttpRequest request) {
        long allocated = THREADS.getCurrentThreadAllocatedBytes();
        long start = System.nanoTime();
        try {
            answer(chosen, request);
        } catch (RuntimeException | StackOverflowError e) {
            throw new AssertionError(chosen.operation().operation() + ": " + Bodies.describe(request.body()), e);
        }
        assertThat(Duration.ofNanos(System.nanoTime() - start)).as("time").isLessThan(PATIENCE);
        assertThat(THREADS.getCurrentThreadAllocatedBytes() - allocated)
                .as("bytes allocated for a body of %d", request.body().length)
                .isLessThan(BASE_BYTES + BYTES_PER_BYTE * request.body().length);
    }

    /** Does what the pipeline does before and after an operation. */
    private static void answer(Seed seed, HttpRequest request) {
        OperationCases operation = seed.operation();
        Protocol protocol = operation.protocol();
        try {
            Struct input = protocol.decode(operation.operation(), routed(seed, request));
            List<Violation> violations = Validator.validate(input);
            if (!violations.isEmpty()) {
                throw ModelValidationWording.INSTANCE.word(operation.operation(), violations, protocol.id());
            }
        } catch (ServiceException refusal) {
            assertRefused(protocol, operation.service(), refusal);
        }
    }

    /** As routed, or as the undamaged request would be, so that decoding meets the damage that routing refuses, too. */
    private static RoutedRequest routed(Seed seed, HttpRequest request) {
        OperationCases operation = seed.operation();
        try {
            Route route = operation.service().router().route(request);
            if (route.operation() == operation.operation()) {
                return route.request();
            }
        } catch (RoutingException e) {
            assertRefused(e.protocol(), operation.service(), e.answer());
        }
        RoutedRequest undamaged = operation.routing().route(operation.operation(), seed.request());
        FormParameters form = undamaged.form() == null ? null : FormParameters.of(request);
        return new RoutedRequest(request, undamaged.labels(), form);
    }

    private static void assertRefused(Protocol protocol, ServiceSchema service, ServiceException refusal) {
        assertThat(refusal.error().httpStatus()).isBetween(400, 499);
        assertThat(protocol.encodeError(service, refusal, Responses.REQUEST_ID).status())
                .isBetween(400, 499);
    }
}
