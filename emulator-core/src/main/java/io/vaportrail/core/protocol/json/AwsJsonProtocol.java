package io.vaportrail.core.protocol.json;

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
 * AWS JSON 1.0 and 1.1: every member in a JSON body, the operation in a header.
 *
 * @see <a href="https://smithy.io/2.0/aws/protocols/aws-json-1_0-protocol.html">Smithy: AWS JSON 1.0</a>
 */
public final class AwsJsonProtocol implements Protocol {
    /** Version 1.0, which names errors with their namespace. */
    public static final AwsJsonProtocol V1_0 =
            new AwsJsonProtocol(WireProtocol.AWS_JSON_1_0, "application/x-amz-json-1.0");

    /** Version 1.1, which names errors without it. */
    public static final AwsJsonProtocol V1_1 =
            new AwsJsonProtocol(WireProtocol.AWS_JSON_1_1, "application/x-amz-json-1.1");

    private static final String REQUEST_ID = "x-amzn-RequestId";
    private static final String CONTENT_TYPE = "Content-Type";

    private final WireProtocol id;
    private final String mediaType;

    private AwsJsonProtocol(WireProtocol id, String mediaType) {
        this.id = id;
        this.mediaType = mediaType;
    }

    @Override
    public WireProtocol id() {
        return id;
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
            JsonDeserializer.readStruct(body, schema, into, false);
        }
        return into.build();
    }

    /** An operation without output answers no bytes at all. */
    @Override
    public HttpResponse encode(OperationSchema<?, ?> operation, Struct output, String requestId) {
        HttpResponse response = head(200, requestId);
        return operation.hasOutput() ? response.body(JsonSerializer.writeStruct(output, false)) : response;
    }

    @Override
    public HttpResponse encodeError(@Nullable ServiceSchema service, ServiceException error, String requestId) {
        HttpResponse response = head(error.error().httpStatus(), requestId);
        ErrorNames.addQueryError(service, error, response);
        String type =
                id == WireProtocol.AWS_JSON_1_0 ? ErrorNames.absoluteName(service, error) : ErrorNames.shapeName(error);
        Struct struct = error instanceof Struct members ? members : null;
        return response.body(JsonSerializer.writeError(type, struct, ErrorNames.separateMessage(error), false));
    }

    private HttpResponse head(int status, String requestId) {
        return HttpResponse.of(status).header(REQUEST_ID, requestId).header(CONTENT_TYPE, mediaType);
    }
}
