package io.vaportrail.core.protocol;

import io.vaportrail.core.http.HttpResponse;
import io.vaportrail.core.routing.RoutedRequest;
import io.vaportrail.schema.OperationSchema;
import io.vaportrail.schema.ServiceException;
import io.vaportrail.schema.ServiceSchema;
import io.vaportrail.schema.Struct;
import io.vaportrail.schema.WireProtocol;
import org.jspecify.annotations.Nullable;

/**
 * One wire protocol. Stateless; called from any thread.
 *
 * @see <a href="https://smithy.io/2.0/aws/protocols/index.html">AWS protocols</a>
 */
public interface Protocol {
    /** Which protocol this is. */
    WireProtocol id();

    /**
     * Reads the input of an operation.
     *
     * @throws ServiceException when the bytes cannot be read as the input ({@code SerializationException} and its kin)
     */
    <I extends Struct> I decode(OperationSchema<I, ?> operation, RoutedRequest request);

    /** Writes the output of an operation. */
    HttpResponse encode(OperationSchema<?, ?> operation, Struct output, String requestId);

    /** Writes an error of a service, {@code null} when none is known; what is no structure of the model has code and message alone. */
    HttpResponse encodeError(@Nullable ServiceSchema service, ServiceException error, String requestId);
}
