package io.vaportrail.conformance.smithy;

import io.vaportrail.conformance.smithy.SuiteCase.Kind;
import io.vaportrail.core.http.HttpRequest;
import io.vaportrail.core.protocol.Protocol;
import io.vaportrail.schema.WireProtocol;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.function.Executable;
import software.amazon.smithy.model.Model;
import software.amazon.smithy.model.shapes.OperationShape;
import software.amazon.smithy.model.shapes.ServiceShape;
import software.amazon.smithy.model.shapes.Shape;
import software.amazon.smithy.model.shapes.ShapeId;
import software.amazon.smithy.protocoltests.traits.AppliesTo;
import software.amazon.smithy.protocoltests.traits.HttpMalformedRequestTestsTrait;
import software.amazon.smithy.protocoltests.traits.HttpMessageTestCase;
import software.amazon.smithy.protocoltests.traits.HttpRequestTestsTrait;
import software.amazon.smithy.protocoltests.traits.HttpResponseTestsTrait;

/** All server cases of one protocol, over every service of the suites that speaks it. */
final class ProtocolSuite {
    private final ShapeId trait;
    private final Protocol protocol;
    private final RequestRouting routing;
    private final Map<String, SuiteCase> cases = new LinkedHashMap<>();
    private final List<OperationCases> operations = new ArrayList<>();
    private final List<Seed> seeds = new ArrayList<>();

    /**
     * The cases of a protocol.
     *
     * @param trait the protocol's name in the suites
     * @param protocol what is tried
     * @param routing what is read from its requests beforehand
     */
    ProtocolSuite(Model model, SmithySchemas schemas, String trait, Protocol protocol, RequestRouting routing) {
        this.trait = ShapeId.from(trait);
        this.protocol = protocol;
        this.routing = routing;
        for (ServiceShape shape : model.getServiceShapes()) {
            if (shape.hasTrait(this.trait)) {
                addService(model, SmithyService.of(model, schemas, shape, protocol.id()));
            }
        }
    }

    WireProtocol protocol() {
        return protocol.id();
    }

    List<SuiteCase> cases() {
        return new ArrayList<>(cases.values());
    }

    /** A request of the suites, well formed or not, from which others can be made. */
    record Seed(OperationCases operation, HttpRequest request) {}

    /** All requests of all cases. */
    List<Seed> seeds() {
        return seeds;
    }

    /** All operations that servers may meet. */
    List<OperationCases> operations() {
        return operations;
    }

    /** The cases as tests; one on the skip list passes as long as it fails. */
    Stream<DynamicTest> tests(Kind kind) {
        SkippedCases skipped = SkippedCases.load();
        return cases.values().stream()
                .filter(suiteCase -> suiteCase.kind() == kind)
                .map(suiteCase -> skipped.contains(suiteCase)
                        ? DynamicTest.dynamicTest("skipped: " + suiteCase.id(), () -> skipped.assertFails(suiteCase))
                        : DynamicTest.dynamicTest(suiteCase.id(), suiteCase::run));
    }

    private void addService(Model model, SmithyService service) {
        for (int i = 0; i < service.operationShapes().size(); i++) {
            OperationShape operation = service.operationShapes().get(i);
            if (!isForClients(operation)) {
                addOperation(
                        operation,
                        new OperationCases(
                                protocol, routing, service, service.operations().get(i)));
                for (ShapeId error : operation.getErrors(service.shape())) {
                    addError(model.expectShape(error), service);
                }
            }
        }
    }

    private void addOperation(OperationShape operation, OperationCases checks) {
        operations.add(checks);
        operation.getTrait(HttpRequestTestsTrait.class).stream()
                .flatMap(tests -> tests.getTestCases().stream())
                .filter(this::isForServers)
                .forEach(test -> {
                    add(Kind.REQUEST, test.getId(), () -> checks.request(test));
                    seeds.add(new Seed(checks, Requests.of(protocol.id(), test)));
                });
        operation.getTrait(HttpResponseTestsTrait.class).stream()
                .flatMap(tests -> tests.getTestCases().stream())
                .filter(this::isForServers)
                .forEach(test -> add(Kind.RESPONSE, test.getId(), () -> checks.response(test)));
        operation.getTrait(HttpMalformedRequestTestsTrait.class).stream()
                .flatMap(tests -> tests.getTestCases().stream())
                .filter(test -> test.getProtocol().equals(trait))
                .forEach(test -> {
                    add(Kind.MALFORMED_REQUEST, test.getId(), () -> checks.malformedRequest(test));
                    seeds.add(new Seed(checks, Requests.of(protocol.id(), test.getRequest())));
                });
    }

    private void addError(Shape error, SmithyService service) {
        if (!isForClients(error)) {
            ErrorCases checks =
                    new ErrorCases(protocol, service, service.schemas().struct(error.getId()));
            error.getTrait(HttpResponseTestsTrait.class).stream()
                    .flatMap(tests -> tests.getTestCases().stream())
                    .filter(this::isForServers)
                    .forEach(test -> add(Kind.RESPONSE, test.getId(), () -> checks.response(test)));
        }
    }

    /** Some operations and errors belong to several services; their cases are tried once. */
    private void add(Kind kind, String id, Executable check) {
        cases.putIfAbsent(kind + id, new SuiteCase(protocol.id(), kind, id, check));
    }

    private boolean isForServers(HttpMessageTestCase test) {
        return test.getProtocol().equals(trait)
                && test.getAppliesTo().map(side -> side == AppliesTo.SERVER).orElse(true);
    }

    private static boolean isForClients(Shape shape) {
        return shape.hasTag("client-only");
    }
}
