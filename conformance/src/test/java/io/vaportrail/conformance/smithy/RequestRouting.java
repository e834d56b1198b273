package io.vaportrail.conformance.smithy;

import static org.assertj.core.api.Assertions.assertThat;

import io.vaportrail.core.http.HttpRequest;
import io.vaportrail.core.protocol.Protocols;
import io.vaportrail.core.routing.FormParameters;
import io.vaportrail.core.routing.ModelRouter;
import io.vaportrail.core.routing.Route;
import io.vaportrail.core.routing.RoutedRequest;
import io.vaportrail.schema.OperationSchema;
import java.util.Map;

/** What routing reads from a request before it is decoded. */
@FunctionalInterface
interface RequestRouting {
    /** Nothing, in the protocols that name the operation in a header or path of their own. */
    RequestRouting NONE = (operation, request) -> RoutedRequest.of(request);

    /** The labels of the path. */
    RequestRouting LABELS = (operation, request) ->
            new RoutedRequest(request, UriLabels.of(operation.http().uri(), request.path()), null);

    /** The parameters of the form. */
    RequestRouting FORM = (operation, request) -> new RoutedRequest(request, Map.of(), FormParameters.of(request));

    /** All that the router reads, which must find the operation by itself. */
    RequestRouting ROUTER = (operation, request) -> {
        Route route = new ModelRouter(new SmithyCatalog(operation.service()), Protocols.all()).route(request);
        assertThat(route.operation()).isEqualTo(operation);
        return route.request();
    };

    RoutedRequest route(OperationSchema<?, ?> operation, HttpRequest request);
}
