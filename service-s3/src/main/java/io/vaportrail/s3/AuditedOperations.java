package io.vaportrail.s3;

import io.vaportrail.core.audit.AuditScope;
import io.vaportrail.core.http.HttpRequest;
import io.vaportrail.core.http.Origin;
import io.vaportrail.core.service.AsyncHandler;
import io.vaportrail.core.service.Call;
import io.vaportrail.core.service.ExtendedRequestId;
import io.vaportrail.core.service.Handler;
import io.vaportrail.core.service.OperationRegistry;
import io.vaportrail.model.s3.GetObjectOutput;
import io.vaportrail.schema.Blob;
import io.vaportrail.schema.OperationSchema;
import io.vaportrail.schema.Struct;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Registers operations so that each adds to its record what S3 says of every request.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/cloudtrail-logging-understanding-s3-entries.html">S3's
 *     CloudTrail records</a>
 */
final class AuditedOperations implements OperationRegistry {
    /** Of the signature in a query string, what is recorded. */
    private static final Set<String> SIGNING =
            Set.of("X-Amz-Date", "X-Amz-Algorithm", "X-Amz-SignedHeaders", "X-Amz-Expires");

    private final OperationRegistry registry;
    private final RequestGate gate;

    AuditedOperations(OperationRegistry registry, RequestGate gate) {
        this.registry = registry;
        this.gate = gate;
    }

    @Override
    public <I extends Struct, O extends Struct> OperationRegistry inline(
            OperationSchema<I, O> operation, Handler<I, O> handler) {
        registry.inline(operation, audited(handler));
        return this;
    }

    @Override
    public <I extends Struct, O extends Struct> OperationRegistry onWorker(
            OperationSchema<I, O> operation, Handler<I, O> handler) {
        registry.onWorker(operation, audited(handler));
        return this;
    }

    @Override
    public <I extends Struct, O extends Struct> OperationRegistry async(
            OperationSchema<I, O> operation, AsyncHandler<I, O> handler) {
        registry.async(operation, (input, call) -> {
            begin(input, call);
            return handler.handle(input, call);
        });
        return this;
    }

    private <I extends Struct, O extends Struct> Handler<I, O> audited(Handler<I, O> handler) {
        return (input, call) -> {
            begin(input, call);
            O output = handler.handle(input, call);
            if (output instanceof GetObjectOutput object) {
                Blob body = object.body();
                call.audit().additionalEventData("bytesTransferredOut", body == null ? 0 : body.size());
            }
            return output;
        };
    }

    private void begin(Struct input, Call call) {
        HttpRequest request = call.origin().request();
        AuditScope audit = call.audit();
        if (request != null) {
            describe(request, call, audit);
        }
        audit.additionalEventData("bytesTransferredOut", 0);
        audit.additionalEventData("x-amz-id-2", ExtendedRequestId.of(call.requestId()));
        gate.check(input, call);
    }

    private static void describe(HttpRequest request, Call call, AuditScope audit) {
        String authorization = request.header("Authorization");
        String presigned = authorization == null ? presigned(request.query()) : null;
        String signed = authorization == null ? presigned : authorization;
        if (presigned != null) {
            describeSignature(presigned, audit);
        }
        if (signed != null) {
            boolean version4 = signed.startsWith("AWS4") || signed.contains("X-Amz-Signature=");
            audit.additionalEventData("SignatureVersion", version4 ? "SigV4" : "SigV2");
        }
        Origin.Tls tls = call.origin().tls();
        if (tls != null) {
            audit.additionalEventData("CipherSuite", tls.cipherSuite());
        }
        audit.additionalEventData("bytesTransferredIn", request.body().length);
        if (signed != null) {
            audit.additionalEventData("AuthenticationMethod", authorization == null ? "QueryString" : "AuthHeader");
        }
    }

    /** Records show of a signature in the query string when and how it was made, and nothing that it could be used with. */
    private static void describeSignature(String query, AuditScope audit) {
        for (String parameter : query.split("&")) {
            int equals = parameter.indexOf('=');
            String name = equals < 0 ? parameter : parameter.substring(0, equals);
            if (SIGNING.contains(name)) {
                audit.requestParameter(
                        name, URLDecoder.decode(parameter.substring(equals + 1), StandardCharsets.UTF_8));
            }
        }
    }

    private static @Nullable String presigned(@Nullable String query) {
        return query != null && query.contains("Signature=") ? query : null;
    }
}
