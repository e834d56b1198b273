package io.vaportrail.core.routing;

import io.vaportrail.core.protocol.Protocol;
import io.vaportrail.schema.OperationSchema;

/**
 * What a request means.
 *
 * @param operation what is called
 * @param protocol the protocol that it is spoken in and answered in
 * @param request the request
 */
public record Route(OperationSchema<?, ?> operation, Protocol protocol, RoutedRequest request) {}
