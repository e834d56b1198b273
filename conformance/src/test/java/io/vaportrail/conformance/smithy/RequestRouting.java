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

    /** The labels of the path, after the bucket where S3's host names it. */
    RequestRouting LABELS_AND_BUCKET = (operation, request) -> {
        String host = request.header("Host");
        int s3 = host == null ? -1 : host.indexOf(".s3");
        String path = s3 > 0 ? "/" + host.substring(0, s3) + request.path() : request.path();
        boolean bucketAlone = s3 > 0 && path.endsWith("/");
        return new RoutedRequest(
                request,
                UriLabels.of(operation.http().uri(), bucketAlone ? path.substring(0, path.length() - 1) : path),
                null);
    };

    RoutedRequest route(OperationSchema<?, ?> operation, HttpRequest request);
}
