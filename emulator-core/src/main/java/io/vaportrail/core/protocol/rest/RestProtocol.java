package io.vaportrail.core.protocol.rest;

import io.vaportrail.core.http.HttpResponse;
import io.vaportrail.core.protocol.Defaults;
import io.vaportrail.core.protocol.Protocol;
import io.vaportrail.core.routing.RoutedRequest;
import io.vaportrail.core.service.CommonError;
import io.vaportrail.schema.Blob;
import io.vaportrail.schema.Location;
import io.vaportrail.schema.Member;
import io.vaportrail.schema.OperationSchema;
import io.vaportrail.schema.ServiceException;
import io.vaportrail.schema.ServiceSchema;
import io.vaportrail.schema.ShapeType;
import io.vaportrail.schema.Struct;
import io.vaportrail.schema.StructBuilder;
import io.vaportrail.schema.StructSchema;
import io.vaportrail.schema.WireProtocol;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A REST protocol: what stands in headers, labels, query string and status code, around a body in a format of its own.
 *
 * @see <a href="https://smithy.io/2.0/spec/http-bindings.html">Smithy: HTTP binding traits</a>
 */
public final class RestProtocol implements Protocol {
    private static final String CONTENT_TYPE = "Content-Type";
    private static final byte[] NO_BYTES = new byte[0];

    private final BodyCodec codec;
    private final MediaTypes mediaTypes;

    /** A protocol with bodies in the codec's format. */
    public RestProtocol(BodyCodec codec) {
        this.codec = codec;
        this.mediaTypes = new MediaTypes(codec.mediaType());
    }

    @Override
    public WireProtocol id() {
        return codec.protocol();
    }

    @Override
    public <I extends Struct> I decode(OperationSchema<I, ?> operation, RoutedRequest request) {
        if (codec.checksMediaTypes()) {
            mediaTypes.check(operation, request.http());
        }
        StructSchema<I> schema = operation.input();
        StructBuilder<I> into = schema.newBuilder();
        RequestReader reader = new RequestReader(request);
        List<Member> members = schema.members();
        for (int i = 0; i < members.size(); i++) {
            Member member = members.get(i);
            if (member.location() != Location.BODY && member.location() != Location.PAYLOAD) {
                into.set(i, read(operation, member, reader));
            }
        }
        readBody(operation, schema, request.http().body(), reader, into);
        Defaults.fill(schema, into);
        return into.build();
    }

    private @Nullable Object read(OperationSchema<?, ?> operation, Member member, RequestReader reader) {
        try {
            return reader.read(member);
        } catch (ServiceException e) {
            throw codec.unreadable(operation.service(), member, reader.textOf(member), e);
        }
    }

    @Override
    public HttpResponse encode(OperationSchema<?, ?> operation, Struct output, String requestId) {
        int status = ResponseWriter.status(output, operation.http().code());
        HttpResponse response = HttpResponse.of(status).header(codec.requestIdHeader(operation.service()), requestId);
        codec.addHeaders(operation.service(), requestId, response);
        if (!operation.hasOutput()) {
            return response;
        }
        ResponseWriter.headers(output, response);
        Member payload = output.schema().payloadMember();
        if (payload == null) {
            return withBody(response, codec.mediaType(), codec.writeBody(operation, output));
        }
        String stated = mediaTypes.ofPayload(payload);
        return withBody(response, stated == null ? MediaTypes.BYTES : stated, payload(operation, payload, output));
    }

    @Override
    public HttpResponse encodeError(@Nullable ServiceSchema service, ServiceException error, String requestId) {
        HttpResponse response =
                HttpResponse.of(error.error().httpStatus()).header(codec.requestIdHeader(service), requestId);
        if (error instanceof Struct struct) {
            ResponseWriter.headers(struct, response);
        }
        codec.addHeaders(service, requestId, response);
        error.headers().forEach(response::header);
        codec.writeError(service, error, requestId, response);
        return response;
    }

    private void readBody(
            OperationSchema<?, ?> operation,
            StructSchema<?> schema,
            byte[] body,
            RequestReader reader,
            StructBuilder<?> into) {
        Member payload = schema.payloadMember();
        if (payload == null) {
            if (body.length > 0 && !schema.bodyMembers().isEmpty()) {
                codec.readBody(operation, body, into);
            }
            return;
        }
        refuseEvents(operation, payload);
        if (isPlain(payload)) {
            into.set(payload.index(), reader.plainPayload(payload));
        } else if (body.length > 0) {
            into.set(payload.index(), codec.readPayload(operation, payload, body));
        }
    }

    private byte[] payload(OperationSchema<?, ?> operation, Member payload, Struct output) {
        refuseEvents(operation, payload);
        Object value = ResponseWriter.valueOf(output, payload);
        if (value == null) {
            return NO_BYTES;
        } else if (!isPlain(payload)) {
            return codec.writePayload(operation, payload, value);
        }
        return value instanceof Blob blob ? blob.unsafeBytes() : ((String) value).getBytes(StandardCharsets.UTF_8);
    }

    /** A stated content type goes before the format's; an empty body has none. */
    private static HttpResponse withBody(HttpResponse response, String mediaType, byte[] body) {
        if (body.length > 0 && response.header(CONTENT_TYPE) == null) {
            response.header(CONTENT_TYPE, mediaType);
        }
        return response.body(body);
    }

    private static boolean isPlain(Member payload) {
        ShapeType type = payload.target().type();
        return type == ShapeType.BLOB || type.isString();
    }

    private static void refuseEvents(OperationSchema<?, ?> operation, Member payload) {
        if (payload.streaming() && payload.target().type() == ShapeType.UNION) {
            throw CommonError.notImplemented(operation);
        }
    }
}
