package io.vaportrail.conformance.smithy;

import io.vaportrail.core.http.HttpRequest;
import io.vaportrail.core.routing.RoutedRequest;
import io.vaportrail.schema.OperationSchema;

/** What routing reads from a request before it is decoded. */
@FunctionalInterface
interface RequestRouting {
    /** Nothing, in the protocols that name the operation in a header or path of their own. */
    RequestRouting NONE = (operation, request) -> RoutedRequest.of(request);

    /** The labels of the path. */
    RequestRouting LABELS = (operation, request) ->
            new RoutedRequest(request, UriLabels.of(operation.http().uri(), request.path()), null);

    RoutedRequest route(OperationSchema<?, ?> operation, HttpRequest request);
}
