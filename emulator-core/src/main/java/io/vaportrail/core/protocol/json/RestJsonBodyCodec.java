package io.vaportrail.core.protocol.json;

import io.vaportrail.core.http.HttpResponse;
import io.vaportrail.core.protocol.ErrorNames;
import io.vaportrail.core.protocol.rest.BodyCodec;
import io.vaportrail.core.protocol.rest.RestProtocol;
import io.vaportrail.schema.Member;
import io.vaportrail.schema.OperationSchema;
import io.vaportrail.schema.ServiceException;
import io.vaportrail.schema.ServiceSchema;
import io.vaportrail.schema.ShapeType;
import io.vaportrail.schema.Struct;
import io.vaportrail.schema.StructBuilder;
import io.vaportrail.schema.WireProtocol;
import org.jspecify.annotations.Nullable;

/**
 * The JSON bodies of restJson1.
 *
 * @see <a href="https://smithy.io/2.0/aws/protocols/aws-restjson1-protocol.html">Smithy: AWS restJson1</a>
 */
public final class RestJsonBodyCodec implements BodyCodec {
    /** restJson1. */
    public static final RestProtocol PROTOCOL = new RestProtocol(new RestJsonBodyCodec());

    private static final String MEDIA_TYPE = "application/json";

    private RestJsonBodyCodec() {}

    @Override
    public WireProtocol protocol() {
        return WireProtocol.REST_JSON_1;
    }

    @Override
    public String mediaType() {
        return MEDIA_TYPE;
    }

    @Override
    public boolean checksMediaTypes() {
        return true;
    }

    @Override
    public String requestIdHeader(@Nullable ServiceSchema service) {
        return "x-amzn-RequestId";
    }

    @Override
    public void readBody(OperationSchema<?, ?> operation, byte[] body, StructBuilder<?> into) {
        JsonDeserializer.readStruct(body, operation.input(), into, true);
    }

    /** Clients write an empty object where an optional structure is absent. */
    @Override
    public @Nullable Object readPayload(OperationSchema<?, ?> operation, Member payload, byte[] body) {
        Object value = JsonDeserializer.readValue(body, payload);
        boolean absent = payload.target().type() == ShapeType.STRUCTURE
                && !payload.required()
                && value instanceof Struct struct
                && isEmpty(struct);
        return absent ? null : value;
    }

    @Override
    public byte[] writeBody(OperationSchema<?, ?> operation, Struct output) {
        return JsonSerializer.writeBodyMembers(output);
    }

    @Override
    public byte[] writePayload(OperationSchema<?, ?> operation, Member payload, Object value) {
        return JsonSerializer.writeValue(payload, value);
    }

    @Override
    public void writeError(
            @Nullable ServiceSchema service, ServiceException error, String requestId, HttpResponse into) {
        Struct struct = error instanceof Struct members ? members : null;
        into.header("x-amzn-ErrorType", ErrorNames.shapeName(error))
                .header("Content-Type", MEDIA_TYPE)
                .body(JsonSerializer.writeError(null, struct, ErrorNames.separateMessage(error), true));
    }

    private static boolean isEmpty(Struct struct) {
        for (int i = 0; i < struct.schema().members().size(); i++) {
            if (struct.get(i) != null) {
                return false;
            }
        }
        return true;
    }
}
