package io.vaportrail.conformance.smithy;

import io.vaportrail.core.protocol.Protocols;
import io.vaportrail.core.routing.ModelRouter;
import io.vaportrail.core.routing.Router;
import io.vaportrail.schema.OperationSchema;
import io.vaportrail.schema.ServiceSchema;
import io.vaportrail.schema.WireProtocol;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.smithy.aws.traits.ServiceTrait;
import software.amazon.smithy.model.Model;
import software.amazon.smithy.model.knowledge.TopDownIndex;
import software.amazon.smithy.model.shapes.OperationShape;
import software.amazon.smithy.model.shapes.ServiceShape;
import software.amazon.smithy.model.shapes.ShapeId;
import software.amazon.smithy.model.traits.HttpTrait;
import software.amazon.smithy.model.traits.UnitTypeTrait;
import software.amazon.smithy.model.traits.XmlNamespaceTrait;

/** One of the suite's services under one protocol. */
final class SmithyService extends ServiceSchema {
    private final ServiceShape shape;
    private final List<OperationShape> operationShapes;
    private final SmithySchemas schemas;
    private final Router router = new ModelRouter(new SmithyCatalog(this), Protocols.all());

    private SmithyService(
            ServiceShape shape, List<OperationShape> operations, SmithySchemas schemas, WireProtocol protocol) {
        super(
                identification(shape, protocol),
                operations.stream()
                        .map(operation -> operation.getId().getName())
                        .toArray(String[]::new));
        this.shape = shape;
        this.operationShapes = operations;
        this.schemas = schemas;
    }

    static SmithyService of(Model model, SmithySchemas schemas, ServiceShape shape, WireProtocol protocol) {
        Set<OperationShape> operations = TopDownIndex.of(model).getContainedOperations(shape);
        return new SmithyService(shape, new ArrayList<>(operations), schemas, protocol);
    }

    ServiceShape shape() {
        return shape;
    }

    List<OperationShape> operationShapes() {
        return operationShapes;
    }

    /** Knows this service alone. */
    Router router() {
        return router;
    }

    SmithySchemas schemas() {
        return schemas;
    }

    private static Identification identification(ServiceShape shape, WireProtocol protocol) {
        String name = shape.getId().getName();
        @Nullable String namespace = shape.getTrait(XmlNamespaceTrait.class)
                .map(XmlNamespaceTrait::getUri)
                .orElse(null);
        ServiceTrait aws = shape.getTrait(ServiceTrait.class).orElse(null);
        return new Identification(
                name.toLowerCase(Locale.ROOT),
                aws == null ? name : aws.getSdkId(),
                aws == null ? name : aws.getEndpointPrefix(),
                name,
                name,
                shape.getVersion(),
                name,
                name,
                namespace,
                null,
                null,
                shape.hasTrait(ShapeId.from("aws.protocols#awsQueryCompatible")),
                List.of(protocol));
    }

    @Override
    protected void defineOperation(int index, OperationSchema.Details into) {
        OperationShape operation = operationShapes.get(index);
        if (!isUnit(operation.getInputShape())) {
            into.input(schemas.struct(operation.getInputShape()));
        }
        if (!isUnit(operation.getOutputShape())) {
            into.output(schemas.struct(operation.getOutputShape()));
        }
        operation
                .getTrait(HttpTrait.class)
                .ifPresent(http -> into.http(http.getMethod(), http.getUri().toString(), http.getCode()));
        into.errors(operation.getErrors().stream().map(ShapeId::getName).toArray(String[]::new));
    }

    private static boolean isUnit(ShapeId id) {
        return id.equals(UnitTypeTrait.UNIT);
    }
}
