package io.vaportrail.core.pipeline;

import io.vaportrail.core.audit.AuditScope;
import io.vaportrail.core.http.HttpRequest;
import io.vaportrail.core.http.HttpResponse;
import io.vaportrail.core.http.Origin;
import io.vaportrail.core.service.Call;
import io.vaportrail.core.service.ExtendedRequestId;
import org.jspecify.annotations.Nullable;

/**
 * What CloudTrail records of every request to S3 and of its answer: how it was signed, and how many bytes went either way. Whatever
 * becomes of the call, a refusal included.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/cloudtrail-logging-understanding-s3-entries.html">S3's
 *     CloudTrail records</a>
 */
final class S3Traffic {
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
