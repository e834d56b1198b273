package io.vaportrail.core.routing;

import io.vaportrail.core.http.HttpRequest;
import io.vaportrail.core.protocol.Protocols;
import io.vaportrail.schema.OperationSchema;
import io.vaportrail.schema.ServiceSchema;
import io.vaportrail.schema.WireProtocol;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Calls of REST services: method and path tell the operations apart. */
final class RestRouting {
    private final ServiceCatalog catalog;
    private final Protocols protocols;
    private final Refusals refusals;
    private final Map<String, RestOperations> operations = new ConcurrentHashMap<>();

    RestRouting(ServiceCatalog catalog, Protocols protocols, Refusals refusals) {
        this.catalog = catalog;
        this.protocols = protocols;
        this.refusals = refusals;
    }

    /** The call of a service that is known, or {@code null} when no operation has such a path. */
    @Nullable Route find(ServiceSchema service, HttpRequest request, @Nullable HostName host) {
        String bucket = host == null ? null : host.bucket();
        String path = bucket == null ? request.path() : '/' + bucket + request.path();
        RestOperations known = operations.computeIfAbsent(service.id(), id -> new RestOperations(service));
        OperationSchema<?, ?> upload = FormUploads.operation(service, request);
        RestMatch match = upload == null
                ? known.match(request.method(), path, request.query(), request.headers())
                : known.match("GET", path, null, request.headers());
        if (match == null) {
            return null;
        }
        Map<String, String> labels = match.labels();
        if (labels == null) {
            throw refusals.malformedPath(service);
        }
        if (upload != null && !FormUploads.leadsToBucket(labels)) {
            return null;
        }
        WireProtocol protocol =
                service.speaks(WireProtocol.REST_XML) ? WireProtocol.REST_XML : WireProtocol.REST_JSON_1;
        return new Route(
                upload == null ? match.operation() : upload,
                protocols.get(protocol),
                new RoutedRequest(request, labels, null));
    }

    /** The call of any REST service that has such a path, or {@code null}. */
    @Nullable Route findAnywhere(HttpRequest request) {
        for (String id : catalog.restServices()) {
            Route found = find(catalog.service(id), request, null);
            if (found != null) {
                return found;
            }
        }
        return null;
    }
}
