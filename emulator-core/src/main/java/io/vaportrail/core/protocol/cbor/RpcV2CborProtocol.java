package io.vaportrail.core.protocol.cbor;

import io.vaportrail.core.http.HttpResponse;
import io.vaportrail.core.protocol.Defaults;
import io.vaportrail.core.protocol.ErrorNames;
import io.vaportrail.core.protocol.Protocol;
import io.vaportrail.core.routing.RoutedRequest;
import io.vaportrail.schema.OperationSchema;
import io.vaportrail.schema.ServiceException;
import io.vaportrail.schema.ServiceSchema;
import io.vaportrail.schema.Struct;
import io.vaportrail.schema.StructBuilder;
import io.vaportrail.schema.StructSchema;
import io.vaportrail.schema.WireProtocol;
import org.jspecify.annotations.Nullable;

/**
 * Smithy RPC v2 CBOR: every member in a CBOR body, service and operation in the path.
 *
 * @see <a href="https://smithy.io/2.0/additional-specs/protocols/smithy-rpc-v2.html">Smithy RPC v2 CBOR</a>
 */
public final class RpcV2CborProtocol implements Protocol {
    /** The only one. */
    public static final RpcV2CborProtocol INSTANCE = new RpcV2CborProtocol();

    private RpcV2CborProtocol() {}

    @Override
    public WireProtocol id() {
        return WireProtocol.RPC_V2_CBOR;
    }

    /** An empty body stands for an empty structure. */
    @Override
    public <I extends Struct> I decode(OperationSchema<I, ?> operation, RoutedRequest request) {
        byte[] body = request.http().body();
        StructSchema<I> schema = operation.input();
        StructBuilder<I> into = schema.newBuilder();
        if (body.length == 0) {
            Defaults.fill(schema, into);
        } else {
            CborDeserializer.readStruct(body, schema, into);
        }
        return into.build();
    }

    /** An operation without output answers no bytes at all. */
    @Override
    public HttpResponse encode(OperationSchema<?, ?> operation, Struct output, String requestId) {
        HttpResponse response = head(200, requestId);
        return operation.hasOutput() ? withBody(response, CborSerializer.writeStruct(output)) : response;
    }

    @Override
    public HttpResponse encodeError(@Nullable ServiceSchema service, ServiceException error, String requestId) {
        HttpResponse response = head(error.error().httpStatus(), requestId);
        ErrorNames.addQueryError(service, error, response);
        Struct struct = error instanceof Struct members ? members : null;
        return withBody(
                response,
                CborSerializer.writeError(
                        ErrorNames.absoluteName(service, error), struct, ErrorNames.separateMessage(error)));
    }

    private static HttpResponse head(int status, String requestId) {
        return HttpResponse.of(status).header("smithy-protocol", "rpc-v2-cbor").header("x-amzn-RequestId", requestId);
    }

    private static HttpResponse withBody(HttpResponse response, byte[] body) {
        return response.header("Content-Type", "application/cbor").body(body);
    }
}
