package io.vaportrail.core.routing;

import io.vaportrail.core.protocol.Protocol;
import io.vaportrail.schema.ServiceException;
import io.vaportrail.schema.ServiceSchema;
import org.jspecify.annotations.Nullable;

/** A request that means no operation. It says in which form to answer. */
public final class RoutingException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Protocol protocol;
    private final transient @Nullable ServiceSchema service;
    private final transient ServiceException answer;

    /**
     * A request that means no operation.
     *
     * @param protocol the form of the answer, guessed from the request
     * @param service the service if that much is clear, or {@code null}
     * @param answer what the caller is told
     */
    public RoutingException(Protocol protocol, @Nullable ServiceSchema service, ServiceException answer) {
        super(answer.getMessage(), null, false, false);
        this.protocol = protocol;
        this.service = service;
        this.answer = answer;
    }

    /** The form of the answer. */
    public Protocol protocol() {
        return protocol;
    }

    /** The service, or {@code null}. */
    public @Nullable ServiceSchema service() {
        return service;
    }

    /** What the caller is told. */
    public ServiceException answer() {
        return answer;
    }
}
