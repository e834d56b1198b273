package io.vaportrail.core.routing;

import io.vaportrail.core.http.HttpRequest;
import io.vaportrail.core.protocol.Protocols;
import io.vaportrail.schema.OperationSchema;
import io.vaportrail.schema.ServiceSchema;
import io.vaportrail.schema.WireProtocol;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Calls whose operation stands in a header (awsJson) or in a path made for it (RPC v2). */
final class RpcRouting {
    private static final String JSON_1_0 = "application/x-amz-json-1.0";
    private static final String JSON_1_1 = "application/x-amz-json-1.1";
    private static final String SERVICE = "/service/";
    private static final String OPERATION = "/operation/";

    private final ServiceCatalog catalog;
    private final Protocols protocols;
    private final Refusals refusals;

    /** Operations by their target, for those that were called; there are only as many as the models have. */
    private final Map<String, OperationSchema<?, ?>> byTarget = new ConcurrentHashMap<>();

    RpcRouting(ServiceCatalog catalog, Protocols protocols, Refusals refusals) {
        this.catalog = catalog;
        this.protocols = protocols;
        this.refusals = refusals;
    }

    /** The operation that {@code X-Amz-Target} names; such calls are posted. */
    Route byTarget(HttpRequest request, String target) {
        if (!request.method().equals("POST")) {
            throw refusals.unknownOperation(
                    jsonVersion(null, request),
                    null,
                    "An awsJson call cannot be a " + Refusals.quoted(request.method()) + ".");
        }
        OperationSchema<?, ?> operation = byTarget.get(target);
        if (operation == null) {
            operation = findTarget(request, target);
            byTarget.put(target, operation);
        }
        WireProtocol protocol = jsonVersion(operation.service(), request);
        return new Route(operation, protocols.get(protocol), RoutedRequest.of(request));
    }

    /** The operation that a path ending in {@code /service/NAME/operation/NAME} names. */
    Route byPath(HttpRequest request) {
        String path = request.path();
        int operationAt = path.lastIndexOf(OPERATION);
        int serviceAt = operationAt < 0 ? -1 : path.lastIndexOf(SERVICE, operationAt);
        if (serviceAt < 0
                || serviceAt + SERVICE.length() > operationAt
                || !request.method().equals("POST")) {
            throw unknownCbor(null, "Not an RPC v2 path: " + Refusals.quoted(request.method() + ' ' + path));
        }
        String serviceName = path.substring(serviceAt + SERVICE.length(), operationAt);
        String id = catalog.byShapeName(serviceName);
        if (id == null) {
            throw unknownCbor(null, ModelRouter.unserved(serviceName));
        }
        ServiceSchema service = catalog.service(id);
        String name = path.substring(operationAt + OPERATION.length());
        OperationSchema<?, ?> operation = service.operation(name);
        if (operation == null) {
            throw unknownCbor(service, unknown(service, name));
        }
        return new Route(operation, protocols.get(WireProtocol.RPC_V2_CBOR), RoutedRequest.of(request));
    }

    /** A call to a service that is told its operation by a header, without that header. */
    RoutingException missingTarget(ServiceSchema service, HttpRequest request) {
        return refusals.unknownOperation(
                jsonVersion(service, request), service, "The request must contain the header X-Amz-Target.");
    }

    private OperationSchema<?, ?> findTarget(HttpRequest request, String target) {
        int dot = target.lastIndexOf('.');
        String id = dot < 0 ? null : catalog.byTargetPrefix(target.substring(0, dot));
        if (id == null) {
            WireProtocol protocol = jsonVersion(null, request);
            throw refusals.unknownOperation(protocol, null, ModelRouter.unserved(target));
        }
        ServiceSchema service = catalog.service(id);
        String name = target.substring(dot + 1);
        OperationSchema<?, ?> operation = service.operation(name);
        if (operation == null) {
            throw refusals.unknownOperation(jsonVersion(service, request), service, unknown(service, name));
        }
        return operation;
    }

    private RoutingException unknownCbor(@Nullable ServiceSchema service, String message) {
        return refusals.unknownOperation(WireProtocol.RPC_V2_CBOR, service, message);
    }

    private static String unknown(ServiceSchema service, String operation) {
        return service.sdkId() + " has no operation '" + Refusals.quoted(operation) + "'.";
    }

    /** The version that the request is in, else the one that the service prefers. */
    private static WireProtocol jsonVersion(@Nullable ServiceSchema service, HttpRequest request) {
        String type = request.header("Content-Type");
        if (type != null && type.regionMatches(true, 0, JSON_1_1, 0, JSON_1_1.length())) {
            return WireProtocol.AWS_JSON_1_1;
        } else if (type != null && type.regionMatches(true, 0, JSON_1_0, 0, JSON_1_0.length())) {
            return WireProtocol.AWS_JSON_1_0;
        }
        return service != null && service.speaks(WireProtocol.AWS_JSON_1_0)
                ? WireProtocol.AWS_JSON_1_0
                : WireProtocol.AWS_JSON_1_1;
    }
}
