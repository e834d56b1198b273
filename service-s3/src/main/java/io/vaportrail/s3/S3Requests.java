package io.vaportrail.s3;

import io.vaportrail.core.audit.AuditScope;
import io.vaportrail.core.http.HttpRequest;
import io.vaportrail.core.http.HttpResponse;
import io.vaportrail.core.http.Origin;
import io.vaportrail.core.random.Ids;
import io.vaportrail.core.service.Call;
import io.vaportrail.core.service.ExtendedRequestId;
import io.vaportrail.core.service.RequestConventions;
import io.vaportrail.s3.configuration.CrossOrigin;
import io.vaportrail.s3.form.FormUpload;
import io.vaportrail.s3.form.Forms;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;

/**
 * What S3 does with every request: it has ids of its own, CloudTrail records how the request was signed and how many bytes went either
 * way, whatever becomes of the call, and pages of the origins that a bucket allows may send it.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/cloudtrail-logging-understanding-s3-entries.html">S3's
 *     CloudTrail records</a>
 */
final class S3Requests implements RequestConventions {
    private static final int REQUEST_ID_LENGTH = 16;
    private static final int STORED = 200;

    /** Of a signature in the query string, what is recorded: when and how it was made, and nothing that it could be used with. */
    private static final Set<String> SIGNING =
            Set.of("X-Amz-Date", "X-Amz-Algorithm", "X-Amz-SignedHeaders", "X-Amz-Expires");

    private final CrossOrigin crossOrigin;

    S3Requests(CrossOrigin crossOrigin) {
        this.crossOrigin = crossOrigin;
    }

    @Override
    public String newRequestId(Ids ids) {
        return ids.upperAlphanumeric(REQUEST_ID_LENGTH);
    }

    @Override
    public HttpRequest opened(HttpRequest request) {
        return FormUpload.isOne(request) ? Forms.asPut(request) : request;
    }

    @Override
    public void received(Call call, HttpRequest request) {
        AuditScope audit = call.audit();
        if (isSigned(request)) {
            audit.additionalEventData("SignatureVersion", isVersion4(request) ? "SigV4" : "SigV2");
        }
        String query = request.query();
        if (query != null && request.header("Authorization") == null && query.contains("X-Amz-Signature=")) {
            describeSignature(audit, query);
        }
        Origin.Tls tls = request.origin().tls();
        if (tls != null) {
            audit.additionalEventData("CipherSuite", tls.cipherSuite());
        }
        audit.additionalEventData("bytesTransferredIn", request.body().length);
    }

    @Override
    public HttpResponse answered(Call call, HttpRequest request, Map<String, String> labels, HttpResponse response) {
        AuditScope audit = call.audit();
        if (isSigned(request)) {
            boolean header = request.header("Authorization") != null;
            audit.additionalEventData("AuthenticationMethod", header ? "AuthHeader" : "QueryString");
        }
        audit.additionalEventData("x-amz-id-2", ExtendedRequestId.of(call.requestId()));
        boolean form = FormUpload.isOne(request) && response.status() == STORED;
        HttpResponse answer = form ? Forms.answer(request, call, labels, response) : response;
        boolean bodiless = request.method().equals("HEAD");
        audit.additionalEventData("bytesTransferredOut", bodiless ? 0 : answer.body().length);
        crossOrigin.addHeaders(request, labels, answer);
        return answer;
    }

    @Override
    public boolean admitsPage(HttpRequest head, Map<String, String> labels) {
        return crossOrigin.admits(head, labels);
    }

    @Override
    public HttpResponse answerToPreflight(HttpRequest preflight, Map<String, String> labels, String requestId) {
        return crossOrigin
                .answerToPreflight(preflight, labels)
                .header("x-amz-request-id", requestId)
                .header("x-amz-id-2", ExtendedRequestId.of(requestId))
                .header("Server", "AmazonS3");
    }

    private static void describeSignature(AuditScope audit, String query) {
        for (String parameter : query.split("&")) {
            int equals = parameter.indexOf('=');
            String name = equals < 0 ? parameter : parameter.substring(0, equals);
            if (SIGNING.contains(name)) {
                audit.requestParameter(name, decoded(parameter.substring(equals + 1)));
            }
        }
    }

    /** As it is where it is not well encoded. */
    private static String decoded(String value) {
        try {
            return URLDecoder.decode(value.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return value;
        }
    }

    private static boolean isSigned(HttpRequest request) {
        String query = request.query();
        return request.header("Authorization") != null || query != null && query.contains("Signature=");
    }

    private static boolean isVersion4(HttpRequest request) {
        String authorization = request.header("Authorization");
        return authorization == null
                ? String.valueOf(request.query()).contains("X-Amz-Signature=")
                : authorization.startsWith("AWS4");
    }
}
