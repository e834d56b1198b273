package io.vaportrail.conformance.smithy;

import static org.assertj.core.api.Assertions.assertThat;

import io.vaportrail.core.http.HttpRequest;
import io.vaportrail.core.routing.FormParameters;
import io.vaportrail.core.routing.Route;
import io.vaportrail.core.routing.RoutedRequest;
import io.vaportrail.schema.OperationSchema;
import java.util.Map;

/** What routing reads from a request before it is decoded. */
@FunctionalInterface
interface RequestRouting {
    /** The parameters of the form. */
    RequestRouting FORM = (operation, request) -> new RoutedRequest(request, Map.of(), FormParameters.of(request));

    /** All that the router reads, which must find the operation by itself. */
    RequestRouting ROUTER = (operation, request) -> {
        Route route = ((SmithyService) operation.service()).router().route(request);
        assertThat(route.operation()).isEqualTo(operation);
        return route.request();
    };

    /** The same, but for the few cases that leave out the header that names the operation. */
    RequestRouting TARGET = (operation, request) ->
            request.header("X-Amz-Target") == null ? RoutedRequest.of(request) : ROUTER.route(operation, request);

    RoutedRequest route(OperationSchema<?, ?> operation, HttpRequest request);
}
