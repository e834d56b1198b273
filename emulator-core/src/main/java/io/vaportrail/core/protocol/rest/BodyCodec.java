package io.vaportrail.core.protocol.rest;

import io.vaportrail.core.http.HttpResponse;
import io.vaportrail.schema.Member;
import io.vaportrail.schema.OperationSchema;
import io.vaportrail.schema.ServiceException;
import io.vaportrail.schema.ServiceSchema;
import io.vaportrail.schema.Struct;
import io.vaportrail.schema.StructBuilder;
import io.vaportrail.schema.WireProtocol;
import org.jspecify.annotations.Nullable;

/**
 * What the REST protocols do differently: the format of the HTTP body. {@link RestProtocol} does all the rest: headers, labels,
 * query strings, status codes, and payloads that are plain text or bytes. Stateless; called from any thread.
 */
public interface BodyCodec {
    /** Which protocol this makes. */
    WireProtocol protocol();

    /** The media type of bodies in the format, for example {@code application/json}. */
    String mediaType();

    /** Whether a request of another media type, or one that accepts no other, is refused. */
    boolean checksMediaTypes();

    /** The header that carries the request id, for example {@code x-amzn-RequestId}. */
    String requestIdHeader(@Nullable ServiceSchema service);

    /** Adds headers that every answer of the service has, beside the request id. */
    default void addHeaders(@Nullable ServiceSchema service, String requestId, HttpResponse into) {}

    /**
     * What the caller is told of a header, label or parameter that cannot be read.
     *
     * @param text as sent, or {@code null} when not even that can be told
     * @param problem what is wrong with it, in general words
     */
    default ServiceException unreadable(
            ServiceSchema service, Member member, @Nullable String text, ServiceException problem) {
        return problem;
    }

    /**
     * Reads the members of the input that the body carries ({@link io.vaportrail.schema.StructSchema#bodyMembers()}).
     *
     * @param body at least one byte
     * @throws ServiceException when the body cannot be read
     */
    void readBody(OperationSchema<?, ?> operation, byte[] body, StructBuilder<?> into);

    /**
     * Reads a body that is one member of the input: a structure, union, document, list or map.
     *
     * @param body at least one byte
     * @return the value, or {@code null} when the body says that there is none
     * @throws ServiceException when the body cannot be read
     */
    @Nullable Object readPayload(OperationSchema<?, ?> operation, Member payload, byte[] body);

    /**
     * Writes the members of the output that the body carries ({@link io.vaportrail.schema.StructSchema#responseBodyMembers()});
     * without any this is an empty structure, or no bytes at all.
     */
    byte[] writeBody(OperationSchema<?, ?> operation, Struct output);

    /**
     * Writes a body that is one member of the output: a structure, union, document, list or map.
     *
     * <p>An output without the member has an empty body.
     */
    byte[] writePayload(OperationSchema<?, ?> operation, Member payload, Object value);

    /**
     * Writes the body of an error and the headers that name it, {@code Content-Type} included. Status, request id and the error's
     * members bound to headers are there already.
     */
    void writeError(@Nullable ServiceSchema service, ServiceException error, String requestId, HttpResponse into);
}
