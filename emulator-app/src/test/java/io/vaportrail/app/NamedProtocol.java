package io.vaportrail.app;

import io.vaportrail.core.http.HttpResponse;
import io.vaportrail.core.protocol.Protocol;
import io.vaportrail.core.routing.RoutedRequest;
import io.vaportrail.schema.OperationSchema;
import io.vaportrail.schema.ServiceException;
import io.vaportrail.schema.ServiceSchema;
import io.vaportrail.schema.Struct;
import io.vaportrail.schema.WireProtocol;
import org.jspecify.annotations.Nullable;

/** A protocol of which routing needs nothing but the name. */
record NamedProtocol(WireProtocol id) implements Protocol {
    @Override
    public <I extends Struct> I decode(OperationSchema<I, ?> operation, RoutedRequest request) {
        throw new UnsupportedOperationException("decode");
    }

    @Override
    public HttpResponse encode(OperationSchema<?, ?> operation, Struct output, String requestId) {
        throw new UnsupportedOperationException("encode");
    }

    @Override
    public HttpResponse encodeError(@Nullable ServiceSchema service, ServiceException error, String requestId) {
        throw new UnsupportedOperationException("encodeError");
    }
}
