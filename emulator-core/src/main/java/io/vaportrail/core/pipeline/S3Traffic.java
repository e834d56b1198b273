package io.vaportrail.core.pipeline;

import io.vaportrail.core.audit.AuditScope;
import io.vaportrail.core.http.HttpRequest;
import io.vaportrail.core.http.HttpResponse;
import io.vaportrail.core.http.Origin;
import io.vaportrail.core.protocol.PercentCoding;
import io.vaportrail.core.service.Call;
import io.vaportrail.core.service.ExtendedRequestId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What CloudTrail records of every request to S3 and of its answer: how it was signed, and how many bytes went either way. Whatever
 * becomes of the call, a refusal included.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/cloudtrail-logging-understanding-s3-entries.html">S3's
 *     CloudTrail records</a>
 */
final class S3Traffic {
    /** Of a signature in the query string, what is recorded: when and how it was made, and nothing that it could be used with. */
    private static final Set<String> SIGNING =
            Set.of("X-Amz-Date", "X-Amz-Algorithm", "X-Amz-SignedHeaders", "X-Amz-Expires");

    private final AuditScope audit;
    private final HttpRequest request;
    private final String requestId;

    private S3Traffic(Call call, HttpRequest request) {
        this.audit = call.audit();
        this.request = request;
        this.requestId = call.requestId();
    }

    /** That of a call to S3, or {@code null} when it is one to another service. */
    static @Nullable S3Traffic of(Call call, HttpRequest request) {
        return call.operation().service().id().equals("s3") ? new S3Traffic(call, request) : null;
    }

    /** The call begins. */
    void received() {
        if (isSigned()) {
            audit.additionalEventData("SignatureVersion", isVersion4() ? "SigV4" : "SigV2");
        }
        String query = request.query();
        if (query != null && request.header("Authorization") == null && query.contains("X-Amz-Signature=")) {
            describeSignature(query);
        }
        Origin.Tls tls = request.origin().tls();
        if (tls != null) {
            audit.additionalEventData("CipherSuite", tls.cipherSuite());
        }
        audit.additionalEventData("bytesTransferredIn", request.body().length);
    }

    /** The answer is there. */
    void answered(HttpResponse response) {
        if (isSigned()) {
            boolean header = request.header("Authorization") != null;
            audit.additionalEventData("AuthenticationMethod", header ? "AuthHeader" : "QueryString");
        }
        audit.additionalEventData("x-amz-id-2", ExtendedRequestId.of(requestId));
        boolean bodiless = request.method().equals("HEAD");
        audit.additionalEventData("bytesTransferredOut", bodiless ? 0 : response.body().length);
    }

    private void describeSignature(String query) {
        for (String parameter : query.split("&")) {
            int equals = parameter.indexOf('=');
            String name = equals < 0 ? parameter : parameter.substring(0, equals);
            if (SIGNING.contains(name)) {
                String value = PercentCoding.decode(parameter.substring(equals + 1), false);
                if (value != null) {
                    audit.requestParameter(name, value);
                }
            }
        }
    }

    private boolean isSigned() {
        String query = request.query();
        return request.header("Authorization") != null || query != null && query.contains("Signature=");
    }

    private boolean isVersion4() {
        String authorization = request.header("Authorization");
        return authorization == null
                ? String.valueOf(request.query()).contains("X-Amz-Signature=")
                : authorization.startsWith("AWS4");
    }
}
